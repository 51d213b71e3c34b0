import { countingRandom } from '../../../test/fakes'
import { APP, CORP_ID, openBench, serveSandbox, type Bench } from '../../../test/wecom-bench'
import { AppError } from '../../app-error'
import type { IntegrationToken } from '../../ports/integration-token-store'
import type { DecisionCard } from '../../ports/messenger'
import { createMessenger, type MessengerOptions } from './messenger'
import { createWecomApi } from './wecom-api'

const SEND = '/cgi-bin/message/send'
const UPDATE = '/cgi-bin/message/update_template_card'
const HOUR_MS = 3_600_000
const LEADER = 'WangJianGuo'

const card = (taskId: string, changes: Partial<DecisionCard> = {}): DecisionCard => ({
  ...{ taskId, title: '陈雨桐申请换手机', subtitle: '同意后新手机生效，旧手机立即停用' },
  rows: [{ name: '原因', value: '旧手机屏幕碎了' }],
  pagePath: 'packages/manage/approval/approval?id=7',
  foot: {
    kind: 'buttons',
    buttons: [
      { text: '驳回', key: 'reject:1', style: 'reject' },
      { text: '同意换机', key: 'approve:1', style: 'agree' },
    ],
  },
  ...changes,
})
const decided = (taskId: string) => card(taskId, { foot: { kind: 'outcome', text: '王建国已同意' } })

let bench: Bench
let served: Awaited<ReturnType<typeof serveSandbox>>
beforeEach(async () => {
  const callback = { url: 'http://127.0.0.1:9/none', token: 't', encodingAesKey: 'k' }
  bench = openBench({ app: { callback } })
  served = await serveSandbox(bench.sandbox)
})
afterEach(() => served.close())

function open(changes: Partial<MessengerOptions> = {}) {
  const stored = new Map<string, IntegrationToken>()
  const api = createWecomApi({
    ...{ baseUrl: served.url, corpId: CORP_ID, app: String(APP.agentId), secret: APP.secret, clock: bench.clock },
    tokens: {
      find: (name) => Promise.resolve(stored.get(name) ?? null),
      save: (name, token) => Promise.resolve(void stored.set(name, token)),
    },
    ...{ firstWaitMs: 1, timeoutMs: 300 },
  })
  const look = { source: '外勤签到', miniprogramAppId: APP.miniProgramAppId }
  return createMessenger({ api, agentId: APP.agentId, ...look, ...changes })
}

const chat = (userId = LEADER) => bench.sandbox.chatOf(userId).messages.map(({ content }) => content)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : (error as Error).name),
  )

describe('text', () => {
  it('arrives, whatever the case of the userid', async () => {
    expect(await open().sendText('wangjianguo', '你好')).toEqual({
      ...{ kind: 'sent', messageId: expect.stringMatching(/./), responseCode: null },
    })
    expect(chat()).toEqual([{ kind: 'text', from: 'app', content: '你好' }])
  })

  it('has at most 2 048 bytes', async () => {
    expect(await open().sendText(LEADER, '字'.repeat(682))).toMatchObject({ kind: 'sent' })
    expect(await codeOf(open().sendText(LEADER, '字'.repeat(683)))).toBe('RangeError')
    expect(chat()).toHaveLength(1)
  })

  it.each([
    ['nobody of that name (81013)', 'Nobody'],
    ['who has not activated WeCom', 'WuBing'],
    ['who has left', 'ZhouQi'],
  ])('to %s cannot be delivered', async (_what, userId) => {
    expect(await open().sendText(userId, '你好')).toEqual({ kind: 'undeliverable' })
  })

  it.each([
    ['invaliduser', { errcode: 0, invaliduser: 'a|wangjianguo', msgid: 'm' }],
    ['unlicenseduser', { errcode: 0, invaliduser: '', unlicenseduser: 'WangJianGuo', msgid: 'm' }],
  ])('is undeliverable by an answer that names the person as %s', async (_what, answer) => {
    const api = {
      get: () => Promise.reject(new Error('none')),
      post: () => Promise.resolve(answer),
      isBroken: () => false,
    }
    expect(await open({ api }).sendText(LEADER, '你好')).toEqual({ kind: 'undeliverable' })
    expect(await open({ api }).sendText('b', '你好')).toMatchObject({ kind: 'sent' })
  })
})

describe('a repeat', () => {
  it('of the same text within four hours arrives once', async () => {
    const { sendText } = open()
    await sendText(LEADER, '你好')
    bench.clock.advance(4 * HOUR_MS - 1)
    expect(await sendText(LEADER, '你好')).toMatchObject({ kind: 'sent' })
    expect(chat()).toHaveLength(1)
    await sendText(LEADER, '你好，又是我')
    expect(chat()).toHaveLength(2)
  })

  it('of a card whose answer got lost arrives once', async () => {
    bench.sandbox.faults.set({ kind: 'answer-lost', path: SEND })
    const { sendCard } = open()
    expect(await codeOf(sendCard(LEADER, card('card-1')))).toBe('WECOM_UNAVAILABLE')
    expect(await sendCard(LEADER, card('card-1'))).toMatchObject({ kind: 'sent', responseCode: null })
    expect(chat()).toHaveLength(1)
  })

  it.each([
    ['after four hours', 5 * HOUR_MS, {}],
    ['that says something else by now', 0, { subtitle: '别的' }],
  ])('of a card %s is known by its task', async (_what, laterMs, changes) => {
    const { sendCard } = open()
    await sendCard(LEADER, card('card-1'))
    bench.clock.advance(laterMs)
    expect(await sendCard(LEADER, card('card-1', changes))).toEqual({
      ...{ kind: 'sent', messageId: '', responseCode: null },
    })
    expect(chat()).toHaveLength(1)
  })
})

describe('a card', () => {
  const sendOne = async (taskId = 'card-1') => {
    const delivery = await open().sendCard(LEADER, card(taskId))
    if (delivery.kind !== 'sent' || delivery.responseCode === null) throw new Error('no response code')
    return delivery.responseCode
  }

  it('arrives with its buttons, and is changed once by its code', async () => {
    const code = await sendOne()
    expect(chat()).toMatchObject([{ kind: 'template_card', taskId: 'card-1', greyedText: null }])
    expect(await open().updateCard('wangjianguo', code, decided('card-1'))).toBe('updated')
    expect(chat()).toMatchObject([{ kind: 'template_card', taskId: 'card-1', greyedText: '王建国已同意' }])
    expect(await open().updateCard(LEADER, code, card('card-1'))).toBe('code_over')
    expect(chat()).toMatchObject([{ greyedText: '王建国已同意' }])
  })

  it('cannot be changed by a code that is too old, made up, or another app’s', async () => {
    const old = await sendOne()
    bench.clock.advance(72 * HOUR_MS)
    expect(await open().updateCard(LEADER, old, decided('card-1'))).toBe('code_over')
    expect(await open().updateCard(LEADER, 'made-up', decided('card-1'))).toBe('code_over')
    expect(chat()).toMatchObject([{ greyedText: null }])
  })

  it('that another person does not have cannot be changed for him', async () => {
    expect(await open().updateCard('ZhouLi', await sendOne(), decided('card-1'))).toBe('undeliverable')
  })

  it('whose change was done though the answer got lost counts as over', async () => {
    const code = await sendOne()
    bench.sandbox.faults.set({ kind: 'broken-json', path: UPDATE })
    expect(await open().updateCard(LEADER, code, decided('card-1'))).toBe('code_over')
    expect(chat()).toMatchObject([{ greyedText: '王建国已同意' }])
  })

  it('over a limit is not sent at all', async () => {
    expect(await codeOf(open().sendCard(LEADER, card('card-1', { title: '题'.repeat(37) })))).toBe('RangeError')
    expect(chat()).toEqual([])
  })

  it('is refused as long as the console has no callback address', async () => {
    await served.close()
    bench = openBench()
    served = await serveSandbox(bench.sandbox)
    expect(await codeOf(open().sendCard(LEADER, card('card-1')))).toBe('WECOM_REFUSED')
  })
})

describe('one person', () => {
  it('gets so many in a minute, and no more in an hour; the others theirs', async () => {
    for (const limits of [{ perMinute: 3 }, { perHour: 3 }]) {
      const { sendText } = open(limits)
      const random = countingRandom(3)
      const text = () => sendText(LEADER, random.id() + JSON.stringify(limits))
      for (let count = 0; count < 3; count++) expect(await text()).toMatchObject({ kind: 'sent' })
      const fault: unknown = await text().catch((error: unknown) => error)
      expect(fault).toMatchObject({ code: 'WECOM_UNAVAILABLE', retryAfterSeconds: expect.any(Number) })
      expect(await sendText('ZhouLi', random.id())).toMatchObject({ kind: 'sent' })
    }
    // Cards and texts count together, and the case of a userid makes no other person.
    const { sendCard, sendText } = open({ perMinute: 1 })
    await sendCard(LEADER, card('card-9'))
    expect(await codeOf(sendText('WANGJIANGUO', '你好'))).toBe('WECOM_UNAVAILABLE')
  })

  it('never gets more than WeCom lets through without a word', async () => {
    const { sendText } = open()
    for (let count = 0; count < 40; count++) await codeOf(sendText(LEADER, `第 ${count} 条`))
    expect(bench.sandbox.chatOf(LEADER).droppedCount).toBe(0)
    expect(chat()).toHaveLength(20)
  })
})
