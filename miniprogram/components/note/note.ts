/** Nothing here, or something failed: what, what still works, what to do. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    onTap() {
      this.triggerEvent('act')
    },
  },
})
