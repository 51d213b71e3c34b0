import type { FaultReportReply } from '../../../contract/api-feedback'
import { PAGE_STYLE } from '../../../components/page-scale'
import { changedParts } from '../../../pages/changed-parts'
import { platform, services } from '../../../services/app'
import type { Facts } from '../../../services/diagnosis-facts'
import { texts } from '../../../texts/texts'
import { forgetDraft, keepDraft, readDraft } from './fault-draft'
import { sendFault } from './fault-request'
import { faultView, reportView, type FaultTrouble, type FaultView, type ReportView } from './fault.view'

interface Report {
  text: string
  attemptId: string
  facts: Facts | null
  hasConsent: boolean
  includesPlace: boolean
  isSending: boolean
  trouble: FaultTrouble | null
  cursor: string | null
  offsetMinutes: number
}

const NEW_REPORT: Report = {
  text: '',
  attemptId: '',
  facts: null,
  hasConsent: false,
  includesPlace: false,
  isSending: false,
  trouble: null,
  cursor: null,
  offsetMinutes: 0,
}

/** A few words to HR, with what the phone says about itself, all of it shown before; and HR's answers. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.fault,
    /** What the field begins with: it is not told what is typed into it. */
    firstText: '',
    view: null as FaultView | null,
    reports: null as readonly ReportView[] | null,
    hasFailed: false,
    hasMore: false,
  },
  report: NEW_REPORT,

  async onLoad({ attemptId = '' }: Record<string, string | undefined>) {
    const [draft, session, offsetMinutes] = await Promise.all([
      readDraft(),
      services.session.current(),
      services.contexts.offsetMinutes(),
    ])
    this.report = {
      ...NEW_REPORT,
      text: draft?.text ?? '',
      attemptId: attemptId === '' ? (draft?.attemptId ?? '') : attemptId,
      hasConsent: session?.consent.sufficient === true,
      offsetMinutes,
    }
    this.setData({ firstText: this.report.text })
    this.render()
    void this.loadReports()
    await this.collect()
  },

  async collect() {
    this.report.facts = await services.diagnosing.collect(this.report.attemptId)
    this.render()
  },

  render() {
    const parts = changedParts('view', this.data.view, faultView(this.report))
    if (parts !== null) this.setData(parts)
  },

  onText({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.report.text = detail.value
    void keepDraft(detail.value, this.report.attemptId)
    this.render()
  },

  onPlace() {
    this.report.includesPlace = !this.report.includesPlace
    this.report.trouble = null
    this.render()
  },

  async onSend() {
    const { text, facts, includesPlace } = this.report
    if (facts === null || this.data.view?.isReady !== true) return
    this.report.isSending = true
    this.report.trouble = null
    this.render()
    const sent = await sendFault({ text, facts, includesPlace })
    this.report.isSending = false
    if (!sent.ok) {
      this.report.trouble = sent.problem
      return this.render()
    }
    await forgetDraft()
    // The field has to see another text than its first one to let go of what was typed.
    this.setData({ firstText: text })
    this.report = { ...this.report, text: '', attemptId: '', includesPlace: false, facts: null }
    this.setData({ firstText: '' })
    this.render()
    platform.screen.toast(texts.fault.sent)
    this.setData({ reports: [this.viewOf(sent.value), ...(this.data.reports ?? [])] })
    await this.collect()
  },

  viewOf(report: FaultReportReply) {
    return reportView(report, this.report.offsetMinutes)
  },

  /** The newest ones, from the top. */
  async loadReports() {
    const answer = await services.api.myFaultReports()
    if (!answer.ok) return this.setData({ hasFailed: this.data.reports === null })
    this.report.cursor = answer.value.nextCursor
    this.setData({
      hasFailed: false,
      reports: answer.value.items.map((report) => this.viewOf(report)),
      hasMore: answer.value.nextCursor !== null,
    })
  },

  async onMore() {
    const { cursor } = this.report
    if (cursor === null) return
    this.report.cursor = null
    const answer = await services.api.myFaultReports({ cursor })
    if (!answer.ok) {
      this.report.cursor = cursor
      return platform.screen.toast(texts.fault.mineFailed)
    }
    const shown = this.data.reports ?? []
    const more = answer.value.items
      .map((report) => this.viewOf(report))
      .filter(({ id }) => shown.every((report) => report.id !== id))
    this.report.cursor = answer.value.nextCursor
    this.setData({ reports: [...shown, ...more], hasMore: answer.value.nextCursor !== null })
  },

  onPullDownRefresh() {
    void this.loadReports().then(() => platform.screen.endPullDown())
  },
})
