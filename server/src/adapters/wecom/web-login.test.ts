import { AGENT_ID, appErrorOf, codeOf, CORP_ID, openIdentity, PEOPLE, type Identity } from '../../../test/identity'
import type { WebLogin } from '../../ports/web-login'
import { createJsSignatures } from './js-signatures'
import { createWebLogin } from './web-login'
import { createWecomApi } from './wecom-api'
import { WecomError } from './wecom-problems'

const BACK = 'https://waiqin.example.com/console'

describe('a log-in with a browser', () => {
  let identity: Identity
  let webLogin: WebLogin
  beforeEach(async () => {
    identity = await openIdentity()
    webLogin = loginWith({})
  })
  afterEach(() => identity.close())

  const loginWith = (changes: object) =>
    createWebLogin({
      api: createWecomApi({ ...identity.wecomOptions, ...changes }),
      corpId: CORP_ID,
      agentId: AGENT_ID,
      authorizeBaseUrl: () => 'https://open.weixin.qq.com',
    })
  const code = (userId: string) => identity.sandbox.loginCode(userId, 'web')

  it('goes to the address of the document', () => {
    expect(webLogin.authorizeUrl(BACK, 'S1')).toBe(
      `https://open.weixin.qq.com/connect/oauth2/authorize?appid=${CORP_ID}` +
        '&redirect_uri=https%3A%2F%2Fwaiqin.example.com%2Fconsole&response_type=code&scope=snsapi_base&state=S1' +
        `&agentid=${AGENT_ID}#wechat_redirect`,
    )
  })

  it('gives the panel what it wants, the address not encoded', () => {
    expect(webLogin.scanParameters(BACK, 'S1')).toEqual({
      login_type: 'CorpApp',
      appid: CORP_ID,
      agentid: String(AGENT_ID),
      redirect_uri: BACK,
      state: 'S1',
      redirect_type: 'callback',
    })
  })

  it.each(['', 'a-b', 'a b', 'a'.repeat(129)])('sends no state that WeCom refuses: "%s"', (state) => {
    expect(() => webLogin.authorizeUrl(BACK, state)).toThrow(RangeError)
    expect(() => webLogin.scanParameters(BACK, state)).toThrow(RangeError)
  })

  it('redeems a code once, and of its own way alone', async () => {
    const given = code(PEOPLE.zhang.userId)
    expect(await webLogin.redeem(given)).toEqual({ userId: 'ZhangMin' })
    const phones = identity.sandbox.loginCode(PEOPLE.zhang.userId)
    for (const over of [given, phones, 'made-up']) {
      expect(await codeOf(webLogin.redeem(over))).toBe('LOGIN_CODE_INVALID')
    }
    const old = code('liting')
    identity.clock.advance(300_000)
    expect(await codeOf(webLogin.redeem(old))).toBe('LOGIN_CODE_INVALID')
  })

  it('knows a visitor from a member', async () => {
    expect(await webLogin.redeem(code('somebody-else'))).toBeNull()
  })

  it('says what an administrator has to do, to the log alone', async () => {
    const fault = await appErrorOf(loginWith({ secret: 'not-the-secret-at-all' }).redeem('x'))
    expect(fault?.code).toBe('WECOM_REFUSED')
    expect(fault?.internalText).toContain('40001')
    expect(JSON.stringify([fault?.internalText, fault?.stack])).not.toContain('not-the-secret')
  })

  it('is unavailable when WeCom is', async () => {
    expect(await codeOf(loginWith({ baseUrl: 'http://127.0.0.1:1' }).redeem('x'))).toBe('WECOM_UNAVAILABLE')
  })
})

describe('a signature for JS-SDK', () => {
  /** The vector of document 90539. */
  const TICKET = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg'
  const kept = new Map<string, { value: string; expiresAtMs: number }>()
  const asked: unknown[] = []
  let nowMs = 1_414_587_457_000
  const signatures = (answer: () => Promise<Readonly<Record<string, unknown>>>) =>
    createJsSignatures({
      api: {
        get: (path, query) => {
          asked.push([path, query])
          return answer()
        },
      },
      app: 'corp:1',
      tokens: {
        find: (name) => Promise.resolve(kept.get(name) ?? null),
        save: (name, token) => Promise.resolve(void kept.set(name, token)),
      },
      clock: { nowMs: () => nowMs },
      random: { bytes: () => Uint8Array.from(Buffer.from('0123456789abcdef01234567', 'hex')), id: () => '' },
    })
  const given = signatures(() => Promise.resolve({ ticket: TICKET, expires_in: 7200 }))
  beforeEach(() => {
    kept.clear()
    asked.length = 0
    nowMs = 1_414_587_457_000
  })

  it('is that of the document, whatever the fragment', async () => {
    const { getJsApiSignature } = await import('@wecom/crypto')
    const vector = { ticket: TICKET, nonceStr: 'Wm3WZYTPz0wzccnW', timestamp: 1414587457 }
    const url = 'http://mp.weixin.qq.com?params=value'
    expect(getJsApiSignature({ ...vector, url }).signature).toBe('0f9de62fce790f9a083d5c99e95740ceb90c27ed')

    const plain = await given.sign('config', url)
    expect(plain).toEqual({
      timestamp: 1414587457,
      nonceStr: '0123456789abcdef01234567',
      signature: getJsApiSignature({ ...vector, nonceStr: '0123456789abcdef01234567', url }).signature,
    })
    expect(await given.sign('config', `${url}#/page?a=1`)).toEqual(plain)
  })

  it('shares a ticket of each kind for nearly two hours', async () => {
    await Promise.all([given.sign('config', 'https://a.example/'), given.sign('config', 'https://a.example/b')])
    await given.sign('agentConfig', 'https://a.example/')
    nowMs += 6_900_000 - 1
    await given.sign('config', 'https://a.example/')
    expect(asked).toEqual([
      ['/cgi-bin/get_jsapi_ticket', {}],
      ['/cgi-bin/ticket/get', { type: 'agent_config' }],
    ])
    nowMs += 1
    await given.sign('config', 'https://a.example/')
    expect(asked).toHaveLength(3)
  })

  it('is refused with what an administrator has to do', async () => {
    const refusing = signatures(() => Promise.reject(new WecomError(60020, '/cgi-bin/get_jsapi_ticket')))
    const fault = await appErrorOf(refusing.sign('config', 'https://a.example/'))
    expect(fault?.code).toBe('WECOM_REFUSED')
    expect(fault?.internalText).toContain('60020')
  })
})
