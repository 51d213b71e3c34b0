/** The last steps of every page that submits more than a tap: photo, fresh challenge, sending, and where it leads. */
import { stampCanvas } from '../../components/photo-strip/stamp-canvas'
import { watermarkLines } from '../../components/photo-strip/watermark'
import type { SlotReply } from '../../contract/api'
import type { Coordinates } from '../../contract/place'
import { permissionPage, resultPage, TABS } from '../../routes'
import { platform, services } from '../../services/app'
import type { OpenDraft } from '../../services/drafts'
import type { Draft, Submitted } from '../../services/submit-check-in'
import { offsetMinutesOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { toastOf } from '../home/home-state'

/** A check-in is live while its challenge is at most 180 s old. */
const CONTEXT_MS = 150_000
const CONTEXT_PATIENCE_MS = 2_500

/** Takes a photo, writes who, when and where into it, and puts it into the draft; says so when it cannot. */
export async function takePhotoInto(
  draft: OpenDraft,
  slot: SlotReply,
  page: { createSelectorQuery(): WechatMiniprogram.SelectorQuery },
): Promise<void> {
  const canvas = await stampCanvas(page)
  if (canvas === null) return platform.screen.toast(texts.cameraProblem.unsupported)
  const employeeName = (await services.session.current())?.employee.name ?? ''
  const clockOffsetMs = (await services.contexts.current())?.clockOffsetMs ?? 0
  const taken = await services.takePhoto(canvas, (takenAtMs) =>
    watermarkLines({
      employeeName,
      takenAtMs: takenAtMs + clockOffsetMs,
      offsetMinutes: offsetMinutesOf(slot.opensAt),
      place: services.placeWatch.state(),
    }),
  )
  if (taken.ok) {
    if (!(await draft.addPhoto(taken.value))) platform.screen.toast(texts.photos.notKept)
    return
  }
  if (taken.problem === 'refused') return platform.navigation.open(permissionPage('camera'))
  if (taken.problem !== 'cancelled') platform.screen.toast(texts.cameraProblem[taken.problem])
}

/** Where the phone is, for finding customers near it; null when not known. */
export function nearPlace(): Coordinates | null {
  const { location } = services.placeWatch.state()
  return location?.ok === true ? location.value : null
}

/**
 * Sends what stands in the draft; the draft goes as soon as the queue has it.
 * @param evidence what the person wrote; photos come from the draft
 */
export async function submitDraft(
  draft: OpenDraft,
  evidence: Omit<Draft, 'place' | 'photos' | 'onQueued'>,
): Promise<Submitted> {
  await draft.save()
  await freshen()
  return services.submitCheckIn({
    ...evidence,
    place: services.placeWatch.state(),
    photos: draft.content().photos,
    onQueued: () => draft.handOver(),
  })
}

/** A challenge that is too old makes a deferred check-in of a live one: a short try for a new one, and the proof with it. */
async function freshen(): Promise<void> {
  const known = await services.contexts.current()
  const ageMs = known === null ? 0 : platform.time.nowMs() - known.receivedAtMs
  if (services.placeWatch.state().network !== 'none' && ageMs > CONTEXT_MS) {
    await services.contexts.load({ near: nearPlace(), timeoutMs: CONTEXT_PATIENCE_MS })
  }
  await services.placeWatch.prove()
}

/** To the result, or home with a word; a blocked one stays where it is, with what was written. */
export function leaveAfter(submitted: Submitted): void {
  if (submitted.kind === 'judged') {
    if (submitted.reply.outcome === 'accepted') platform.screen.vibrate()
    return platform.navigation.replace(resultPage(submitted.reply.attemptId))
  }
  platform.screen.toast(toastOf(submitted))
  if (submitted.kind !== 'blocked') platform.navigation.tab(TABS.home)
}
