import type { ContextReply, SlotReply } from '../../contract/api'
import { slotKey } from '../../contract/work-day'
import { PAGE_STYLE } from '../../components/page-scale'
import { railKey } from '../../components/slot-rail/slot-rail.view'
import { TABS, visitPage } from '../../routes'
import { platform, services } from '../../services/app'
import type { OpenDraft } from '../../services/drafts'
import { LONGEST } from '../../services/drafts-content'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { applicationView, needsOf, type ApplicationView, type Needs } from './application.view'
import { leaveAfter, submitDraft, takePhotoInto } from './submitting'

/** Photos grow old while the page is open. */
const TICK_MS = 10_000

interface State {
  slot: SlotReply
  context: ContextReply
  needs: Needs
  draft: OpenDraft
  isSending: boolean
  stops: (() => void)[]
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
  isGone: false,

  async onLoad({ slot: key = '', applies = '0' }: Record<string, string | undefined>) {
    const known = await services.contexts.current()
    const wanted = [key, decodeURIComponent(key)]
    const slot = known?.context.slots.find((candidate) => wanted.includes(railKey(candidate)))
    if (known === null || slot === undefined) return platform.navigation.tab(TABS.home)
    if (slot.kind === 'visit') return platform.navigation.replace(`${visitPage(slot)}&applies=${applies}`)
    const { context } = known
    const isHeld = (await services.session.current())?.device === 'candidate'
    const keepUntilMs = Date.parse(slot.uploadUntil)
    const draft = await services.drafts.open({ workDay: slot.workDay, key: slotKey(slot), keepUntilMs })
    if (this.isGone) return
    services.placeWatch.judgeBy(context, null)
    this.state = {
      slot,
      context,
      needs: needsOf(slot, context, applies === '1', isHeld),
      draft,
      isSending: false,
      stops: [services.placeWatch.start(), platform.time.every(TICK_MS, () => this.render())],
    }
    if (applies !== '1') platform.navigation.title(texts.slotName[slot.kind])
    const { reason, note } = draft.content()
    this.setData({ typed: { reason, note } })
    this.render()
  },

  onHide() {
    void this.state?.draft.save()
  },

  onUnload() {
    this.isGone = true
    this.state?.stops.forEach((stop) => stop())
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
    if (this.state === null) return
    await takePhotoInto(this.state.draft, this.state.slot, this)
    this.render()
  },

  async onRemove(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    await this.state?.draft.removePhoto(event.detail.key)
    this.render()
  },

  async onSubmit() {
    const { state } = this
    this.render()
    if (state === null || this.data.view?.isReady !== true) return
    const { slot, needs, draft } = state
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
    leaveAfter(submitted)
  },
})
