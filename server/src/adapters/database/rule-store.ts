import type { RuleBook } from '../../features/shifts/rule-book.rules'
import type { RuleStore } from '../../ports/rule-store'
import type { Database, Transaction } from './database'
import { readRuleBook, readRulesVersion } from './rule-store-book'
import { readPersonScheduleRows, readPersonSchedules } from './rule-store-people'
import { readPersonScheduleRows as readPersonScheduleRowsOfSqlite } from './sqlite/person-schedule-rows'

/** @param database without an engine, its reads are Prisma's own, which run on any */
export function createRuleStore(database: Pick<Database, 'read'> & Partial<Pick<Database, 'engine'>>): RuleStore {
  const { engine, read } = database
  const readRows = engine === 'sqlite' ? readPersonScheduleRowsOfSqlite : readPersonScheduleRows
  let remembered: RuleBook | null = null
  let loading: Promise<RuleBook> | null = null

  async function load(): Promise<RuleBook> {
    try {
      remembered = await readRuleBook(read)
      return remembered
    } finally {
      loading = null
    }
  }

  async function ruleBookAt(version: number): Promise<RuleBook> {
    if (remembered !== null && remembered.version >= version) return remembered
    const book = await (loading ??= load())
    // A load that began before the version was bumped does not hold it yet.
    return book.version >= version ? book : (loading ??= load())
  }

  return {
    rulesVersion: () => readRulesVersion(read),
    ruleBookAt,
    loadRuleBook: async () => ruleBookAt(await readRulesVersion(read)),
    loadPersonSchedules: (employeeIds, fromDay, toDay) =>
      readPersonSchedules(read, readRows, employeeIds, fromDay, toDay),
  }
}

/**
 * Belongs into every transaction that changes rules, versions, assignments, shifts, departments, the calendar or the
 * company's zone and day boundary: what processes remember is checked against it.
 */
export async function bumpRulesVersion(tx: Transaction): Promise<void> {
  await tx.company.update({ where: { id: 1 }, data: { rulesVersion: { increment: 1 } } })
}
