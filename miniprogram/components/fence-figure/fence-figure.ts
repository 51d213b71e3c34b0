import type { FigureView } from './fence-figure.view'

/** Shows a figure; `slot` is the pill at its top right. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    view: { type: Object, value: {} as FigureView },
    height: { type: Number, value: 184 },
    named: { type: Boolean, value: false },
  },
})
