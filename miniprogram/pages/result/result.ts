import type { CheckInReply, RecordReply } from '../../contract/api'
import { PAGE_STYLE } from '../../components/page-scale'
import { applicationPage, REBIND_PAGE, resultPage, TABS } from '../../routes'
import { platform, services } from '../../services/app'
import { isSameSlot } from '../../contract/work-day'
import { texts } from '../../texts/texts'
import { resultView, type ResultView } from './result.view'

const FIGURE_HEIGHT_PIXELS = 132

interface Shown {
  reply: CheckInReply | RecordReply | null
  attemptId: string
}

Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.result, note: texts.home },
    figureHeight: FIGURE_HEIGHT_PIXELS,
    view: null as ResultView | null,
    hasFailed: false,
    isDoubtOpen: false,
  },
  shown: { reply: null, attemptId: '' } as Shown,

  onLoad({ attemptId = '' }: Record<string, string | undefined>) {
    this.shown = { attemptId, reply: services.latestReplies.find(attemptId) }
    void this.show()
    void this.load()
  },

  /** The record says more than the reply, and what was decided since. */
  async load() {
    const record = await services.api.record(this.shown.attemptId)
    if (record.ok) this.shown.reply = record.value
    this.setData({ hasFailed: this.shown.reply === null })
    await this.show()
  },

  async show() {
    const { reply } = this.shown
    if (reply === null) return
    const context = (await services.contexts.current())?.context ?? null
    const view = resultView({
      reply,
      context,
      figureWidthPixels: platform.device.windowWidthPixels,
      figureHeightPixels: FIGURE_HEIGHT_PIXELS,
    })
    this.setData({ view })
  },

  async onAct() {
    const { reply } = this.shown
    const { view } = this.data
    if (reply === null || view === null) return
    if (view.act === 'standing' && reply.standingAttemptId !== null) {
      return platform.navigation.replace(resultPage(reply.standingAttemptId))
    }
    if (view.act === 'rebind') return platform.navigation.replace(REBIND_PAGE)
    const context = (await services.contexts.current())?.context
    const slot = context?.slots.find((candidate) => isSameSlot(candidate, reply.slot))
    if (view.act === 'apply' && slot !== undefined) return platform.navigation.replace(applicationPage(slot, true))
    platform.navigation.tab(TABS.home)
  },

  async onCopy() {
    if (await platform.screen.copy(this.shown.attemptId)) platform.screen.toast(texts.result.copied)
    this.setData({ isDoubtOpen: false })
  },

  onDoubt() {
    this.setData({ isDoubtOpen: true })
  },

  onCloseDoubt() {
    this.setData({ isDoubtOpen: false })
  },

  onRetry() {
    void this.load()
  },
})
