import type { ApprovalReply } from '../../contract/api-approvals'
import { decidedText } from '../../components/approval-card/decided-words'
import { approvalName } from '../../components/approval-card/approval-words'
import { showAuthorityTab } from '../../components/authority-tab'
import { PAGE_STYLE } from '../../components/page-scale'
import { approvalPage, TEAM_PAGE } from '../../routes'
import { platform, services } from '../../services/app'
import type { Decision } from '../../services/approvals'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { requestsPage, type RequestsPageView } from './manager.view'
import { createRequestsState, factsOf, readTeam, SEGMENTS, type RequestsState, type Segment } from './requests-state'
import { showPhotos, withdraw } from './requests-acts'
import type { RequestRow } from './requests.view'

interface Sheet {
  readonly id: string
  readonly title: string
  readonly comment: string
}

/** Beside the page: what the page holds itself is copied when it is made. */
let state: RequestsState = createRequestsState('', '')

/** One's own requests; for whoever may decide, what waits for the decision and the team today. */
Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.requests, ...texts.approvals, ownFailed: texts.requests.failed, team: texts.team },
    retry: texts.home.retry,
    view: null as RequestsPageView | null,
    /** The reason for a rejection is written here. */
    sheet: null as Sheet | null,
    isSheetOpen: false,
  },

  isShown: false,

  onShow() {
    this.isShown = true
    void this.enter()
  },

  onHide() {
    this.isShown = false
  },

  onPullDownRefresh() {
    void this.refresh().then(() => platform.screen.endPullDown())
  },

  onReachBottom() {
    void this.more()
  },

  async enter() {
    const employee = (await services.session.current())?.employee
    if (employee !== undefined && employee.id !== state.employeeId) {
      state = createRequestsState(employee.id, employee.department ?? '')
    }
    const known = await services.authority.current()
    const isManager = known?.decides === true
    if (isManager !== state.isManager) state.segment = isManager ? 'waiting' : 'mine'
    Object.assign(state, { authority: known, isManager })
    this.render()
    await this.refresh()
  },

  async refresh() {
    const [authority] = await Promise.all([services.authority.refresh(), this.load(state.segment), this.loadTeam()])
    const known = authority.ok ? authority.value : await services.authority.current()
    if (known !== null) {
      state.authority = known
      showAuthorityTab(known)
    }
    if (known?.decides === true && !state.isManager) {
      Object.assign(state, { isManager: true, segment: 'waiting' })
      await Promise.all([this.load('waiting'), this.loadTeam()])
    }
    this.render()
  },

  async load(segment: Segment) {
    const list = state.lists[segment]
    const problem = await list.refresh()
    state.failed = { ...state.failed, [segment]: problem !== null }
    if (problem === null) state.notes = {}
    // How much was decided yesterday is said where nothing waits.
    const { decided } = state.lists
    if (segment === 'waiting' && list.items()?.length === 0 && decided.items() === null) await decided.refresh()
    this.render()
  },

  async loadTeam() {
    if (!(await readTeam(state))) return
    this.render()
  },

  async more() {
    const { segment, lists } = state
    if (!lists[segment].hasMore()) return
    const problem = await lists[segment].more()
    state.failed = { ...state.failed, [segment]: problem !== null }
    this.render()
  },

  render() {
    const view = requestsPage(factsOf(state))
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
    // The title is that of whichever page is on top.
    if (this.isShown) platform.navigation.title(view.isManager ? texts.approvals.tab : texts.requests.tab)
  },

  onSegment(event: WechatMiniprogram.TouchEvent) {
    const segment = SEGMENTS.find((one) => one === event.currentTarget.dataset['segment']) ?? 'mine'
    state.segment = segment
    this.render()
    void this.load(segment)
  },

  onTeam() {
    platform.navigation.open(TEAM_PAGE)
  },

  onOpen(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    platform.navigation.open(approvalPage(event.detail.id))
  },

  onPhotos(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const { id } = event.detail
    const items = SEGMENTS.flatMap((segment) => state.lists[segment].items() ?? [])
    const approval = items.find((one) => one.id === id)
    if (approval !== undefined) void showPhotos(approval)
  },

  onApprove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    void this.decide(event.detail.id, 'approve', '')
  },

  onReject(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const approval = this.find(event.detail.id)
    if (approval === undefined) return
    const { id, requester } = approval
    const title = texts.approvals.rejectTitle(requester.name, texts.approvals.kind[approvalName(approval)])
    this.setData({ sheet: { id, title, comment: state.comments[id] ?? '' }, isSheetOpen: true })
  },

  onComment(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { sheet } = this.data
    if (sheet === null) return
    const comment = event.detail.value
    state.comments = { ...state.comments, [sheet.id]: comment }
    // The field is the same one for every request: it shows what it is told.
    this.setData({ sheet: { ...sheet, comment } })
  },

  onCloseSheet() {
    this.setData({ isSheetOpen: false })
  },

  onConfirmReject() {
    const { sheet, isSheetOpen } = this.data
    this.setData({ isSheetOpen: false })
    if (sheet !== null && isSheetOpen) void this.decide(sheet.id, 'reject', state.comments[sheet.id] ?? '')
  },

  async decide(id: string, decision: Decision, comment: string) {
    const approval = this.find(id)
    if (approval === undefined || state.busyId !== null) return
    state.busyId = id
    state.notes = { ...state.notes, [id]: '' }
    this.render()
    const decided = await services.approvals.decide(approval, decision, comment)
    state.busyId = null
    state.notes = { ...state.notes, [id]: decidedText(approval, decided) }
    if (decided.kind !== 'failed' && decided.approval !== null) state.lists.waiting.replace(decided.approval)
    const known = await services.authority.current()
    if (known !== null) showAuthorityTab(known)
    this.render()
    if (decided.kind === 'closed' && decided.approval === null) {
      platform.screen.toast(decidedText(approval, decided))
      await this.load('waiting')
    }
    if (decided.kind !== 'decided') return
    const said = decision === 'approve' ? texts.approvals.toastApproved : texts.approvals.toastRejected
    platform.screen.toast(said(approval.requester.name))
  },

  find(id: string): ApprovalReply | undefined {
    return state.lists.waiting.items()?.find((one) => one.id === id)
  },

  async onWithdraw(event: WechatMiniprogram.TouchEvent) {
    const { id, kind } = event.currentTarget.dataset as { id: string; kind: RequestRow['kind'] }
    if (await withdraw(id, kind)) await this.load('mine')
  },

  onRetry() {
    void this.refresh()
  },
})
