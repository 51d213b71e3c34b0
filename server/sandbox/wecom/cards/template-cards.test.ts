import type { Json } from '../answer'
import {
  APP,
  buttonCard,
  cardMessage,
  OTHER_APP,
  openBench,
  startFakeApp,
  type Bench,
  type FakeApp,
} from '../../../test/wecom-bench'

const MINI_PROGRAM = { type: 2, appid: APP.miniProgramAppId, pagepath: 'pages/records/records' }
const WEB = { type: 1, url: 'https://app.example.com/' }
const option = (id: string) => ({ id, text: `选项${id}` })
const options = (count: number) => Array.from({ length: count }, (_, index) => option(String(index)))

const TEXT_NOTICE: Json = {
  card_type: 'text_notice',
  main_title: { title: '昨日汇总', desc: '昆山组' },
  emphasis_content: { title: '21', desc: '正常' },
  sub_title_text: '迟到 1，缺卡 1',
  quote_area: { type: 0, title: '规则', quote_text: '外勤组' },
  horizontal_content_list: [
    { keyname: '应到', value: '23' },
    { type: 1, keyname: '明细', value: '打开', url: 'https://app.example.com/' },
    { type: 3, keyname: '主管', userid: 'WangJianGuo' },
  ],
  jump_list: [
    { ...MINI_PROGRAM, title: '看明细' },
    { ...WEB, title: '看帮助' },
  ],
  card_action: MINI_PROGRAM,
}
const NEWS_NOTICE: Json = {
  card_type: 'news_notice',
  main_title: { title: '新的围栏' },
  card_image: { url: 'https://app.example.com/a.png', aspect_ratio: 1.6 },
  vertical_content_list: [{ title: '昆山仓', desc: '半径 80 米' }],
  card_action: WEB,
}
const VOTE: Json = {
  card_type: 'vote_interaction',
  task_id: 'vote',
  main_title: { title: '哪天值班' },
  checkbox: { question_key: 'q', mode: 1, option_list: options(20) },
  submit_button: { text: '提交', key: 'submit' },
}
const MULTIPLE: Json = {
  card_type: 'multiple_interaction',
  task_id: 'multiple',
  main_title: { title: '排班' },
  select_list: [{ question_key: 'q', title: '班次', selected_id: '1', option_list: options(10) }],
  submit_button: { text: '提交', key: 'submit' },
}
const BUTTON = (changes: Json = {}) => buttonCard('task', changes)
const SELECTION = { question_key: 'q', title: '时长', option_list: options(3), selected_id: '2' }
const MENU = { desc: '更多', action_list: [{ text: '不再提醒', key: 'mute' }] }
const buttons = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: `按钮${index}`, style: 1, key: `k${index}` }))
const rows = (count: number) => Array.from({ length: count }, () => ({ keyname: '行', value: '值' }))

let app: FakeApp
let bench: Bench
beforeAll(async () => {
  app = await startFakeApp()
})
afterAll(() => app.close())
beforeEach(() => {
  bench = openBench({ app: { callback: app.settings } })
})
const send = (card: Json) => bench.post('message/send', cardMessage(card))
const changed = (card: Json, changes: Json): Json => JSON.parse(JSON.stringify({ ...card, ...changes })) as Json

describe('arrives', () => {
  it.each<[string, Json, boolean]>([
    ['text_notice', TEXT_NOTICE, false],
    ['text_notice with a sub title alone', changed(TEXT_NOTICE, { main_title: undefined }), false],
    ['text_notice with a menu', { ...TEXT_NOTICE, action_menu: MENU, task_id: 'a_B-1@x' }, false],
    ['news_notice', NEWS_NOTICE, false],
    [
      'news_notice with text beside its picture',
      changed(NEWS_NOTICE, {
        card_image: undefined,
        image_text_area: { ...WEB, image_url: 'https://a.example.com/a' },
      }),
      false,
    ],
    ['button_interaction', BUTTON(), true],
    ['button_interaction without card_action', BUTTON({ card_action: undefined }), true],
    ['button_interaction with all it may have', BUTTON({ button_list: buttons(6), button_selection: SELECTION }), true],
    [
      'button_interaction with a link',
      BUTTON({ button_list: [{ type: 1, text: '打开', url: 'https://a.example.com' }] }),
      true,
    ],
    ['vote_interaction', VOTE, true],
    ['multiple_interaction', MULTIPLE, true],
  ])('%s', async (_what, card, hasCode) => {
    const answer = await send(card)
    expect(answer).toMatchObject({ errcode: 0 })
    expect('response_code' in answer).toBe(hasCode)
    expect(bench.sandbox.chatOf('WangJianGuo').messages).toMatchObject([{ content: { kind: 'template_card', card } }])
  })
})

/** Hard limits of any card, and what it needs. */
const HARD: readonly [what: string, errcode: number, card: Json][] = [
  ['card_type unknown', 42031, { ...TEXT_NOTICE, card_type: 'card' }],
  ['card_type missing', 42031, changed(TEXT_NOTICE, { card_type: undefined })],
  ['no title and no sub title', 42033, changed(TEXT_NOTICE, { main_title: { desc: 'x' }, sub_title_text: undefined })],
  ['no title', 42033, BUTTON({ main_title: { desc: 'x' } })],
  ['no title of a vote', 42033, changed(VOTE, { main_title: undefined })],
  ['no task_id', 42014, BUTTON({ task_id: undefined })],
  ['no task_id of a vote', 42014, changed(VOTE, { task_id: undefined })],
  ['no task_id beside a menu', 42014, { ...TEXT_NOTICE, action_menu: MENU }],
  ['task_id of other characters', 42014, BUTTON({ task_id: '任务' })],
  ['task_id of 129 bytes', 42014, BUTTON({ task_id: 'x'.repeat(129) })],
  ['menu without actions', 40058, BUTTON({ action_menu: { action_list: [] } })],
  [
    'menu with 4 actions',
    40058,
    BUTTON({ action_menu: { action_list: buttons(4).map(({ text, key }) => ({ text, key })) } }),
  ],
  ['menu key twice', 42039, BUTTON({ action_menu: { action_list: [MENU.action_list[0], MENU.action_list[0]] } })],
  ['menu key of 1 025 bytes', 42039, BUTTON({ action_menu: { action_list: [{ text: 'x', key: 'k'.repeat(1_025) }] } })],
  ['desc_color 4', 40058, BUTTON({ source: { desc: 'x', desc_color: 4 } })],
  ['source that is no object', 40058, BUTTON({ source: 'x' })],
  ['quote to a page without appid', 42030, { ...TEXT_NOTICE, quote_area: { type: 2, pagepath: 'a' } }],
  ['quote to nowhere', 40058, { ...TEXT_NOTICE, quote_area: { type: 1 } }],
  ['7 rows', 42035, BUTTON({ horizontal_content_list: rows(7) })],
  ['row without keyname', 42035, BUTTON({ horizontal_content_list: [{ value: 'x' }] })],
  ['row of type 4', 40058, BUTTON({ horizontal_content_list: [{ type: 4, keyname: 'x' }] })],
  ['row with a link to nowhere', 40058, BUTTON({ horizontal_content_list: [{ type: 1, keyname: 'x' }] })],
  ['row with a file that is none', 40058, BUTTON({ horizontal_content_list: [{ type: 2, keyname: 'x' }] })],
  ['row with a member that is none', 40058, BUTTON({ horizontal_content_list: [{ type: 3, keyname: 'x' }] })],
  ['4 jumps', 40058, { ...TEXT_NOTICE, jump_list: Array.from({ length: 4 }, () => ({ ...WEB, title: 'x' })) }],
  ['jump without title', 40058, { ...TEXT_NOTICE, jump_list: [WEB] }],
  ['no card_action of a notice', 40058, changed(TEXT_NOTICE, { card_action: undefined })],
  ['card_action 0 of a notice', 40058, { ...NEWS_NOTICE, card_action: { type: 0 } }],
  ['card_action without appid', 42030, BUTTON({ card_action: { type: 2, pagepath: 'a' } })],
  [
    "card_action to another company's mini-program",
    42030,
    BUTTON({ card_action: { ...MINI_PROGRAM, appid: 'wx-other' } }),
  ],
  ['card_action 3', 40058, BUTTON({ card_action: { type: 3 } })],
  ['no picture of news', 40058, changed(NEWS_NOTICE, { card_image: undefined })],
  ['picture too wide', 40058, { ...NEWS_NOTICE, card_image: { url: 'https://a.example.com', aspect_ratio: 2.26 } }],
  ['picture too high', 40058, { ...NEWS_NOTICE, card_image: { url: 'https://a.example.com', aspect_ratio: 1.29 } }],
  ['picture without scheme', 40058, { ...NEWS_NOTICE, card_image: { url: 'a.png' } }],
  ['5 columns', 42036, { ...NEWS_NOTICE, vertical_content_list: Array.from({ length: 5 }, () => ({ title: 'x' })) }],
  ['column without title', 42036, { ...NEWS_NOTICE, vertical_content_list: [{ desc: 'x' }] }],
  ['no buttons', 42038, BUTTON({ button_list: undefined })],
  ['7 buttons', 42038, BUTTON({ button_list: buttons(7) })],
  ['button without text', 42038, BUTTON({ button_list: [{ key: 'a' }] })],
  ['button without key', 42039, BUTTON({ button_list: [{ text: 'a' }] })],
  ['button key of 1 025 bytes', 42039, BUTTON({ button_list: [{ text: 'a', key: 'k'.repeat(1_025) }] })],
  ['button key twice', 42039, BUTTON({ button_list: [...buttons(1), ...buttons(1)] })],
  ['button style 5', 40058, BUTTON({ button_list: [{ text: 'a', key: 'a', style: 5 }] })],
  ['button to nowhere', 40058, BUTTON({ button_list: [{ type: 1, text: 'a' }] })],
  ['selection without options', 42037, BUTTON({ button_selection: { question_key: 'q', option_list: [] } })],
  ['selection with 11 options', 42037, BUTTON({ button_selection: { question_key: 'q', option_list: options(11) } })],
  ['selection without question', 40058, BUTTON({ button_selection: { option_list: options(1) } })],
  ['selected what is no option', 42037, BUTTON({ button_selection: { ...SELECTION, selected_id: '9' } })],
  ['option twice', 42037, BUTTON({ button_selection: { question_key: 'q', option_list: [option('1'), option('1')] } })],
  ['vote without checkbox', 40058, changed(VOTE, { checkbox: undefined })],
  ['vote with 21 options', 42037, { ...VOTE, checkbox: { question_key: 'q', option_list: options(21) } }],
  [
    'vote option id of 129 bytes',
    42037,
    { ...VOTE, checkbox: { question_key: 'q', option_list: [option('x'.repeat(129))] } },
  ],
  ['vote mode 2', 40058, { ...VOTE, checkbox: { question_key: 'q', mode: 2, option_list: options(2) } }],
  ['vote without submit', 42038, changed(VOTE, { submit_button: undefined })],
  ['submit without key', 42039, { ...VOTE, submit_button: { text: '提交' } }],
  ['4 selects', 40058, { ...MULTIPLE, select_list: Array.from({ length: 4 }, () => SELECTION) }],
  ['no selects', 40058, { ...MULTIPLE, select_list: [] }],
  ['select with 11 options', 42037, { ...MULTIPLE, select_list: [{ question_key: 'q', option_list: options(11) }] }],
]

/** Recommended for display: refused in strict mode. */
const RECOMMENDED: readonly [what: string, errcode: number, card: Json][] = [
  ['source of 21 characters', 40058, BUTTON({ source: { desc: '外'.repeat(21) } })],
  ['title of 37 characters', 40058, BUTTON({ main_title: { title: '外'.repeat(37) } })],
  ['title desc of 45 characters', 40058, BUTTON({ main_title: { title: 'x', desc: '外'.repeat(45) } })],
  ['sub title of 161 characters', 40058, BUTTON({ sub_title_text: '外'.repeat(161) })],
  ['emphasis of 15 characters', 40058, { ...TEXT_NOTICE, emphasis_content: { title: '外'.repeat(15) } }],
  ['emphasis desc of 23 characters', 40058, { ...TEXT_NOTICE, emphasis_content: { desc: '外'.repeat(23) } }],
  ['keyname of 6 characters', 42035, BUTTON({ horizontal_content_list: [{ keyname: '上次换机时间' }] })],
  ['value of 31 characters', 42035, BUTTON({ horizontal_content_list: [{ keyname: '原因', value: '外'.repeat(31) }] })],
  ['jump of 19 characters', 40058, { ...TEXT_NOTICE, jump_list: [{ ...WEB, title: '外'.repeat(19) }] }],
  ['column of 39 characters', 42036, { ...NEWS_NOTICE, vertical_content_list: [{ title: '外'.repeat(39) }] }],
  [
    'column desc of 161 characters',
    42036,
    { ...NEWS_NOTICE, vertical_content_list: [{ title: 'x', desc: '外'.repeat(161) }] },
  ],
  ['button of 11 characters', 42038, BUTTON({ button_list: [{ text: '外'.repeat(11), key: 'a' }] })],
  ['submit of 11 characters', 42038, { ...VOTE, submit_button: { text: '外'.repeat(11), key: 'a' } }],
  [
    'vote option of 18 characters',
    42037,
    { ...VOTE, checkbox: { question_key: 'q', option_list: [{ id: '1', text: '外'.repeat(18) }] } },
  ],
  ['a member that no card has', 40058, BUTTON({ titel: 'x' })],
  ['jumps of a button card', 40058, BUTTON({ jump_list: [{ ...WEB, title: 'x' }] })],
  ['a button with a member that none has', 40058, BUTTON({ button_list: [{ text: 'a', key: 'a', color: 'red' }] })],
]

it.each([...HARD, ...RECOMMENDED])('is refused: %s (%d)', async (_what, errcode, card) => {
  expect(await send(card)).toMatchObject({ status: 200, errcode })
  expect(bench.sandbox.chatOf('WangJianGuo').messages).toHaveLength(0)
})

describe('when the sandbox is not strict', () => {
  beforeEach(() => {
    bench = openBench({ app: { callback: app.settings }, behaviour: { strict: false } })
  })
  it.each(HARD)('is refused still: %s (%d)', async (_what, errcode, card) => {
    expect(await send(card)).toMatchObject({ errcode })
  })
  it.each(RECOMMENDED)('is shown: %s', async (_what, _errcode, card) => {
    expect(await send(card)).toMatchObject({ errcode: 0 })
  })
})

it('takes a task once per app, and not at all what was refused', async () => {
  expect(await send(BUTTON({ button_list: [] }))).toMatchObject({ errcode: 42038 })
  expect(await send(BUTTON())).toMatchObject({ errcode: 0 })
  expect(await send(BUTTON())).toMatchObject({ errcode: 42014 })
  const other = cardMessage(changed(TEXT_NOTICE, { task_id: 'task', card_action: WEB, jump_list: [] }), {
    agentid: OTHER_APP.agentId,
  })
  expect(await bench.post('message/send', other, OTHER_APP)).toMatchObject({ errcode: 0 })
})

it('needs a callback URL where it calls back (43012)', async () => {
  bench = openBench()
  for (const card of [BUTTON(), VOTE, MULTIPLE, { ...TEXT_NOTICE, action_menu: MENU, task_id: 't' }]) {
    expect(await send(card)).toMatchObject({ errcode: 43012 })
  }
  expect(await send(TEXT_NOTICE)).toMatchObject({ errcode: 0 })
})

it('lets an unconfirmed figure be set', async () => {
  const card = BUTTON({ button_selection: { question_key: 'q', option_list: options(12) } })
  bench = openBench({ app: { callback: app.settings }, behaviour: { mostSelectionOptions: 12 } })
  expect(await send(card)).toMatchObject({ errcode: 0 })
})
