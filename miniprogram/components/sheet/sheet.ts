import { texts } from '../../texts/texts'

/** A half sheet over the page, with a scrim that closes it. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
  },
  data: { closeText: texts.result.close },
  methods: {
    onClose() {
      this.triggerEvent('close')
    },
  },
})
