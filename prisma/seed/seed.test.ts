import { z } from 'zod'
import { randomBytes } from 'node:crypto'
import { createRuleStore } from '../../server/src/adapters/database/rule-store'
import type { Database } from '../../server/src/adapters/database/database'
import { createFieldCipher } from '../../server/src/adapters/system/field-cipher'
import { addDays } from '../../server/src/features/shifts/work-day.rules'
import { rulesFor } from '../../server/src/features/shifts/resolve-rules.rules'
import { openTestDatabase, type TestDatabase } from '../../server/test/test-database'
import { seedBase } from './base'
import { seedDemo } from './demo'
import { CALENDAR_2026 } from './calendar-2026'
import { FEATURED_PEOPLE } from './demo/people'
import { demoEmployeeId } from './demo/rules'

/** A Wednesday, 09:40 in Shanghai. */
const NOW_MS = Date.parse('2026-11-18T09:40:00+08:00')
const cipher = createFieldCipher({
  keys: [{ id: 'test', key: randomBytes(32) }],
  currentKeyId: 'test',
  hashKey: randomBytes(32),
})

let opened: TestDatabase
let database: Database

async function counts() {
  const { read } = database
  return {
    companies: await read.company.count(),
    notices: await read.consentNotice.count(),
    years: await read.calendarYear.count(),
    days: await read.calendarDay.count(),
    rules: await read.rule.count(),
    people: await read.employee.count(),
    sites: await read.site.count(),
    roster: await read.rosterEntry.count(),
    plans: await read.fieldPlan.count(),
    attempts: await read.attempt.count(),
    decisions: await read.decision.count(),
  }
}

describe('the base seed', () => {
  beforeAll(async () => {
    opened = await openTestDatabase()
    database = opened.database
  })
  afterAll(() => opened.close())

  it('gives an installation its minimum, once', async () => {
    const options = { corpId: 'ww-a', companyName: '甲公司', nowMs: NOW_MS }
    await seedBase(database, options)
    const first = await counts()
    expect(first).toMatchObject({ companies: 1, notices: 1, years: 2, days: 39, rules: 1, people: 0 })
    await seedBase(database, { ...options, corpId: 'ww-b', nowMs: NOW_MS + 1 })
    expect(await counts()).toEqual(first)
    expect(await database.read.company.findFirst()).toMatchObject({ corpId: 'ww-a', name: '甲公司' })
  })

  it('has the official days of 2026 and says that 2027 is not published', async () => {
    expect(CALENDAR_2026.days?.filter((day) => day.kind === 'makeup_workday').map((day) => day.day)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    const book = await createRuleStore(database).loadRuleBook()
    expect([...book.publishedYears]).toEqual([2026])
    expect(book.calendarDays.get('2026-02-23')).toEqual({ kind: 'holiday', name: '春节' })
    expect(book.calendarDays.has('2026-02-24')).toBe(false)
  })
})

describe('the demo seed', () => {
  beforeAll(async () => {
    opened = await openTestDatabase()
    database = opened.database
    await seedDemo(database, { cipher, nowMs: NOW_MS })
  }, 180_000)
  afterAll(() => opened.close())

  it('is a company with people, places and two weeks of history', async () => {
    const first = await counts()
    expect(first.people).toBeGreaterThanOrEqual(40)
    expect(first.sites).toBeGreaterThanOrEqual(11)
    expect(first.attempts).toBeGreaterThan(500)
    const ids = (await database.read.attempt.findMany({ select: { id: true } })).map(({ id }) => id)
    expect(ids.filter((id) => !z.uuid().safeParse(id).success)).toEqual([])
    const outcomes = await database.read.attempt.groupBy({ by: ['outcome'], _count: true })
    const share = Object.fromEntries(outcomes.map((row) => [row.outcome, row._count / first.attempts]))
    expect(share['accepted']).toBeGreaterThan(0.85)
    expect(share['refused']).toBeGreaterThan(0.005)
    expect(share['pending']).toBeGreaterThan(0)
    expect(share['superseded']).toBeGreaterThan(0)
    const codes = await database.read.attempt.groupBy({ by: ['code'] })
    expect(codes.map((row) => row.code).sort()).toEqual([
      'ACCEPTED',
      'DEVICE_FACTS_CHANGED',
      'LOCATION_IMPRECISE',
      'OUT_OF_RANGE',
    ])
  })

  it('changes nothing when it is run again, and fills in what time made missing', async () => {
    const first = await counts()
    await seedDemo(database, { cipher, nowMs: NOW_MS })
    expect(await counts()).toEqual(first)
    await seedDemo(database, { cipher, nowMs: NOW_MS + 86_400_000 })
    const later = await counts()
    expect(later.roster).toBe(first.roster + 5)
    expect(later.attempts).toBe(first.attempts)
    expect(await database.read.fieldPlan.count({ where: { workDay: new Date('2026-11-22T00:00:00Z') } })).toBe(0)
  })

  it('lets each featured person begin: no phone bound, and something to do today', async () => {
    const ids = FEATURED_PEOPLE.map((person) => demoEmployeeId(person.userId))
    expect(FEATURED_PEOPLE).toHaveLength(6)
    expect(await database.read.employee.count({ where: { id: { in: ids } } })).toBe(6)
    expect(await database.read.device.count({ where: { employeeId: { in: ids }, state: 'active' } })).toBe(0)
    const rules = createRuleStore(database)
    const book = await rules.loadRuleBook()
    const people = await rules.loadPersonSchedules(ids, addDays('2026-11-18', -1), '2026-11-18')
    for (const id of ids) {
      const person = people.get(id)
      expect(person && rulesFor(book, person, '2026-11-18').schedule.kind).toBe('shift')
    }
  })

  it('has employed nobody before its history begins, so that no earlier day is missing', async () => {
    const { _min } = await database.read.employee.aggregate({ _min: { createdAt: true } })
    expect(_min.createdAt?.toISOString()).toBe('2026-11-03T16:00:00.000Z')
    const first = await database.read.attempt.aggregate({ _min: { capturedAt: true } })
    expect(first._min.capturedAt?.toISOString().slice(0, 10)).toMatch(/^2026-11-0[34]$/)
    expect(first._min.capturedAt?.getTime()).toBeGreaterThan(_min.createdAt?.getTime() ?? Infinity)
  })

  it('encrypts every place and keeps none in the open', async () => {
    const attempt = await database.read.attempt.findFirstOrThrow({ where: { placeEncrypted: { not: null } } })
    const place = JSON.parse(cipher.decrypt(attempt.placeEncrypted ?? '', `Attempt.place:${attempt.id}`)) as object
    expect(place).toMatchObject({ system: 'gcj02' })
    const { placeEncrypted: _encrypted, cellLatitude: _latitude, cellLongitude: _longitude, ...open } = attempt
    const latitude = String((place as { latitude: number }).latitude)
    expect(JSON.stringify(open)).not.toContain(latitude)
  })
})
