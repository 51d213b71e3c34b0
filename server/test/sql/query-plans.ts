import { readFileSync } from 'node:fs'
import type { SqlConnection } from '../../src/adapters/database/sqlite/sqlite-adapter'
import { BORDERS, type Statement } from './statement-recorder'

/** Few rows, whatever the company's size and age; every other table grows. */
const SMALL_TABLES: ReadonlySet<string> = new Set([
  ...['Company', 'Department', 'DepartmentLeader', 'RoleGrant', 'ConsentNotice', 'SigningKey', 'Lease'],
  ...['Site', 'SiteWifi', 'SiteAddress', 'PresenceGateway', 'Rule', 'RuleVersion', 'RuleSite', 'RuleAssignment'],
  ...['Shift', 'ShiftSpan', 'Team', 'CalendarYear', 'CalendarDay', 'OutageInterval', 'IntegrationToken'],
  // A few per leader and year.
  'Delegation',
])

const SCHEMA = new URL('../../../prisma/schema.prisma', import.meta.url)

function tableNames(): string[] {
  return [...readFileSync(SCHEMA, 'utf8').matchAll(/^model (\w+) /gm)].map(([, name]) => name ?? '')
}

/** What a plan does that costs more with every row that a table gets. */
export interface PlanProblem {
  readonly kind: 'reads all' | 'sorts'
  readonly table: string
  /** SQLite's own words. */
  readonly step: string
}

/**
 * Reads of whole tables that grow, and sorts over them, in SQLite's plan for this statement. Both engines have the same
 * indexes from one schema and are asked the same, so that it speaks for both.
 */
export async function planProblems(connection: SqlConnection, statement: Statement): Promise<PlanProblem[]> {
  const { sql, values, types } = statement
  if (Object.values<string>(BORDERS).includes(sql)) return []
  const { rows } = await connection.queryRaw({
    sql: `EXPLAIN QUERY PLAN ${sql}`,
    args: [...values],
    argTypes: [...types],
  })
  return problemsOf(
    sql,
    rows.map(([, , , detail]) => String(detail)),
  )
}

/** @param steps of the plan, in SQLite's words */
export function problemsOf(sql: string, steps: readonly string[]): PlanProblem[] {
  // Prisma's own way to ask for nothing.
  if (sql.includes('WHERE 1=0')) return []
  const names = meaningsOf(sql)
  const problems: PlanProblem[] = []
  const scans = new Map<string, number>()
  for (const step of steps) {
    const name = nameIn(step, /^SCAN /)
    if (name === null) continue
    scans.set(name, (scans.get(name) ?? 0) + 1)
    const { growing, harmless } = names(name)
    // One name may stand for several things in one statement: as many reads as there are harmless ones are theirs.
    if (growing !== null && (scans.get(name) ?? 0) > harmless)
      problems.push({ kind: 'reads all', table: growing, step })
  }
  const first = steps.map((step) => nameIn(step, /^(?:SCAN|SEARCH) /)).find((name) => name !== null)
  const { growing } = names(first ?? '')
  // A sort within rows of one value only (RIGHT PART) takes what a page needs and no more.
  const sorts = steps.filter((step) => step.startsWith('USE TEMP B-TREE') && !/RIGHT PART|LAST \w+ TERM/.test(step))
  if (growing !== null) problems.push(...sorts.map((step) => ({ kind: 'sorts' as const, table: growing, step })))
  return problems
}

function nameIn(step: string, before: RegExp): string | null {
  return before.test(step) ? (/^\w+ (?:main\.)?(\w+)/.exec(step)?.[1] ?? null) : null
}

interface Meaning {
  /** The growing table that a name may stand for. */
  readonly growing: string | null
  /** How many small tables and subqueries it stands for. */
  readonly harmless: number
}

const GROWING: ReadonlySet<string> = new Set(tableNames().filter((name) => !SMALL_TABLES.has(name)))

/** Names of tables, aliases as both Prisma and our own SQL write them, and those of subqueries. */
function meaningsOf(sql: string): (name: string) => Meaning {
  const found: (readonly [alias: string, table: string])[] = []
  for (const [, table = '', alias = ''] of sql.matchAll(
    /(?:FROM|JOIN)\s+(?:`main`\.)?["`]?(\w+)["`]?(?:\([^)]*\))?(?:\s+(?:AS\s+)?["`]?(\w+)["`]?)?/g,
  )) {
    found.push([table, table], [alias, table])
  }
  for (const [, alias = ''] of sql.matchAll(/\)\s+(?:AS\s+)?["`]?(\w+)["`]?/g)) found.push([alias, ''])
  return (name) => {
    const tables = found.filter(([alias]) => alias === name).map(([, table]) => table)
    return {
      growing: tables.find((table) => GROWING.has(table)) ?? (GROWING.has(name) ? name : null),
      harmless: tables.filter((table) => !GROWING.has(table)).length,
    }
  }
}
