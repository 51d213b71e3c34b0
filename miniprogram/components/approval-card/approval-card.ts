import { texts } from '../../texts/texts'
import type { ApprovalCardView } from './approval-card.view'

/** One request to decide about: opened by a tap on what it says, decided by its two buttons. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { view: { type: Object, value: {} as ApprovalCardView } },
  data: { words: { reject: texts.approvals.reject, deciding: texts.approvals.deciding } },
  methods: {
    onOpen() {
      this.triggerEvent('open', { id: this.data.view.id })
    },
    onPhotos() {
      this.triggerEvent('photos', { id: this.data.view.id })
    },
    onReject() {
      this.triggerEvent('reject', { id: this.data.view.id })
    },
    onApprove() {
      this.triggerEvent('approve', { id: this.data.view.id })
    },
  },
})
