import type { SlotCell } from './slot-rail.view'

Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { cells: { type: Array, value: [] as SlotCell[] } },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { key: String(event.currentTarget.dataset['key']) })
    },
  },
})
