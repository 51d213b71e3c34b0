/** What people are told in the chat, each thing once and at a decent hour, over HTTP and through the sandbox. */
import { jest } from '@jest/globals'
import type { OutboxEvent } from '../../src/ports/outbox-store'
import { HOUR_MS, MINUTE_MS, SANDBOX, START_MS, startChatApp, type ChatApp, type StoryPhone } from '../chat-app'
import { photoClaim, send, sendOk, type Person } from '../start-app'

jest.setTimeout(60_000)

const SEND = '/cgi-bin/message/send'

let story: ChatApp
let hr: Person
beforeAll(async () => {
  story = await startChatApp()
  hr = await story.addPerson({ name: '李婷', roles: ['hr'] })
}, 60_000)
afterAll(() => story.close())
beforeEach(() => story.clock.set(START_MS))
afterEach(async () => {
  await story.clearFaults()
  await story.restartWorker()
})

async function people() {
  const leader = await story.addPerson({ name: '王建国' })
  const phone = await story.bindStaff({ name: '张敏', leaders: [leader.id] })
  return { leader, phone, person: phone.person }
}

/** With the first binding told already. */
async function settledPeople() {
  const group = await people()
  await story.work()
  return group
}

const newTexts = async (person: Person) => (await story.texts(person)).slice(1)
const stored = (person: Person) =>
  story.app.database.read.notice.findMany({ where: { employeeId: person.id }, orderBy: { id: 'asc' } })

describe('each thing is told once', () => {
  it('a first phone: to the person and to the leader', async () => {
    const { leader, person } = await people()
    await story.work()
    const phone = `HUAWEI Mate ${person.userId}`
    expect(await story.texts(person)).toEqual([
      `11月16日 09:12，你的签到绑定了手机 ${phone}。不是你本人操作的话，请马上联系人事停用它。`,
    ])
    expect(await story.texts(leader)).toEqual([
      `11月16日 09:12，张敏第一次绑定了签到手机 ${phone}。不对的话，请联系人事停用它。`,
    ])
  })

  it('a phone that HR switched off', async () => {
    const { person } = await settledPeople()
    const device = await story.app.database.read.device.findFirstOrThrow({ where: { employeeId: person.id } })
    const path = `/api/v1/devices/${device.id}/revoke`
    await sendOk(story.app, { path, token: await story.tokenOf(hr), body: { reason: '手机丢了' } })
    await story.work()
    expect(await newTexts(person)).toEqual([
      '11月16日 09:12，人事停用了你绑定的签到手机。要用手机签到，请在手机上打开外勤签到重新绑定或申请换机。',
    ])
  })

  it('an answer to a fault, and the next one, which reads alike', async () => {
    const { phone, person } = await settledPeople()
    const token = await story.tokenOf(person)
    for (const minutes of [0, 5]) {
      story.clock.set(START_MS + minutes * MINUTE_MS)
      const body = { text: '在地下停车场一直定位失败' }
      const { id } = await sendOk<{ id: string }>(story.app, { path: '/api/v1/feedback', token, body })
      const path = `/api/v1/feedback/${id}/answer`
      await sendOk(story.app, { path, token: await story.tokenOf(hr), body: { text: '请连公司的无线网' } })
      await story.work()
    }
    expect(phone.person).toBe(person)
    expect(await newTexts(person)).toEqual(
      ['09:12', '09:17'].map((at) => expect.stringMatching(new RegExp(`^11月16日 ${at}，人事答复了你报告的故障。`))),
    )
  })

  it('a check-in that is refused later for its photos', async () => {
    const { phone, person } = await settledPeople()
    const photos = [{ ...photoClaim(), takenAtMs: story.clock.nowMs() }]
    const { attemptId } = await story.checkIn(phone, 'outside', 'early', { photos })
    story.clock.advance(48 * HOUR_MS)
    const { approvals } = story.worker()
    await approvals.transactions.inTransaction((tx) => {
      const cause = { kind: 'photos', evidenceAtMs: story.clock.nowMs() } as const
      return approvals.settle(tx, { attemptId, cause, requestId: null }, story.clock.nowMs())
    })
    await story.work()
    expect((await newTexts(person)).filter((text) => text.includes('改为未通过'))).toEqual([
      '11月18日 09:12，你的早签到改为未通过：现场照片没有通过核对或没有按时上传。打开外勤签到看原因。',
    ])
  })

  it('two requests that end alike within four hours', async () => {
    const { leader, phone, person } = await settledPeople()
    for (const kind of ['early', 'visit'] as const) {
      await story.checkIn(phone, 'outside', kind)
      await story.work()
      await story.press(leader, 'approve')
      story.clock.advance(MINUTE_MS)
      await story.work()
    }
    const texts = await newTexts(person)
    expect(texts).toHaveLength(2)
    expect(texts[0]).toMatch(/^你 11月16日 09:12 的早签到审批已同意。这次签到记为已通过。处理人：王建国。$/)
    expect(texts[1]).toMatch(/^你 11月16日 09:13 的拜访签到审批已同意。/)
  })

  it('also when the event comes again', async () => {
    const { person } = await settledPeople()
    const rows = await story.app.database.read.outboxEvent.findMany({ where: { type: 'device.bound' } })
    for (const { payloadJson, createdAt, ...row } of rows) {
      const payload = JSON.parse(payloadJson) as OutboxEvent['payload']
      await story.worker().chat.planNotices({ ...row, payload, createdAtMs: createdAt.getTime() })
    }
    await story.work()
    expect(await story.texts(person)).toHaveLength(1)
  })
})

describe('what people wrote stays text', () => {
  it('in a comment', async () => {
    const { leader, phone, person } = await settledPeople()
    await story.checkIn(phone, 'outside')
    await story.work()
    const path = '/api/v1/approvals?role=approver&status=pending'
    const token = await story.tokenOf(leader)
    const { items } = await sendOk<{ items: { id: string }[] }>(story.app, { path, token })
    const comment = '<a href="https://evil.example">点这里</a> & "再说"'
    await story.decide(leader, items[0]?.id ?? '', 'reject', { comment })
    await story.work()
    const [line] = (await story.chat(person)).slice(1)
    expect(line).toMatchObject({ kind: 'text', links: 0 })
    expect(line).toMatchObject({ text: expect.stringContaining('意见：＜a href="https://evil.example"＞点这里＜/a＞') })
  })

  it('in what a phone calls itself', async () => {
    const person = await story.addPerson({ name: '张敏' })
    const brand = '<a href="https://evil.example">x</a>'
    const phone: StoryPhone = await story.newPhone(person, { brand, model: 'y', platform: 'ios', system: '1' })
    await phone.bind(phone.key, phone.enrolmentToken)
    await story.work()
    expect(await story.chat(person)).toMatchObject([{ kind: 'text', links: 0 }])
  })
})

describe('at night', () => {
  it('waits until eight what can wait', async () => {
    story.clock.set(Date.parse('2026-11-16T22:30:00+08:00'))
    const { leader, person } = await people()
    await story.work()
    expect(await story.texts(person)).toHaveLength(1)
    expect(await story.texts(leader)).toEqual([])
    story.clock.set(Date.parse('2026-11-17T07:59:59+08:00'))
    await story.work()
    expect(await story.texts(leader)).toEqual([])
    story.clock.set(Date.parse('2026-11-17T08:00:00+08:00'))
    await story.work()
    expect(await story.texts(leader)).toHaveLength(1)
  })
})

describe('what does not arrive', () => {
  it('ends where WeCom knows no such member', async () => {
    const { leader, person } = await people()
    await sendOk(story.app, {
      path: `${SANDBOX}/members/edit`,
      body: { userId: person.userId, changes: { status: 4 } },
    })
    await story.work()
    expect(await stored(person)).toMatchObject([{ state: 'undeliverable', tries: 0 }])
    expect(await stored(leader)).toMatchObject([{ state: 'sent' }])
  })

  it('ends where the person has left', async () => {
    const { person } = await people()
    await story.leave(person)
    await story.work()
    expect(await stored(person)).toMatchObject([{ state: 'undeliverable' }])
    expect(await story.texts(person)).toEqual([])
  })

  it('is tried again, later and later, and given up after a day', async () => {
    const { person } = await people()
    await story.fault({ kind: 'errcode', errcode: 48002, path: SEND, times: 1_000_000 })
    await story.work()
    const [first] = await stored(person)
    expect(first).toMatchObject({ state: 'waiting', tries: 1, problem: 'WECOM_REFUSED' })
    const health = await send(story.app, { path: '/readyz' })
    expect(health.status).toBe(200)
    expect(JSON.parse(health.text)).toMatchObject({ status: 'ready', checks: { wecom: 'retrying' } })
    const waiting = await story.app.database.read.notice.count({ where: { state: 'waiting' } })
    const { text: metrics } = await send(story.app, { path: '/metrics' })
    expect(metrics).toContain(`waiqin_wecom_waiting{queue="notices"} ${waiting}`)
    expect(metrics).toContain('path="/cgi-bin/miniprogram/jscode2session",outcome="ok"')
    const waits: number[] = []
    for (let tries = 1; tries < 100; tries++) {
      const [notice] = await stored(person)
      if (notice?.state !== 'waiting') break
      waits.push(notice.nextTryAt.getTime() - story.clock.nowMs())
      story.clock.set(notice.nextTryAt.getTime())
      await story.work()
    }
    expect(await stored(person)).toMatchObject([{ state: 'failed' }])
    expect(waits.slice(0, 4).map((wait) => Math.round(wait / 1_000))).toEqual([10, 20, 40, 80])
    expect(Math.max(...waits)).toBeLessThanOrEqual(30 * MINUTE_MS)
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(23 * HOUR_MS)
    expect(story.lines.filter(({ level }) => level === 'error').map(({ text }) => text)).toContain(
      'a message was given up',
    )
  })

  it('is not sent twice when the worker is killed before it is noted', async () => {
    const { person } = await people()
    while ((await story.relay()) > 0) story.clock.advance(1)
    const { noticePorts } = story.worker().chat
    const due = await noticePorts.notices.due(story.clock.nowMs(), 50)
    const { id } = due.find(({ userId }) => userId === person.userId) ?? { id: '' }
    await story.work()
    await story.app.seed((tx) => tx.notice.update({ where: { id }, data: { state: 'waiting', sentAt: null } }))
    story.clock.advance(2 * MINUTE_MS)
    await story.work()
    expect(await stored(person)).toMatchObject([{ state: 'sent' }])
    expect(await story.texts(person)).toHaveLength(1)
  })
})
