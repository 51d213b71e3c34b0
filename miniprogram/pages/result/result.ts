import { PAGE_STYLE } from '../../components/page-scale'
import { isSameSlot } from '../../contract/work-day'
import type { Stop } from '../../platform/platform'
import {
  applicationPage,
  correctionPage,
  faultPage,
  HELP_PAGE,
  helpTopicPage,
  REBIND_PAGE,
  resultPage,
  TABS,
  visitRecordPage,
} from '../../routes'
import { platform, services } from '../../services/app'
import type { QueueChange } from '../../services/queue-steps'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { photosPart, type PhotosPart } from './photos-part.view'
import { dueAtOf, loadPhotos, loadVisit, newShown, troubleOf, type ResultTrouble } from './result-state'
import { resultView, type ResultView } from './result.view'
import { visitPart, type VisitPart } from './visit-part.view'

const FIGURE_HEIGHT_PIXELS = 132
/** On less, and in large text, the site's card would cover what it stands beside. */
const CARD_WIDTH_PIXELS = 360

const words = texts.result
const NOTES = {
  offline: { title: words.offline, text: words.offlineHint, action: words.retry },
  failed: { title: words.failed, text: words.failedHint, action: words.retry },
  gone: { title: words.gone, text: words.goneHint, action: '' },
} as const satisfies Record<ResultTrouble, { title: string; text: string; action: string }>

Page({
  data: {
    style: PAGE_STYLE,
    words,
    figureHeight: FIGURE_HEIGHT_PIXELS,
    hasCard: platform.device.windowWidthPixels / platform.device.textScale >= CARD_WIDTH_PIXELS,
    view: null as ResultView | null,
    photos: null as PhotosPart | null,
    visit: null as VisitPart | null,
    note: null as (typeof NOTES)[ResultTrouble] | null,
    /** Just made: its tick is drawn. */
    isNew: false,
    isDoubtOpen: false,
  },
  shown: newShown(''),
  stops: [] as Stop[],

  onLoad({ attemptId = '' }: Record<string, string | undefined>) {
    this.shown = newShown(attemptId)
    this.setData({ isNew: this.shown.reply !== null })
    void this.show()
  },

  onShow() {
    this.leave()
    this.stops = [services.queue.onChange((change) => void this.onQueue(change))]
    void this.load()
  },

  onHide() {
    this.leave()
  },

  onUnload() {
    this.leave()
  },

  onPullDownRefresh() {
    void this.load().then(() => platform.screen.endPullDown())
  },

  leave() {
    this.stops.forEach((stop) => stop())
    this.stops = []
  },

  /** The record says more than the reply, and what was decided since. */
  async load() {
    const { shown } = this
    const entries = await services.queue.entries()
    shown.entry = entries.find(({ reply }) => reply?.attemptId === shown.attemptId) ?? null
    const record = await services.api.record(shown.attemptId)
    if (record.ok) shown.reply = record.value
    shown.trouble = record.ok ? null : troubleOf(record.problem)
    await this.show()
    const { reply } = shown
    if (reply === null || !record.ok) return
    await Promise.all([
      record.value.evidenceState === 'none' ? null : loadPhotos(shown),
      reply.slot.kind === 'visit' ? loadVisit(shown) : null,
    ])
    await this.show()
  },

  /** Photos under way; when the last one is in, the server may have decided again. */
  async onQueue({ entries, progress }: QueueChange) {
    const { shown } = this
    const before = shown.entry
    shown.entry = entries.find(({ reply }) => reply?.attemptId === shown.attemptId) ?? null
    shown.progress = progress
    if (before !== null && shown.entry === null) await this.load()
    else if (shown.entry !== null) await this.show()
  },

  async show() {
    const { reply, trouble } = this.shown
    const note = reply === null && trouble !== null ? NOTES[trouble] : null
    if (reply === null) return this.setData({ note })
    const known = await services.contexts.current()
    const context = known?.context ?? null
    const view = resultView({
      reply,
      context,
      dueAt: await dueAtOf(reply),
      figureWidthPixels: platform.device.windowWidthPixels,
      figureHeightPixels: FIGURE_HEIGHT_PIXELS,
    })
    const { capturedAt, outcome } = reply
    const { workDay } = reply.slot
    const photos = photosPart({ ...this.shown, outcome, capturedAt, workDay })
    const visit = visitPart({
      visit: this.shown.visit,
      outcome,
      workDay,
      slot: context?.slots.find((candidate) => isSameSlot(candidate, reply.slot)) ?? null,
      nowMs: platform.time.nowMs() + (known?.clockOffsetMs ?? 0),
    })
    this.setData({ ...changedParts('view', this.data.view, view), note, visit, photos })
  },

  async onAct() {
    const { reply } = this.shown
    const { view } = this.data
    if (reply === null || view === null) return
    const { navigation } = platform
    if ((view.act === 'standing' || view.act === 'counted') && reply.standingAttemptId !== null) {
      return navigation.replace(resultPage(reply.standingAttemptId))
    }
    if (view.act === 'rebind') return navigation.replace(REBIND_PAGE)
    if (view.act === 'correct') return navigation.replace(correctionPage(reply.slot))
    if (view.act === 'apply') {
      const context = (await services.contexts.current())?.context
      const slot = context?.slots.find((candidate) => isSameSlot(candidate, reply.slot))
      if (slot !== undefined) return navigation.replace(applicationPage(slot, true))
    }
    // Back to where it was opened from: the records, or the page that made it.
    if (view.act === 'done' && getCurrentPages().length > 1) return navigation.back()
    navigation.tab(TABS.home)
  },

  async onCopy() {
    const { view } = this.data
    if (view === null) return
    if (await platform.screen.copy(`${view.recordNumber}（${this.shown.attemptId}）`)) {
      platform.screen.toast(words.copied)
    }
    this.setData({ isDoubtOpen: false })
  },

  onHelp() {
    const code = this.shown.reply?.code ?? 'ACCEPTED'
    this.setData({ isDoubtOpen: false })
    platform.navigation.open(code === 'ACCEPTED' ? HELP_PAGE : helpTopicPage(code))
  },

  onFault() {
    this.setData({ isDoubtOpen: false })
    platform.navigation.open(faultPage(this.shown.attemptId))
  },

  onVisit() {
    platform.navigation.open(visitRecordPage(this.shown.attemptId))
  },

  onDoubt() {
    this.setData({ isDoubtOpen: true })
  },

  onCloseDoubt() {
    this.setData({ isDoubtOpen: false })
  },

  onRetry() {
    this.setData({ note: null })
    void this.load()
  },
})
