/** Accepted check-ins on their way into WeCom's own attendance, through the sandbox. */
import { jest } from '@jest/globals'
import { writeBack } from '../../src/features/attendance/write-back.usecase'
import type { OutboxEvent } from '../../src/ports/outbox-store'
import { writeBackSubscriber } from '../../src/worker/write-back-subscriber'
import { MINUTE_MS, SANDBOX, START_MS, startChatApp, type ChatApp } from '../chat-app'
import { sendOk, type Person } from '../start-app'

jest.setTimeout(60_000)

const ADD = '/cgi-bin/checkin/add_checkin_record'

let story: ChatApp
beforeAll(async () => {
  story = await startChatApp({ environment: { WECOM_WRITE_BACK: 'on' } })
}, 60_000)
afterAll(() => story.close())
beforeEach(() => story.clock.set(START_MS))
afterEach(async () => {
  await story.clearFaults()
  await story.restartWorker()
})

async function staff() {
  const leader = await story.addPerson({ name: '王建国' })
  const phone = await story.bindStaff({ leaders: [leader.id] })
  return { leader, phone, person: phone.person }
}

/** What stands in WeCom's attendance. */
async function written({ userId }: Person) {
  const starttime = Math.floor(START_MS / 1_000) - 86_400
  const body = { opencheckindatatype: 3, starttime, endtime: starttime + 10 * 86_400, useridlist: [userId] }
  const answer = await story.worker().apps.app.post('/cgi-bin/checkin/getcheckindata', body)
  return answer['checkindata'] as Record<string, unknown>[]
}

const row = (attemptId: string) => story.app.database.read.attendanceWriteBack.findUnique({ where: { attemptId } })

it('is off unless it is switched on', async () => {
  const off = await startChatApp()
  try {
    const phone = await off.bindStaff({})
    expect(await off.checkIn(phone, 'inside')).toMatchObject({ outcome: 'accepted' })
    await off.work()
    expect(await off.app.database.read.attendanceWriteBack.count()).toBe(0)
  } finally {
    await off.close()
  }
})

it('writes what was accepted, once, with its own time and place, and without coordinates', async () => {
  const { phone, person } = await staff()
  const { attemptId } = await story.checkIn(phone, 'inside')
  await story.work()
  await story.work()
  expect(await written(person)).toMatchObject([
    {
      checkin_time: START_MS / 1_000,
      location_title: '张江总部',
      notes: '外勤签到：早签到',
      ...{ lat: 0, lng: 0, wifiname: '', wifimac: '' },
    },
  ])
  expect(await row(attemptId)).toMatchObject({ state: 'sent', errcode: null })
})

it('waits for the approval, and writes nothing that was rejected', async () => {
  const { leader, phone, person } = await staff()
  const early = await story.checkIn(phone, 'outside')
  await story.work()
  expect(await row(early.attemptId)).toBeNull()
  story.clock.advance(5 * MINUTE_MS)
  await story.press(leader, 'approve')
  await story.work()
  expect(await written(person)).toMatchObject([{ checkin_time: START_MS / 1_000 }])
  const visit = await story.checkIn(phone, 'outside', 'visit')
  await story.work()
  await story.press(leader, 'reject')
  await story.work()
  expect(await row(visit.attemptId)).toBeNull()
})

it('waits for photos that are awaited: nothing that was written can be taken back', async () => {
  const { phone, person } = await staff()
  const { attemptId } = await story.checkIn(phone, 'inside')
  const evidence = (evidenceState: string) =>
    story.app.seed((tx) => tx.attempt.update({ where: { id: attemptId }, data: { evidenceState } }))
  await evidence('awaited')
  await story.work()
  expect(await row(attemptId)).toBeNull()
  expect(await written(person)).toEqual([])
  await evidence('verified')
  const { writeBacks } = story.worker().writeBackPorts
  const redecided = {
    ...{ id: 'event', aggregateKey: `employee:${person.id}`, type: 'check_in.redecided', seq: 1 },
    ...{ payload: { attemptId, outcome: 'accepted' }, createdAtMs: START_MS },
  }
  await writeBackSubscriber(writeBacks, story.clock).deliver([redecided as unknown as OutboxEvent])
  await story.work()
  expect(await written(person)).toHaveLength(1)
})

it('leaves the rest when it is told to stop', async () => {
  const people = [await staff(), await staff()]
  for (const { phone } of people) await story.checkIn(phone, 'inside')
  while ((await story.relay()) > 0) story.clock.advance(1)
  const { attendance, ...ports } = story.worker().writeBackPorts
  let isStopping = false
  const add: typeof attendance.add = (record) => {
    isStopping = true
    return attendance.add(record)
  }
  await writeBack({ ...ports, attendance: { ...attendance, add } }, 50, () => !isStopping)
  const count = async () => (await Promise.all(people.map(({ person }) => written(person)))).flat().length
  expect(await count()).toBe(1)
  await story.work()
  expect(await count()).toBe(2)
})

it('corrections stand in WeCom’s attendance as they were given, or are refused with their code', async () => {
  const { person } = await staff()
  const { attendance } = story.worker().writeBackPorts
  const correction = {
    userId: person.userId,
    dayStartMs: Date.parse('2026-11-16T00:00:00+08:00'),
    ...{ scheduledMinutes: 9 * 60, atMs: START_MS, remark: '补卡' },
  }
  expect(await attendance.correct(correction)).toEqual({ kind: 'written' })
  expect(await attendance.correct({ ...correction, scheduledMinutes: null })).toEqual({ kind: 'written' })
  // A long remark is cut, not refused.
  expect(await attendance.correct({ ...correction, remark: '长'.repeat(300) })).toEqual({ kind: 'written' })
  const notMidnight = { ...correction, dayStartMs: START_MS }
  expect(await attendance.correct(notMidnight)).toEqual({ kind: 'refused', errcode: 301075 })
  const stranger = { ...correction, userId: 'nobody' }
  expect(await attendance.correct(stranger)).toEqual({ kind: 'refused', errcode: 301069 })
})

it('takes out what is refused before it was sent', async () => {
  const { phone, person } = await staff()
  const { attemptId } = await story.checkIn(phone, 'inside')
  while ((await story.relay()) > 0) story.clock.advance(1)
  expect(await row(attemptId)).toMatchObject({ state: 'waiting' })
  await story.app.seed((tx) => tx.attempt.update({ where: { id: attemptId }, data: { outcome: 'refused' } }))
  await story.work()
  expect(await row(attemptId)).toBeNull()
  expect(await written(person)).toEqual([])
})

it('marks what WeCom does not take, with its code, and goes on with the others', async () => {
  const [bad, good] = [await staff(), await staff()]
  await sendOk(story.app, { path: `${SANDBOX}/members/delete`, body: { userId: bad.person.userId } })
  const refused = await story.checkIn(bad.phone, 'inside')
  const accepted = await story.checkIn(good.phone, 'inside')
  await story.work()
  expect(await row(refused.attemptId)).toMatchObject({ state: 'failed', errcode: 301069 })
  expect(await row(accepted.attemptId)).toMatchObject({ state: 'sent' })
})

it.each([
  ['busy', { kind: 'busy', times: 3 }],
  ['a limit', { kind: 'errcode', errcode: 45009 }],
  ['no permission yet', { kind: 'errcode', errcode: 48002 }],
  ['no answer to be read, though it was written', { kind: 'broken-json' }],
])('%s: it is written later, once', async (_what, fault) => {
  const { phone, person } = await staff()
  await story.fault({ path: ADD, ...fault })
  const { attemptId } = await story.checkIn(phone, 'inside')
  await story.work()
  expect(await row(attemptId)).toMatchObject({ state: 'waiting', tries: 1 })
  await story.clearFaults()
  await story.restartWorker()
  story.clock.advance(2 * MINUTE_MS)
  await story.work()
  expect(await row(attemptId)).toMatchObject({ state: 'sent' })
  expect(await written(person)).toHaveLength(1)
})

it('is not written twice by a worker that was killed before it noted it, nor by two workers', async () => {
  const { phone, person } = await staff()
  await story.checkIn(phone, 'inside')
  while ((await story.relay()) > 0) story.clock.advance(1)
  const ports = story.worker().writeBackPorts
  const killed = { ...ports.writeBacks, sent: () => Promise.reject(new Error('killed')), postpone: async () => {} }
  await writeBack({ ...ports, writeBacks: killed }, 50)
  expect(await written(person)).toHaveLength(1)
  await story.restartWorker()
  story.clock.advance(MINUTE_MS)
  await Promise.all([writeBack(ports, 50), writeBack(story.worker().writeBackPorts, 50)])
  expect(await written(person)).toHaveLength(1)
  expect(await story.app.database.read.attendanceWriteBack.count({ where: { state: 'waiting' } })).toBe(0)
})
