import type { ContextReply, SlotReply } from '../../contract/api'
import { slotKey } from '../../contract/work-day'
import { PAGE_STYLE } from '../../components/page-scale'
import { railKey } from '../../components/slot-rail/slot-rail.view'
import type { Stop } from '../../platform/platform'
import { TABS, visitPage } from '../../routes'
import { platform, services } from '../../services/app'
import type { OpenDraft } from '../../services/drafts'
import { LONGEST } from '../../services/drafts-content'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { mayCollect } from '../may-collect'
import { applicationView, needsOf, type ApplicationView, type Needs } from './application.view'
import { createLeaving, type Leaving } from './leaving'
import { submitDraft, takePhotoInto } from './submitting'

/** Photos grow old while the page is open. */
const TICK_MS = 10_000

interface State {
  slot: SlotReply
  context: ContextReply
  needs: Needs
  draft: OpenDraft
  isSending: boolean
  leaving: Leaving
}

/** A check-in with photos, a reason or a note: applied for, or because the rule asks for it. */
Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.application, photos: texts.photos },
    longest: LONGEST,
    autosize: { minHeight: '72px' },
    view: null as ApplicationView | null,
    /** What was taken up from before; typing does not come back through here. */
    typed: { reason: '', note: '' },
  },
  state: null as State | null,
  /** Of what goes on while the page is shown. */
  stops: [] as Stop[],
  isShown: false,
  isGone: false,

  async onLoad({ slot: key = '', applies = '0' }: Record<string, string | undefined>) {
    const known = await services.contexts.current()
    const wanted = [key, decodeURIComponent(key)]
    const slot = known?.context.slots.find((candidate) => wanted.includes(railKey(candidate)))
    if (known === null || slot === undefined) return platform.navigation.tab(TABS.home)
    if (!(await mayCollect()) || this.isGone) return
    if (slot.kind === 'visit') return platform.navigation.replace(`${visitPage(slot)}&applies=${applies}`)
    const { context } = known
    const isHeld = (await services.session.current())?.device === 'candidate'
    const keepUntilMs = Date.parse(slot.uploadUntil)
    const draft = await services.drafts.open({ workDay: slot.workDay, key: slotKey(slot), keepUntilMs })
    if (this.isGone) return
    this.state = {
      slot,
      context,
      needs: needsOf(slot, context, applies === '1', isHeld),
      draft,
      isSending: false,
      leaving: createLeaving(),
    }
    const { reason, note } = draft.content()
    this.setData({ typed: { reason, note } })
    this.render()
    await this.watch()
  },

  onShow() {
    this.isShown = true
    void this.watch()
  },

  onHide() {
    this.leave()
  },

  onUnload() {
    this.isGone = true
    this.leave()
  },

  /** Reads the place from now on, as long as the page is in front and the person agrees. */
  async watch() {
    const { state } = this
    if (state === null || !this.isShown || !(await mayCollect()) || !this.isShown) return
    this.stops.forEach((stop) => stop())
    services.placeWatch.judgeBy(state.context, null)
    this.stops = [services.placeWatch.start(), platform.time.every(TICK_MS, () => this.render())]
    if (!state.needs.reason) platform.navigation.title(texts.slotName[state.slot.kind])
    this.render()
    state.leaving.show()
  },

  leave() {
    this.isShown = false
    this.state?.leaving.hide()
    this.stops.forEach((stop) => stop())
    this.stops = []
    void this.state?.draft.save()
  },

  render() {
    if (this.state === null) return
    const { slot, context, needs, draft, isSending } = this.state
    const phoneNowMs = platform.time.nowMs()
    const view = applicationView({ slot, context, needs, content: draft.content(), phoneNowMs, isSending })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.state?.draft.change({ reason: event.detail.value })
    this.render()
  },

  onNote(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.state?.draft.change({ note: event.detail.value })
    this.render()
  },

  async onTake() {
    if (this.state === null || this.state.isSending) return
    await takePhotoInto(this.state.draft, this.state.slot, this)
    this.render()
  },

  async onRemove(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    if (this.state === null || this.state.isSending) return
    await this.state.draft.removePhoto(event.detail.key)
    this.render()
  },

  async onSubmit() {
    const { state } = this
    this.render()
    if (state === null || this.data.view?.isReady !== true) return
    const { slot, needs, draft, leaving } = state
    const { reason, note } = draft.content()
    state.isSending = true
    this.render()
    const submitted = await submitDraft(draft, {
      slot,
      site: services.placeWatch.state().verdict?.judged?.site ?? null,
      ...(needs.reason ? { applicationReason: reason.trim() } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
    state.isSending = submitted.kind !== 'blocked'
    this.render()
    leaving.after(submitted)
  },
})
