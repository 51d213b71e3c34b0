import { openTestSqlite, type TestDatabase } from '../../../../test/test-database'
import { seedEmployee } from '../../../../../prisma/seed/builders'
import { bulkWriter as prismaWriter, type BulkRows, type BulkWriter } from '../bulk-rows'
import { uniqueConflict } from '../unique-conflict'
import { workDayToDate } from '../work-day'
import { bulkWriter } from './bulk-writer'

const AT = new Date('2026-11-18T00:52:10.007Z')
const WORK_DAY = '2026-11-18'
const TEXT = '“通过” \u0001 \\ " \n é 😀 {"a":[1,null]} null 0123 1e5'
const HASH = 'a'.repeat(64)

let opened: TestDatabase
let employeeId: string
beforeEach(async () => {
  opened = await openTestSqlite()
  employeeId = (await opened.database.write((tx) => seedEmployee(tx))).id
})
afterEach(() => opened.close())

const attempt = (id: string, changes: Partial<BulkRows['attempt']> = {}): BulkRows['attempt'] => ({
  id,
  employeeId,
  workDay: workDayToDate(WORK_DAY),
  slotKind: 'early',
  slotSpan: 1,
  slotKey: `early-${id}`,
  zone: 'Asia/Shanghai',
  requestId: id,
  keyThumbprint: HASH,
  bodyHash: HASH,
  challengeId: null,
  challengePosition: 0,
  sessionId: 'session',
  phoneTime: AT,
  capturedAt: AT,
  receivedAt: AT,
  deferred: true,
  captureUnproven: false,
  note: TEXT,
  networkType: '5g',
  deviceJson: '{"brand":"HUAWEI"}',
  clientVersion: '1.0',
  accuracyMetres: 12.34,
  cellLatitude: 31.2,
  cellLongitude: -121.59,
  replyJson: TEXT,
  outcome: 'accepted',
  code: 'ACCEPTED',
  evidenceState: 'none',
  ...changes,
})

/** One row for each table; two attempts, of which one has nulls and whole numbers. */
function rows(): { readonly [Model in keyof BulkRows]: readonly BulkRows[Model][] } {
  const plain = { note: null, deferred: false, accuracyMetres: 8, cellLatitude: -0.01, cellLongitude: null }
  return {
    attempt: [attempt('first'), attempt('second', plain)],
    decision: [
      {
        attemptId: 'first',
        number: 1,
        decidedAt: AT,
        decidedBy: 'rule',
        outcome: 'accepted',
        code: 'ACCEPTED',
        findingsJson: '[]',
        checksJson: TEXT,
        effect: null,
      },
    ],
    challenge: [{ id: 'challenge', keyThumbprint: HASH, employeeId, issuedAt: AT, clockOffsetMs: -1_234.5 }],
    employeeDay: [{ employeeId, workDay: workDayToDate(WORK_DAY), zone: 'Asia/Shanghai' }],
    auditRecord: [
      {
        id: 'audit',
        at: AT,
        actorKind: 'employee',
        actorId: employeeId,
        action: 'check_in.accepted',
        subjectKind: 'attempt',
        subjectId: 'first',
        requestId: null,
        detailHash: HASH,
      },
    ],
    auditDetail: [{ auditId: 'audit', salt: 'b'.repeat(32), detailJson: TEXT }],
    outboxEvent: [
      { id: 'event', aggregateKey: 'employee:1', type: 'check_in.decided', payloadJson: TEXT, createdAt: AT },
    ],
  }
}

const MODELS = [
  'attempt',
  'decision',
  'challenge',
  'employeeDay',
  'auditRecord',
  'auditDetail',
  'outboxEvent',
] as const satisfies readonly (keyof BulkRows)[]

async function writeAndRead(writer: BulkWriter) {
  const { database } = opened
  const written = rows()
  await database.write(async (tx) => {
    for (const model of MODELS) await writer.insert(tx, model, written[model] as readonly never[])
  })
  const { read } = database
  const found = {
    attempt: await read.attempt.findMany({ orderBy: { id: 'asc' } }),
    decision: await read.decision.findMany(),
    challenge: await read.challenge.findMany(),
    employeeDay: await read.employeeDay.findMany(),
    auditRecord: await read.auditRecord.findMany(),
    auditDetail: await read.auditDetail.findMany(),
    outboxEvent: await read.outboxEvent.findMany(),
  }
  // How SQLite holds them: a date as another text or a flag as a text would read the same and compare otherwise.
  const types = await read.$queryRawUnsafe(`SELECT typeof("deferred"), typeof("accuracyMetres"), typeof("slotSpan"),
    typeof("note"), CAST("workDay" AS TEXT) AS "day", CAST("capturedAt" AS TEXT) AS "at" FROM "Attempt" ORDER BY "id"`)
  await database.write(async (tx) => {
    for (const model of [...MODELS].reverse()) await (tx[model] as typeof tx.attempt).deleteMany()
  })
  return { found, types }
}

it('stores what Prisma stores', async () => {
  const own = await writeAndRead(bulkWriter)
  expect(own).toEqual(await writeAndRead(prismaWriter))
  expect(own.found.attempt).toMatchObject([
    { note: TEXT, decisionCount: 1, deferred: true },
    { note: null, deferred: false },
  ])
})

it.each([
  ['Prisma', prismaWriter],
  ['one statement', bulkWriter],
])('raises the versions of days that are as they were seen, by %s', async (_name, writer) => {
  const { database } = opened
  const days = ['2026-11-16', '2026-11-17', '2026-11-18']
  await database.write((tx) =>
    tx.employeeDay.createMany({
      data: days.map((day) => ({ employeeId, workDay: workDayToDate(day), zone: 'Asia/Shanghai', version: 3 })),
    }),
  )
  const seen = [
    { employeeId, workDay: '2026-11-16', version: 3 },
    { employeeId, workDay: '2026-11-17', version: 2 },
    { employeeId: 'nobody', workDay: '2026-11-18', version: 3 },
  ]
  expect(await database.write((tx) => writer.bumpDays(tx, seen))).toBe(1)
  expect(await database.write((tx) => writer.bumpDays(tx, []))).toBe(0)
  const versions = await database.read.employeeDay.findMany({ orderBy: { workDay: 'asc' }, select: { version: true } })
  expect(versions.map(({ version }) => version)).toEqual([4, 3, 3])
})

it('names the unique index that refuses a row, and keeps none of the rows', async () => {
  const { database } = opened
  const twice = [attempt('first'), attempt('second', { requestId: 'first' })]
  const fault = await database.write((tx) => bulkWriter.insert(tx, 'attempt', twice)).catch((error: unknown) => error)
  expect(uniqueConflict(fault)).toBe('Attempt_one_per_request')
  expect(await database.read.attempt.count()).toBe(0)
})
