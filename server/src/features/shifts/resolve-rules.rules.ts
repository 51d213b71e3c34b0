import { DEFAULT_POLICY, type Policy } from '#contract/policy'
import type { SlotInstance, WorkDay } from '#contract/work-day'
import {
  type PersonSchedule,
  type Rule,
  type RuleAssignment,
  type RuleBook,
  type RuleVersion,
  type Validity,
} from './rule-book.rules'
import { slotsOf, type DaySchedule } from './slots.rules'
import { weekdayOf, yearOf } from './work-day.rules'
import { localDate } from './zone-time.rules'

/** What the rules of the company say about one person on one work day. */
export interface DayRules {
  /** `none` where no rule is for this person: nothing is open then. */
  readonly ruleId: string
  readonly ruleName: string
  readonly version: number
  readonly policy: Policy
  /** Fixed sites, by id; archived ones may be among them. */
  readonly siteIds: readonly string[]
  /** Feed `zoneOfWorkDay`, with the day's planned site and what is stored. */
  readonly zones: { readonly shift: string | null; readonly employee: string | null; readonly company: string }
  readonly schedule: DaySchedule
  readonly calendar: CalendarStanding
  /** @param zone as `zoneOfWorkDay` says */
  slots(zone: string): SlotInstance[]
}

/**
 * How the public calendar bears on the day. `not_published`: the year's official notice is not in the data, so the week
 * as it stands is only provisional, and everything that shows or counts the day must say so.
 */
export type CalendarStanding =
  | { readonly state: 'not_followed' }
  | { readonly state: 'not_published' }
  | {
      readonly state: 'published'
      readonly kind: 'ordinary' | 'holiday' | 'makeup_workday'
      readonly name: string | null
    }

const NO_RULE = { id: 'none', name: '没有规则', version: 0 }

/**
 * The one reading of the rule tables. Highest precedence wins, then the narrower target (employee, team, nearest
 * department, company), then the newest assignment; a rule without a version for the day is passed over.
 * @param person with the roster of `workDay` loaded
 */
export function rulesFor(book: RuleBook, person: PersonSchedule, workDay: WorkDay): DayRules {
  const chosen = chooseRule(book, person, workDay)
  const calendar = chosen === null ? { state: 'not_followed' as const } : calendarOf(book, chosen.version, workDay)
  const schedule: DaySchedule =
    chosen === null ? { kind: 'off', reason: 'no_rule' } : scheduleOf(book, person, chosen.version, calendar, workDay)
  return {
    ruleId: chosen?.rule.id ?? NO_RULE.id,
    ruleName: chosen?.rule.name ?? NO_RULE.name,
    version: chosen?.version.version ?? NO_RULE.version,
    policy: chosen?.version.policy ?? DEFAULT_POLICY,
    siteIds: chosen?.version.siteIds ?? [],
    zones: {
      shift: zoneOf(schedule),
      employee: person.zone,
      company: book.company.zone,
    },
    schedule,
    calendar,
    slots: (zone) => slotsOf(schedule, workDay, zone),
  }
}

function zoneOf(schedule: DaySchedule): string | null {
  if (schedule.kind === 'off') return null
  return schedule.kind === 'shift' ? schedule.shift.zone : schedule.zone
}

interface ChosenRule {
  readonly rule: Rule
  readonly version: RuleVersion
}

function chooseRule(book: RuleBook, person: PersonSchedule, workDay: WorkDay): ChosenRule | null {
  const candidates = assignmentsFor(book, person, workDay).flatMap((assignments) =>
    assignments.filter((assignment) => isValid(assignment, workDay)).sort(newestFirst),
  )
  // The sort is stable: within one precedence the order from narrow to wide stays.
  for (const assignment of candidates.sort((left, right) => right.precedence - left.precedence)) {
    const rule = book.rules.get(assignment.ruleId)
    if (rule === undefined || isArchived(book, rule, workDay)) continue
    const version = rule.versions.find((item) => isValid(item, workDay))
    if (version !== undefined) return { rule, version }
  }
  return null
}

function isArchived(book: RuleBook, rule: Rule, workDay: WorkDay): boolean {
  return rule.archivedAtMs !== null && localDate(rule.archivedAtMs, book.company.zone) < workDay
}

/** The assignments to targets that this person belongs to, from narrow to wide; equally wide ones stand together. */
function assignmentsFor(book: RuleBook, person: PersonSchedule, workDay: WorkDay): RuleAssignment[][] {
  const { employee, team, department, company } = book.assignments
  return [
    [...(employee.get(person.employeeId) ?? [])],
    teamsOn(person, workDay).flatMap((teamId) => team.get(teamId) ?? []),
    ...departmentsOf(book, person).map((departmentId) => [...(department.get(departmentId) ?? [])]),
    [...(company.get('') ?? [])],
  ]
}

/** Newest membership first. */
function teamsOn(person: PersonSchedule, workDay: WorkDay): string[] {
  return person.teams
    .filter((team) => isValid(team, workDay))
    .sort((left, right) => compare(right.validFrom, left.validFrom) || compare(left.teamId, right.teamId))
    .map((team) => team.teamId)
}

/** The person's own department, then the ones above it. */
function departmentsOf(book: RuleBook, person: PersonSchedule): string[] {
  const departments: string[] = []
  let current = person.departmentId
  while (current !== null && !departments.includes(current)) {
    departments.push(current)
    current = book.departmentParents.get(current) ?? null
  }
  return departments
}

function calendarOf(book: RuleBook, version: RuleVersion, workDay: WorkDay): CalendarStanding {
  if (version.scheduleKind !== 'weekly' || !version.followsCalendar) return { state: 'not_followed' }
  if (!book.publishedYears.has(yearOf(workDay))) return { state: 'not_published' }
  const day = book.calendarDays.get(workDay)
  return { state: 'published', kind: day?.kind ?? 'ordinary', name: day?.name ?? null }
}

function scheduleOf(
  book: RuleBook,
  person: PersonSchedule,
  version: RuleVersion,
  calendar: CalendarStanding,
  workDay: WorkDay,
): DaySchedule {
  if (version.scheduleKind === 'free') return freeHours(book, null)
  if (version.scheduleKind === 'roster') {
    const shiftId = rosteredShift(person, workDay)
    if (shiftId === undefined) return { kind: 'off', reason: 'not_rostered' }
    return shiftId === null ? { kind: 'off', reason: 'roster' } : workedShift(book, shiftId)
  }
  const dayKind = calendar.state === 'published' ? calendar.kind : 'ordinary'
  if (dayKind === 'holiday') return { kind: 'off', reason: 'holiday' }
  const weekday = weekdayOf(workDay)
  const shiftId = dayKind === 'makeup_workday' ? makeUpShift(version.week, weekday) : (version.week[weekday] ?? null)
  return shiftId === null ? { kind: 'off', reason: 'week' } : workedShift(book, shiftId)
}

/** A person's own entry wins over the team's. Undefined: nobody planned the day. */
function rosteredShift(person: PersonSchedule, workDay: WorkDay): string | null | undefined {
  const own = person.ownRoster.get(workDay)
  if (own !== undefined) return own
  for (const teamId of teamsOn(person, workDay)) {
    const entry = person.teamRosters.get(teamId)?.get(workDay)
    if (entry !== undefined) return entry
  }
  return undefined
}

/** A make-up workday is worked like the weekday itself or, where that is off, like the last working day before it. */
function makeUpShift(week: readonly (string | null)[], weekday: number): string | null {
  for (let back = 0; back < 7; back++) {
    const shiftId = week[(weekday - back + 7) % 7] ?? null
    if (shiftId !== null) return shiftId
  }
  return null
}

function workedShift(book: RuleBook, shiftId: string): DaySchedule {
  const shift = book.shifts.get(shiftId)
  if (shift === undefined) throw new Error(`The rule book names a shift that it does not hold: ${shiftId}`)
  return shift.kind === 'free' && shift.spans.length === 0 ? freeHours(book, shift.zone) : { kind: 'shift', shift }
}

function freeHours(book: RuleBook, zone: string | null): DaySchedule {
  return { kind: 'free', dayBoundaryMinutes: book.company.dayBoundaryMinutes, zone }
}

function isValid({ validFrom, validUntil }: Validity, workDay: WorkDay): boolean {
  return validFrom <= workDay && (validUntil === null || workDay <= validUntil)
}

function newestFirst(left: RuleAssignment, right: RuleAssignment): number {
  return compare(right.validFrom, left.validFrom) || compare(right.id, left.id)
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
