/** Check 5: is there a record already that stands for this slot, or for this visit? */
import type { CheckOutput, Judging } from './judging.rules'
import { checked, finding, localTime } from './judging.rules'
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

/**
 * Which records stand once an attempt is accepted by a later decision: early keeps the earliest capture, late the
 * latest, what stood already at the same instant; of visits all.
 * @param dayAttempts the others of the day
 * @returns whether it stands itself, and the accepted ones that it replaces
 */
export function besideAccepted(
  { slot, capturedAtMs }: Pick<DayAttempt, 'slot' | 'capturedAtMs'>,
  dayAttempts: readonly DayAttempt[],
): { readonly stands: boolean; readonly supersedes: readonly string[] } {
  if (slot.kind === 'visit') return { stands: true, supersedes: [] }
  const accepted = acceptedAmong(dayAttempts, slot)
  const stands = accepted.every((other) =>
    slot.kind === 'early' ? capturedAtMs < other.capturedAtMs : capturedAtMs > other.capturedAtMs,
  )
  return { stands, supersedes: stands ? accepted.map(({ id }) => id) : [] }
}

/**
 * The record that counts again when the one that had replaced it is refused after all: of superseded early ones the
 * earliest, of late ones the latest; none where another one stands.
 */
export function reinstatedBy(slot: SlotName, dayAttempts: readonly DayAttempt[]): string | null {
  if (slot.kind === 'visit' || acceptedAmong(dayAttempts, slot).length > 0) return null
  const superseded = dayAttempts
    .filter((other) => other.outcome === 'superseded' && isSameSlot(other.slot, slot))
    .sort((left, right) => left.capturedAtMs - right.capturedAtMs)
  return (slot.kind === 'early' ? superseded.at(0) : superseded.at(-1))?.id ?? null
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
      const withinMs = facts.rule.policy.visitRepeatMinutes * MINUTE_MS
      const isRepeat = (earlier: DayAttempt) => earlier.siteId === siteId && Math.abs(apartMs(earlier)) <= withinMs
      return siteId === null ? null : (accepted.find(isRepeat) ?? null)
    }
  }
}
