/**
 * Lists that grow with the company are cut before they reach a statement: SQLite takes 999 parameters, SQL Server 2 098.
 * Prisma cuts some by itself; not those of a count, nor the second long list of a query.
 */
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createFieldCipher } from '../system/field-cipher'
import { listApprovals } from './approval-store-list'
import { createAttemptSubjectStore } from './attempt-subject-store'
import type { Database } from './database'
import { createDeviceStore } from './device-store'
import { createFeedbackStore } from './feedback-store'
import { createPlanStore } from './plan-store'
import { createRuleStore } from './rule-store'
import { createTeamStore } from './team-store'

const NOW = Date.UTC(2026, 10, 18, 1)
/** Leaves room for a second list of the same length on SQL Server. */
const LONGEST_LIST = 1_000
const DAY = '2026-11-18'
const key = new Uint8Array(32).fill(3)
const cipher = createFieldCipher({ keys: [{ id: 'test', key }], currentKeyId: 'test', hashKey: key })
const MANY = Array.from({ length: 2_500 }, (_, index) => `id-${index}`)
const reach = { kind: 'some', departmentIds: MANY, employeeIds: MANY } as const

let opened: TestDatabase
/** Of the lists that have reached Prisma. */
let longest = 0
let watched: Database

beforeAll(async () => {
  opened = await openTestDatabase()
  const read = opened.database.read.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        longest = Math.max(longest, longestList(args))
        return query(args)
      },
    },
  }) as unknown as Database['read']
  watched = { ...opened.database, read }
})
afterAll(() => opened.close())
beforeEach(() => {
  longest = 0
})

function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return 0
  const own = Array.isArray(value) ? value.length : 0
  return Math.max(own, ...Object.values(value).map(longestList))
}

it.each<[string, () => Promise<unknown>]>([
  [
    'plans of everybody within reach',
    () => {
      const query = { people: reach, employeeId: null, from: DAY, until: DAY, after: null, limit: 10 } as const
      return createPlanStore(watched).list(query)
    },
  ],
  [
    'people within reach',
    () => createTeamStore(watched).listPeople({ reach, exceptId: 'x', afterId: null, limit: null }, NOW),
  ],
  ['days of many people', () => createTeamStore(watched).loadDays(MANY, DAY, DAY, NOW)],
  [
    'reports within reach',
    () => createFeedbackStore(watched, cipher).list({ reach, answered: null, beforeId: null, limit: 10 }),
  ],
  [
    'requests within a scope',
    () => {
      const relation = { role: 'approver', employeeId: 'x', leaderLevels: [], scope: reach } as const
      return listApprovals(watched.read, { relation, status: null, before: null, limit: 10 }, NOW)
    },
  ],
  ['attempts that are asked about', () => createAttemptSubjectStore(watched).findMany(MANY)],
  [
    'schedules of many people',
    () => createRuleStore({ ...watched, engine: 'sqlserver' }).loadPersonSchedules(MANY, DAY, DAY),
  ],
  ['phones of many people', () => createDeviceStore(watched).ofEmployees(MANY)],
])('cuts %s', async (_name, read) => {
  await read()
  expect(longest).toBeLessThanOrEqual(LONGEST_LIST)
  expect(longest).toBeGreaterThan(1)
})
