import type { TimelineRow } from './day-timeline.view'

/** A day's attempts one below the other; `open` tells the one that was tapped. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { rows: { type: Array, value: [] as TimelineRow[] } },
  methods: {
    onRow(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('open', { attemptId: String(event.currentTarget.dataset['id']) })
    },
  },
})
