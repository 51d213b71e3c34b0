import type { Json } from './answer'
import {
  APP,
  buttonCard,
  cardMessage,
  OTHER_APP,
  openBench,
  startFakeApp,
  type Bench,
  type FakeApp,
} from '../../test/wecom-bench'

let app: FakeApp
let bench: Bench
beforeAll(async () => {
  app = await startFakeApp()
})
afterAll(() => app.close())
beforeEach(() => {
  bench = openBench({ app: { callback: app.settings } })
})

const GREY = { button: { replace_name: '王建国已同意' } }
const sendCard = async (changes: Json = {}) => {
  const touser = 'WangJianGuo|ZhouLi'
  return (await bench.post('message/send', cardMessage(buttonCard('t1'), { touser, ...changes })))['response_code']
}
const update = (body: Json, by: { secret: string } = APP) =>
  bench.post('message/update_template_card', { agentid: APP.agentId, atall: 1, ...body }, by)
const cardOf = (userId: string) => bench.sandbox.chatOf(userId).messages[0]?.content

it('greys the buttons for everybody, once', async () => {
  const response_code = await sendCard()
  expect(await update({ response_code, ...GREY })).toMatchObject({ errcode: 0, invaliduser: [] })
  for (const userId of ['WangJianGuo', 'ZhouLi']) {
    expect(cardOf(userId)).toMatchObject({ greyedText: '王建国已同意', taskId: 't1' })
  }
  expect(await update({ response_code, ...GREY })).toMatchObject({ errcode: 40058 })
})

it('greys the buttons of those named, and names in a list who has no such card', async () => {
  const response_code = await sendCard()
  const answer = await update({ response_code, ...GREY, atall: 0, userids: ['zhouli', 'ChenYuTong', 'nobody'] })
  expect(answer).toMatchObject({ errcode: 0, invaliduser: ['ChenYuTong', 'nobody'] })
  expect(cardOf('ZhouLi')).toMatchObject({ greyedText: '王建国已同意' })
  expect(cardOf('WangJianGuo')).toMatchObject({ greyedText: null })
})

it('reaches departments with those below', async () => {
  const response_code = await sendCard()
  expect(await update({ response_code, ...GREY, atall: 0, partyids: [20] })).toMatchObject({ invaliduser: [] })
  expect(cardOf('WangJianGuo')).toMatchObject({ greyedText: '王建国已同意' })
  expect(cardOf('ZhouLi')).toMatchObject({ greyedText: null })
})

it('replaces the card, whose task stays the first one', async () => {
  const card = buttonCard('ignored', { main_title: { title: '换手机申请：已同意' }, replace_text: '王建国已同意' })
  expect(await update({ response_code: await sendCard(), template_card: card })).toMatchObject({ errcode: 0 })
  expect(cardOf('ZhouLi')).toMatchObject({
    card: { main_title: { title: '换手机申请：已同意' } },
    greyedText: '王建国已同意',
    taskId: 't1',
  })
})

it('takes a code for 72 hours, or for 24 as older documents say', async () => {
  const first = await sendCard()
  bench.clock.advance(72 * 3_600_000 - 1)
  expect(await update({ response_code: first, ...GREY })).toMatchObject({ errcode: 0 })
  bench = openBench({
    app: { callback: app.settings },
    behaviour: { responseCodeHours: 24, spentResponseCodeErrcode: 42016 },
  })
  const second = await sendCard()
  bench.clock.advance(24 * 3_600_000)
  expect(await update({ response_code: second, ...GREY })).toMatchObject({ errcode: 42016 })
})

it('refuses the code of another app (42015)', async () => {
  const response_code = await sendCard()
  expect(await update({ response_code, ...GREY, agentid: OTHER_APP.agentId }, OTHER_APP)).toMatchObject({
    errcode: 42015,
  })
})

it.each<[string, number, Json]>([
  ['no code', 40058, { response_code: undefined }],
  ['a made-up code', 40058, { response_code: 'made-up' }],
  ["another app's agent", 301002, { agentid: OTHER_APP.agentId }],
  ['an unknown agent', 40056, { agentid: 9 }],
  ['nobody named', 40058, { atall: 0 }],
  ['1 001 users', 40058, { atall: 0, userids: Array.from({ length: 1_001 }, () => 'u') }],
  ['users as text', 40058, { atall: 0, userids: 'ZhouLi' }],
  ['101 departments', 40058, { atall: 0, partyids: Array.from({ length: 101 }, () => 1) }],
  ['no change', 40058, { button: undefined }],
  ['no new name', 40058, { button: {} }],
  ['no card type', 42031, { button: undefined, template_card: {} }],
  [
    'a key twice',
    42018,
    {
      button: undefined,
      template_card: buttonCard('t', {
        button_list: [
          { text: 'a', key: 'a' },
          { text: 'b', key: 'a' },
        ],
      }),
    },
  ],
  ['no key', 42019, { button: undefined, template_card: buttonCard('t', { button_list: [{ text: 'a' }] }) }],
])('refuses %s (%d), and the code stays good', async (_what, errcode, changes) => {
  const response_code = await sendCard()
  expect(await update({ response_code, ...GREY, ...changes })).toMatchObject({ errcode })
  expect(cardOf('ZhouLi')).toMatchObject({ greyedText: null })
  expect(await update({ response_code, ...GREY })).toMatchObject({ errcode: 0 })
})
