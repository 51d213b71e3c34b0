import { readFileSync } from 'node:fs'
import { LOG_TOP_FIELDS, type LogTopField } from '#contract/api-logs'
import type { Client } from '../database'
import { eventLogQueriesOfSqlServer } from './event-log-queries'

/** No SQL Server is at hand: this shows what is sent, not that a server takes it. */
const sent: { sql: string; values: unknown[] }[] = []
const read = {
  $queryRawUnsafe: (sql: string, ...values: unknown[]) => {
    sent.push({ sql, values })
    return Promise.resolve([])
  },
} as unknown as Client

const MIGRATION = new URL('../../../../../prisma/migrations/20261122000000_initial/migration.sql', import.meta.url)
const table =
  /CREATE TABLE \[dbo\]\.\[EventLogEntry\] \(([\s\S]*?)\n\);/.exec(readFileSync(MIGRATION, 'utf8'))?.[1] ?? ''
const typeOf = (column: string) => new RegExp(`\\[${column}\\] (N?VARCHAR)\\(`).exec(table)?.[1]

const filter = {
  words: ['张敏'],
  fromMs: Date.UTC(2026, 10, 18),
  untilMs: Date.UTC(2026, 10, 19),
  ...(Object.fromEntries(LOG_TOP_FIELDS.map((field) => [field, [`${field}-1`, `${field}-2`]])) as unknown as Record<
    LogTopField,
    string[]
  >),
}

beforeEach(() => {
  sent.length = 0
})

describe('conditions for SQL Server', () => {
  it('hold values against parameters of the kind that their columns have, so that indexes are used', async () => {
    await eventLogQueriesOfSqlServer.search(read, { filter, after: { atMs: filter.fromMs, id: 'x' }, limit: 1 })
    await eventLogQueriesOfSqlServer.histogram(read, { filter, bucketSeconds: 3_600 })
    await eventLogQueriesOfSqlServer.top(read, filter, 'code', 10)
    expect(sent).toHaveLength(3)
    for (const { sql, values } of sent) {
      for (const field of LOG_TOP_FIELDS) {
        const parameters = [1, 2].map((number) => `@P${values.indexOf(`${field}-${number}`) + 1}`)
        const [first, second] = parameters.map((parameter) => `CAST(${parameter} AS VARCHAR(400))`)
        expect([field, typeOf(field)]).toEqual([field, 'VARCHAR'])
        expect(sql).toContain(`[${field}] IN (${first}, ${second})`)
      }
    }
    expect(typeOf('id')).toBe('VARCHAR')
    expect(sent[0]?.sql).toContain(`[id] < CAST(@P${(sent[0]?.values.indexOf('x') ?? -1) + 1} AS VARCHAR(400))`)
  })
})
