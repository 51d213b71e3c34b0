import type { ContextReply, SlotReply } from '../../contract/api'
import { PAGE_STYLE } from '../../components/page-scale'
import { railKey } from '../../components/slot-rail/slot-rail.view'
import type { CanvasNode } from '../../platform/platform'
import { resultPage, TABS } from '../../routes'
import { platform, services } from '../../services/app'
import type { NewPhoto } from '../../services/take-photo'
import { clockText, dateText, offsetMinutesOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { applicationView, needsOf, type ApplicationView, type Needs } from './application.view'

interface Draft {
  slot: SlotReply | null
  context: ContextReply | null
  needs: Needs
  clockOffsetMs: number
  reason: string
  note: string
  photo: NewPhoto | null
  isSending: boolean
  stop: () => void
}

/** A check-in with a photo, a reason or a note: applied for, or because the rule asks for it. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.application,
    view: null as ApplicationView | null,
    photoPath: '',
  },
  draft: {
    slot: null,
    context: null,
    needs: { reason: false, photo: false, note: false },
    clockOffsetMs: 0,
    reason: '',
    note: '',
    photo: null,
    isSending: false,
    stop: () => {},
  } as Draft,

  async onLoad({ slot: key = '', applies = '0' }: Record<string, string | undefined>) {
    const known = await services.contexts.current()
    const wanted = [key, decodeURIComponent(key)]
    const slot = known?.context.slots.find((candidate) => wanted.includes(railKey(candidate)))
    if (known === null || slot === undefined) return platform.navigation.tab(TABS.home)
    const isHeld = (await services.session.current())?.device === 'candidate'
    this.draft = {
      ...this.draft,
      slot,
      context: known.context,
      clockOffsetMs: known.clockOffsetMs,
      needs: needsOf(slot, known.context, applies === '1', isHeld),
      stop: services.placeWatch.start(),
    }
    if (applies !== '1') platform.navigation.title(texts.slotName[slot.kind])
    this.render()
  },

  onUnload() {
    this.draft.stop()
    const { photo } = this.draft
    if (photo !== null) void platform.files.remove(photo.path)
  },

  render() {
    const { slot, context, needs, reason, note, photo, isSending } = this.draft
    if (slot === null || context === null) return
    const view = applicationView({ slot, context, needs, reason, note, photo, isSending })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onReason(event: WechatMiniprogram.Input) {
    this.draft.reason = event.detail.value
    this.render()
  },

  onNote(event: WechatMiniprogram.Input) {
    this.draft.note = event.detail.value
    this.render()
  },

  onTake() {
    this.createSelectorQuery()
      .select('#stamp')
      .fields({ node: true })
      .exec(([found]: ({ node?: CanvasNode } | null)[]) => {
        if (found?.node !== undefined) void this.take(found.node)
        else platform.screen.toast(texts.cameraProblem.unsupported)
      })
  },

  async take(canvas: CanvasNode) {
    const name = (await services.session.current())?.employee.name ?? ''
    const taken = await services.takePhoto(canvas, (takenAtMs) => [name, this.timeLine(takenAtMs), this.placeLine()])
    if (!taken.ok) return platform.screen.toast(texts.cameraProblem[taken.problem])
    const before = this.draft.photo
    if (before !== null) void platform.files.remove(before.path)
    this.draft.photo = taken.value
    this.setData({ photoPath: taken.value.path })
    this.render()
  },

  timeLine(takenAtMs: number) {
    const { slot, clockOffsetMs } = this.draft
    const offset = offsetMinutesOf(slot?.opensAt ?? '')
    const instant = takenAtMs + clockOffsetMs
    return `${dateText(instant, offset)} ${clockText(instant, offset)}`
  },

  /** The site's name, else coordinates to 4 decimals. */
  placeLine() {
    const { verdict, location } = services.placeWatch.state()
    if (verdict?.holds === true && verdict.judged !== null) return verdict.judged.site.name
    if (location?.ok !== true) return texts.verdict.none
    return `${location.value.latitude.toFixed(4)}, ${location.value.longitude.toFixed(4)}`
  },

  async onSubmit() {
    const { slot, needs, reason, note, photo } = this.draft
    if (slot === null || this.data.view?.isReady !== true) return
    this.draft.isSending = true
    this.render()
    await services.placeWatch.prove()
    const place = services.placeWatch.state()
    const submitted = await services.submitCheckIn({
      slot,
      site: place.verdict?.judged?.site ?? null,
      place,
      photos: photo === null ? [] : [photo],
      ...(needs.reason ? { applicationReason: reason.trim() } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
    this.draft.isSending = false
    this.render()
    if (submitted.kind === 'blocked') {
      const words = texts.home
      const why = { no_challenge: words.noChallenge, storage_full: words.storageFull, not_bound: words.notBound }
      return platform.screen.toast(why[submitted.why])
    }
    // The queue has the photo now.
    this.draft.photo = null
    if (submitted.kind === 'judged') return platform.navigation.replace(resultPage(submitted.reply.attemptId))
    platform.screen.toast(submitted.kind === 'queued' ? texts.home.queued : `${submitted.message}，${submitted.hint}`)
    platform.navigation.tab(TABS.home)
  },
})
