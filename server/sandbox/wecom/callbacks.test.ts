import type { Json } from './answer'
import { childText, parseXml, writeXml, type XmlContent, type XmlElement } from './xml'
import {
  AES_KEY,
  APP,
  buttonCard,
  cardMessage,
  CORP_ID,
  openBench,
  sealed,
  serveSandbox,
  startFakeApp,
  TOKEN,
  type Bench,
  type BenchOptions,
  type FakeApp,
} from '../../test/wecom-bench'

let app: FakeApp
let bench: Bench
beforeEach(async () => {
  app = await startFakeApp()
  bench = withApp()
})
afterEach(() => app.close())

const withApp = ({ behaviour }: BenchOptions = {}) =>
  openBench({ app: { callback: app.settings }, ...(behaviour === undefined ? {} : { behaviour }) })
const sendCard = (card: Json = buttonCard('t1'), changes: Json = {}) =>
  bench.post('message/send', cardMessage(card, { touser: 'WangJianGuo|ZhouLi', ...changes }))
const press = (userId = 'WangJianGuo', key = 'approve') => bench.sandbox.press(userId, 't1', key)
const events = () => app.received.map(({ plain }) => parseXml(plain))
const cardOf = (userId: string) => bench.sandbox.chatOf(userId).messages[0]?.content
const update = (replaceName: string): XmlContent => [
  ['ToUserName', 'WangJianGuo'],
  ['FromUserName', CORP_ID],
  ['CreateTime', 1_772_409_600],
  ['MsgType', 'update_button'],
  ['Button', [['ReplaceName', replaceName]]],
]

const childrenOf = ({ children }: XmlElement, wanted: string) => children.filter(({ name }) => name === wanted)

describe('the settings of the console', () => {
  const save = (settings: object = {}) => bench.ask('POST', '/callback-settings', { ...app.settings, ...settings })

  it('are saved when the URL answers the bare text in time', async () => {
    bench = openBench()
    expect(await sendCard()).toMatchObject({ errcode: 43012 })
    expect(await save()).toMatchObject({ status: 200, errcode: 0 })
    expect(await sendCard()).toMatchObject({ errcode: 0 })
    expect(await press()).toMatchObject({ outcome: 'answered' })
  })

  it.each<[string, object, string]>([
    ['nobody listens', { url: 'http://127.0.0.1:1/' }, 'no answer'],
    ['the token is another', { token: 'other' }, 'HTTP 400'],
    ['the app is unknown', { agentId: 9 }, '40056'],
    ['there is no url', { url: '' }, '40058'],
  ])('are not when %s', async (_what, settings, reason) => {
    const answer = await save(settings)
    expect(answer).toMatchObject({ status: 400 })
    expect(answer['errmsg']).toContain(reason)
  })

  it('are not when the answer is late', async () => {
    const { sandbox: silent } = openBench()
    silent.faults.set({ kind: 'time-out' })
    const server = await serveSandbox(silent)
    bench = openBench({ behaviour: { urlCheckTimeoutMs: 100 } })
    const url = `${server.url}/cgi-bin/gettoken`
    expect(await bench.sandbox.saveCallback({ ...app.settings, url })).toBe('no answer in time')
    await server.close()
  })
})

describe('a press', () => {
  it('calls back as the document says, with a new response code', async () => {
    const { response_code: first } = await sendCard()
    expect(await press('wangjianguo')).toMatchObject({ outcome: 'answered', reason: null })
    const [event] = events()
    if (event === undefined) throw new Error('no callback')
    expect(event.children.map(({ name, text }) => [name, text])).toEqual([
      ['ToUserName', CORP_ID],
      ['FromUserName', 'WangJianGuo'],
      ['CreateTime', String(bench.clock.nowMs() / 1000)],
      ['MsgType', 'event'],
      ['Event', 'template_card_event'],
      ['EventKey', 'approve'],
      ['TaskId', 't1'],
      ['CardType', 'button_interaction'],
      ['ResponseCode', childText(event, 'ResponseCode')],
      ['AgentID', String(APP.agentId)],
    ])
    const second = childText(event, 'ResponseCode')
    expect(second).not.toBe(first)
    const body = { agentid: APP.agentId, response_code: second, atall: 1, button: { replace_name: '已同意' } }
    expect(await bench.post('message/update_template_card', body)).toMatchObject({ errcode: 0 })
    expect(cardOf('ZhouLi')).toMatchObject({ greyedText: '已同意' })
  })

  it.each(['OptionIds', 'OpitonIds'] as const)('says what was chosen: %s', async (spelling) => {
    bench = withApp({ behaviour: { optionIdsSpelling: spelling } })
    const select = (key: string) => ({
      question_key: key,
      option_list: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙' },
      ],
      selected_id: 'a',
    })
    const head = { main_title: { title: '排班' }, submit_button: { text: '提交', key: 'go' } }
    const card = {
      card_type: 'multiple_interaction',
      task_id: 't1',
      select_list: [select('q1'), select('q2')],
      ...head,
    }
    await sendCard(card)
    await bench.sandbox.press('ZhouLi', 't1', 'go', { selected: { q2: ['b'] } })
    const items = childrenOf(
      events()[0]?.children.find(({ name }) => name === 'SelectedItems') ?? parseXml('<a/>'),
      'SelectedItem',
    )
    const ids = items.map((item) =>
      childrenOf(item, spelling).flatMap(({ children }) => children.map(({ text }) => text)),
    )
    expect(items.map((item) => childText(item, 'QuestionKey'))).toEqual(['q1', 'q2'])
    expect(ids).toEqual([['a'], ['b']])
  })

  it('says every box that is checked', async () => {
    const box = (id: string, isChecked: boolean) => ({ id, text: id, is_checked: isChecked })
    await sendCard({
      card_type: 'vote_interaction',
      task_id: 't1',
      main_title: { title: '哪天' },
      checkbox: { question_key: 'q', mode: 1, option_list: [box('a', true), box('b', false), box('c', true)] },
      submit_button: { text: '提交', key: 'go' },
    })
    await press('ZhouLi', 'go')
    expect(app.received[0]?.plain).toContain(
      '<OptionIds><OptionId><![CDATA[a]]></OptionId><OptionId><![CDATA[c]]></OptionId></OptionIds>',
    )
  })

  it('from the corner menu is another event', async () => {
    await sendCard(buttonCard('t1', { action_menu: { action_list: [{ text: '不再提醒', key: 'mute' }] } }))
    expect(await bench.sandbox.pressMenu('ZhouLi', 't1', 'mute')).toMatchObject({ outcome: 'answered' })
    expect(events().map((event) => [childText(event, 'Event'), childText(event, 'EventKey')])).toEqual([
      ['template_card_menu_event', 'mute'],
    ])
    expect(await bench.sandbox.pressMenu('ZhouLi', 't1', 'other')).toMatchObject({ outcome: 'not-sent' })
  })

  it('is not sent by a client that has no such card, button or person, or grey buttons', async () => {
    await sendCard()
    expect(await press('ChenYuTong')).toMatchObject({ outcome: 'not-sent', reason: 'no such card' })
    expect(await press('ZhouLi', 'other')).toMatchObject({ outcome: 'not-sent', reason: 'no such button' })
    expect(await press('WuBing')).toMatchObject({ outcome: 'not-sent', reason: 'no active member' })
    app.reply((_, response) => response.end(sealed(update('已同意'))))
    await press()
    expect(await press()).toMatchObject({ outcome: 'not-sent', reason: 'the buttons are grey' })
    expect(await bench.sandbox.press('WangJianGuo', 't1', 'reject', { force: true })).toMatchObject({
      outcome: 'answered',
    })
    await bench.sandbox.deleteMember('ZhouLi')
    expect(await press('ZhouLi')).toMatchObject({ outcome: 'not-sent' })
    expect(app.received).toHaveLength(2)
  })
})

describe('a passive reply', () => {
  beforeEach(() => sendCard())

  it("greys the presser's buttons, and nobody else's", async () => {
    app.reply((_, response) => response.end(sealed(update('王建国已同意'))))
    expect(await press()).toMatchObject({ outcome: 'answered', reason: null })
    expect(cardOf('WangJianGuo')).toMatchObject({ greyedText: '王建国已同意' })
    expect(cardOf('ZhouLi')).toMatchObject({ greyedText: null })
  })

  it("replaces the presser's card", async () => {
    const card: XmlContent = [
      ['CardType', 'button_interaction'],
      [
        'Source',
        [
          ['Desc', '外勤签到'],
          ['DescColor', 1],
        ],
      ],
      [
        'MainTitle',
        [
          ['Title', '换手机申请：已同意'],
          ['Desc', '新手机已生效'],
        ],
      ],
      [
        'HorizontalContentList',
        [
          ['KeyName', '处理人'],
          ['Value', '王建国 09:40'],
        ],
      ],
      [
        'HorizontalContentList',
        [
          ['KeyName', '主管'],
          ['Type', 3],
          ['UserId', 'WangJianGuo'],
        ],
      ],
      [
        'CardAction',
        [
          ['Type', 2],
          ['AppId', APP.miniProgramAppId],
          ['PagePath', 'pages/a?b=1&c=2'],
        ],
      ],
      [
        'ButtonList',
        [
          ['Text', '已同意'],
          ['Style', 4],
          ['Key', 'done'],
        ],
      ],
      ['ReplaceText', '王建国已同意'],
    ]
    app.reply((_, response) =>
      response.end(
        sealed([
          ['MsgType', 'update_template_card'],
          ['TemplateCard', card],
        ]),
      ),
    )
    expect(await press()).toMatchObject({ outcome: 'answered', reason: null })
    expect(cardOf('WangJianGuo')).toEqual({
      kind: 'template_card',
      taskId: 't1',
      greyedText: '王建国已同意',
      card: {
        card_type: 'button_interaction',
        source: { desc: '外勤签到', desc_color: 1 },
        main_title: { title: '换手机申请：已同意', desc: '新手机已生效' },
        horizontal_content_list: [
          { keyname: '处理人', value: '王建国 09:40' },
          { keyname: '主管', type: 3, userid: 'WangJianGuo' },
        ],
        card_action: { type: 2, appid: APP.miniProgramAppId, pagepath: 'pages/a?b=1&c=2' },
        button_list: [{ text: '已同意', style: 4, key: 'done' }],
        replace_text: '王建国已同意',
      },
    })
    expect(cardOf('ZhouLi')).toMatchObject({ greyedText: null })
  })

  it.each<[string, string, string]>([
    ['another token', sealed(update('x'), { token: 'other' }), 'MsgSignature'],
    ['another receiver', sealed(update('x'), { corpId: 'ww-other' }), 'receiver'],
    ['another key', sealed(update('x'), { key: `${'A'.repeat(42)}E` }), ''],
    ['no XML', 'ok', ''],
    ['plain XML', writeXml('xml', update('x')), 'MsgSignature'],
    [
      'no name',
      sealed([
        ['MsgType', 'update_button'],
        ['Button', []],
      ]),
      'ReplaceName',
    ],
    ['an unknown type', sealed([['MsgType', 'image']]), 'image'],
    [
      'a tag that no card has',
      sealed([
        ['MsgType', 'update_template_card'],
        ['TemplateCard', [['Titel', 'x']]],
      ]),
      'Titel',
    ],
    [
      'a card that breaks a limit',
      sealed([
        ['MsgType', 'update_template_card'],
        ['TemplateCard', [['CardType', 'card']]],
      ]),
      'card_type',
    ],
  ])('of %s is thrown away', async (_what, body, reason) => {
    app.reply((_, response) => response.end(body))
    const pressed = await press()
    expect(pressed).toMatchObject({ outcome: 'answered' })
    expect(pressed.reason).toContain(reason)
    expect(cardOf('WangJianGuo')).toMatchObject({ greyedText: null })
  })

  it('may be nothing', async () => {
    app.reply((_, response) => response.end('success'))
    expect(await press()).toMatchObject({ outcome: 'answered', reason: null })
    expect(cardOf('WangJianGuo')).toMatchObject({ greyedText: null })
  })
})

describe('an app that does not answer', () => {
  it('is asked again three times with the same content', async () => {
    await sendCard()
    app.reply((_, response) => response.writeHead(500).end())
    expect(await press()).toMatchObject({ outcome: 'unanswered', delivery: { attempts: [500, 500, 500, 500] } })
    expect(new Set(app.received.map(({ plain }) => plain)).size).toBe(1)
    expect(app.received).toHaveLength(4)
  })

  it('in time is asked again, until it does', async () => {
    bench = withApp({ behaviour: { callbackTimeoutMs: 200 } })
    await sendCard()
    app.reply((_, response) => {
      if (app.received.length > 2) response.end(sealed(update('已同意')))
    })
    expect(await press()).toMatchObject({ outcome: 'answered', delivery: { attempts: ['time-out', 'time-out', 200] } })
    expect(cardOf('WangJianGuo')).toMatchObject({ greyedText: '已同意' })
  })

  it('because nobody listens changes nothing', async () => {
    const settings = { url: 'http://127.0.0.1:1/', token: TOKEN, encodingAesKey: AES_KEY }
    bench = openBench({ app: { callback: settings } })
    await sendCard()
    expect(await press()).toMatchObject({ outcome: 'unanswered' })
    expect(bench.sandbox.callbacks.log()).toMatchObject([{ isAnswered: false, attempts: Array(4).fill('no answer') }])
  })
})

describe('troubles with callbacks', () => {
  beforeEach(() => sendCard())
  const keys = () => events().map((event) => childText(event, 'EventKey'))

  it('lost', async () => {
    bench.sandbox.faults.set({ kind: 'lost' })
    expect(await press()).toMatchObject({ outcome: 'ignored' })
    expect(await press()).toMatchObject({ outcome: 'answered' })
    expect(app.received).toHaveLength(1)
  })

  it('late', async () => {
    bench.sandbox.faults.set({ kind: 'late', delayMs: 1 })
    expect(await press()).toMatchObject({ outcome: 'answered' })
  })

  it('twice', async () => {
    bench.sandbox.faults.set({ kind: 'duplicate' })
    await press()
    expect(keys()).toEqual(['approve', 'approve'])
    expect(new Set(app.received.map(({ plain }) => plain)).size).toBe(1)
  })

  it('in the wrong order', async () => {
    bench.sandbox.faults.set({ kind: 'wrong-order' })
    expect(await press('WangJianGuo', 'approve')).toMatchObject({ outcome: 'ignored' })
    await press('ZhouLi', 'reject')
    expect(keys()).toEqual(['reject', 'approve'])
  })
})

describe('words to the app', () => {
  it('are called back, and a text may answer them', async () => {
    app.reply((_, response) =>
      response.end(
        sealed([
          ['MsgType', 'text'],
          ['Content', '请打开小程序'],
        ]),
      ),
    )
    expect(await bench.sandbox.say('ZhouLi', '怎么换手机 & <平板>？')).toMatchObject({
      outcome: 'answered',
      reason: null,
    })
    const [event] = events()
    expect(event && ['MsgType', 'Content', 'FromUserName'].map((name) => childText(event, name))).toEqual([
      'text',
      '怎么换手机 & <平板>？',
      'ZhouLi',
    ])
    expect(event && childText(event, 'MsgId')).toMatch(/^\d{10,19}$/)
    expect(bench.sandbox.chatOf('ZhouLi').messages.map(({ content }) => content)).toEqual([
      { kind: 'text', from: 'member', content: '怎么换手机 & <平板>？' },
      { kind: 'text', from: 'app', content: '请打开小程序' },
    ])
  })
})

describe('change_contact', () => {
  const told = async () => {
    await bench.sandbox.callbacks.settled()
    return events().map((event) => Object.fromEntries(event.children.map(({ name, text }) => [name, text])))
  }
  const head = { ToUserName: CORP_ID, FromUserName: 'sys', MsgType: 'event', Event: 'change_contact' }

  it('tells of members, in their order', async () => {
    const { sandbox } = bench
    const departments = [
      { id: 21, isLeader: true },
      { id: 30, isLeader: false },
    ]
    await sandbox.addMember({ userId: 'LiNa', name: '李娜', departments, directLeaders: ['ZhouLi'] })
    await sandbox.editMember('LiNa', {
      position: '主管',
      departments: [{ id: 30, isLeader: true }],
      mainDepartment: 30,
    })
    await sandbox.editMember('LiNa', { status: 2 })
    await sandbox.renameMember('LiNa', 'lina.new')
    await sandbox.deleteMember('lina.new')
    expect(await told()).toEqual(
      [
        {
          ...{ ChangeType: 'create_user', UserID: 'LiNa', Name: '李娜', Department: '21,30', IsLeaderInDept: '1,0' },
          ...{ MainDepartment: '21', DirectLeader: 'ZhouLi', Mobile: '', Position: '', Gender: '0', Email: '' },
          ...{ BizMail: '', Status: '1', Avatar: '', Alias: '', Telephone: '', Address: '' },
        },
        {
          ...{ ChangeType: 'update_user', UserID: 'LiNa', Department: '30', IsLeaderInDept: '1' },
          ...{ MainDepartment: '30', Position: '主管' },
        },
        { ChangeType: 'update_user', UserID: 'LiNa', Status: '2' },
        { ChangeType: 'update_user', UserID: 'LiNa', NewUserID: 'lina.new' },
        { ChangeType: 'delete_user', UserID: 'lina.new' },
      ].map((event) => ({ ...head, CreateTime: String(bench.clock.nowMs() / 1000), ...event })),
    )
  })

  it('tells of departments', async () => {
    const { sandbox } = bench
    await sandbox.addDepartment({ id: 40, name: '质检', parentId: 30, order: 7 })
    await sandbox.editDepartment(40, { name: '质量' })
    await sandbox.editDepartment(40, { parentId: 20 })
    await sandbox.deleteDepartment(40)
    expect(await told()).toMatchObject([
      { ...head, ChangeType: 'create_party', Id: '40', Name: '质检', ParentId: '30', Order: '7' },
      { ...head, ChangeType: 'update_party', Id: '40', Name: '质量' },
      { ...head, ChangeType: 'update_party', Id: '40', ParentId: '20' },
      { ...head, ChangeType: 'delete_party', Id: '40' },
    ])
  })

  it('takes the chat along when a userid changes', async () => {
    await sendCard()
    await bench.sandbox.renameMember('ZhouLi', 'zhou.li')
    expect(bench.sandbox.chatOf('zhou.li').messages).toHaveLength(1)
    expect(await bench.sandbox.press('zhou.li', 't1', 'approve')).toMatchObject({ outcome: 'answered' })
    await bench.sandbox.callbacks.settled()
  })

  it('goes to apps that are told of contacts alone', async () => {
    bench = openBench({ app: { callback: app.settings, contactEvents: false } })
    await bench.sandbox.deleteMember('ZhouLi')
    expect(await told()).toEqual([])
  })
})
