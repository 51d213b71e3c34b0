import type { CalendarDay, Rule, RuleAssignment, RuleBook, TargetKind } from '../../features/shifts/rule-book.rules'
import type { Client } from './database'
import { groupBy, indexBy } from './index-by'
import { oneOf, toRuleVersion, toShift } from './rule-store-rows'
import { dateToWorkDay } from './work-day'

const MOST_TRIES = 5

export async function readRulesVersion(read: Client): Promise<number> {
  const { rulesVersion } = await read.company.findUniqueOrThrow({ where: { id: 1 }, select: { rulesVersion: true } })
  return rulesVersion
}

/**
 * Reads all rule tables. They are not read in one transaction; each writer bumps the version with its change, so tables
 * between two equal readings of the version belong together.
 */
export async function readRuleBook(read: Client): Promise<RuleBook> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const book = await readTables(read)
    if ((await readRulesVersion(read)) === book.version) return book
  }
  throw new Error(`The rule tables changed during each of ${MOST_TRIES} readings`)
}

async function readTables(read: Client): Promise<RuleBook> {
  const company = await read.company.findUniqueOrThrow({ where: { id: 1 } })
  const [rules, assignments, shifts, departments, years, days] = await Promise.all([
    read.rule.findMany({
      include: { versions: { include: { sites: { orderBy: { siteId: 'asc' } } }, orderBy: { version: 'desc' } } },
    }),
    read.ruleAssignment.findMany(),
    read.shift.findMany({ include: { spans: { orderBy: { number: 'asc' } } } }),
    read.department.findMany({ select: { id: true, parentId: true } }),
    read.calendarYear.findMany({ where: { publishedAt: { not: null } }, select: { year: true } }),
    read.calendarDay.findMany(),
  ])
  const targeted = (kind: TargetKind) =>
    groupBy(
      assignments.map(toAssignment).filter((row) => row.targetKind === kind),
      (row) => row.targetId,
    )
  return {
    version: company.rulesVersion,
    company: { zone: company.zone, dayBoundaryMinutes: company.dayBoundaryMinutes },
    rules: indexBy(
      rules.map((row): Rule => ({
        id: row.id,
        name: row.name,
        archivedAtMs: row.archivedAt?.getTime() ?? null,
        versions: row.versions.map(toRuleVersion),
      })),
      (rule) => rule.id,
    ),
    assignments: {
      company: targeted('company'),
      department: targeted('department'),
      team: targeted('team'),
      employee: targeted('employee'),
    },
    shifts: indexBy(shifts.map(toShift), (shift) => shift.id),
    departmentParents: new Map(departments.map((row) => [row.id, row.parentId])),
    publishedYears: new Set(years.map((row) => row.year)),
    calendarDays: new Map(
      days.map((row): [string, CalendarDay] => [
        dateToWorkDay(row.day),
        {
          kind: oneOf(['holiday', 'makeup_workday'], row.kind, `calendar day ${row.day.toISOString()}`),
          name: row.name,
        },
      ]),
    ),
  }
}

function toAssignment(row: {
  id: string
  ruleId: string
  targetKind: string
  targetId: string
  precedence: number
  validFrom: Date
  validUntil: Date | null
}): RuleAssignment {
  const { id, ruleId, targetId, precedence } = row
  return {
    id,
    ruleId,
    targetKind: oneOf(['company', 'department', 'team', 'employee'], row.targetKind, `rule assignment ${id}`),
    targetId,
    precedence,
    validFrom: dateToWorkDay(row.validFrom),
    validUntil: row.validUntil === null ? null : dateToWorkDay(row.validUntil),
  }
}
