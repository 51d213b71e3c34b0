import { randomBytes } from 'node:crypto'
import type { ContextReply } from '#contract/api'
import type { Outcome } from '#contract/decision'
import {
  seedCompany,
  seedConsentNotice,
  seedDepartment,
  seedEmployee,
  seedFieldPlan,
  seedRule,
  seedShift,
  seedSite,
  stableId,
} from '../../../../prisma/seed/builders'
import { countingRandom, fixedClock, type FixedClock } from '../../../test/fakes'
import { seedAttempt as seedAttemptRow, type AttemptSeed } from '../../../test/seed-attempt'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createContextStore } from '../../adapters/database/context-store'
import type { Database, Transaction } from '../../adapters/database/database'
import { createRecordStore } from '../../adapters/database/record-store'
import { createRuleStore } from '../../adapters/database/rule-store'
import { createSiteStore } from '../../adapters/database/site-store'
import { createFieldCipher } from '../../adapters/system/field-cipher'
import { presentContext } from './context.present'
import { contextReplySchema } from './context.schema'
import { loadContext, type ContextPorts, type ContextRequest } from './context.usecase'

const KEY = 'a'.repeat(64)
const cipher = createFieldCipher({
  keys: [{ id: 'test', key: randomBytes(32) }],
  currentKeyId: 'test',
  hashKey: randomBytes(32),
})

let opened: TestDatabase
let database: Database
let clock: FixedClock
let ports: ContextPorts
let employeeId: string

function portsOn(db: Pick<Database, 'read' | 'write'>): ContextPorts {
  return {
    clock,
    random: countingRandom(),
    rules: createRuleStore(db),
    contexts: createContextStore(db),
    sites: createSiteStore(db, cipher),
    records: createRecordStore(db, cipher),
  }
}

const seed = <Result>(work: (tx: Transaction) => Promise<Result>) => database.write(work)

beforeEach(async () => {
  opened = await openTestDatabase()
  database = opened.database
  clock = fixedClock(Date.parse('2026-11-18T08:00:00+08:00'))
  ports = portsOn(database)
  employeeId = await seed(async (tx) => {
    await seedCompany(tx)
    await seedConsentNotice(tx)
    return (await seedEmployee(tx, { consents: [1] })).id
  })
})
afterEach(() => opened.close())

async function context(at: string, changes: Partial<ContextRequest> = {}): Promise<ContextReply> {
  clock.set(Date.parse(at))
  const request = { employeeId, keyThumbprint: KEY, phoneTimeMs: clock.nowMs(), near: null, ...changes }
  const reply = presentContext(await loadContext(ports, request))
  return contextReplySchema.parse(JSON.parse(JSON.stringify(reply)))
}

const slotNames = (reply: ContextReply) => reply.slots.map((slot) => `${slot.workDay} ${slot.kind}-${slot.span}`)

const seedAttempt = (slot: string, outcome: Outcome, at: string, more: Partial<AttemptSeed> = {}) =>
  seed((tx) => seedAttemptRow(tx, { employeeId, slot, outcome, at, ...more }))

const NIGHT = {
  startMinutes: 1_320,
  endMinutes: 1_800,
  earlyOpensMinutes: 1_260,
  earlyClosesMinutes: 1_440,
  lateOpensMinutes: 1_740,
  lateClosesMinutes: 1_980,
}

describe('slots', () => {
  it('lists the day, with instants in its zone', async () => {
    await seed((tx) => seedRule(tx, { name: '办公室', policy: { noteFor: ['visit'] } }))
    const reply = await context('2026-11-18T08:00:00+08:00')
    expect(reply).toMatchObject({
      serverTime: '2026-11-18T08:00:00.000+08:00',
      workDay: '2026-11-18',
      rule: { name: '办公室', version: 1 },
      policy: { outOfRange: 'application', noteFor: ['visit'], toleranceCapMetres: 50 },
      consent: { currentVersion: 1, agreedVersion: 1, sufficient: true, due: false },
    })
    expect(slotNames(reply)).toEqual([
      '2026-11-18 visit-0',
      '2026-11-18 early-1',
      '2026-11-18 late-1',
      '2026-11-19 early-1',
    ])
    expect(reply.slots[1]).toEqual({
      workDay: '2026-11-18',
      kind: 'early',
      span: 1,
      opensAt: '2026-11-18T07:00:00.000+08:00',
      closesAt: '2026-11-18T11:00:00.000+08:00',
      uploadUntil: '2026-11-19T00:00:00.000+08:00',
      dueAt: '2026-11-18T09:00:00.000+08:00',
      graceMinutes: 0,
      zone: 'Asia/Shanghai',
      standing: null,
    })
  })

  it('says what stands: accepted before pending, early the first, late and visits the newest, never a refused one', async () => {
    await seed((tx) => seedRule(tx))
    await seedAttempt('2026-11-18 early-1', 'refused', '2026-11-18T08:40:00+08:00')
    await seedAttempt('2026-11-18 early-1', 'pending', '2026-11-18T08:45:00+08:00')
    const early = await seedAttempt('2026-11-18 early-1', 'accepted', '2026-11-18T08:52:00+08:00')
    await seedAttempt('2026-11-18 visit-0', 'accepted', '2026-11-18T10:00:00+08:00')
    const visit = await seedAttempt('2026-11-18 visit-0', 'pending', '2026-11-18T14:00:00+08:00')
    await seedAttempt('2026-11-18 late-1', 'superseded', '2026-11-18T18:01:00+08:00')
    const late = await seedAttempt('2026-11-18 late-1', 'accepted', '2026-11-18T18:30:00+08:00')
    const reply = await context('2026-11-18T19:00:00+08:00')
    const standing = Object.fromEntries(reply.slots.map((slot) => [`${slot.workDay} ${slot.kind}`, slot.standing]))
    expect(standing).toMatchObject({
      '2026-11-18 early': { attemptId: early, outcome: 'accepted', capturedAt: '2026-11-18T08:52:00.000+08:00' },
      '2026-11-18 visit': { attemptId: visit, outcome: 'pending' },
      '2026-11-18 late': { attemptId: late, outcome: 'accepted' },
      '2026-11-19 early': null,
    })
  })

  it('keeps a night worker in the work day that the shift began on, until it is signed off', async () => {
    await seed(async (tx) => {
      const night = await seedShift(tx, { spans: [NIGHT] })
      await seedRule(tx, { week: Array<string>(7).fill(night) })
    })
    const before = await context('2026-11-18T20:00:00+08:00')
    expect(before.workDay).toBe('2026-11-18')
    const atTwo = await context('2026-11-19T02:00:00+08:00')
    expect(atTwo.workDay).toBe('2026-11-18')
    expect(slotNames(atTwo)).toEqual([
      '2026-11-18 visit-0',
      '2026-11-18 early-1',
      '2026-11-19 visit-0',
      '2026-11-18 late-1',
      '2026-11-19 early-1',
    ])
    expect((await context('2026-11-19T09:00:00.001+08:00')).workDay).toBe('2026-11-19')
  })

  it("goes from a night's end to the next day's opening once the night is signed off", async () => {
    await seed(async (tx) => {
      const night = await seedShift(tx, { spans: [NIGHT] })
      const day = await seedShift(tx)
      // Wednesday nights, else days.
      await seedRule(tx, { week: [day, day, night, day, day, day, day] })
    })
    expect((await context('2026-11-19T07:30:00+08:00')).workDay).toBe('2026-11-18')
    await seedAttempt('2026-11-18 late-1', 'accepted', '2026-11-19T07:31:00+08:00')
    const after = await context('2026-11-19T07:32:00+08:00')
    expect(after.workDay).toBe('2026-11-19')
    expect(slotNames(after)).toContain('2026-11-18 late-1')
  })

  it('opens nothing for a person without a rule', async () => {
    const reply = await context('2026-11-18T08:00:00+08:00')
    expect(reply).toMatchObject({
      slots: [],
      sites: [],
      rule: { name: '没有规则', version: 0 },
      off: 'no_rule',
    })
  })
})

describe('the zone of the day', () => {
  it("is the planned site's, is settled by the first context, and stays when the plan goes", async () => {
    await seed(async (tx) => {
      await seedRule(tx)
      const london = await seedSite(tx, { name: '伦敦', zone: 'Europe/London', mainlandChina: false })
      await seedFieldPlan(tx, { employeeId, siteId: london, workDay: '2026-11-18' })
      await seedFieldPlan(tx, { employeeId, siteId: london, workDay: '2026-11-19' })
    })
    const first = await context('2026-11-18T16:30:00+08:00')
    expect(first.serverTime).toBe('2026-11-18T08:30:00.000+00:00')
    expect(first.slots.find((slot) => slot.kind === 'early')).toMatchObject({
      dueAt: '2026-11-18T09:00:00.000+00:00',
      zone: 'Europe/London',
    })
    await seed((tx) => tx.fieldPlan.updateMany({ data: { cancelledAt: new Date(clock.nowMs()) } }))
    const second = await context('2026-11-18T17:00:00+08:00')
    expect(second.slots.find((slot) => slot.workDay === '2026-11-18')?.zone).toBe('Europe/London')
    expect(second.sites).toEqual([])
    // Tomorrow has not begun: its zone is open, and follows the cancelled plan.
    expect(second.slots.find((slot) => slot.workDay === '2026-11-19')?.zone).toBe('Asia/Shanghai')
    const days = await database.read.employeeDay.findMany({ where: { employeeId } })
    expect(days.map((day) => [day.workDay.toISOString().slice(0, 10), day.zone, day.version])).toEqual([
      ['2026-11-18', 'Europe/London', 1],
    ])
  })

  it('is settled once when two phones open the day together', async () => {
    await seed((tx) => seedRule(tx))
    const other = { ...portsOn(database), random: countingRandom(1) }
    const request = { employeeId, keyThumbprint: KEY, phoneTimeMs: clock.nowMs(), near: null }
    const both = await Promise.all([loadContext(ports, request), loadContext(other, request)])
    expect(both.map((result) => result.day.zone)).toEqual(['Asia/Shanghai', 'Asia/Shanghai'])
    expect(await database.read.employeeDay.count()).toBe(1)
    expect(await database.read.challenge.count()).toBe(2)
  })
})

describe('sites', () => {
  it('are the planned ones, the fixed ones, and customers only near a position and with consent', async () => {
    await seed(async (tx) => {
      const office = await seedSite(tx, {
        name: '总部',
        wifi: [{ ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:01' }],
        gateway: { url: 'https://presence.example', publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } },
      })
      const closed = await seedSite(tx, { name: '旧办公室', archivedAt: new Date('2026-01-01T00:00:00Z') })
      await seedRule(tx, { sites: [office, closed] })
      const at = (latitude: number) =>
        ({ kind: 'circle', centre: { latitude, longitude: 121.6 }, radiusMetres: 100 }) as const
      const planned = await seedSite(tx, { name: '计划', kind: 'customer', fence: at(30.1) })
      await seedFieldPlan(tx, { employeeId, siteId: planned, workDay: '2026-11-18' })
      await seedSite(tx, { name: '近', kind: 'customer', fence: at(31.22) })
      await seedSite(tx, { name: '远', kind: 'customer', fence: at(31.4) })
      await seedSite(tx, { name: '近处的办公室', fence: at(31.21) })
    })
    const names = (reply: ContextReply) => reply.sites.map((site) => `${site.name}${site.planned ? '*' : ''}`)
    const near = { latitude: 31.20413, longitude: 121.59071 }
    const without = await context('2026-11-18T08:00:00+08:00')
    expect(names(without)).toEqual(['计划*', '总部'])
    expect(without.sites[1]).toMatchObject({
      kind: 'office',
      wifi: [{ ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:01' }],
      wifiProof: 'gateway',
      gatewayUrl: 'https://presence.example',
      mainlandChina: true,
    })
    expect(names(await context('2026-11-18T08:01:00+08:00', { near }))).toEqual(['计划*', '总部', '近'])
    await seed((tx) => tx.consent.updateMany({ data: { withdrawnAt: new Date(clock.nowMs()) } }))
    const withdrawn = await context('2026-11-18T08:02:00+08:00', { near })
    expect(withdrawn.consent.sufficient).toBe(false)
    expect(names(withdrawn)).toEqual(['计划*', '总部'])
  })

  it('are asked for with a coarse position only', async () => {
    await seed((tx) => seedRule(tx))
    const boxes: number[][] = []
    const sites = {
      loadSites: ports.sites.loadSites,
      customerSitesNear: (...box: [number, number, number, number, number]) => {
        boxes.push(box)
        return Promise.resolve([])
      },
    }
    const request = { employeeId, keyThumbprint: KEY, phoneTimeMs: 0 }
    await loadContext({ ...ports, sites }, { ...request, near: { latitude: 31.20413, longitude: 121.59071 } })
    await loadContext({ ...ports, sites }, { ...request, near: { latitude: 31.20987, longitude: 121.60912 } })
    expect(boxes).toHaveLength(2)
    expect(boxes[0]).toEqual(boxes[1])
    expect(boxes[0]?.[4]).toBe(50)
  })
})

describe('the home screen', () => {
  it('gets the attempts of the work day, newest first, with their sentences', async () => {
    const siteId = await seed(async (tx) => {
      const office = await seedSite(tx, { name: '总部' })
      await seedRule(tx, { sites: [office] })
      return office
    })
    await seedAttempt('2026-11-17 late-1', 'accepted', '2026-11-17T18:01:00+08:00')
    const refused = await seedAttempt('2026-11-18 early-1', 'refused', '2026-11-18T08:49:00+08:00')
    const early = await seedAttempt('2026-11-18 early-1', 'accepted', '2026-11-18T08:54:00+08:00', { siteId })
    const reply = await context('2026-11-18T10:00:00+08:00')
    expect(reply.attempts).toMatchObject([
      {
        attemptId: early,
        slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
        outcome: 'accepted',
        code: 'ACCEPTED',
        capturedAt: '2026-11-18T08:54:00.000+08:00',
        siteName: '总部',
        evidenceState: 'none',
      },
      { attemptId: refused, outcome: 'refused', code: 'OUT_OF_RANGE', siteName: null },
    ])
    expect(reply.attempts.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('准时'),
      expect.stringContaining('「总部」'),
    ])
  })

  it('gets at most the twenty newest attempts', async () => {
    await seed((tx) => seedRule(tx))
    const minutes = Array.from({ length: 25 }, (_, index) => String(10 + index))
    for (const minute of minutes) {
      await seedAttempt('2026-11-18 visit-0', 'refused', `2026-11-18T10:${minute}:00+08:00`)
    }
    const { attempts } = await context('2026-11-18T12:00:00+08:00')
    expect(attempts.map(({ capturedAt }) => capturedAt.slice(11, 16))).toEqual(
      minutes
        .slice(-20)
        .reverse()
        .map((minute) => `10:${minute}`),
    )
  })

  it('gets the field plan of the day with its notes, and of no other day', async () => {
    const siteId = await seed(async (tx) => {
      await seedRule(tx)
      const site = await seedSite(tx, { name: '北辰印染', kind: 'customer' })
      const later = await seedSite(tx, { name: '明天的', kind: 'customer' })
      const cancelled = await seedSite(tx, { name: '取消的', kind: 'customer' })
      await seedFieldPlan(tx, { employeeId, siteId: site, workDay: '2026-11-18', note: '带样品' })
      await seedFieldPlan(tx, { employeeId, siteId: later, workDay: '2026-11-19' })
      await seedFieldPlan(tx, { employeeId, siteId: cancelled, workDay: '2026-11-18', cancelledAt: new Date(0) })
      return site
    })
    const { plans } = await context('2026-11-18T08:00:00+08:00')
    expect(plans).toEqual([{ siteId, siteName: '北辰印染', note: '带样品' }])
  })

  it.each([
    ['a Wednesday', '2026-11-18', null, null],
    ['a Sunday', '2026-11-22', 'week', null],
    ['a public holiday', '2026-10-01', 'holiday', '国庆节'],
  ] as const)('gets why a day asks for nothing: %s', async (_name, day, off, calendarName) => {
    await seed(async (tx) => {
      const shift = await seedShift(tx)
      await seedRule(tx, { week: [shift, shift, shift, shift, shift, null, null], followsCalendar: true })
      await tx.calendarYear.create({ data: { year: 2026, publishedAt: new Date('2025-11-04T00:00:00Z') } })
      await tx.calendarDay.create({ data: { day: new Date('2026-10-01T00:00:00Z'), kind: 'holiday', name: '国庆节' } })
    })
    expect(await context(`${day}T12:00:00+08:00`)).toMatchObject({ off, calendarName })
  })

  it('gets what this server offers', async () => {
    expect((await context('2026-11-18T08:00:00+08:00')).capabilities).toEqual({
      corrections: false,
      dayResults: false,
      quickCheckIn: true,
      photoUpload: true,
      visitRecords: true,
      teamToday: true,
      teamReminders: false,
      faultReports: true,
    })
  })

  it.each<[string, { direct?: string[]; department?: string[]; gone?: string[]; self?: true }, string[]]>([
    ['nobody', {}, []],
    ['the direct leaders', { direct: ['王建国', '吴涛'], department: ['李婷'] }, ['王建国', '吴涛']],
    ['else those of the department', { department: ['李婷'] }, ['李婷']],
    ['nobody who left', { gone: ['王建国'], department: ['李婷'] }, ['李婷']],
    ['not oneself', { self: true, department: ['李婷'] }, ['李婷']],
  ])('gets who leads the person: %s', async (_name, { direct = [], department = [], gone = [], self }, expected) => {
    await seed(async (tx) => {
      await seedRule(tx)
      const led = await seedDepartment(tx)
      await tx.employee.update({ where: { id: employeeId }, data: { departmentId: led } })
      const make = async (name: string, number: number, leftAt: Date | null = null) =>
        (await seedEmployee(tx, { name, leftAt, id: `00000000-0000-7000-8000-00000000000${number}` })).id
      let number = 0
      const leads = async (leaderId: string) => tx.employeeLeader.create({ data: { employeeId, leaderId } })
      for (const name of direct) await leads(await make(name, number++))
      for (const name of gone) await leads(await make(name, number++, new Date('2026-11-01T00:00:00Z')))
      const heads = [...(self ? [employeeId] : [])]
      for (const name of department) heads.push(await make(name, number++))
      for (const head of heads) {
        await tx.departmentLeader.create({ data: { departmentId: led, employeeId: head } })
      }
    })
    expect((await context('2026-11-18T08:00:00+08:00')).leaders).toEqual(expected)
  })
})

describe('the challenge', () => {
  it('belongs to the asking key and keeps the phone clock offset', async () => {
    await seed((tx) => seedRule(tx))
    const reply = await context('2026-11-18T08:00:00+08:00', { phoneTimeMs: Date.parse('2026-11-18T08:03:20+08:00') })
    expect(reply.challenge).toMatchObject({ issuedAt: '2026-11-18T08:00:00.000+08:00', positions: 32 })
    expect(await database.read.challenge.findMany()).toEqual([
      {
        id: reply.challenge.id,
        keyThumbprint: KEY,
        employeeId,
        issuedAt: new Date('2026-11-18T00:00:00Z'),
        clockOffsetMs: -200_000,
      },
    ])
  })

  it('is not issued to an unknown person', async () => {
    const request = { employeeId: stableId('nobody'), keyThumbprint: KEY, phoneTimeMs: 0, near: null }
    await expect(loadContext(ports, request)).rejects.toMatchObject({ code: 'EMPLOYEE_UNKNOWN' })
    expect(await database.read.challenge.count()).toBe(0)
  })
})

describe('cost', () => {
  it('is the same number of queries for 2 plans and attempts and for 200', async () => {
    await seed((tx) => seedRule(tx))
    let count = 0
    const counting = <Args, Result>({ args, query }: { args: Args; query: (args: Args) => Result }): Result => {
      count++
      return query(args)
    }
    const read = database.read.$extends({ query: { $allOperations: counting } }) as unknown as Database['read']
    ports = portsOn({ read, write: (work) => database.write(work) })
    await context('2026-11-18T08:00:00+08:00')
    const costOf = async (at: string, size: number) => {
      await seed(async (tx) => {
        for (let index = 0; index < size; index++) {
          const siteId = await seedSite(tx, { kind: 'customer' })
          await seedFieldPlan(tx, { employeeId, siteId, workDay: '2026-11-18' })
          const captured = new Date(clock.nowMs() - (size + index) * 1_000).toISOString()
          const slot = '2026-11-18 visit-0'
          await seedAttemptRow(tx, { employeeId, siteId, slot, outcome: 'accepted', at: captured })
        }
      })
      count = 0
      const reply = await context(at)
      return { count, sites: reply.sites.length, attempts: reply.attempts.length }
    }
    const few = await costOf('2026-11-18T08:01:00+08:00', 2)
    const many = await costOf('2026-11-18T08:02:00+08:00', 198)
    expect(few.sites).toBe(2)
    expect(many.sites).toBe(200)
    expect([few.attempts, many.attempts]).toEqual([2, 20])
    expect(many.count).toBe(few.count)
    expect(few.count).toBeLessThanOrEqual(14)
  }, 60_000)
})
