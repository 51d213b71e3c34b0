import type { RecordMonthReply } from '#contract/api-days'
import type { Outcome } from '#contract/decision'
import {
  seedCompany,
  seedEmployee,
  seedFieldPlan,
  seedRule,
  seedShift,
  seedSite,
  stableId,
} from '../../../../prisma/seed/builders'
import { countStatements } from '../../../test/count-statements'
import { fixedClock } from '../../../test/fakes'
import { seedAttempt, type AttemptSeed } from '../../../test/seed-attempt'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { Database, Transaction } from '../../adapters/database/database'
import { createRecordStore } from '../../adapters/database/record-store'
import { createRuleStore } from '../../adapters/database/rule-store'
import { createFieldCipher } from '../../adapters/system/field-cipher'
import { daysOfMonth } from './record-month.rules'
import { recordMonthReplySchema } from './records.schema'
import { listOwnRecords, readOwnMonth, readOwnRecord, type RecordPorts } from './records.usecase'

const cipher = createFieldCipher({
  keys: [{ id: 'test', key: new Uint8Array(32).fill(1) }],
  currentKeyId: 'test',
  hashKey: new Uint8Array(32).fill(2),
})
const clock = fixedClock(0)

let opened: TestDatabase
let database: Database
let employeeId: string

const seed = <Result>(work: (tx: Transaction) => Promise<Result>) => database.write(work)
const portsOn = (from: Database): RecordPorts => ({
  records: createRecordStore(from, cipher),
  rules: createRuleStore(from),
  clock,
})
const attempt = (slot: string, outcome: Outcome, at: string, more: Partial<AttemptSeed> = {}) =>
  seed((tx) => seedAttempt(tx, { employeeId, slot, outcome, at, ...more }))

async function month(name: string, at: string, ports = portsOn(database)): Promise<RecordMonthReply> {
  clock.set(Date.parse(at))
  const reply = await readOwnMonth(ports, employeeId, name)
  return recordMonthReplySchema.parse(JSON.parse(JSON.stringify(reply)))
}
const dayOf = (reply: RecordMonthReply, workDay: string) => reply.days.find((day) => day.workDay === workDay)
const statesOf = (reply: RecordMonthReply, workDay: string) =>
  dayOf(reply, workDay)?.slots.map(({ kind, state }) => `${kind} ${state}`)

beforeEach(async () => {
  opened = await openTestDatabase()
  database = opened.database
  employeeId = await seed(async (tx) => {
    await seedCompany(tx)
    return (await seedEmployee(tx)).id
  })
})
afterEach(() => opened.close())

describe('a month', () => {
  it('has every day with its slots, what stands for them, and counts', async () => {
    await seed(async (tx) => {
      const shift = await seedShift(tx)
      await seedRule(tx, { week: [...Array<string>(5).fill(shift), null, null] })
    })
    const early = await attempt('2026-11-05 early-1', 'accepted', '2026-11-05T09:12:00+08:00')
    await attempt('2026-11-05 early-1', 'refused', '2026-11-05T08:49:00+08:00')
    await attempt('2026-11-05 late-1', 'accepted', '2026-11-05T18:08:00+08:00')
    await attempt('2026-11-06 early-1', 'accepted', '2026-11-06T08:54:00+08:00')
    await attempt('2026-11-06 visit-0', 'accepted', '2026-11-06T14:20:00+08:00')
    await attempt('2026-11-06 visit-0', 'pending', '2026-11-06T15:20:00+08:00')
    await attempt('2026-11-09 early-1', 'pending', '2026-11-09T09:30:00+08:00')
    await attempt('2026-10-30 early-1', 'accepted', '2026-10-30T08:54:00+08:00')
    const reply = await month('2026-11', '2026-11-18T09:05:00+08:00')
    expect(reply).toMatchObject({
      month: '2026-11',
      today: '2026-11-18',
      totals: { attendedDays: 2, lateCount: 1, lateMinutes: 12, fieldDays: 1 },
    })
    expect(reply.days.map(({ workDay }) => workDay)).toEqual(daysOfMonth('2026-11'))
    expect(dayOf(reply, '2026-11-05')).toEqual({
      workDay: '2026-11-05',
      off: null,
      calendarName: null,
      provisional: false,
      slots: [
        {
          kind: 'early',
          span: 1,
          state: 'accepted',
          opensAt: '2026-11-05T07:00:00.000+08:00',
          closesAt: '2026-11-05T11:00:00.000+08:00',
          dueAt: '2026-11-05T09:00:00.000+08:00',
          capturedAt: '2026-11-05T09:12:00.000+08:00',
          lateMinutes: 12,
          leftEarlyMinutes: 0,
          attemptId: early,
          code: 'ACCEPTED',
        },
        expect.objectContaining({ kind: 'late', state: 'accepted', leftEarlyMinutes: 0 }),
      ],
      attended: true,
      visitCount: 0,
      refusedCount: 1,
      pending: false,
    })
    expect(dayOf(reply, '2026-11-06')).toMatchObject({ attended: true, visitCount: 2, pending: true })
    expect(dayOf(reply, '2026-11-09')).toMatchObject({ attended: false, pending: true })
    expect(dayOf(reply, '2026-11-09')?.slots[0]).toMatchObject({ state: 'pending', code: 'OUT_OF_RANGE' })
    expect(statesOf(reply, '2026-11-17')).toEqual(['early missing', 'late missing'])
    expect(statesOf(reply, '2026-11-18')).toEqual(['early overdue', 'late upcoming'])
    expect(statesOf(reply, '2026-11-30')).toEqual(['early upcoming', 'late upcoming'])
    expect(dayOf(reply, '2026-11-07')).toMatchObject({ off: 'week', slots: [], attended: false })
  })

  it('judges each day by the rule that it had', async () => {
    await seed(async (tx) => {
      await seedRule(tx, { name: '旧班', assignTo: [{ kind: 'company', validUntil: '2026-11-09' }] })
      const two = await seedShift(tx, {
        spans: [
          { startMinutes: 480, endMinutes: 720, lateOpensMinutes: 700, lateClosesMinutes: 760 },
          { startMinutes: 800, endMinutes: 1_080, earlyOpensMinutes: 780, earlyClosesMinutes: 900 },
        ],
      })
      await seedRule(tx, {
        name: '新班',
        week: Array<string>(7).fill(two),
        assignTo: [{ kind: 'company', validFrom: '2026-11-10' }],
      })
    })
    await attempt('2026-11-09 early-1', 'accepted', '2026-11-09T08:30:00+08:00')
    await attempt('2026-11-10 early-1', 'accepted', '2026-11-10T08:30:00+08:00')
    const reply = await month('2026-11', '2026-11-18T08:00:00+08:00')
    expect(statesOf(reply, '2026-11-09')).toEqual(['early accepted', 'late missing'])
    expect(statesOf(reply, '2026-11-10')).toEqual(['early accepted', 'late missing', 'early missing', 'late missing'])
    expect(reply.totals).toMatchObject({ lateCount: 1, lateMinutes: 30 })
  })

  it('counts a day in the zone that was settled, else in the planned site’s', async () => {
    await seed(async (tx) => {
      await seedRule(tx)
      const london = await seedSite(tx, { zone: 'Europe/London', mainlandChina: false })
      for (const workDay of ['2026-11-04', '2026-11-05'])
        await seedFieldPlan(tx, { employeeId, siteId: london, workDay })
      const workDay = new Date('2026-11-05T00:00:00Z')
      await tx.employeeDay.create({ data: { employeeId, workDay, zone: 'Asia/Tokyo' } })
    })
    const reply = await month('2026-11', '2026-11-18T08:00:00+08:00')
    const dueOf = (workDay: string) => dayOf(reply, workDay)?.slots[0]?.dueAt
    expect(dueOf('2026-11-03')).toBe('2026-11-03T09:00:00.000+08:00')
    expect(dueOf('2026-11-04')).toBe('2026-11-04T09:00:00.000+00:00')
    expect(dueOf('2026-11-05')).toBe('2026-11-05T09:00:00.000+09:00')
  })

  it('names holidays, and says when their notice is not out', async () => {
    await seed(async (tx) => {
      await seedRule(tx, { followsCalendar: true })
      await tx.calendarYear.create({ data: { year: 2026, publishedAt: new Date('2025-11-04T00:00:00Z') } })
      await tx.calendarDay.create({ data: { day: new Date('2026-10-01T00:00:00Z'), kind: 'holiday', name: '国庆节' } })
    })
    const october = await month('2026-10', '2026-11-18T08:00:00+08:00')
    expect(dayOf(october, '2026-10-01')).toMatchObject({ off: 'holiday', calendarName: '国庆节', provisional: false })
    expect(dayOf(october, '2026-10-02')).toMatchObject({ off: null, calendarName: null, provisional: false })
    const next = await month('2027-10', '2026-11-18T08:00:00+08:00')
    expect(next.days.every(({ provisional }) => provisional)).toBe(true)
  })

  it('asks nothing of days before the person was known, yet shows what was recorded', async () => {
    await seed(async (tx) => {
      await seedRule(tx)
      await tx.employee.update({
        where: { id: employeeId },
        // The 10th in Shanghai.
        data: { createdAt: new Date('2026-11-09T17:00:00Z'), leftAt: new Date('2026-11-12T04:00:00Z') },
      })
    })
    await attempt('2026-11-09 early-1', 'accepted', '2026-11-09T08:54:00+08:00')
    const reply = await month('2026-11', '2026-11-18T08:00:00+08:00')
    expect(dayOf(reply, '2026-11-09')).toMatchObject({ off: 'not_employed', slots: [], attended: true })
    expect(['2026-11-10', '2026-11-12', '2026-11-13'].map((day) => dayOf(reply, day)?.off)).toEqual([
      null,
      null,
      'not_employed',
    ])
  })

  it('shows a night under the day that it began on', async () => {
    await seed(async (tx) => {
      const night = await seedShift(tx, {
        spans: [
          {
            startMinutes: 1_320,
            endMinutes: 1_800,
            earlyOpensMinutes: 1_260,
            earlyClosesMinutes: 1_440,
            lateOpensMinutes: 1_740,
            lateClosesMinutes: 1_980,
          },
        ],
      })
      await seedRule(tx, { week: Array<string>(7).fill(night) })
    })
    await attempt('2026-10-31 late-1', 'accepted', '2026-11-01T06:10:00+08:00')
    await attempt('2026-11-30 late-1', 'accepted', '2026-12-01T06:10:00+08:00')
    const reply = await month('2026-11', '2026-12-02T08:00:00+08:00')
    expect(reply.totals.attendedDays).toBe(1)
    expect(dayOf(reply, '2026-11-30')?.slots[1]).toMatchObject({ capturedAt: '2026-12-01T06:10:00.000+08:00' })
  })

  it('is nobody’s who is unknown', async () => {
    const ports = portsOn(database)
    await expect(readOwnMonth(ports, stableId('nobody'), '2026-11')).rejects.toMatchObject({ code: 'EMPLOYEE_UNKNOWN' })
  })

  it('costs the same number of statements for 2 attempts and for 200', async () => {
    await seed((tx) => seedRule(tx))
    const { counting, statements } = await countStatements(opened.url)
    const ports = portsOn(counting)
    let made = 0
    const costOf = async (attempts: number) => {
      for (; made < attempts; made++) {
        const day = `2026-11-${String(1 + (made % 30)).padStart(2, '0')}`
        const minute = String(10 + Math.floor(made / 30)).padStart(2, '0')
        await attempt(`${day} visit-0`, 'accepted', `${day}T10:${minute}:00+08:00`)
      }
      const before = statements()
      const { days } = await month('2026-11', '2026-11-18T08:00:00+08:00', ports)
      const visits = days.reduce((sum, { visitCount }) => sum + visitCount, 0)
      return { visits, statements: statements() - before }
    }
    await costOf(1)
    const few = await costOf(2)
    const many = await costOf(200)
    await counting.close()
    expect([few.visits, many.visits]).toEqual([2, 200])
    expect(many.statements).toBe(few.statements)
    expect(few.statements).toBeLessThanOrEqual(8)
  }, 60_000)
})

describe('the list', () => {
  it('of a day has that day’s attempts alone, page by page', async () => {
    const wanted: string[] = []
    for (const minute of ['10', '20', '30']) {
      wanted.unshift(await attempt('2026-11-18 visit-0', 'refused', `2026-11-18T09:${minute}:00+08:00`))
      await attempt('2026-11-17 visit-0', 'refused', `2026-11-18T09:${minute}:30+08:00`)
    }
    const read = (cursor: string | null) =>
      listOwnRecords(portsOn(database), { employeeId, workDay: '2026-11-18', cursor, limit: 2 })
    const first = await read(null)
    expect(first.rows.map(({ attemptId }) => attemptId)).toEqual(wanted.slice(0, 2))
    const second = await read(first.nextCursor)
    expect(second.rows.map(({ attemptId }) => attemptId)).toEqual(wanted.slice(2))
    expect(second.nextCursor).toBeNull()
  })
})

describe('who decided', () => {
  it('is named when it was a person', async () => {
    const leader = await seed((tx) => seedEmployee(tx, { name: '王建国' }))
    const byRule = await attempt('2026-11-18 early-1', 'refused', '2026-11-18T08:49:00+08:00')
    const byLeader = await attempt('2026-11-18 early-1', 'accepted', '2026-11-18T08:50:00+08:00', {
      decidedBy: leader.id,
    })
    const decidersOf = async (attemptId: string) =>
      (await readOwnRecord(portsOn(database), employeeId, attemptId)).decisions.map((decision) => [
        decision.decidedBy,
        decision.decidedByName,
      ])
    expect(await decidersOf(byRule)).toEqual([['rule', null]])
    expect(await decidersOf(byLeader)).toEqual([[leader.id, '王建国']])
  })
})
