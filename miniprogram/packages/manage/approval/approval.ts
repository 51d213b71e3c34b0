import type { ApprovalReply } from '../../../contract/api-approvals'
import { decidedText } from '../../../components/approval-card/decided-words'
import { PAGE_STYLE } from '../../../components/page-scale'
import { sentTiles, type PhotoTile } from '../../../components/photo-strip/photo-strip.view'
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
    tiles: [] as readonly PhotoTile[],
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
    const found = await services.api.approval(this.shown.approvalId)
    if (!found.ok) return this.setData({ failure: this.shown.approval === null ? failureOf(found.problem) : '' })
    await this.show(found.value)
    await this.showPhotos(found.value)
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

  /** Whoever is asked about a check-in sees its photos; what is shown already stays where they fail to load anew. */
  async showPhotos({ subject }: ApprovalReply) {
    if (subject.kind !== 'attempt' || subject.photoCount === 0) return
    const shown = await services.approvalPhotos.show(subject.attemptId)
    if (shown.ok) {
      return this.setData({ tiles: sentTiles({ ...shown.value, entry: null, progress: {} }), photosProblem: '' })
    }
    const isHidden = shown.problem.kind === 'hidden'
    this.setData({ photosProblem: isHidden ? texts.approvals.photosHidden : texts.approval.photosFailed })
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
