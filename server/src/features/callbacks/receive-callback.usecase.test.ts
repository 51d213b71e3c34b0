import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { countingRandom, fixedClock } from '../../../test/fakes'
import { decryptMessage, encryptMessage, messageSignature } from '../../../sandbox/wecom/crypto'
import { createCallbackStore } from '../../adapters/database/callback-store'
import { createFieldCipher } from '../../adapters/system/field-cipher'
import { createCallbackCodec } from '../../adapters/wecom/callback-codec'
import type { DecisionCard } from '../../ports/messenger'
import { createReceiveCallback } from './receive-callback.usecase'
import { workInbox } from './work-inbox.usecase'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const KEYS = { token: 'token', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'ww5a4db0c000000001' }
const CARD: DecisionCard = {
  taskId: 'card-1',
  title: '换手机申请：已同意',
  subtitle: '新手机已生效',
  rows: [{ name: '原因', value: ']]></Value><ReplaceText>骗\u0008' }],
  pagePath: 'packages/manage/approval/approval?id=1',
  foot: { kind: 'outcome', text: '王建国已同意' },
}
const PRESS =
  '<xml><FromUserName>WangJianGuo</FromUserName><CreateTime>1763427600</CreateTime><MsgType>event</MsgType>' +
  '<Event>template_card_event</Event><EventKey>approve:1</EventKey><TaskId>card-1</TaskId></xml>'

let opened: TestDatabase
let clock: ReturnType<typeof fixedClock>
beforeEach(async () => {
  opened = await openTestDatabase()
  clock = fixedClock(NOW_MS)
})
afterEach(() => opened.close())

function bench(cardPress: () => Promise<DecisionCard | null>) {
  const cipher = createFieldCipher({
    keys: [{ id: 'one', key: new Uint8Array(32).fill(1) }],
    ...{ currentKeyId: 'one', hashKey: new Uint8Array(32) },
  })
  const lines: string[] = []
  const say = (level: string) => (_fields: unknown, text: string) => lines.push(`${level} ${text}`)
  const ports = {
    codec: createCallbackCodec({
      keys: KEYS,
      look: { source: '外勤签到', miniprogramAppId: null },
      ...{ clock, random: countingRandom(1) },
    }),
    callbacks: createCallbackStore(opened.database, cipher),
    handlers: { cardPress, contactChange: () => Promise.resolve() },
    ...{ clock, random: countingRandom(2) },
    log: { info: say('info'), warn: say('warn'), error: say('error') },
  }
  let overBudget = () => {}
  const budget = new Promise<void>((resolve) => (overBudget = resolve))
  const pauses: number[] = []
  const receive = createReceiveCallback({
    ...ports,
    pause: (delayMs) => {
      pauses.push(delayMs)
      return budget
    },
  })
  return {
    ...{ lines, pauses, ports },
    overBudget: () => overBudget(),
    post: () => {
      const timestamp = String(Math.floor(clock.nowMs() / 1_000))
      const encrypted = encryptMessage(KEYS.aesKey, PRESS, KEYS.receiveId, new Uint8Array(16))
      const signature = messageSignature(KEYS.token, timestamp, 'n', encrypted)
      return receive({ signature, timestamp, nonce: 'n' }, `<xml><Encrypt>${encrypted}</Encrypt></xml>`)
    },
    row: () => opened.database.read.wecomCallback.findFirstOrThrow(),
  }
}

const plainOf = (sealed: string | null) =>
  decryptMessage(KEYS.aesKey, /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(sealed ?? '')?.[1] ?? '', KEYS.receiveId)

it('answers a press with the card, and a repeat with the same one, without asking again', async () => {
  let presses = 0
  const { post, row, pauses } = bench(() => {
    presses++
    return Promise.resolve(CARD)
  })
  const first = plainOf(await post())
  expect(first).toContain('<ReplaceText><![CDATA[王建国已同意]]></ReplaceText>')
  expect(first).toContain('<Value><![CDATA[]]]]><![CDATA[></Value><ReplaceText>骗]]></Value>')
  expect(pauses).toEqual([2_000])
  expect(plainOf(await post())).toBe(first)
  expect(presses).toBe(1)
  expect(await row()).toMatchObject({
    state: 'done',
    bodyEncrypted: null,
    replyXml: expect.stringMatching(/^v1\.one\./),
  })
})

it('answers nothing when it takes too long, and the inbox has it done; a repeat gets the reply', async () => {
  let presses = 0
  let decide = () => {}
  const decided = new Promise<void>((resolve) => (decide = resolve))
  const { post, overBudget, ports, row } = bench(async () => {
    presses++
    if (presses === 1) await decided
    return CARD
  })
  const answering = post()
  overBudget()
  expect(await answering).toBeNull()
  expect(await workInbox(ports, 10)).toBe(0)
  clock.advance(15_000)
  expect(await workInbox(ports, 10)).toBe(1)
  expect(presses).toBe(2)
  const done = await row()
  expect(done).toMatchObject({ state: 'done' })
  // The first one ends after all: what stands, stands.
  decide()
  await new Promise<void>((resolve) => setImmediate(resolve))
  expect(await row()).toEqual(done)
  expect(plainOf(await post())).toContain('王建国已同意')
})

it('tries what failed again from the inbox, later and later, and gives up', async () => {
  const { post, ports, row, lines } = bench(() => Promise.reject(new TypeError('broken')))
  expect(await post()).toBeNull()
  expect(lines).toEqual(['warn a press could not be answered; it is tried from the inbox'])
  const waits: number[] = []
  for (let tries = 0; tries < 40 && (await row()).state === 'waiting'; tries++) {
    const { nextTryAt } = await row()
    waits.push(nextTryAt.getTime() - clock.nowMs())
    clock.set(nextTryAt.getTime())
    await workInbox(ports, 10)
  }
  expect(waits.slice(0, 4)).toEqual([15_000, 5_000, 10_000, 20_000])
  expect(await row()).toMatchObject({ state: 'failed', tries: 30, problem: 'TypeError', bodyEncrypted: null })
  expect(lines.at(-1)).toBe('error a callback of WeCom was given up')
})

it('leaves the rest when it is told to stop', async () => {
  let isStopping = false
  const done: string[] = []
  const { ports } = bench(() => {
    isStopping = true
    return Promise.resolve(null)
  })
  const finish: typeof ports.callbacks.finish = (id, ...rest) => {
    done.push(id)
    return ports.callbacks.finish(id, ...rest)
  }
  for (const id of ['one', 'two', 'three']) {
    const callback = { id, messageKey: id, eventName: 'press', plainXml: PRESS, nextTryAtMs: NOW_MS }
    await ports.callbacks.receive(callback, NOW_MS)
  }
  const inbox = { ...ports, callbacks: { ...ports.callbacks, finish } }
  await workInbox(inbox, 10, () => !isStopping)
  expect(done).toHaveLength(1)
  expect(await opened.database.read.wecomCallback.count({ where: { state: 'waiting' } })).toBe(2)
  isStopping = false
  await workInbox(inbox, 10)
  expect(done).toHaveLength(3)
})

it('is worked on by one of two workers', async () => {
  let presses = 0
  const { post, ports } = bench(() => {
    presses++
    return presses === 1 ? Promise.reject(new Error('busy')) : Promise.resolve(CARD)
  })
  await post()
  clock.advance(15_000)
  await Promise.all([workInbox(ports, 10), workInbox(ports, 10)])
  expect(presses).toBe(2)
})
