/** One recording for all of it: it takes some seconds. */
import { readdirSync, readFileSync } from 'node:fs'
import { SqliteAdapter } from '../../src/adapters/database/sqlite/sqlite-adapter'
import { sqliteFileOf } from '../../src/adapters/database/sqlite/sqlite-file'
import { openTestSqlite } from '../test-database'
import { PLAN_EXCEPTIONS } from './plan-exceptions'
import { planProblems } from './query-plans'
import { recordStores, type RecordedStore } from './record-stores'
import { readRecorded, textsOf } from './recorded-files'
import { BORDERS, type Statement } from './statement-recorder'
import { shapeOf } from './statement-text'
import { forbiddenShapes, openParser } from './t-sql-checks'

const STORES_FOLDER = new URL('../../src/adapters/database/', import.meta.url)

let stores: readonly RecordedStore[]
beforeAll(async () => {
  stores = await recordStores()
}, 300_000)

/** With where it comes from: `<store>: <call>`. */
function* statementsOf(engine: 'sqlite' | 'sqlserver'): Iterable<readonly [from: string, statement: Statement]> {
  for (const { file, calls } of stores) {
    for (const { name, statements } of calls) {
      for (const statement of statements[engine]) yield [`${file}: ${name}`, statement]
    }
  }
}

describe('the recorded SQL', () => {
  it('is what the stores send; if not: npm run db:sql, and look at what changed', () => {
    const [recorded, now] = [readRecorded(), textsOf(stores)]
    expect([...recorded.keys()].sort()).toEqual([...now.keys()].sort())
    for (const [name, text] of now) expect([name, recorded.get(name)]).toEqual([name, text])
  })

  it('has every store', () => {
    const named = readdirSync(STORES_FOLDER)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'store-transaction.ts')
      .filter((name) => /^export function create\w+\(/m.test(readFileSync(new URL(name, STORES_FOLDER), 'utf8')))
      .map((name) => name.replace(/\.ts$/, ''))
    expect(stores.map(({ file }) => file).sort()).toEqual([...named, 'migration-history'].sort())
  })

  it('has a statement of every call on both engines', () => {
    const borders: readonly string[] = Object.values(BORDERS)
    const silent = stores.flatMap(({ file, calls }) =>
      calls.flatMap(({ name, statements }) =>
        Object.entries(statements).flatMap(([engine, sent]) =>
          sent.some(({ sql }) => !borders.includes(sql)) ? [] : [`${file}: ${name} (${engine})`],
        ),
      ),
    )
    // The book of rules is remembered.
    expect(silent.filter((call) => !call.startsWith('rule-store: ruleBookAt'))).toEqual([])
  })
})

describe('the T-SQL', () => {
  it('is grammatical for a parser', async () => {
    const problemOf = await openParser()
    const seen = new Set<string>()
    const problems: string[] = []
    for (const [from, statement] of statementsOf('sqlserver')) {
      const shape = shapeOf(statement)
      if (seen.has(shape)) continue
      seen.add(shape)
      const problem = problemOf(statement)
      if (problem !== null) problems.push(`${from}: ${problem}`)
    }
    expect(problems).toEqual([])
    expect(seen.size).toBeGreaterThan(300)
  })

  it('has nothing that we do not send to SQL Server', () => {
    const found = [...statementsOf('sqlserver')].flatMap(([from, statement]) =>
      forbiddenShapes(statement).map((shape) => `${from}: ${shape} in ${statement.sql.slice(0, 200)}`),
    )
    expect(found).toEqual([])
  })

  it('was tried with lists that need several statements', () => {
    const most = Math.max(...[...statementsOf('sqlserver')].map(([, { values }]) => values.length))
    expect(most).toBeGreaterThan(2_000)
  })
})

/** Both engines have the same indexes, from one schema, and are asked the same: SQLite's plans speak for both. */
describe('the indexes', () => {
  it('spare reading and sorting whole tables that grow', async () => {
    const opened = await openTestSqlite()
    const connection = await new SqliteAdapter(sqliteFileOf(opened.url), 'read').connect()
    const [problems, used] = [new Set<string>(), new Set<unknown>()]
    for (const [from, statement] of statementsOf('sqlite')) {
      if (from.startsWith('migration-history')) continue
      for (const problem of await planProblems(connection, statement)) {
        const { kind, table, step } = problem
        const exception = PLAN_EXCEPTIONS.find(
          (one) => one.kind === kind && one.tables.includes(table) && one.calls.test(from),
        )
        if (exception === undefined) problems.add(`${from}: ${kind} ${table} (${step})`)
        used.add(exception)
      }
    }
    await connection.dispose()
    await opened.close()
    expect([...problems]).toEqual([])
    expect(PLAN_EXCEPTIONS.filter((exception) => !used.has(exception))).toEqual([])
  })
})
