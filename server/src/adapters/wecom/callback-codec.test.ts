import fc from 'fast-check'
import { AppError } from '../../app-error'
import { countingRandom } from '../../../test/fakes'
import { createCallbackCodec } from './callback-codec'
import { LARGEST_AGE_MS, openEncrypted, sealReply } from './callback-crypto'

/** The official sample of WeCom's encryption libraries. */
const KEYS = {
  token: 'QDG6eK',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'wx5823bf96d3bd56c7',
}
const ECHO = {
  query: { signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3', timestamp: '1409659589', nonce: '263014780' },
  text: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
}
const MESSAGE = {
  query: { signature: '477715d11cdb4164915debcba66cb864d751f3e6', timestamp: '1409659813', nonce: '1372623149' },
  text: 'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
}
const clock = { nowMs: () => 1_409_659_813_000 }
const codec = createCallbackCodec({
  keys: KEYS,
  look: { source: '外勤签到', miniprogramAppId: null },
  clock,
  random: countingRandom(1),
})

const problemOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'CALLBACK_REFUSED') return error.internalText ?? ''
    throw error
  }
  return 'opened'
}
/** Encrypted by whoever holds the key, which WeCom does; what is inside may still be wrong. */
function sealed(plain: string, keys = KEYS) {
  const { encrypted, ...query } = sealReply(keys, plain, clock, countingRandom(7))
  return { query, body: `<xml><ToUserName>x</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`, encrypted }
}

describe('the official sample', () => {
  it('answers the check of the address', () => {
    expect(codec.openEcho(ECHO.query, ECHO.text)).toBe('1616140317555161061')
  })

  it('opens a message', () => {
    const body = `<xml><ToUserName><![CDATA[${KEYS.receiveId}]]></ToUserName><AgentID>218</AgentID><Encrypt><![CDATA[${MESSAGE.text}]]></Encrypt></xml>`
    const { event, eventName, plainXml } = codec.open(MESSAGE.query, body)
    expect(event).toEqual({ kind: 'other', event: 'text' })
    expect(eventName).toBe('message/text')
    expect(plainXml).toContain('<Content><![CDATA[hello]]></Content>')
  })
})

describe('what is refused', () => {
  const open = (changes: Partial<typeof MESSAGE.query>, text = MESSAGE.text, at = clock) =>
    problemOf(() => openEncrypted(KEYS, { ...MESSAGE.query, ...changes }, text, at))

  it.each([
    ['another signature', () => open({ signature: '0'.repeat(40) }), 'signature'],
    ['a shorter signature', () => open({ signature: '47' }), 'signature'],
    ['no signature', () => open({ signature: '' }), 'signature'],
    ['another nonce', () => open({ nonce: '1' }), 'signature'],
    ['another time', () => open({ timestamp: '1409659814' }), 'signature'],
    ['a time that is none', () => open({ timestamp: '1e9' }), 'number of seconds'],
    ['text that is not base64', () => open({}, `${MESSAGE.text}%`), 'base64'],
    ['far too much', () => open({}, 'A'.repeat(70_000)), 'base64'],
    ['a replay', () => open({}, MESSAGE.text, { nowMs: () => clock.nowMs() + LARGEST_AGE_MS + 1 }), 'too old'],
    [
      'one from the future',
      () => open({}, MESSAGE.text, { nowMs: () => clock.nowMs() - LARGEST_AGE_MS - 1 }),
      'future',
    ],
  ])('%s', (_what, problem, reason) => expect(problem()).toContain(reason))

  it('what is for another company', () => {
    const { query, body } = sealed('<xml></xml>', { ...KEYS, receiveId: 'ww-another' })
    expect(problemOf(() => codec.open(query, body))).toContain('another receiver')
  })

  it('what another key encrypted', () => {
    const other = { ...KEYS, aesKey: `${'B'.repeat(42)}A` }
    const { query, body } = sealed('<xml><MsgType>event</MsgType></xml>', other)
    expect(problemOf(() => codec.open(query, body))).toMatch(/padding|length|receiver|short/)
  })

  it.each([
    ['a DTD', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><MsgType>event</MsgType></xml>', 'DTD'],
    ['no XML', 'hello', 'XML'],
    ['another root', '<html></html>', '<xml>'],
    ['an unclosed element', '<xml><MsgType>event</xml>', 'XML'],
    ['a press by nobody', '<xml><MsgType>event</MsgType><Event>template_card_event</Event></xml>', 'press without'],
    ['endless XML', `<xml>${'<a>'.repeat(30_000)}</xml>`, 'XML'],
  ])('%s', (_what, plain, reason) => {
    const { query, body } = sealed(plain)
    expect(problemOf(() => codec.open(query, body))).toContain(reason)
  })

  it('random bytes, with the right signature or without: always the same code, never another error', () => {
    fc.assert(
      fc.property(fc.base64String({ minLength: 4, maxLength: 600 }), fc.boolean(), (text, isSigned) => {
        const { query } = sealed(text)
        const body = `<xml><Encrypt>${text}</Encrypt></xml>`
        expect(problemOf(() => codec.open(isSigned ? query : MESSAGE.query, body))).not.toBe('opened')
      }),
    )
  })

  it('a message that was cut or changed anywhere', () => {
    const { query, encrypted } = sealed('<xml><MsgType>event</MsgType><Event>enter_agent</Event></xml>')
    fc.assert(
      fc.property(fc.nat(encrypted.length - 1), fc.constantFrom('cut', 'changed'), (at, how) => {
        const letter = encrypted[at] === 'A' ? 'B' : 'A'
        const text = how === 'cut' ? encrypted.slice(0, at) : encrypted.slice(0, at) + letter + encrypted.slice(at + 1)
        expect(problemOf(() => openEncrypted(KEYS, query, text, clock))).not.toBe('opened')
      }),
    )
  })
})

describe('events', () => {
  const opened = (inner: string) => {
    const { query, body } = sealed(`<xml><ToUserName>c</ToUserName><CreateTime>1409659800</CreateTime>${inner}</xml>`)
    return codec.open(query, body)
  }
  const press = (more = '') =>
    opened(
      `<FromUserName>boss1</FromUserName><MsgType>event</MsgType><Event>template_card_event</Event><EventKey>approve</EventKey>` +
        `<TaskId>t1</TaskId><CardType>button_interaction</CardType><ResponseCode>RC</ResponseCode>${more}`,
    )

  it('a press', () => {
    expect(press().event).toEqual({
      kind: 'card_press',
      press: {
        userId: 'boss1',
        taskId: 't1',
        buttonKey: 'approve',
        responseCode: 'RC',
        pressedAtMs: 1_409_659_800_000,
      },
    })
  })

  it('the same press is the same, whatever else it carries', () => {
    const items =
      '<SelectedItems><SelectedItem><QuestionKey>q</QuestionKey><OpitonIds><OpitonId>o</OpitonId></OpitonIds></SelectedItem></SelectedItems>'
    expect(press(items).messageKey).toBe(press().messageKey)
    expect(press(items.replaceAll('Opiton', 'Option')).messageKey).toBe(press().messageKey)
  })

  const contact = (change: string, inner: string) =>
    opened(
      `<FromUserName>sys</FromUserName><MsgType>event</MsgType><Event>change_contact</Event><ChangeType>${change}</ChangeType>${inner}`,
    ).event

  it.each([
    ['create_user', '<UserID>007</UserID><Name>A</Name>', { kind: 'member_changed', userId: '007', newUserId: null }],
    [
      'update_user',
      '<UserID>a</UserID><NewUserID>b</NewUserID>',
      { kind: 'member_changed', userId: 'a', newUserId: 'b' },
    ],
    ['delete_user', '<UserID>a</UserID>', { kind: 'member_removed', userId: 'a' }],
    ['create_party', '<Id>2</Id><Name>B</Name><ParentId>1</ParentId>', { kind: 'departments_changed' }],
    ['delete_party', '<Id>2</Id>', { kind: 'departments_changed' }],
  ])('%s', (change, inner, expected) => {
    expect(contact(change, inner)).toEqual({ kind: 'contact_change', change: expected })
  })

  it.each([
    ['update_tag', '<TagId>1</TagId>'],
    ['update_user', ''],
    ['something_new', '<UserID>a</UserID>'],
  ])('%s without use for us', (change, inner) => expect(contact(change, inner).kind).toBe('other'))
})

describe('replies', () => {
  const card = {
    taskId: 't1',
    title: '换手机申请：已同意',
    subtitle: '新手机已生效 <旧手机已停用> & ]]>',
    rows: [{ name: '部门', value: '华东服务一部' }],
    pagePath: 'pages/home/home',
    foot: { kind: 'outcome', text: '王建国已同意' },
  } as const

  it('turns the presser’s card into another, and can be read again', () => {
    const plain = codec.cardReply(card, 'boss1')
    const envelope = codec.seal(plain)
    const [, encrypted = ''] = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(envelope) ?? []
    const [, signature = ''] = /<MsgSignature><!\[CDATA\[(.*?)\]\]>/.exec(envelope) ?? []
    const [, nonce = ''] = /<Nonce><!\[CDATA\[(.*?)\]\]>/.exec(envelope) ?? []
    const [, timestamp = ''] = /<TimeStamp>(\d+)</.exec(envelope) ?? []
    const read = openEncrypted(KEYS, { signature, timestamp, nonce }, encrypted, clock)
    expect(read).toBe(plain)
    expect(read).toContain('<MsgType><![CDATA[update_template_card]]></MsgType>')
    expect(read).toContain('<ReplaceText><![CDATA[王建国已同意]]></ReplaceText>')
    expect(read.match(/<HorizontalContentList>/g)).toHaveLength(1)
  })

  it.each([
    ['a long title', { title: '长'.repeat(37) }],
    ['a long row', { rows: [{ name: '部门', value: '长'.repeat(31) }] }],
    ['a long row name', { rows: [{ name: '六个字的名字', value: '' }] }],
    ['too many rows', { rows: Array.from({ length: 7 }, () => ({ name: 'a', value: 'b' })) }],
    ['another task id', { taskId: 'a b' }],
  ])('refuses %s', (_what, changes) => {
    expect(() => codec.cardReply({ ...card, ...changes }, 'boss1')).toThrow(RangeError)
  })
})
