import type { Json } from './answer'
import {
  APP,
  buttonCard,
  cardMessage,
  CONTACTS,
  openBench,
  OTHER_APP,
  startFakeApp,
  type Bench,
} from '../../test/wecom-bench'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})

const text = (changes: Json = {}): Json => ({
  touser: 'ChenYuTong',
  msgtype: 'text',
  agentid: APP.agentId,
  text: { content: '你好' },
  ...changes,
})
const send = (body: unknown, by: { secret: string } = APP) => bench.post('message/send', body, by)
const shown = (userId: string) => bench.sandbox.chatOf(userId).messages.map(({ content }) => content)

describe('a text', () => {
  it('arrives', async () => {
    const answer = await send(text({ touser: 'chenyutong|WangJianGuo' }))
    expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok', invaliduser: '', invalidparty: '', invalidtag: '' })
    expect(answer['msgid']).toMatch(/^[\w-]{20,}$/)
    expect(answer).not.toHaveProperty('response_code')
    expect(shown('ChenYuTong')).toEqual([{ kind: 'text', from: 'app', content: '你好' }])
    expect(shown('WangJianGuo')).toHaveLength(1)
  })

  it('goes to everybody who can read, to departments with those below, and names the others', async () => {
    await send(text({ touser: '@all' }))
    expect(shown('ZhouLi')).toHaveLength(1)
    expect(shown('WuBing')).toHaveLength(0)
    const answer = await send(text({ touser: 'Nobody|WUBING|ZhouLi', toparty: '20|99', totag: '7' }))
    expect(answer).toMatchObject({ errcode: 0, invaliduser: 'nobody|wubing', invalidparty: '99', invalidtag: '7' })
    expect(['ZhouLi', 'ChenYuTong', 'WangJianGuo'].map((userId) => shown(userId).length)).toEqual([2, 2, 2])
  })

  it('does not reach who is out of the visible range', async () => {
    bench = openBench({ app: { visibleDepartments: [30] } })
    expect(await send(text({ touser: 'ChenYuTong|ZhouLi' }))).toMatchObject({ errcode: 0, invaliduser: 'chenyutong' })
    expect(await send(text())).toMatchObject({ errcode: 81013 })
  })

  it.each<[string, number, Json]>([
    ['nobody is left', 81013, { touser: 'nobody|WuBing|ZhouQi' }],
    ['no recipient', 40058, { touser: '' }],
    ['1 001 users', 40058, { touser: Array.from({ length: 1_001 }, (_, index) => `u${index}`).join('|') }],
    ['101 departments', 40058, { toparty: Array.from({ length: 101 }, (_, index) => index + 1).join('|') }],
    ['101 tags', 40058, { totag: Array.from({ length: 101 }, (_, index) => index + 1).join('|') }],
    ['recipients as a list', 40058, { touser: ['ChenYuTong'] }],
    ['an unknown agent', 40056, { agentid: 9 }],
    ['the agent as text', 40056, { agentid: String(APP.agentId) }],
    ["another app's agent", 301002, { agentid: OTHER_APP.agentId }],
    ['no type', 40058, { msgtype: undefined }],
    ['an unknown type', 40058, { msgtype: 'postcard' }],
    ['no content', 40058, { text: {} }],
    ['no part', 40058, { text: undefined }],
    ['2 049 bytes', 40058, { text: { content: `${'签'.repeat(682)}abc` } }],
    ['content that is no text', 40058, { text: { content: 7 } }],
    ['a member that is none', 40058, { text: { content: 'x', colour: 'red' } }],
    ['another safe', 40058, { safe: 3 }],
    ['another duplicate check', 40058, { enable_duplicate_check: true }],
    ['a duplicate check over 4 hours', 40058, { enable_duplicate_check: 1, duplicate_check_interval: 14_401 }],
  ])('is refused: %s (%d)', async (_what, errcode, changes) => {
    expect(await send(text(changes))).toMatchObject({ status: 200, errcode })
    expect(shown('ChenYuTong')).toHaveLength(0)
  })

  it('may have 2 048 bytes and 1 000 recipients', async () => {
    const touser = ['ChenYuTong', ...Array.from({ length: 999 }, (_, index) => `u${index}`)].join('|')
    expect(await send(text({ touser, text: { content: `${'签'.repeat(682)}ab` } }))).toMatchObject({ errcode: 0 })
  })

  it('is no JSON, or asked by GET (40058)', async () => {
    expect(await send('{"touser":')).toMatchObject({ errcode: 40058 })
    expect(await bench.get('message/send')).toMatchObject({ errcode: 40058 })
    expect(await send(text(), CONTACTS)).toMatchObject({ errcode: 48002 })
  })
})

describe('a textcard', () => {
  const card = (changes: Json = {}) => ({
    title: '昨日汇总',
    description: '正常 21',
    url: 'https://a.example.com/1',
    ...changes,
  })
  const message = (changes: Json) => text({ msgtype: 'textcard', text: undefined, textcard: card(changes) })

  it('arrives', async () => {
    expect(await send(message({ btntxt: '看明细' }))).toMatchObject({ errcode: 0 })
    expect(shown('ChenYuTong')).toMatchObject([{ kind: 'textcard', title: '昨日汇总', buttonText: '看明细' }])
  })

  it.each<[string, Json]>([
    ['no title', { title: '' }],
    ['a title of 129 bytes', { title: 'x'.repeat(129) }],
    ['a description of 513 bytes', { description: '签'.repeat(171) }],
    ['no url', { url: undefined }],
    ['a url without scheme', { url: 'a.example.com' }],
    ['a url of 2 049 bytes', { url: `https://a.example.com/${'x'.repeat(2_027)}` }],
    ['a button of 5 characters', { btntxt: '查看全部了' }],
  ])('is refused: %s', async (_what, changes) => {
    expect(await send(message(changes))).toMatchObject({ errcode: 40058 })
  })

  it('is cut, as WeCom does, when the sandbox is not strict', async () => {
    bench = openBench({ behaviour: { strict: false } })
    expect(await send(message({ title: '签'.repeat(43), btntxt: '查看全部了' }))).toMatchObject({ errcode: 0 })
    expect(shown('ChenYuTong')).toMatchObject([{ title: '签'.repeat(42) }])
  })
})

describe('a miniprogram_notice', () => {
  const message = (changes: Json = {}, head: Json = {}) =>
    text({
      msgtype: 'miniprogram_notice',
      text: undefined,
      miniprogram_notice: {
        appid: APP.miniProgramAppId,
        page: 'pages/records/records',
        title: '换机结果通知',
        description: '11月18日 09:40',
        emphasis_first_item: true,
        content_item: [{ key: '结果', value: '已同意' }],
        ...changes,
      },
      ...head,
    })

  it('arrives', async () => {
    expect(await send(message())).toMatchObject({ errcode: 0 })
    expect(shown('ChenYuTong')).toMatchObject([
      { kind: 'miniprogram_notice', page: 'pages/records/records', items: [{ key: '结果', value: '已同意' }] },
    ])
  })

  it.each<[string, number, Json, Json]>([
    ['no appid', 42030, { appid: undefined }, {}],
    ["another company's mini-program", 42030, { appid: 'wx-other' }, {}],
    ['to @all', 40058, {}, { touser: '@all' }],
    ['no title', 40058, { title: undefined }, {}],
    ['a title of 3 characters', 40058, { title: '换手机' }, {}],
    ['a title of 13 characters', 40058, { title: '换'.repeat(13) }, {}],
    ['a description of 13 characters', 40058, { description: '换'.repeat(13) }, {}],
    ['a page of 1 025 bytes', 40058, { page: 'x'.repeat(1_025) }, {}],
    ['11 items', 40058, { content_item: Array.from({ length: 11 }, () => ({ key: 'a', value: 'b' })) }, {}],
    ['a key of 11 characters', 40058, { content_item: [{ key: '换'.repeat(11), value: 'b' }] }, {}],
    ['a value of 31 characters', 40058, { content_item: [{ key: 'a', value: '换'.repeat(31) }] }, {}],
    ['an item without value', 40058, { content_item: [{ key: 'a' }] }, {}],
  ])('is refused: %s (%d)', async (_what, errcode, changes, head) => {
    expect(await send(message(changes, head))).toMatchObject({ errcode })
  })
})

describe('repeats', () => {
  const checked = text({ enable_duplicate_check: 1, duplicate_check_interval: 600 })

  it('arrive once while they are looked for, without a response code', async () => {
    const first = await send(checked)
    const repeat = await send(checked)
    expect(repeat).toMatchObject({ errcode: 0 })
    expect(repeat['msgid']).not.toBe(first['msgid'])
    expect(shown('ChenYuTong')).toHaveLength(1)
    await send({ ...checked, text: { content: '别的' } })
    bench.clock.advance(600_000)
    await send(checked)
    expect(shown('ChenYuTong')).toHaveLength(3)
  })

  it('of a card need no second task, and may get the first answer', async () => {
    const app = await startFakeApp()
    bench = openBench({ app: { callback: app.settings }, behaviour: { duplicateAnswer: 'first' } })
    const message = cardMessage(buttonCard('t1'), { enable_duplicate_check: 1 })
    const first = await send(message)
    expect(first).toHaveProperty('response_code')
    expect(await send(message)).toEqual(first)
    expect(await send(cardMessage(buttonCard('t1')))).toMatchObject({ errcode: 42014 })
    await app.close()
  })
})

describe('limits', () => {
  it('drop what a member gets over 30 a minute, without an error', async () => {
    for (let count = 0; count < 31; count += 1) expect(await send(text())).toMatchObject({ errcode: 0 })
    expect(shown('ChenYuTong')).toHaveLength(30)
    expect(bench.sandbox.chatOf('ChenYuTong').droppedCount).toBe(1)
    await send(text({ touser: 'ZhouLi' }))
    expect(shown('ZhouLi')).toHaveLength(1)
    bench.clock.advance(60_000)
    await send(text())
    expect(shown('ChenYuTong')).toHaveLength(31)
  })

  it('drop what a member gets over so many an hour', async () => {
    bench = openBench({ behaviour: { limits: { messagesPerMemberPerHour: 3 } } })
    for (let count = 0; count < 5; count += 1) {
      await send(text())
      bench.clock.advance(60_000)
    }
    expect(bench.sandbox.chatOf('ChenYuTong')).toMatchObject({ droppedCount: 2 })
  })

  it('refuse person-times of a day over accounts × 200 (45009)', async () => {
    bench = openBench({ behaviour: { limits: { messagesPerAccountPerDay: 1 } } })
    const toThree = text({ touser: 'ChenYuTong|ZhouLi|WangJianGuo' })
    expect(await send(toThree)).toMatchObject({ errcode: 0 })
    expect(await send(toThree)).toMatchObject({ errcode: 45009 })
    bench.clock.advance(86_400_000)
    expect(await send(toThree)).toMatchObject({ errcode: 0 })
  })

  it('keep a chat at its length', async () => {
    bench = openBench({ behaviour: { messagesPerChat: 2 } })
    for (const content of ['一', '二', '三']) await send(text({ text: { content } }))
    expect(shown('ChenYuTong')).toMatchObject([{ content: '二' }, { content: '三' }])
  })
})

describe('message/recall', () => {
  const recall = (msgid: unknown, by: { secret: string } = APP) => bench.post('message/recall', { msgid }, by)

  it('takes a message back within 24 hours', async () => {
    const { msgid } = await send(text({ touser: 'ChenYuTong|ZhouLi' }))
    expect(await recall(msgid, OTHER_APP)).toMatchObject({ errcode: 301002 })
    bench.clock.advance(86_400_000)
    expect(await recall(msgid)).toMatchObject({ errcode: 0 })
    for (const userId of ['ChenYuTong', 'ZhouLi']) {
      expect(bench.sandbox.chatOf(userId).messages).toMatchObject([{ isRecalled: true }])
    }
  })

  it('refuses later, and what it does not know', async () => {
    const { msgid } = await send(text())
    bench.clock.advance(86_400_001)
    expect(await recall(msgid)).toMatchObject({ errcode: 40058 })
    expect(await recall('made-up')).toMatchObject({ errcode: 40058 })
  })
})
