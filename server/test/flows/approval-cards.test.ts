/** Requests as cards in the chat: from the request over the press to what everybody sees, over HTTP and through the sandbox. */
import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import { workCards } from '../../src/features/approval-cards/work-cards.usecase'
import {
  HOUR_MS,
  MINUTE_MS,
  pressXml,
  SANDBOX,
  sealedCallback,
  START_MS,
  startChatApp,
  type ChatApp,
  type StoryPhone,
} from '../chat-app'
import type { ChatCard } from '../chat-lines'
import { photoClaim, send, sendOk, type Person } from '../start-app'
import { startWebProcess } from '../start-web'

const SEND = '/cgi-bin/message/send'
const UPDATE = '/cgi-bin/message/update_template_card'
const DELEGATIONS = '/api/v1/delegations'

jest.setTimeout(60_000)

let story: ChatApp
beforeAll(async () => {
  story = await startChatApp()
}, 60_000)
afterAll(() => story.close())
beforeEach(() => story.clock.set(START_MS))
afterEach(async () => {
  await story.clearFaults()
  await story.restartWorker()
})

/** Each story has people of its own. */
async function people(leaderNames: readonly string[] = ['王建国']) {
  const leaders: Person[] = []
  for (const name of leaderNames) leaders.push(await story.addPerson({ name }))
  const [leader] = leaders as [Person, ...Person[]]
  const old = await story.bindStaff({ leaders: leaders.map(({ id }) => id) })
  // The phone that was bound is told; that is another story.
  await story.work()
  return { leader, leaders, old, person: old.person }
}

async function asked(leaderNames?: readonly string[]) {
  const group = await people(leaderNames)
  const { phone, approval } = await story.askRebind(group.person)
  await story.work()
  return { ...group, phone, approval }
}

const standing = async (phone: StoryPhone) => (await phone.login(await phone.loginCode())).device

const photoNow = () => ({ ...photoClaim(), takenAtMs: story.clock.nowMs() })

/** What the worker does once it has read the bytes of all photos. */
async function verifyPhotos(attemptId: string): Promise<void> {
  const verified = { state: 'verified', verifiedAt: new Date(story.clock.nowMs()), perceptualHash: '0f1e2d3c4b5a6978' }
  await story.app.seed((tx) => tx.attemptPhoto.updateMany({ where: { attemptId }, data: verified }))
  const { approvals } = story.worker()
  await approvals.transactions.inTransaction((tx) => {
    const cause = { kind: 'photos', evidenceAtMs: story.clock.nowMs() } as const
    return approvals.settle(tx, { attemptId, cause, requestId: null }, story.clock.nowMs())
  })
}

const outcomeOf = async (attemptId: string) =>
  (await story.app.database.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })).outcome

describe('a rebind', () => {
  it('is one card to the leader, one press, and everybody knows', async () => {
    const { leaders, leader, old, person, phone, approval } = await asked(['王建国', '吴涛'])
    for (const each of leaders) {
      expect(await story.cards(each)).toEqual([
        {
          kind: 'card',
          taskId: expect.stringMatching(/^card-[0-9a-f-]{36}$/),
          title: '张敏申请换手机',
          subtitle: '同意后新手机生效，旧手机立即停用',
          rows: [
            ['部门', expect.any(String)],
            ['旧手机', `HUAWEI Mate ${person.userId}`],
            ['新手机', 'Xiaomi 15 Pro'],
            ['原因', '旧手机摔坏了'],
            ['有效期', '11月19日 09:12 前'],
          ],
          buttons: [
            { text: '驳回', key: 'reject:1' },
            { text: '同意换机', key: 'approve:1' },
          ],
          outcome: null,
          page: `packages/manage/approval/approval?id=${approval.id}`,
        },
      ])
    }
    expect(await story.cards(person)).toEqual([])

    expect(await story.press(leader, 'approve')).toMatchObject({ outcome: 'answered', reason: null })
    const done = {
      title: '换手机申请：已同意',
      subtitle: '新手机已生效，旧手机已停用',
      outcome: '王建国已同意',
      buttons: [],
    }
    expect(await story.card(leader)).toMatchObject(done)
    expect((await story.card(leader)).rows).toContainEqual(['处理人', expect.stringMatching(/^王建国 09:1\d$/)])
    const [, other] = leaders as [Person, Person]
    expect(await story.card(other)).toMatchObject({ outcome: null })

    await story.work()
    expect(await story.card(other)).toMatchObject(done)
    expect(await story.card(leader)).toMatchObject(done)
    expect([(await story.cards(leader)).length, (await story.cards(other)).length]).toEqual([1, 1])
    expect((await story.texts(person)).filter((text) => text.includes('换手机申请'))).toEqual([
      '你 11月16日 09:12 的换手机申请已同意。新手机可以签到了，旧手机已停用；等审批时签的到已按当时的时间生效。处理人：王建国。',
    ])
    expect(await standing(phone)).toBe('bound')
    await expect(story.checkIn(old, 'inside')).rejects.toMatchObject({ status: 401 })
  })
  it('is rejected by a press: the old phone stays', async () => {
    const { leader, old, person, phone } = await asked()
    await story.press(leader, 'reject')
    expect(await story.card(leader)).toMatchObject({ title: '换手机申请：已驳回', outcome: '王建国已驳回' })
    await story.work()
    expect((await story.texts(person)).at(-1)).toBe(
      '你 11月16日 09:12 的换手机申请没有同意。旧手机照常能用。有疑问请联系主管。处理人：王建国。',
    )
    expect(await standing(phone)).not.toBe('bound')
    expect(await story.checkIn(old, 'inside')).toMatchObject({ outcome: 'accepted' })
  })

  it('lets a held check-in count once it is approved', async () => {
    const { leader, phone } = await asked()
    const reply = await story.checkIn(phone, 'inside', 'early', { photos: [photoNow()] })
    expect(reply).toMatchObject({ outcome: 'pending' })
    await verifyPhotos(reply.attemptId)
    expect(await outcomeOf(reply.attemptId)).toBe('pending')
    await story.press(leader, 'approve')
    expect(await outcomeOf(reply.attemptId)).toBe('accepted')
  })

  it('that is withdrawn before anybody pressed: cards say so, and a press changes nothing', async () => {
    const { leader, leaders, person, approval } = await asked(['王建国', '吴涛'])
    expect((await story.withdraw(person, approval.id)).status).toBe(200)
    await story.press(leader, 'approve')
    await story.work()
    for (const each of leaders) expect(await story.card(each)).toMatchObject({ outcome: '已撤回', buttons: [] })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'withdrawn' })
  })

  it('that is withdrawn before its cards went out sends none', async () => {
    const { leader, person } = await people()
    const { approval } = await story.askRebind(person)
    await story.withdraw(person, approval.id)
    await story.work()
    expect(await story.cards(leader)).toEqual([])
  })
})

describe('who presses second', () => {
  it('sees the outcome, and decides nothing', async () => {
    const { leaders, person, approval } = await asked(['王建国', '吴涛'])
    const [first, second] = leaders as [Person, Person]
    await story.press(first, 'approve')
    expect(await story.press(second, 'reject')).toMatchObject({ outcome: 'answered', reason: null })
    expect(await story.card(second)).toMatchObject({ outcome: '王建国已同意' })
    await story.work()
    expect(await story.card(second)).toMatchObject({ outcome: '王建国已同意' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved', decidedBy: { id: first.id } })
  })

  it('at the same moment gets the same outcome as the one who was quicker', async () => {
    const { leaders, person, approval } = await asked(['王建国', '吴涛'])
    const [first, second] = leaders as [Person, Person]
    const presses = await Promise.all([story.press(first, 'approve'), story.press(second, 'reject')])
    expect(presses.map(({ outcome }) => outcome)).toEqual(['answered', 'answered'])
    const { status, decidedBy } = await story.read(person, approval.id)
    const expected = `${decidedBy?.name}${status === 'approved' ? '已同意' : '已驳回'}`
    for (const each of leaders) expect((await story.card(each)).outcome).toBe(expected)
    await story.work()
    for (const each of leaders) expect((await story.card(each)).outcome).toBe(expected)
    const audited = await story.app.database.read.auditRecord.findMany({ where: { subjectId: approval.id } })
    expect(audited.filter(({ action }) => /approval\.(approved|rejected)/.test(action))).toHaveLength(1)
    expect((await story.texts(person)).filter((text) => text.includes('换手机申请'))).toHaveLength(1)
  })

  it('is the same person with two clients: decided once', async () => {
    const { leader, person, approval } = await asked()
    const { taskId } = await story.card(leader)
    const press = { userId: leader.userId.toUpperCase(), taskId, key: 'approve:1' }
    const sealed = [0, 1_000].map((laterMs) => {
      const clock = { ...story.clock, nowMs: () => story.clock.nowMs() + laterMs }
      return sealedCallback(story, pressXml({ ...story, clock }, press))
    })
    const answers = await Promise.all(sealed.map(({ path, body, headers }) => send(story.app, { path, body, headers })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
    await story.work()
    expect((await story.texts(person)).filter((text) => text.includes('换手机申请'))).toHaveLength(1)
  })

  it('may sit in front of another web process of the same database', async () => {
    const near = await startChatApp({ startMs: Date.now() })
    const { dataFolder, database, wecom } = near.config
    const other = await startWebProcess({
      ...{ NODE_ENV: 'test', DATA_DIR: dataFolder, DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'error' },
    })
    try {
      expect(wecom.baseUrl).toBeNull()
      const leaders = [await near.addPerson({ name: '王建国' }), await near.addPerson({ name: '吴涛' })]
      const old = await near.bindStaff({ leaders: leaders.map(({ id }) => id) })
      const { approval } = await near.askRebind(old.person)
      await near.work()
      const posts = await Promise.all(
        leaders.flatMap((leader, index) =>
          [near.app.url, other.url].map(async (url) => {
            const [{ taskId }] = (await near.cards(leader)) as [ChatCard]
            const key = index === 0 ? 'approve:1' : 'reject:1'
            const { path, body } = sealedCallback(near, pressXml(near, { userId: leader.userId, taskId, key }))
            return () => fetch(url + path, { method: 'POST', body })
          }),
        ),
      )
      const answers = await Promise.all(posts.map((post) => post()))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      const { status, decidedBy } = await near.read(old.person, approval.id)
      expect(['approved', 'rejected']).toContain(status)
      await near.work()
      const audited = await near.app.database.read.auditRecord.findMany({ where: { subjectId: approval.id } })
      expect(audited.filter(({ action }) => /approval\.(approved|rejected)/.test(action))).toHaveLength(1)
      expect(await near.app.database.read.wecomCallback.count()).toBe(2)
      const expected = `${decidedBy?.name}${status === 'approved' ? '已同意' : '已驳回'}`
      // The codes of these presses are made up: what the sandbox does not know, no card can be changed with.
      for (const leader of leaders) {
        await near.press(leader, 'approve')
        expect((await near.card(leader)).outcome).toBe(expected)
      }
    } finally {
      await other.stop()
      await near.close()
    }
  })
})

describe('a card that is old', () => {
  it('decides after a day as on the first', async () => {
    const { leader, person, approval } = await asked()
    story.clock.advance(25 * HOUR_MS)
    expect(await story.press(leader, 'approve')).toMatchObject({ outcome: 'answered', reason: null })
    expect(await story.card(leader)).toMatchObject({ outcome: '王建国已同意' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
  })

  it('of more than three days says that the time is over', async () => {
    const { leader, person, approval } = await asked()
    story.clock.advance(73 * HOUR_MS)
    await story.press(leader, 'approve')
    expect(await story.card(leader)).toMatchObject({ outcome: '已过期' })
    await story.sweep()
    await story.work()
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'expired' })
    expect((await story.texts(person)).at(-1)).toContain('没有人处理，已过期')
  })

  it('whose code is over stays as it was; the page decides, and a press says what became of it', async () => {
    const { leaders, person, approval } = await asked(['王建国', '吴涛'])
    const [first, second] = leaders as [Person, Person]
    await story.fault({ kind: 'errcode', errcode: 40058, path: UPDATE, times: 10 })
    expect((await story.decide(first, approval.id, 'approve')).status).toBe(200)
    await story.work()
    await story.clearFaults()
    expect(await story.card(second)).toMatchObject({ outcome: null })
    expect((await story.storedCards(approval.id)).map(({ state }) => state)).toEqual(['closed', 'closed'])
    await story.press(second, 'reject')
    expect(await story.card(second)).toMatchObject({ outcome: '王建国已同意' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
  })

  it('is sent anew after 20 hours, by day, and both change with the decision', async () => {
    const { leader } = await asked()
    const remind = () => story.worker().chat.planCards.remind(50)
    story.clock.advance(20 * HOUR_MS + 1)
    expect(await remind()).toBe(0)
    story.clock.set(Date.parse('2026-11-17T08:00:00+08:00'))
    expect(await remind()).toBeGreaterThanOrEqual(1)
    expect(await remind()).toBe(0)
    await story.work()
    const [first, second] = (await story.cards(leader)) as [ChatCard, ChatCard]
    expect(second).toEqual({ ...first, taskId: expect.any(String) })
    expect(second.taskId).not.toBe(first.taskId)
    await story.press(leader, 'approve', second)
    await story.work()
    expect((await story.cards(leader)).map(({ outcome }) => outcome)).toEqual(['王建国已同意', '王建国已同意'])
  })
})

describe('people who change', () => {
  it('an approver who has left decides nothing', async () => {
    const { leader, person, approval } = await asked()
    const { taskId } = await story.card(leader)
    await story.leave(leader)
    const { path, body } = sealedCallback(story, pressXml(story, { userId: leader.userId, taskId, key: 'approve:1' }))
    expect(await send(story.app, { path, body })).toMatchObject({ status: 200, text: '' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'pending' })
  })

  it('nobody decides by another one’s card', async () => {
    const { leader, person, approval } = await asked()
    const { taskId } = await story.card(leader)
    for (const presser of [person, await story.addPerson({ name: '路人' })]) {
      const press = { userId: presser.userId, taskId, key: 'approve:1' }
      const { path, body } = sealedCallback(story, pressXml(story, press))
      expect(await send(story.app, { path, body })).toMatchObject({ status: 200, text: '' })
    }
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'pending' })
    expect(await story.card(leader)).toMatchObject({ outcome: null })
  })

  it('who no longer leads the requester is told so by the card', async () => {
    const { leader, person, approval } = await asked()
    await story.app.seed((tx) => tx.employeeLeader.deleteMany({ where: { employeeId: person.id } }))
    await story.press(leader, 'approve')
    expect(await story.card(leader)).toMatchObject({ outcome: '不再由你处理', buttons: [] })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'pending' })
  })

  it('a requester who has left gets nothing by a press', async () => {
    const { leader, person, approval } = await asked()
    await story.leave(person)
    await story.press(leader, 'approve')
    expect(await story.card(leader)).toMatchObject({ title: '换手机申请：已过期', buttons: [] })
    await story.work()
    const { approvalRequest } = story.app.database.read
    expect(await approvalRequest.findUniqueOrThrow({ where: { id: approval.id } })).toMatchObject({ status: 'expired' })
  })

  it('the next level gets a card of its own when nobody decided', async () => {
    const { leader, person, approval } = await asked()
    const hr = await story.addPerson({ name: '李婷', roles: ['hr'] })
    story.clock.advance(25 * HOUR_MS)
    await story.sweep()
    await story.work()
    // Requests of the other stories have come to this office as well.
    const [card, ...more] = (await story.cards(hr)).filter(({ page }) => page.endsWith(approval.id))
    expect([card?.outcome, more]).toEqual([null, []])
    await story.press(hr, 'approve', card)
    await story.work()
    expect(await story.card(leader)).toMatchObject({ outcome: '李婷已同意' })
    expect(await story.read(person, approval.id)).toMatchObject({ decidedBy: { id: hr.id } })
  })

  const delegate = async (leader: Person, to: Person, startMs: number, endMs: number) => {
    const iso = (ms: number) => new Date(story.clock.nowMs() + ms).toISOString()
    const body = { delegateUserId: to.userId, startsAt: iso(startMs), endsAt: iso(endMs) }
    return sendOk<{ id: string }>(story.app, { path: DELEGATIONS, token: await story.tokenOf(leader), body })
  }

  it('who stands in gets a card that names the leader, and loses it when that is revoked', async () => {
    const { leader, approval } = await asked()
    const standIn = await story.addPerson({ name: '钱进' })
    const { id } = await delegate(leader, standIn, 0, 24 * HOUR_MS)
    story.clock.advance(1_000)
    await story.work()
    expect(await story.cards(standIn)).toMatchObject([{ outcome: null }])
    expect((await story.card(standIn)).rows).toContainEqual(['代谁处理', '王建国'])
    expect((await story.cards(leader)).length).toBe(1)
    await send(story.app, { method: 'DELETE', path: `${DELEGATIONS}/${id}`, token: await story.tokenOf(leader) })
    await story.work()
    expect(await story.card(standIn)).toMatchObject({ outcome: '不再由你处理' })
    expect(await story.card(leader)).toMatchObject({ outcome: null })
    await story.press(leader, 'approve')
    expect(await story.read(leader, approval.id)).toMatchObject({ status: 'approved' })
  })

  it('a stand-in’s time may begin and end by itself', async () => {
    const { leader, person, approval } = await asked()
    const standIn = await story.addPerson({ name: '钱进' })
    await delegate(leader, standIn, HOUR_MS, 3 * HOUR_MS)
    await story.work()
    expect(await story.cards(standIn)).toEqual([])
    const { planCards } = story.worker().chat
    story.clock.advance(HOUR_MS)
    const lookedUntilMs = await planCards.followStandIns(null)
    await story.work()
    expect(await story.cards(standIn)).toMatchObject([{ outcome: null }])
    story.clock.advance(2 * HOUR_MS)
    await planCards.followStandIns(lookedUntilMs)
    await story.work()
    expect(await story.card(standIn)).toMatchObject({ outcome: '不再由你处理' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'pending' })
  })

  it('a stand-in’s time that begins again brings a new card, each time, and reminders as for a first one', async () => {
    const { leader, person, approval } = await asked()
    const standIn = await story.addPerson({ name: '钱进' })
    for (let time = 1; time <= 4; time++) {
      const { id } = await delegate(leader, standIn, 0, 24 * HOUR_MS)
      story.clock.advance(1_000)
      await story.work()
      expect(await story.cards(standIn)).toHaveLength(time)
      expect(await story.card(standIn)).toMatchObject({ outcome: null })
      if (time === 4) break
      await send(story.app, { method: 'DELETE', path: `${DELEGATIONS}/${id}`, token: await story.tokenOf(leader) })
      await story.work()
      expect(await story.card(standIn)).toMatchObject({ outcome: '不再由你处理' })
    }
    // The leader, who was asked all the time, has one.
    expect(await story.cards(leader)).toHaveLength(1)
    story.clock.set(START_MS + 23 * HOUR_MS)
    await story.worker().chat.planCards.remind(50)
    await story.work()
    expect(await story.cards(standIn)).toHaveLength(5)
    await story.press(standIn, 'approve')
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
    await story.work()
    expect((await story.storedCards(approval.id)).map(({ state }) => state)).not.toContain('open')
  })

  it('a leader who is removed and restored has a card again', async () => {
    const { leader, person, approval } = await asked()
    const changed = async () => {
      await story.worker().chat.planCards.requesterChanged(person.id)
      await story.work()
    }
    await story.app.seed((tx) => tx.employeeLeader.deleteMany({ where: { employeeId: person.id } }))
    await changed()
    expect(await story.card(leader)).toMatchObject({ outcome: '不再由你处理' })
    await story.app.seed((tx) => tx.employeeLeader.create({ data: { employeeId: person.id, leaderId: leader.id } }))
    await changed()
    await changed()
    expect((await story.cards(leader)).map(({ outcome }) => outcome)).toEqual(['不再由你处理', null])
    await story.press(leader, 'approve')
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
  })

  it('who is asked again while his card is being closed has a new one', async () => {
    const { leader, person, approval } = await asked()
    const leads = { employeeId: person.id, leaderId: leader.id }
    await story.app.seed((tx) => tx.employeeLeader.deleteMany({ where: leads }))
    const { planCards, cardPorts } = story.worker().chat
    await planCards.requesterChanged(person.id)
    const messenger: typeof cardPorts.messenger = {
      ...cardPorts.messenger,
      updateCard: async (...update) => {
        const updated = await cardPorts.messenger.updateCard(...update)
        await story.app.seed((tx) => tx.employeeLeader.create({ data: leads }))
        await planCards.requesterChanged(person.id)
        return updated
      },
    }
    await workCards({ ...cardPorts, messenger }, 50)
    await story.work()
    expect((await story.cards(leader)).map(({ outcome }) => outcome)).toEqual(['不再由你处理', null])
    expect((await story.storedCards(approval.id)).map(({ state }) => state)).toEqual(['closed', 'open'])
  })

  it('a colleague who has bound the new phone leaves only 驳回 on the card', async () => {
    const { leader, person, approval } = await asked()
    const colleague = await story.addPerson({ name: '赵强' })
    await story.app.seed(async (tx) => {
      const candidate = { employeeId: person.id, state: 'candidate' }
      const device = await tx.device.findFirstOrThrow({ where: candidate })
      await tx.device.create({
        data: { ...device, id: randomUUID(), employeeId: colleague.id, state: 'active' },
      })
    })
    expect(await story.press(leader, 'approve')).toMatchObject({ outcome: 'answered', reason: null })
    const card = await story.card(leader)
    expect(card).toMatchObject({
      subtitle: '新手机已绑定别人，只能驳回',
      outcome: null,
      buttons: [{ key: 'reject:1' }],
    })
    await story.work()
    expect(await story.card(leader)).toEqual(card)
    await story.press(leader, 'reject')
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'rejected' })
  })
})

describe('an application outside the fence', () => {
  const apply = async (changes = {}) => {
    const group = await people()
    const reply = await story.checkIn(group.old, 'outside', 'early', changes)
    expect(reply).toMatchObject({ outcome: 'pending' })
    await story.work()
    return { ...group, reply }
  }
  it('is a card with its time and finding, and counts once it is approved', async () => {
    const { leader, person, reply } = await apply()
    const card = await story.card(leader)
    expect(card).toMatchObject({ title: '张敏的早签到等你审批', buttons: [{ text: '驳回' }, { text: '同意签到' }] })
    expect(card.rows.map(([name]) => name)).toEqual(expect.arrayContaining(['签到时间', '情况', '有效期']))
    await story.press(leader, 'approve')
    expect(await outcomeOf(reply.attemptId)).toBe('accepted')
    await story.work()
    expect((await story.texts(person)).at(-1)).toMatch(
      /^你 11月\d+日 \d\d:\d\d 的早签到审批已同意。这次签到记为已通过。/,
    )
  })

  it('that has changed since the card was drawn is shown anew, and decided by the next press', async () => {
    const { leader, reply } = await apply({ photos: [photoNow()] })
    const { attemptId } = reply
    await verifyPhotos(attemptId)
    await story.press(leader, 'approve')
    expect(await outcomeOf(attemptId)).toBe('pending')
    const anew = await story.card(leader)
    expect(anew).toMatchObject({ subtitle: '内容有变化，请再看一遍再处理', outcome: null })
    expect(anew.buttons.map(({ key }) => key)).toEqual(['reject:2', 'approve:2'])
    await story.press(leader, 'approve')
    expect(await outcomeOf(attemptId)).toBe('accepted')
  })
})

describe('trouble on the way', () => {
  it.each([
    ['slow', { kind: 'slow', delayMs: 300 }],
    ['a page instead of an answer', { kind: 'server-error', times: 2 }],
    ['busy', { kind: 'busy', times: 2 }],
    ['a token that ended early', { kind: 'expired-token' }],
    ['JSON that breaks off', { kind: 'broken-json' }],
  ])('%s: each card arrives once', async (_what, fault) => {
    const { leader, person } = await people()
    await story.askRebind(person)
    await story.fault({ path: SEND, ...fault })
    await story.work()
    story.clock.advance(MINUTE_MS)
    await story.work()
    expect(await story.cards(leader)).toHaveLength(1)
    await story.press(leader, 'approve')
    expect(await story.card(leader)).toMatchObject({ outcome: '王建国已同意' })
  })

  it('a lost callback is pressed again', async () => {
    const { leader, person, approval } = await asked()
    await story.fault({ kind: 'lost' })
    expect(await story.press(leader, 'approve')).toMatchObject({ outcome: 'ignored' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'pending' })
    await story.press(leader, 'approve')
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
  })

  it('a late callback finds what was decided meanwhile', async () => {
    const { leaders, leader, person, approval } = await asked(['王建国', '吴涛'])
    await story.fault({ kind: 'late', delayMs: 300 })
    const pressing = story.press(leader, 'approve')
    expect((await story.decide(leaders[1] ?? leader, approval.id, 'reject')).status).toBe(200)
    await pressing
    expect(await story.card(leader)).toMatchObject({ outcome: '吴涛已驳回' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'rejected' })
  })

  it('a repeat of a callback gets the same reply and does nothing', async () => {
    const { leader, person } = await asked()
    const before = (await story.deliveries()).length
    await story.fault({ kind: 'duplicate' })
    await story.press(leader, 'approve')
    const [first, second, ...more] = (await story.deliveries()).slice(before)
    expect(more).toEqual([])
    expect(first?.reply.kind).toBe('update_template_card')
    expect(second?.plain).toBe(first?.plain)
    expect(second?.reply).toEqual(first?.reply)
    await story.work()
    expect((await story.texts(person)).filter((text) => text.includes('换手机申请'))).toHaveLength(1)
  })

  it('a press whose answer got lost is drawn by the worker', async () => {
    const { leader, person, approval } = await asked()
    const { taskId } = await story.card(leader)
    await story.worker().chat.inboxPorts?.handlers.cardPress({
      ...{ userId: leader.userId, taskId, buttonKey: 'approve:1', responseCode: null },
      pressedAtMs: story.clock.nowMs(),
    })
    expect(await story.card(leader)).toMatchObject({ outcome: null })
    await story.work()
    expect(await story.card(leader)).toMatchObject({ outcome: '王建国已同意' })
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
  })

  it.each([
    ['30 minutes', 30 * MINUTE_MS, '王建国已同意', 'approved'],
    ['longer', 30 * MINUTE_MS + 1_000, null, 'pending'],
  ])('a press that is worked on after %s', async (_what, laterMs, outcome, status) => {
    const { leader, person, approval } = await asked()
    const { taskId } = await story.card(leader)
    const [stored] = await story.storedCards(approval.id)
    const { cards } = story.worker().chat.cardPorts
    const responseCode = (await cards.find(stored?.id ?? ''))?.responseCode ?? null
    const pressedAtMs = story.clock.nowMs()
    story.clock.advance(laterMs)
    const press = { userId: leader.userId, taskId, buttonKey: 'approve:1', responseCode, pressedAtMs }
    await story.worker().chat.inboxPorts?.handlers.cardPress(press)
    await story.work()
    const late = { subtitle: '这次点击没有及时送达，请再点一次', buttons: [{ key: 'reject:1' }, { key: 'approve:1' }] }
    expect(await story.card(leader)).toMatchObject({ outcome, ...(outcome === null ? late : {}) })
    expect(await story.read(person, approval.id)).toMatchObject({ status })
    // The next one decides.
    if (outcome === null) await story.press(leader, 'approve')
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
  })

  it('a code that a press brings while the card is drawn is kept, and good for the outcome', async () => {
    const { leaders, leader, person, approval } = await asked(['王建国', '吴涛'])
    const { cardPorts } = story.worker().chat
    const { cards } = cardPorts
    const [card] = await cards.due(story.clock.nowMs(), 50)
    expect(card).toBeUndefined()
    const { taskId } = await story.card(leader)
    const loaded = await cards.find(taskId)
    if (loaded === null) throw new Error('no card')
    await cards.pressed(taskId, 'brought by a press', story.clock.nowMs())
    await cards.drawn(loaded, { status: 'pending', subjectVersion: 2 }, story.clock.nowMs())
    expect(await cards.find(taskId)).toMatchObject({ responseCode: 'brought by a press', subjectVersion: 2 })
    await cards.end(loaded, 'closed', 'approved', story.clock.nowMs())
    const kept = await cards.find(taskId)
    expect(kept).toMatchObject({ responseCode: 'brought by a press', state: 'open' })
    if (kept !== null) await cards.drawn(kept, { status: 'pending', subjectVersion: 1 }, story.clock.nowMs())
    expect(await cards.find(taskId)).toMatchObject({ responseCode: null, codeMark: null })
    await story.press(leaders[1] ?? leader, 'approve')
    expect(await story.read(person, approval.id)).toMatchObject({ status: 'approved' })
  })

  it('a worker that is told to stop sends what it is at, and leaves the rest', async () => {
    const { leaders, person, approval } = await asked(['王建国', '吴涛', '孙丽'])
    await story.withdraw(person, approval.id)
    await story.work()
    await story.askRebind(person, '又换了一部')
    while ((await story.relay()) > 0) story.clock.advance(1)
    const { cardPorts } = story.worker().chat
    let isStopping = false
    const messenger: typeof cardPorts.messenger = {
      ...cardPorts.messenger,
      sendCard: (...message) => {
        isStopping = true
        return cardPorts.messenger.sendCard(...message)
      },
    }
    const count = async () => (await Promise.all(leaders.map((each) => story.cards(each)))).flat().length
    expect(await count()).toBe(3)
    await workCards({ ...cardPorts, messenger }, 50, () => !isStopping)
    expect(await count()).toBe(4)
    await story.work()
    expect(await count()).toBe(6)
  })

  it('an hour without WeCom loses nothing, and keeps nobody from checking in', async () => {
    const { leaders, leader, old, person } = await people(['王建国', '吴涛'])
    const { approval } = await story.askRebind(person)
    for (const path of [SEND, UPDATE]) await story.fault({ kind: 'server-error', path, times: 1_000_000 })
    await story.work()
    story.clock.advance(10 * MINUTE_MS)
    await story.work()
    expect(await story.checkIn(old, 'inside')).toMatchObject({ outcome: 'accepted' })
    story.clock.advance(20 * MINUTE_MS)
    await story.work()
    expect(await story.cards(leader)).toEqual([])
    expect((await story.decide(leader, approval.id, 'approve')).status).toBe(200)
    const { approval: second } = await story.askRebind(person, '又换了一部')
    await story.work()
    await story.clearFaults()
    await story.restartWorker()
    story.clock.advance(HOUR_MS)
    await story.work()
    // The first was decided before its cards could go out.
    for (const each of leaders) {
      expect(await story.cards(each)).toMatchObject([{ outcome: null, page: expect.stringContaining(second.id) }])
    }
    expect((await story.texts(person)).filter((text) => text.includes('换手机申请已同意'))).toHaveLength(1)
  })

  it.each([
    ['a minute', MINUTE_MS],
    ['five hours', 5 * HOUR_MS],
  ])('a worker that is killed between sending and storing sends no second card, %s later', async (_what, laterMs) => {
    const { leader, person } = await people()
    const { approval } = await story.askRebind(person)
    while ((await story.relay()) > 0) story.clock.advance(1)
    const { cardPorts } = story.worker().chat
    const isKilled = () => Promise.reject(new Error('killed'))
    const cards = { ...cardPorts.cards, opened: isKilled, postpone: () => Promise.resolve() }
    await workCards({ ...cardPorts, cards }, 50)
    expect(await story.cards(leader)).toHaveLength(1)
    await story.restartWorker()
    await story.work()
    story.clock.advance(laterMs)
    await story.work()
    expect(await story.cards(leader)).toHaveLength(1)
    expect(await story.storedCards(approval.id)).toMatchObject([{ state: 'open', responseCodeEncrypted: null }])
    await story.press(leader, 'approve')
    expect(await story.card(leader)).toMatchObject({ outcome: '王建国已同意' })
    await story.work()
    expect(await story.storedCards(approval.id)).toMatchObject([{ state: 'closed' }])
  })

  it('two workers at once send each card once', async () => {
    const { leaders, person } = await people(['王建国', '吴涛'])
    await story.askRebind(person)
    while ((await story.relay()) > 0) story.clock.advance(1)
    const one = story.worker().chat.cardPorts
    await story.restartWorker()
    const sent: string[] = []
    const counted = (ports: typeof one) => ({
      ...ports,
      messenger: {
        ...ports.messenger,
        sendCard: (...[userId, card]: Parameters<typeof ports.messenger.sendCard>) => {
          sent.push(userId)
          return ports.messenger.sendCard(userId, card)
        },
      },
    })
    await Promise.all([one, story.worker().chat.cardPorts].map((ports) => workCards(counted(ports), 50)))
    expect(sent.sort()).toEqual(leaders.map(({ userId }) => userId).sort())
  })

  it('somebody who cannot be reached there is left alone; the others get theirs', async () => {
    const { leaders, person } = await people(['王建国', '吴涛'])
    const [first, second] = leaders as [Person, Person]
    await sendOk(story.app, { path: `${SANDBOX}/members/edit`, body: { userId: first.userId, changes: { status: 4 } } })
    const { approval } = await story.askRebind(person)
    await story.work()
    expect(await story.cards(second)).toHaveLength(1)
    expect((await story.storedCards(approval.id)).map(({ state }) => state).sort()).toEqual(['open', 'undeliverable'])
  })
})
