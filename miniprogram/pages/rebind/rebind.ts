import type { DeviceReply } from '../../contract/api'
import type { ApprovalReply } from '../../contract/api-approvals'
import { PAGE_STYLE } from '../../components/page-scale'
import type { Stop } from '../../platform/platform'
import { TABS } from '../../routes'
import { platform, services } from '../../services/app'
import type { EnrolProblem } from '../../services/enrolment'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { bindWhereFree, caughtUp } from './rebind-catching-up'
import { problemText } from './rebind-problem'
import { rebindView, type RebindView } from './rebind.view'

const SHORTEST_REASON = 2
/** Nobody is told from outside: the page asks while it is open. */
const ASK_AGAIN_MS = 20_000

interface Known {
  approval: ApprovalReply | null
  devices: readonly DeviceReply[] | null
  leaders: readonly string[]
  wantsAnother: boolean
  reason: string
  isLoading: boolean
  stop: Stop
}

/** A change of phones: ask for it, see what becomes of it, take it back. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.rebind,
    view: null as RebindView | null,
    reason: '',
    isReady: false,
    isSending: false,
    problem: '',
    hasFailed: false,
    isLostOpen: false,
  },
  known: {
    approval: null,
    devices: null,
    leaders: [],
    wantsAnother: false,
    reason: '',
    isLoading: false,
    stop: () => {},
  } as Known,

  onShow() {
    this.known.stop()
    this.known.stop = platform.time.every(ASK_AGAIN_MS, () => {
      if (this.known.approval?.status === 'pending') void this.load()
    })
    void this.load()
  },

  onHide() {
    this.known.stop()
  },

  onUnload() {
    this.known.stop()
  },

  async load() {
    if (this.known.isLoading) return
    this.known.isLoading = true
    const latest = await services.rebind.latest()
    if (latest.ok) {
      this.known.approval = await caughtUp(latest.value)
      const devices = await services.api.myDevices()
      if (devices.ok) this.known.devices = devices.value.items
      await bindWhereFree(this.known)
      this.known.leaders = (await services.contexts.current())?.context.leaders ?? []
    }
    this.known.isLoading = false
    this.setData({ hasFailed: !latest.ok && this.data.view === null })
    if (latest.ok) await this.show()
  },

  async show() {
    const { approval, devices, leaders, wantsAnother } = this.known
    const { brand, model, platform: name, system } = platform.device
    const view = rebindView({
      approval,
      devices,
      leaders,
      wantsAnother,
      standing: (await services.session.current())?.device ?? 'none',
      thisPhone: { brand, model, platform: name, system },
      nowMs: platform.time.nowMs(),
    })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setReason(event.detail.value)
  },

  onQuick(event: WechatMiniprogram.TouchEvent) {
    this.setReason(String(event.currentTarget.dataset['reason']))
  },

  setReason(reason: string) {
    this.setData({ reason, isReady: Array.from(reason.trim()).length >= SHORTEST_REASON, problem: '' })
  },

  async onAct() {
    const act = this.data.view?.act
    if (act === 'ask') return this.ask()
    if (act === 'checkIn') return this.leave()
    this.known.wantsAnother = true
    await this.show()
  },

  async ask() {
    if (!this.data.isReady || this.data.isSending) return
    this.setData({ isSending: true, problem: '' })
    const asked = await services.rebind.ask(this.data.reason.trim())
    this.setData({ isSending: false })
    if (!asked.ok) return this.refused(asked.problem)
    this.known.approval = asked.value
    this.known.wantsAnother = false
    this.setReason('')
    await this.show()
  },

  async refused(problem: EnrolProblem) {
    const code = problem.kind === 'refused' ? problem.code : ''
    // No other phone is bound by now: this one binds on its way in.
    if (code === 'REBIND_NOT_NEEDED') return this.leave()
    if (code === 'REBIND_ALREADY_REQUESTED') {
      this.known.wantsAnother = false
      return this.load()
    }
    this.setData({ problem: problemText(problem) })
  },

  async leave() {
    await services.entry.reenter()
    platform.navigation.tab(TABS.home)
  },

  async onWithdraw() {
    const { approval } = this.known
    const words = texts.rebind
    if (approval === null || this.data.isSending) return
    const isSure = await platform.screen.ask({
      title: words.withdrawTitle,
      text: words.withdrawText,
      agree: words.withdraw,
      decline: words.withdrawKeep,
    })
    if (!isSure) return
    this.setData({ isSending: true })
    const withdrawn = await services.rebind.withdraw(approval.id)
    this.setData({ isSending: false })
    platform.screen.toast(withdrawn.ok ? words.withdrawn : problemText(withdrawn.problem))
    // Decided meanwhile, or withdrawn: what holds now is on the server.
    await this.load()
  },

  onLost() {
    this.setData({ isLostOpen: true })
  },

  onCloseLost() {
    this.setData({ isLostOpen: false })
  },

  async onCopyLost() {
    const words = texts.rebind.lost
    const text = words.message(this.data.view?.oldPhoneName ?? '')
    if (await platform.screen.copy(text)) platform.screen.toast(words.copied)
    this.onCloseLost()
  },

  onRetry() {
    void this.load()
  },
})
