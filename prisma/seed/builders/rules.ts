import type { Policy } from '../../../miniprogram/contract/policy'
import type { Transaction } from '../../../server/src/adapters/database/database'
import { bumpRulesVersion } from '../../../server/src/adapters/database/rule-store'
import { workDayToDate } from '../../../server/src/adapters/database/work-day'
import { nextCount, stableId } from './ids'
import { LONG_AGO } from './people'

export interface SpanSeed {
  readonly startMinutes?: number
  readonly endMinutes?: number
  readonly earlyOpensMinutes?: number
  readonly earlyClosesMinutes?: number
  readonly lateOpensMinutes?: number
  readonly lateClosesMinutes?: number
  readonly lateGraceMinutes?: number
  readonly leaveGraceMinutes?: number
}

export interface ShiftSeed {
  readonly id?: string
  readonly name?: string
  readonly kind?: 'fixed' | 'flexible' | 'free'
  readonly zone?: string | null
  readonly requiredMinutes?: number | null
  /** Default: one span, 09:00 to 18:00, early from 07:00 to 11:00, late from 17:00 to midnight. */
  readonly spans?: readonly SpanSeed[]
}

const DAY_SPAN = {
  startMinutes: 540,
  endMinutes: 1_080,
  earlyOpensMinutes: 420,
  earlyClosesMinutes: 660,
  lateOpensMinutes: 1_020,
  lateClosesMinutes: 1_440,
  lateGraceMinutes: 0,
  leaveGraceMinutes: 0,
}

/** @returns the shift's id */
export async function seedShift(tx: Transaction, seed: ShiftSeed = {}): Promise<string> {
  const name = seed.name ?? `班次 ${nextCount()}`
  const { id = stableId('shift', name), kind = 'fixed', zone = null, requiredMinutes = null, spans = [{}] } = seed
  await tx.shift.create({ data: { id, name, kind, zone, requiredMinutes, createdAt: LONG_AGO } })
  for (const [index, span] of spans.entries()) {
    await tx.shiftSpan.create({ data: { shiftId: id, number: index + 1, ...DAY_SPAN, ...span } })
  }
  await bumpRulesVersion(tx)
  return id
}

export interface RuleSeed {
  readonly id?: string
  readonly name?: string
  readonly version?: number
  readonly validFrom?: string
  readonly validUntil?: string | null
  readonly scheduleKind?: 'weekly' | 'roster' | 'free'
  /** Shift ids for Monday to Sunday. Default: one fresh day shift on all seven days, so that no test depends on weekdays. */
  readonly week?: readonly (string | null)[]
  readonly followsCalendar?: boolean
  readonly policy?: Partial<Policy>
  readonly sites?: readonly string[]
  /** Default: the company. */
  readonly assignTo?: readonly AssignmentSeed[]
  readonly archivedAt?: Date | null
}

export interface AssignmentSeed {
  readonly kind: 'company' | 'department' | 'team' | 'employee'
  readonly id?: string
  readonly precedence?: number
  readonly validFrom?: string
  readonly validUntil?: string | null
}

/** A rule with one version and its assignments. @returns the rule's id */
export async function seedRule(tx: Transaction, seed: RuleSeed = {}): Promise<string> {
  const name = seed.name ?? `规则 ${nextCount()}`
  const id = seed.id ?? stableId('rule', name)
  await tx.rule.create({ data: { id, name, createdAt: LONG_AGO, archivedAt: seed.archivedAt ?? null } })
  await seedRuleVersion(tx, id, seed)
  for (const assignment of seed.assignTo ?? [{ kind: 'company' }]) await seedAssignment(tx, id, assignment)
  return id
}

/** @returns the version's id */
export async function seedRuleVersion(tx: Transaction, ruleId: string, seed: RuleSeed = {}): Promise<string> {
  const { version = 1, scheduleKind = 'weekly', validFrom = '2025-01-01', validUntil = null, sites = [] } = seed
  const week = seed.week ?? (scheduleKind === 'weekly' ? Array<string>(7).fill(await seedShift(tx)) : [])
  const id = stableId('rule-version', ruleId, version)
  await tx.ruleVersion.create({
    data: {
      id,
      ruleId,
      version,
      validFrom: workDayToDate(validFrom),
      validUntil: validUntil === null ? null : workDayToDate(validUntil),
      scheduleKind,
      weekJson: JSON.stringify(week),
      followsCalendar: seed.followsCalendar ?? false,
      policyJson: JSON.stringify(seed.policy ?? {}),
      createdBy: 'seed',
      createdAt: LONG_AGO,
    },
  })
  for (const siteId of sites) await tx.ruleSite.create({ data: { ruleVersionId: id, siteId } })
  await bumpRulesVersion(tx)
  return id
}

/** @returns the assignment's id */
export async function seedAssignment(tx: Transaction, ruleId: string, seed: AssignmentSeed): Promise<string> {
  const { kind, id: targetId = '', precedence = 0, validFrom = '2025-01-01', validUntil = null } = seed
  const id = stableId('assignment', ruleId, kind, targetId, validFrom)
  await tx.ruleAssignment.create({
    data: {
      id,
      ruleId,
      targetKind: kind,
      targetId,
      precedence,
      validFrom: workDayToDate(validFrom),
      validUntil: validUntil === null ? null : workDayToDate(validUntil),
    },
  })
  await bumpRulesVersion(tx)
  return id
}

export interface RosterSeed {
  readonly target: { readonly kind: 'team' | 'employee'; readonly id: string }
  /** Shift ids by work day; null is a day off. */
  readonly days: Readonly<Record<string, string | null>>
}

export async function seedRoster(tx: Transaction, { target, days }: RosterSeed): Promise<void> {
  await tx.rosterEntry.createMany({
    data: Object.entries(days).map(([workDay, shiftId]) => ({
      id: stableId('roster', target.kind, target.id, workDay),
      targetKind: target.kind,
      targetId: target.id,
      workDay: workDayToDate(workDay),
      shiftId,
    })),
  })
  await bumpRulesVersion(tx)
}

export interface CalendarSeed {
  readonly year: number
  /** Null: the official notice is not in the data. */
  readonly publishedAt: Date | null
  readonly source?: string | null
  readonly days?: readonly {
    readonly day: string
    readonly kind: 'holiday' | 'makeup_workday'
    readonly name: string
  }[]
}

export async function seedCalendarYear(tx: Transaction, seed: CalendarSeed): Promise<void> {
  const { year, publishedAt, source = null, days = [] } = seed
  await tx.calendarYear.create({ data: { year, publishedAt, source } })
  await tx.calendarDay.createMany({
    data: days.map(({ day, kind, name }) => ({ day: workDayToDate(day), kind, name })),
  })
  await bumpRulesVersion(tx)
}
