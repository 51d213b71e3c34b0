import type { CheckInReply, ContextReply, RecordReply } from '../../contract/api'
import { isSameSlot } from '../../contract/work-day'
import { isPresenceCode } from '../../components/presence-codes'

/** What the main button does. */
export type ResultAct = 'done' | 'again' | 'apply' | 'standing' | 'counted' | 'rebind' | 'correct'

const DEVICE_CODES = ['DEVICE_NOT_BOUND', 'DEVICE_REVOKED', 'DEVICE_BOUND_TO_ANOTHER']
const AGAIN_CODES = ['CHALLENGE_UNKNOWN', 'CHALLENGE_EXPIRED', 'SIGNATURE_INVALID', 'PHOTO_STALE', 'PHOTO_REUSED']
/** Too late to be made again: only a correction helps. */
const OVER_CODES = ['TOO_LATE_FOR_DAY', 'PHOTO_NOT_UPLOADED']

/** Pure: the way out of this result, where there is one now. */
export function actOf(reply: CheckInReply | RecordReply, context: ContextReply | null): ResultAct {
  const { outcome, code, standingAttemptId, slot } = reply
  if (outcome === 'superseded') return standingAttemptId === null ? 'done' : 'counted'
  if (outcome !== 'refused') return 'done'
  if (standingAttemptId !== null) return 'standing'
  if (DEVICE_CODES.includes(code)) return 'rebind'
  if (context?.capabilities.corrections === true && slot.kind !== 'visit' && isOver(reply)) return 'correct'
  const open = context?.slots.find((candidate) => isSameSlot(candidate, slot))
  // Made again, and accepted: nothing is left to do.
  if (open === undefined || open.standing?.outcome === 'accepted') return 'done'
  if (AGAIN_CODES.includes(code)) return 'again'
  return isPresenceCode(code) && context?.policy.outOfRange !== 'refuse' ? 'apply' : 'done'
}

function isOver({ code, findings }: Pick<CheckInReply, 'code' | 'findings'>): boolean {
  if (code !== 'OUTSIDE_WINDOW') return OVER_CODES.includes(code)
  return findings.every((finding) => finding.code !== code || finding.seen['case'] !== 'before_opening')
}
