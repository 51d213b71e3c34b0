import type { MapView } from './place-map.view'

/** Shows the figure on the platform's map; tells `fail` when the map cannot be had. `slot` is the pill at its top right. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    view: { type: Object, value: {} as MapView },
    height: { type: Number, value: 184 },
  },
  methods: {
    onError() {
      this.triggerEvent('fail')
    },
  },
})
