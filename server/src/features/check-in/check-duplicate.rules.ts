/** Check 5: is there a record already that stands for this slot, or for this visit? */
import type { CheckOutput, Judging } from './judging.rules'
import { checked, finding, localTime } from './judging.rules'
import type { Policy } from '#contract/policy'
import { isSameSlot, type SlotName } from '#contract/work-day'
import type { DayAttempt } from './check-in-facts.rules'

const LATE_REPEAT_MS = 60_000
const MINUTE_MS = 60_000

export function checkDuplicate(judging: Judging): CheckOutput {
  const { slot } = judging.attempt
  const { visitRepeatMinutes } = judging.facts.rule.policy
  const accepted = acceptedOfSlot(judging)
  const standing = standingBefore(judging, accepted)
  const asked = { slotKind: slot.kind, repeatMinutes: slot.kind === 'visit' ? visitRepeatMinutes : 1 }
  const seen = { earlierCount: accepted.length, number: accepted.length + 1 }
  const byKind = slot.kind === 'early' ? {} : { case: slot.kind }
  if (standing === null) return checked('duplicate', [], asked, { ...seen, ...byKind })
  const capturedAt = localTime(judging, standing.capturedAtMs)
  const otherDay =
    capturedAt.slice(0, 10) === localTime(judging, judging.receivedAtMs).slice(0, 10) ? null : 'other_day'
  const found = finding(slot.kind === 'visit' ? 'DUPLICATE_VISIT' : 'DUPLICATE_SLOT', asked, {
    ...seen,
    standingAttemptId: standing.id,
    standingAt: capturedAt,
    ...(otherDay === null ? {} : { case: otherDay }),
  })
  return checked('duplicate', [found], asked, { ...seen, ...byKind })
}

/** The accepted record that makes this attempt a duplicate. */
export function standingAttempt(judging: Judging): DayAttempt | null {
  return standingBefore(judging, acceptedOfSlot(judging))
}

/** Earlier late check-ins of the slot that this one replaces once it is accepted; they are kept. */
export function supersededBy(judging: Judging): readonly string[] {
  if (judging.attempt.slot.kind !== 'late') return []
  return acceptedOfSlot(judging)
    .filter(({ capturedAtMs }) => judging.capture.capturedAtMs - capturedAtMs > LATE_REPEAT_MS)
    .map(({ id }) => id)
}

/** An attempt that a later decision is about, as it stands among the others of its slot. */
interface Settled extends Pick<DayAttempt, 'slot' | 'capturedAtMs' | 'siteId'> {
  readonly dayAttempts: readonly DayAttempt[]
  readonly policy: Pick<Policy, 'visitRepeatMinutes'>
}

/**
 * Which records stand once an attempt is accepted by a later decision: early keeps the earliest capture, late the
 * latest, what stood already at the same instant; a visit stands unless one of the same site within the policy's
 * minutes does.
 * @returns whether it stands itself, and the accepted ones that it replaces
 */
export function besideAccepted(settled: Settled): {
  readonly stands: boolean
  readonly supersedes: readonly string[]
} {
  const { slot, capturedAtMs } = settled
  const accepted = acceptedAmong(settled.dayAttempts, slot)
  if (slot.kind === 'visit') return { stands: !accepted.some(repeats(settled)), supersedes: [] }
  const stands = accepted.every((other) =>
    slot.kind === 'early' ? capturedAtMs < other.capturedAtMs : capturedAtMs > other.capturedAtMs,
  )
  return { stands, supersedes: stands ? accepted.map(({ id }) => id) : [] }
}

/**
 * The record that counts again when the one that stood in its place is refused after all: of superseded early ones and
 * repeated visits the earliest, of late ones the latest; none where another one stands.
 */
export function reinstatedBy(settled: Settled): string | null {
  const { slot, dayAttempts } = settled
  const accepted = acceptedAmong(dayAttempts, slot)
  const superseded = dayAttempts
    .filter((other) => other.outcome === 'superseded' && isSameSlot(other.slot, slot))
    .sort((left, right) => left.capturedAtMs - right.capturedAtMs)
  if (slot.kind === 'visit') {
    const mayStand = (other: DayAttempt) => !accepted.some(repeats({ ...settled, ...other }))
    return superseded.filter(repeats(settled)).find(mayStand)?.id ?? null
  }
  if (accepted.length > 0) return null
  return (slot.kind === 'early' ? superseded.at(0) : superseded.at(-1))?.id ?? null
}

/** Whether another visit is to the same site within the policy's minutes; an unknown site is nobody's repeat. */
function repeats({
  siteId,
  capturedAtMs,
  policy,
}: Pick<Settled, 'siteId' | 'capturedAtMs' | 'policy'>): (other: DayAttempt) => boolean {
  const withinMs = policy.visitRepeatMinutes * MINUTE_MS
  return (other) =>
    siteId !== null && other.siteId === siteId && Math.abs(capturedAtMs - other.capturedAtMs) <= withinMs
}

function acceptedOfSlot({ facts, attempt }: Judging): readonly DayAttempt[] {
  return acceptedAmong(facts.dayAttempts, attempt.slot)
}

/** Only accepted records stand: one that waits for approval must not block a good attempt. */
function acceptedAmong(dayAttempts: readonly DayAttempt[], named: SlotName): readonly DayAttempt[] {
  return dayAttempts.filter(({ slot, outcome }) => outcome === 'accepted' && isSameSlot(slot, named))
}

function standingBefore(judging: Judging, accepted: readonly DayAttempt[]): DayAttempt | null {
  const { attempt, facts, presence, capture } = judging
  const apartMs = (earlier: DayAttempt) => capture.capturedAtMs - earlier.capturedAtMs
  switch (attempt.slot.kind) {
    case 'early':
      return accepted[0] ?? null
    case 'late':
      // One captured before the record that stands changes nothing: the later stands.
      return accepted.find((earlier) => !(apartMs(earlier) > LATE_REPEAT_MS)) ?? null
    case 'visit': {
      const siteId = presence.holds ? (presence.judged?.site.id ?? null) : attempt.siteId
      const { capturedAtMs } = capture
      return accepted.find(repeats({ siteId, capturedAtMs, policy: facts.rule.policy })) ?? null
    }
  }
}
