/** The last steps of every page that submits more than a tap: photo, fresh challenge, sending. */
import { stampCanvas } from '../../components/photo-strip/stamp-canvas'
import { watermarkLines } from '../../components/photo-strip/watermark'
import type { SlotReply } from '../../contract/api'
import type { Coordinates } from '../../contract/place'
import { permissionPage } from '../../routes'
import { platform, services } from '../../services/app'
import type { OpenDraft } from '../../services/drafts'
import type { Draft, Submitted } from '../../services/submit-check-in'
import { offsetMinutesOf } from '../../texts/format'
import { texts } from '../../texts/texts'

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
 * Sends what stands in the draft at the tap; the draft goes as soon as the queue has it.
 * @param evidence what the person wrote; photos come from the draft
 */
export async function submitDraft(
  draft: OpenDraft,
  evidence: Omit<Draft, 'place' | 'photos' | 'tappedAtMs' | 'draftId' | 'onQueued'>,
): Promise<Submitted> {
  const tappedAtMs = platform.time.nowMs()
  const { photos } = draft.content()
  await draft.save()
  const place = await services.freshen()
  return services.submitCheckIn({
    ...evidence,
    place,
    tappedAtMs,
    draftId: draft.id,
    photos,
    onQueued: () => draft.handOver(),
  })
}
