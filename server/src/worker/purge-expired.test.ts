import { createRetentionStore } from '../adapters/database/retention-store'
import type { Log } from '../ports/log'
import type { RetentionStore } from '../ports/retention-store'
import { countingRandom, fixedClock } from '../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { startPurgingExpired } from './purge-expired'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const DAY_MS = 86_400_000
const KEY = 'k'.repeat(64)
const EMPLOYEE = '0190a000-0000-7000-8000-000000000001'

let opened: TestDatabase
let random: ReturnType<typeof countingRandom>

beforeEach(async () => {
  opened = await openTestDatabase()
  random = countingRandom()
})
afterEach(() => opened.close())

const ago = (ms: number) => new Date(NOW_MS - ms)

async function storeChallenges(issuedAt: Date, count = 1): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => random.id())
  await opened.database.write((tx) =>
    tx.challenge.createMany({
      data: ids.map((id) => ({ id, keyThumbprint: KEY, employeeId: EMPLOYEE, issuedAt, clockOffsetMs: 0 })),
    }),
  )
  return ids
}

async function storeSession(expiresAt: Date, refreshTokens = 2): Promise<string> {
  const id = random.id()
  await opened.database.write(async (tx) => {
    await tx.session.create({ data: { id, employeeId: EMPLOYEE, loggedInAt: ago(90 * DAY_MS), expiresAt } })
    await tx.refreshToken.createMany({
      data: Array.from({ length: refreshTokens }, (_, index) => ({
        hash: `${id}/${index}`.padEnd(64, '0'),
        sessionId: id,
        generation: index + 1,
        issuedAt: ago(80 * DAY_MS),
      })),
    })
  })
  return id
}

let feedSequence = 4

async function storeEvent(createdAt: Date, place: number | null, states: readonly string[]): Promise<string> {
  const event = { id: random.id(), aggregateKey: 'employee:1', type: 'session.opened', payloadJson: '{}', createdAt }
  await opened.database.write(async (tx) => {
    await tx.outboxEvent.create({ data: { ...event, feedSequence: place } })
    await tx.outboxDelivery.createMany({
      data: states.map((state, index) => ({
        ...{ eventId: event.id, subscriber: `subscriber-${index}`, aggregateKey: event.aggregateKey },
        ...{ feedSequence: place ?? 0, state, nextAttemptAt: createdAt },
      })),
    })
  })
  return event.id
}

/** One round of the worker; answers how long it then waits, and what it logged. */
async function oneRound(retention: RetentionStore = createRetentionStore(opened.database)) {
  const lines: string[] = []
  const say = (level: string) => (_fields: unknown, text: string) => lines.push(`${level} ${text}`)
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const started: { work: () => void; delayMs: number }[] = []
  const repeating = startPurgingExpired({ retention, clock: fixedClock(NOW_MS), log }, (work, delayMs) => {
    started.push({ work, delayMs })
    return () => {}
  })
  started[0]?.work()
  while (started.length < 2) await new Promise<void>((resolve) => setImmediate(resolve))
  await repeating.stop()
  return { waitsMs: started[1]?.delayMs, lines }
}

describe('purging what expired', () => {
  it('deletes challenges older than 15 days, and no younger one', async () => {
    await storeChallenges(ago(15 * DAY_MS + 1))
    const kept = await storeChallenges(ago(15 * DAY_MS))
    expect(await oneRound()).toEqual({ waitsMs: 3_600_000, lines: ['info expired rows deleted'] })
    expect((await opened.database.read.challenge.findMany()).map(({ id }) => id)).toEqual(kept)
  })

  it('deletes sessions expired for over 30 days with their refresh tokens', async () => {
    await storeSession(ago(30 * DAY_MS + 1))
    const kept = [await storeSession(ago(30 * DAY_MS)), await storeSession(ago(-DAY_MS))]
    await oneRound()
    const { read } = opened.database
    expect((await read.session.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(kept)
    const tokens = await read.refreshToken.findMany({ select: { sessionId: true } })
    expect(tokens.map(({ sessionId }) => sessionId).sort()).toEqual([...kept, ...kept].sort())
  })

  it('deletes events that every subscriber has settled, after 30 days, but never the last one of the feed', async () => {
    const old = ago(30 * DAY_MS + 1)
    const kept = {
      waiting: await storeEvent(old, 1, ['delivered', 'waiting']),
      dead: await storeEvent(old, 2, ['dead']),
      unnumbered: await storeEvent(old, null, []),
      young: await storeEvent(ago(30 * DAY_MS), 3, ['delivered']),
    }
    for (const states of [['delivered', 'dropped'], ['delivered'], []]) await storeEvent(old, feedSequence++, states)
    const last = await storeEvent(old, feedSequence, ['delivered'])
    await oneRound()
    const { read } = opened.database
    const ids = (await read.outboxEvent.findMany()).map(({ id }) => id)
    expect(ids.sort()).toEqual([...Object.values(kept), last].sort())
    const deliveries = await read.outboxDelivery.findMany({ select: { eventId: true } })
    expect(new Set(deliveries.map(({ eventId }) => eventId))).toEqual(
      new Set([kept.waiting, kept.dead, kept.young, last]),
    )
    const lines = await read.auditRecord.findMany({ include: { detail: true } })
    expect(lines.map(({ subjectId, detail }) => `${subjectId} ${detail?.detailJson}`)).toEqual([
      'OutboxEvent {"count":3}',
    ])
  })

  it('deletes entries of the embedded log after 180 days', async () => {
    const store = (at: Date) => {
      const id = random.id()
      const entry = { id, at, action: 'session.opened', text: 'session.opened', documentJson: '{}' }
      return opened.database.write((tx) => tx.eventLogEntry.create({ data: entry }))
    }
    await store(ago(180 * DAY_MS + 1))
    const kept = await store(ago(180 * DAY_MS))
    await oneRound()
    expect((await opened.database.read.eventLogEntry.findMany()).map(({ id }) => id)).toEqual([kept.id])
  })

  it('deletes what passed between us and WeCom: callbacks after 7 days, the rest after 90, what was given up after 180', async () => {
    const before = (days: number) => ago(days * DAY_MS + 1)
    const rows: readonly (readonly [id: string, state: string, at: Date])[] = [
      ['old', 'ended', before(90)],
      ['young', 'ended', ago(90 * DAY_MS)],
      ['old-failed', 'failed', before(180)],
      ['young-failed', 'failed', ago(180 * DAY_MS)],
      ['waits', 'waiting', before(200)],
    ]
    await opened.database.write(async (tx) => {
      for (const [id, state, at] of rows) {
        const who = { employeeId: EMPLOYEE, createdAt: at, nextTryAt: at }
        const noticeState = state === 'ended' ? 'sent' : state
        await tx.notice.create({
          data: { ...who, id, noticeKey: id, kind: 'phone_unbound', detailJson: '{}', state: noticeState },
        })
        const card = { requestId: id, round: 1, subjectVersion: 1, updatedAt: at }
        await tx.approvalCard.create({ data: { ...who, ...card, id, state: state === 'ended' ? 'closed' : state } })
        const record = { attemptId: id, createdAt: at, nextTryAt: at }
        await tx.attendanceWriteBack.create({ data: { ...record, state: noticeState } })
      }
      const callbacks = [
        ['done-old', 'done', before(7)],
        ['done-young', 'done', ago(7 * DAY_MS)],
        ['failed-old', 'failed', before(180)],
        ['failed-young', 'failed', ago(180 * DAY_MS)],
      ] as const
      for (const [id, state, processedAt] of callbacks) {
        const times = { receivedAt: ago(300 * DAY_MS), nextTryAt: processedAt, processedAt }
        await tx.wecomCallback.create({ data: { ...times, id, messageKey: id, event: 'x', state } })
      }
    })
    expect(await oneRound()).toEqual({ waitsMs: 3_600_000, lines: ['info expired rows deleted'] })
    const { read } = opened.database
    const left = {
      notices: (await read.notice.findMany()).map(({ id }) => id),
      cards: (await read.approvalCard.findMany()).map(({ id }) => id),
      writeBacks: (await read.attendanceWriteBack.findMany()).map(({ attemptId }) => attemptId),
      callbacks: (await read.wecomCallback.findMany()).map(({ id }) => id),
    }
    const kept = ['waits', 'young', 'young-failed'].sort()
    for (const table of ['notices', 'cards', 'writeBacks'] as const) expect(left[table].sort()).toEqual(kept)
    expect(left.callbacks.sort()).toEqual(['done-young', 'failed-young'])
    const lines = await read.auditRecord.findMany({ include: { detail: true }, orderBy: { id: 'asc' } })
    expect(lines.map(({ subjectId, detail }) => `${subjectId} ${detail?.detailJson}`).sort()).toEqual(
      ['ApprovalCard', 'AttendanceWriteBack', 'Notice', 'WecomCallback'].map((table) => `${table} {"count":2}`),
    )
  })

  it('works in small batches and leaves one audit line for each', async () => {
    await storeChallenges(ago(20 * DAY_MS), 450)
    await oneRound()
    expect(await opened.database.read.challenge.count()).toBe(0)
    const lines = await opened.database.read.auditRecord.findMany({ include: { detail: true }, orderBy: { id: 'asc' } })
    expect(lines.map(({ action, subjectId }) => `${action} ${subjectId}`)).toEqual(
      Array.from({ length: 3 }, () => 'retention.purged Challenge'),
    )
    expect(lines.map(({ detail }) => detail?.detailJson).sort()).toEqual([
      '{"count":200}',
      '{"count":200}',
      '{"count":50}',
    ])
  })

  it('says nothing and writes nothing when there is nothing to delete', async () => {
    await storeChallenges(ago(DAY_MS))
    expect((await oneRound()).lines).toEqual([])
    expect(await opened.database.read.auditRecord.count()).toBe(0)
  })

  it('goes on after a fault', async () => {
    const store = createRetentionStore(opened.database)
    const broken = { ...store, challengesIssuedBefore: () => Promise.reject(new Error('no database')) }
    expect(await oneRound(broken)).toEqual({
      waitsMs: 3_600_000,
      lines: ['error expired rows could not be deleted; it is tried again'],
    })
  })
})
