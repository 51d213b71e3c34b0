import type { ContextReply, SlotReply } from '../../contract/api'
import { holdingCount } from '../../components/slab/slab-place.view'
import type { PlaceState } from '../../services/place-state'

/**
 * Whether a tap leads to a form first: a photo, a note or a visit record is asked for, or a visit where several sites hold
 * and the person has to say which. Pure. @param isHeld a phone that waits for approval, which needs a photo
 */
export function needsForm(
  { kind }: SlotReply,
  { policy }: Pick<ContextReply, 'policy'>,
  place: Pick<PlaceState, 'verdict'>,
  isHeld: boolean,
): boolean {
  if (isHeld || policy.photoFor.includes(kind) || policy.noteFor.includes(kind)) return true
  return kind === 'visit' && (policy.visitRecordRequired || holdingCount(place) > 1)
}
