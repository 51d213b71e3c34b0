/** The address that WeCom calls back, from outside: what is WeCom's is kept once, everything else is refused and changes nothing. */
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { jest } from '@jest/globals'
import {
  CALLBACK,
  MINUTE_MS,
  pressXml,
  SANDBOX,
  sealedCallback,
  START_MS,
  startChatApp,
  type ChatApp,
} from '../chat-app'
import { send, sendOk, type Person } from '../start-app'

jest.setTimeout(60_000)

let story: ChatApp
let leader: Person
let requester: Person
let approvalId: string
let taskId: string
beforeAll(async () => {
  story = await startChatApp()
  leader = await story.addPerson({ name: '王建国' })
  const old = await story.bindStaff({ leaders: [leader.id] })
  requester = old.person
  approvalId = (await story.askRebind(requester)).approval.id
  await story.work()
  taskId = (await story.card(leader)).taskId
}, 60_000)
afterAll(() => story.close())
beforeEach(() => story.clock.set(START_MS))

/** Everything that a callback might change. */
async function traces() {
  const { wecomCallback, decision, approvalRequest, auditRecord, outboxEvent } = story.app.database.read
  return {
    callbacks: await wecomCallback.count(),
    decisions: await decision.count(),
    status: (await approvalRequest.findUniqueOrThrow({ where: { id: approvalId } })).status,
    audited: await auditRecord.count(),
    events: await outboxEvent.count(),
    card: (await story.card(leader)).outcome,
  }
}

/** Bytes that are the same in every run. */
function* noise(): Generator<Buffer> {
  for (let index = 0; ; index++) {
    const seed = createHash('sha256').update(`noise ${index}`).digest()
    yield Buffer.concat(Array.from({ length: (seed[0] ?? 0) + 1 }, (_, part) => Buffer.from([...seed, part]))).subarray(
      seed[1] ?? 0,
    )
  }
}

async function expectRefused(sending: Parameters<typeof send>[1], status: number | readonly number[]) {
  const before = await traces()
  const answer = await send(story.app, sending)
  expect([status].flat()).toContain(answer.status)
  expect(answer.text).toBe('')
  expect(await traces()).toEqual(before)
}

const press = () => pressXml(story, { userId: leader.userId, taskId, key: 'approve:1' })

describe('the check of the address', () => {
  it('is answered with the bare text', async () => {
    for (const text of ['1616140317555161061', '+/=?&']) {
      const { query, encrypted } = sealedCallback(story, text)
      query.set('echostr', encrypted)
      const answer = await send(story.app, { path: `${CALLBACK}?${query.toString()}` })
      expect(answer).toMatchObject({ status: 200, text })
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    }
  })

  it('is what the admin console does', async () => {
    const callback = story.config.wecom.callback
    const settings = { url: story.app.url + CALLBACK, token: callback?.token, encodingAesKey: callback?.aesKey }
    await sendOk(story.app, { path: `${SANDBOX}/callback-settings`, body: settings })
  })

  it('is refused without the signature, for another text, and when it is old', async () => {
    const [one, other] = [sealedCallback(story, '1'), sealedCallback(story, '2')]
    const old = sealedCallback(story, '1', { atMs: START_MS - 11 * MINUTE_MS })
    const paths = [
      `${CALLBACK}?echostr=${encodeURIComponent(one.encrypted)}`,
      `${CALLBACK}?${one.query.toString()}&echostr=${encodeURIComponent(other.encrypted)}`,
      `${CALLBACK}?${one.query.toString()}`,
      `${CALLBACK}?${old.query.toString()}&echostr=${encodeURIComponent(old.encrypted)}`,
      CALLBACK,
    ]
    for (const path of paths) await expectRefused({ path }, 403)
  })
})

describe('what is not WeCom’s is refused, and changes nothing', () => {
  it('random bytes, signed or not', async () => {
    const bodies = noise()
    for (let count = 0; count < 40; count++) {
      const body = bodies.next().value as Buffer
      const { path, query } = sealedCallback(story, press())
      await expectRefused({ method: 'POST', path: count % 2 === 0 ? path : CALLBACK, body }, 403)
      const bare = body.toString('base64')
      const xml = `<xml><Encrypt><![CDATA[${bare}]]></Encrypt></xml>`
      await expectRefused({ method: 'POST', path: `${CALLBACK}?${query.toString()}`, body: xml }, 403)
    }
  })

  it('a press that was cut anywhere, or has one other letter', async () => {
    const { path, body } = sealedCallback(story, press())
    const from = body.indexOf('<Encrypt>')
    for (let end = 0; end < body.length; end += Math.ceil(body.length / 25)) {
      await expectRefused({ method: 'POST', path, body: body.slice(0, end) }, 403)
      const at = from + 20 + (end % (body.length - from - 60))
      const letter = body[at] === 'A' ? 'B' : 'A'
      await expectRefused({ method: 'POST', path, body: body.slice(0, at) + letter + body.slice(at + 1) }, 403)
    }
  })

  it('what another key encrypted, another token signed, or is for another company', async () => {
    const aesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
    for (const changes of [{ aesKey }, { token: 'guessed' }, { corpId: 'ww0000000000000099' }]) {
      await expectRefused({ ...sealedCallback(story, press(), changes), method: 'POST' }, 403)
    }
  })

  it('what is too old, or from the future', async () => {
    for (const minutes of [-11, 11]) {
      const atMs = START_MS + minutes * MINUTE_MS
      await expectRefused({ ...sealedCallback(story, press(), { atMs }), method: 'POST' }, 403)
    }
  })

  it('XML that is none, has a DTD, or entities that multiply, outside and inside', async () => {
    const bomb =
      '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">' +
      '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><xml><Encrypt>&c;</Encrypt><MsgType>&c;</MsgType></xml>'
    const file = '<!DOCTYPE xml [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><MsgType>&f;</MsgType></xml>'
    const deep = `<xml>${'<a>'.repeat(15_000)}${'</a>'.repeat(15_000)}</xml>`
    const texts = [bomb, file, 'no XML', '<xml>', '{}', '<a></a>', `<xml>${'<a>'.repeat(15_000)}`]
    for (const text of [...texts, deep]) {
      await expectRefused({ method: 'POST', path: sealedCallback(story, '').path, body: text }, 403)
    }
    for (const text of texts) await expectRefused({ ...sealedCallback(story, text), method: 'POST' }, 403)
  })

  it('huge bodies', async () => {
    const { path } = sealedCallback(story, press())
    await expectRefused({ method: 'POST', path, body: 'a'.repeat(129 * 1_024) }, 413)
    await expectRefused({ method: 'POST', path, body: `<xml><Encrypt>${'A'.repeat(100_000)}</Encrypt></xml>` }, 403)
  })

  it('other paths and methods', async () => {
    const { path, body } = sealedCallback(story, press())
    for (const other of ['/wecom/callback/', '/wecom/callbacks', '/wecom//callback', '/wecom/']) {
      await expectRefused({ method: 'POST', path: other + path.slice(CALLBACK.length), body }, 404)
    }
    for (const method of ['PUT', 'PATCH', 'DELETE']) await expectRefused({ method, path, body }, 405)
  })

  it('addresses that are none, and bodies that break off: the process stays', async () => {
    const before = await traces()
    const head = 'Host: x\r\nContent-Length: 100\r\n\r\n'
    for (const line of ['POST /wecom//[', 'GET /wecom//', 'POST /wecom/callback?%', 'POST /wecom/callback?a=1']) {
      await writeRaw(`${line} HTTP/1.1\r\n${head}<xml>`)
    }
    expect((await send(story.app, { path: '/healthz' })).status).toBe(200)
    expect(await traces()).toEqual(before)
  })
})

/** Writes and hangs up. */
function writeRaw(text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(story.app.url).port), '127.0.0.1', () => {
      socket.write(text, () => setImmediate(() => socket.destroy()))
    })
    socket.once('close', () => resolve())
    socket.on('error', () => undefined)
  })
}

describe('what is WeCom’s', () => {
  it('is kept once, encrypted, and emptied when it is done', async () => {
    const plain = `<xml><FromUserName>sys</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>enter_agent</Event></xml>`
    for (let repeat = 0; repeat < 3; repeat++) {
      expect(await send(story.app, { ...sealedCallback(story, plain), method: 'POST' })).toMatchObject({
        status: 200,
        text: '',
      })
    }
    const { wecomCallback } = story.app.database.read
    const [row, ...more] = await wecomCallback.findMany({ where: { event: 'enter_agent' } })
    expect(more).toEqual([])
    expect(row).toMatchObject({ state: 'waiting', bodyEncrypted: expect.stringMatching(/^v1\./) })
    expect(row?.bodyEncrypted).not.toContain('enter_agent')
    await story.work()
    expect(await wecomCallback.findUniqueOrThrow({ where: { id: row?.id ?? '' } })).toMatchObject({
      ...{ state: 'done', bodyEncrypted: null, replyXml: null },
    })
  })

  it('a replayed press gets the first reply within ten minutes, and decides nothing more', async () => {
    const sealed = sealedCallback(story, press())
    const first = await send(story.app, { ...sealed, method: 'POST' })
    expect(first.status).toBe(200)
    expect(first.text).toContain('<Encrypt>')
    const before = await traces()
    expect(before.status).toBe('approved')
    story.clock.advance(9 * MINUTE_MS)
    const again = await send(story.app, { ...sealed, method: 'POST' })
    expect(again.status).toBe(200)
    expect(again.text).toContain('<Encrypt>')
    expect(await traces()).toEqual(before)
    story.clock.advance(2 * MINUTE_MS)
    await expectRefused({ ...sealed, method: 'POST' }, 403)
  })
})
