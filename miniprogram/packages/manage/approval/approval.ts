import type { ApprovalReply } from '../../../contract/api-approvals'
import { decidedText } from '../../../components/approval-card/decided-words'
import { PAGE_STYLE } from '../../../components/page-scale'
import { platform, services } from '../../../services/app'
import type { Decision } from '../../../services/approvals'
import type { ApiProblem } from '../../../services/transport'
import { texts } from '../../../texts/texts'
import { approvalView, type ApprovalView } from './approval.view'

interface Shown {
  approvalId: string
  approval: ApprovalReply | null
  comment: string
}

/** One request in full: opened from its card, or from the chat. */
Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.approvals, ...texts.approval },
    note: { retry: texts.home.retry },
    view: null as ApprovalView | null,
    failure: '',
    /** What the last try to decide led to. */
    tried: '',
    isBusy: false,
    mayAskPhotos: false,
    photos: [] as readonly string[],
    photosProblem: '',
  },
  shown: { approvalId: '', approval: null, comment: '' } as Shown,

  onLoad({ id = '' }: Record<string, string | undefined>) {
    this.shown = { approvalId: id, approval: null, comment: '' }
    void this.load()
  },

  onPullDownRefresh() {
    void this.load().then(() => platform.screen.endPullDown())
  },

  async load() {
    const [found, authority] = await Promise.all([
      services.api.approval(this.shown.approvalId),
      services.authority.current(),
    ])
    this.setData({ mayAskPhotos: authority?.readsPhotos === true })
    if (found.ok) await this.show(found.value)
    else this.setData({ failure: this.shown.approval === null ? failureOf(found.problem) : '' })
  },

  async show(approval: ApprovalReply) {
    this.shown.approval = approval
    const employeeId = (await services.session.current())?.employee.id ?? ''
    this.setData({ view: approvalView(approval, platform.time.nowMs(), employeeId), failure: '' })
  },

  onComment(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.shown.comment = event.detail.value
  },

  onApprove() {
    void this.decide('approve')
  },

  onReject() {
    void this.decide('reject')
  },

  async decide(decision: Decision) {
    const { approval, comment } = this.shown
    if (approval === null || this.data.isBusy) return
    this.setData({ isBusy: true, tried: '' })
    const decided = await services.approvals.decide(approval, decision, comment)
    this.setData({ isBusy: false, tried: decidedText(approval, decided) })
    if (decided.kind !== 'failed' && decided.approval !== null) await this.show(decided.approval)
    if (decided.kind === 'closed' && decided.approval === null) await this.show(closedOf(approval))
    if (decided.kind !== 'decided') return
    const said = decision === 'approve' ? texts.approvals.toastApproved : texts.approvals.toastRejected
    platform.screen.toast(said(approval.requester.name))
  },

  async onPhotos() {
    const { approval } = this.shown
    if (approval?.subject.kind !== 'attempt') return
    const photos = await services.approvalPhotos.show(approval.subject.attemptId)
    if (photos.ok) return this.setData({ photos: photos.value, photosProblem: '' })
    this.setData({
      photosProblem: photos.problem.kind === 'hidden' ? texts.approval.photosNone : texts.approval.photosFailed,
    })
  },

  onRetry() {
    void this.load()
  },
})

function failureOf(problem: ApiProblem): string {
  return problem.kind === 'refused' && problem.status === 404 ? texts.approval.notFound : texts.approval.loadFailed
}

/** It may not be read any more: nothing is left to press. */
function closedOf(approval: ApprovalReply): ApprovalReply {
  return { ...approval, mayDecide: false }
}
