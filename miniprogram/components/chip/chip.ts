import type { ChipView } from './chip.view'

Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    view: { type: Object, value: {} as ChipView },
    /** White on solid: where the tint would be lost on a tinted ground. */
    solid: { type: Boolean, value: false },
  },
})
