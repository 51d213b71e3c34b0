import { isWithinWindow, phaseOf, isSameSlot, type SlotInstance, type WorkDay } from '#contract/work-day'
import type { DayAttempt } from '../check-in/check-in-facts.rules'
import { rulesFor, type DayRules } from '../shifts/resolve-rules.rules'
import type { PersonSchedule, RuleBook } from '../shifts/rule-book.rules'
import { relevantWorkDays, zoneOfWorkDay } from '../shifts/work-day.rules'

/** One work day of a person with everything that is known about it. */
export interface ContextDay {
  readonly workDay: WorkDay
  readonly rules: DayRules
  readonly zone: string
  readonly slots: readonly SlotInstance[]
}

/** What else than rules says in which zone the days of a person are counted. */
export interface DayZones {
  /** Of the days that have been opened before. */
  readonly fixed: ReadonlyMap<WorkDay, string>
  /** Of the first planned site of a day that has a zone. */
  readonly planned: ReadonlyMap<WorkDay, string>
}

/** Yesterday, today and tomorrow, where the person is and where a shift may count its days; each with its rules. */
export function relevantRules(book: RuleBook, person: PersonSchedule, nowMs: number): Map<WorkDay, DayRules> {
  const shiftZones = [...book.shifts.values()].flatMap((shift) => shift.zone ?? [])
  const days = relevantWorkDays(nowMs, [...new Set([person.zone ?? book.company.zone, ...shiftZones])])
  return new Map(days.map((day) => [day, rulesFor(book, person, day)]))
}

export function contextDay(workDay: WorkDay, rules: DayRules, { fixed, planned }: DayZones): ContextDay {
  const plannedSite = planned.get(workDay) ?? null
  const zone = zoneOfWorkDay({ fixed: fixed.get(workDay) ?? null, plannedSite, ...rules.zones })
  return { workDay, rules, zone, slots: rules.slots(zone) }
}

/** The attempt that stands for a slot: accepted before pending; early the first, late and visits the newest. */
export function standingOf<Attempt extends DayAttempt>(
  slot: SlotInstance,
  attempts: readonly Attempt[],
): Attempt | null {
  const ofSlot = attempts
    .filter((attempt) => isSameSlot(attempt.slot, slot))
    .sort((left, right) => left.capturedAtMs - right.capturedAtMs)
  const pick = (outcomes: readonly string[]) => {
    const candidates = ofSlot.filter((attempt) => outcomes.includes(attempt.outcome))
    return slot.kind === 'early' ? candidates[0] : candidates[candidates.length - 1]
  }
  if (slot.kind === 'visit') return pick(['accepted', 'pending']) ?? null
  return pick(['accepted']) ?? pick(['pending']) ?? null
}

/** Whether the day's slots have begun and may still receive attempts: then its zone is settled. */
export function hasBegun(day: ContextDay, nowMs: number): boolean {
  return day.slots.some((slot) => slot.opensAtMs <= nowMs && nowMs <= slot.uploadUntilMs)
}

/**
 * The work day that a person is in: the earliest with an open early or late slot still to be done, else the latest with
 * one open, else the one whose shift is running, else the calendar's.
 * @param days in order, not empty
 * @param today the calendar date where the person is
 */
export function currentDay(
  days: readonly ContextDay[],
  attempts: readonly DayAttempt[],
  today: WorkDay,
  nowMs: number,
): ContextDay {
  const openSlots = (day: ContextDay) => worked(day).filter((slot) => isWithinWindow(slot, nowMs))
  const isTodo = (slot: SlotInstance) => standingOf(slot, attempts)?.outcome !== 'accepted'
  return (
    days.find((day) => openSlots(day).some(isTodo)) ??
    [...days].reverse().find((day) => openSlots(day).length > 0) ??
    days.find((day) => isRunning(worked(day), nowMs)) ??
    days.find((day) => day.workDay === today) ??
    (days[0] as ContextDay)
  )
}

/**
 * What the phone shows: the current day's slots that are not over, what is open on the neighbouring days, and the next
 * check-in to come there; in the order of opening.
 */
export function slotsToShow(days: readonly ContextDay[], current: ContextDay, nowMs: number): readonly SlotInstance[] {
  const others = days.filter((day) => day !== current)
  const coming = others
    .flatMap(worked)
    .filter((slot) => nowMs < slot.opensAtMs)
    .sort(byOpening)
  return [
    ...current.slots.filter((slot) => phaseOf(slot, nowMs) !== 'over'),
    ...others.flatMap((day) => day.slots).filter((slot) => isWithinWindow(slot, nowMs)),
    ...coming.slice(0, 1),
  ].sort(byOpening)
}

function worked(day: ContextDay): SlotInstance[] {
  return day.slots.filter((slot) => slot.kind !== 'visit')
}

function isRunning(slots: readonly SlotInstance[], nowMs: number): boolean {
  return slots.some((slot) => slot.opensAtMs <= nowMs) && slots.some((slot) => nowMs <= slot.closesAtMs)
}

function byOpening(left: SlotInstance, right: SlotInstance): number {
  return left.opensAtMs - right.opensAtMs || left.closesAtMs - right.closesAtMs || left.span - right.span
}
