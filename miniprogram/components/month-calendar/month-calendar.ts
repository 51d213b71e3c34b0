import { texts } from '../../texts/texts'
import type { CalendarCell } from './month-calendar.view'

/** A month of days with marks; `choose` tells the day that was tapped. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    cells: { type: Array, value: [] as CalendarCell[] },
    /** Work day that is shown below. */
    selected: { type: String, value: '' },
  },
  data: { weekdays: texts.records.weekdays },
  methods: {
    onCell(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { workDay: String(event.currentTarget.dataset['day']) })
    },
  },
})
