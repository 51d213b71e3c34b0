import type { ApprovalReply } from '../../contract/api-approvals'
import { PAGE_STYLE } from '../../components/page-scale'
import { TABS } from '../../routes'
import { platform, services } from '../../services/app'
import { texts } from '../../texts/texts'
import { phoneName, rebindView, type RebindView } from './rebind.view'

const SHORTEST_REASON = 2

interface Shown {
  approval: ApprovalReply | null
  wantsAnother: boolean
  reason: string
}

/** A phone that is not bound: ask for the change, see what becomes of it, take it back. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.rebind,
    common: { withdraw: texts.requests.withdraw, failedHint: texts.home.failedHint, retry: texts.home.retry },
    phone: phoneName(platform.device),
    view: null as RebindView | null,
    hasFailed: false,
    isReady: false,
    isSending: false,
  },
  shown: { approval: null, wantsAnother: false, reason: '' } as Shown,

  onShow() {
    void this.load()
  },

  async load() {
    const latest = await services.rebind.latest()
    if (latest.ok) this.shown.approval = latest.value
    this.setData({ hasFailed: !latest.ok && this.data.view === null })
    if (latest.ok) await this.show()
  },

  async show() {
    const standing = (await services.session.current())?.device ?? 'none'
    this.setData({ view: rebindView(this.shown.approval, standing, this.shown.wantsAnother) })
  },

  onReason(event: WechatMiniprogram.Input) {
    this.shown.reason = event.detail.value.trim()
    this.setData({ isReady: Array.from(this.shown.reason).length >= SHORTEST_REASON })
  },

  async onAct() {
    const { view, isReady, isSending } = this.data
    if (view === null || isSending) return
    if (!view.isAsking) {
      const { approval } = this.shown
      if (approval?.status === 'pending' || approval?.status === 'approved') {
        await services.entry.reenter()
        return platform.navigation.tab(TABS.home)
      }
      this.shown.wantsAnother = true
      return this.show()
    }
    if (!isReady) return
    this.setData({ isSending: true })
    const asked = await services.rebind.ask(this.shown.reason)
    this.setData({ isSending: false })
    if (!asked.ok) return this.tell(asked.problem)
    this.shown = { ...this.shown, approval: asked.value, wantsAnother: false }
    await this.show()
  },

  tell(problem: Extract<Awaited<ReturnType<typeof services.rebind.ask>>, { ok: false }>['problem']) {
    platform.screen.toast(
      problem.kind === 'refused' ? `${problem.message}，${problem.hint}` : texts.start.unreachableTitle,
    )
    if (problem.kind === 'refused' && problem.code === 'REBIND_NOT_NEEDED') void this.leave()
  },

  async leave() {
    await services.entry.reenter()
    platform.navigation.tab(TABS.home)
  },

  async onWithdraw() {
    const { approval } = this.shown
    const words = texts.requests
    const isSure = await platform.screen.ask({
      title: words.withdrawTitle,
      text: words.withdrawText,
      agree: words.withdraw,
      decline: words.keep,
    })
    if (!isSure || approval === null) return
    const withdrawn = await services.rebind.withdraw(approval.id)
    if (withdrawn.ok) this.shown.approval = withdrawn.value
    else this.tell(withdrawn.problem)
    await this.show()
  },
})
