import type { SlabView } from './slab.view'

/** The one big button; tells of a tap with what it does. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    view: { type: Object, value: {} as SlabView },
  },
  methods: {
    onTap() {
      const { act } = this.data.view as SlabView
      if (act !== 'none') this.triggerEvent('act', { act })
    },
  },
})
