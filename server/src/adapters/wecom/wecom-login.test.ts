import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../../app-error'
import { CORP_ID, NOW_MS, PEOPLE, openIdentity, wecomCode, type Identity } from '../../../test/identity'
import { createAccessTokens } from './access-tokens'
import { createWecomApi } from './wecom-api'
import { createWecomLogin } from './wecom-login'

const GET_TOKEN = '/cgi-bin/gettoken'
const TOKEN_NAME = `wecom:${CORP_ID}:1000002`

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())

const redeem = async (userId = 'ZhangMin') => identity.wecom.redeemLoginCode(await wecomCode(identity, userId))
const tokenFetches = () => identity.server.paths.filter((path) => path === GET_TOKEN).length
const withOptions = (changes: object) => createWecomLogin(createWecomApi({ ...identity.wecomOptions, ...changes }))
const faultOf = async (work: Promise<unknown>): Promise<AppError> => {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(fault instanceof AppError)) throw new Error(`no AppError: ${String(fault)}`)
  return fault
}

describe('redeemLoginCode against the sandbox', () => {
  it('says who logged in with which company, and nothing else', async () => {
    expect(await redeem()).toEqual({ corpId: CORP_ID, userId: 'ZhangMin' })
    const code = await wecomCode(identity, 'ZhangMin', 'ww0000000000000099')
    expect(await identity.wecom.redeemLoginCode(code)).toEqual({ corpId: 'ww0000000000000099', userId: 'ZhangMin' })
  })

  it('refuses a code that is used, made up or five minutes old', async () => {
    const used = await wecomCode(identity, 'ZhangMin')
    await identity.wecom.redeemLoginCode(used)
    const old = await wecomCode(identity, 'ZhangMin')
    identity.clock.advance(5 * 60_000)
    for (const code of [used, 'made-up', old]) {
      expect((await faultOf(identity.wecom.redeemLoginCode(code))).code).toBe('LOGIN_CODE_INVALID')
    }
  })

  it('fetches one access token for many logins at once, and shares it through the database, encrypted', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => wecomCode(identity, 'liting')))
    await Promise.all(codes.map((code) => identity.wecom.redeemLoginCode(code)))
    expect(tokenFetches()).toBe(1)
    await withOptions({}).redeemLoginCode(await wecomCode(identity, 'liting'))
    expect(tokenFetches()).toBe(1)
    const row = await identity.database.read.integrationToken.findUniqueOrThrow({ where: { name: TOKEN_NAME } })
    const token = await identity.wecomOptions.tokens.find(TOKEN_NAME)
    expect(token?.expiresAtMs).toBe(NOW_MS + 7_200_000)
    expect(row.valueEncrypted).toMatch(/^v1\./)
    expect(row.valueEncrypted).not.toContain(token?.value)
  })

  it('renews the access token five minutes before its end', async () => {
    await redeem()
    identity.clock.set(NOW_MS + 6_900_000 - 1)
    await redeem()
    expect(tokenFetches()).toBe(1)
    identity.clock.set(NOW_MS + 6_900_000)
    await redeem()
    expect(tokenFetches()).toBe(2)
  })

  it('asks once a minute while WeCom gives the same token again, of which little is left', async () => {
    await redeem()
    identity.clock.set(NOW_MS + 7_000_000)
    const { value } = (await identity.wecomOptions.tokens.find(TOKEN_NAME)) ?? { value: '' }
    let asked = 0
    const tokens = createAccessTokens({
      name: TOKEN_NAME,
      store: identity.wecomOptions.tokens,
      clock: identity.clock,
      fetchToken: () => {
        asked++
        return Promise.resolve({ access_token: value, expires_in: 200 })
      },
    })
    for (let call = 0; call < 5; call++) expect(await tokens.current()).toBe(value)
    expect(asked).toBe(1)
    identity.clock.advance(60_000)
    await tokens.current()
    expect(asked).toBe(2)
  })

  it('fetches another one once when WeCom ended it early (40014), and keeps the code good', async () => {
    await redeem()
    identity.sandbox.endAccessTokens()
    expect((await redeem('liting')).userId).toBe('liting')
    expect(tokenFetches()).toBe(2)
  })

  it('fetches another one when the stored one has expired unnoticed (42001)', async () => {
    await redeem()
    const token = await identity.wecomOptions.tokens.find(TOKEN_NAME)
    identity.clock.advance(7_200_000)
    await identity.wecomOptions.tokens.save(TOKEN_NAME, {
      value: token?.value ?? '',
      expiresAtMs: identity.clock.nowMs() + 3_600_000,
    })
    expect((await redeem('liting')).userId).toBe('liting')
    expect(tokenFetches()).toBe(2)
  })

  it('takes the token that another process renewed meanwhile', async () => {
    await redeem()
    identity.sandbox.endAccessTokens()
    const otherProcess = withOptions({})
    await Promise.all([redeem(), otherProcess.redeemLoginCode(await wecomCode(identity, 'liting'))])
    const before = tokenFetches()
    await redeem()
    expect(tokenFetches()).toBe(before)
  })

  it.each([
    ['a wrong secret', { secret: 'not-the-secret-at-all' }, 'errcode 40001'],
    ['a wrong company', { corpId: 'ww-not-ours' }, 'errcode 40013'],
  ])('names no secret when WeCom refuses %s', async (_what, changes, reason) => {
    const fault = await faultOf(withOptions(changes).redeemLoginCode('code-1'))
    expect(fault.code).toBe('WECOM_UNAVAILABLE')
    expect(fault.internalText).toContain(reason)
    expect(JSON.stringify([fault.message, fault.internalText, fault.stack])).not.toContain('not-the-secret')
  })
})

describe('redeemLoginCode against a WeCom in trouble', () => {
  const troubles: Record<string, { answer: (response: ServerResponse) => void; reason: string }> = {
    'a page instead of JSON': { answer: (response) => response.end('<html>'), reason: 'SyntaxError' },
    'HTTP 502': { answer: (response) => response.writeHead(502).end('{}'), reason: 'HTTP 502' },
    'JSON that is no object': { answer: (response) => response.end('null'), reason: 'HTTP 200' },
    'errcode as text': { answer: (response) => response.end('{"errcode":"0"}'), reason: 'errcode is no number' },
    'busy (-1)': { answer: (response) => response.end('{"errcode":-1,"errmsg":"busy"}'), reason: 'errcode -1' },
    'no token': { answer: (response) => response.end('{"errcode":0}'), reason: 'without access_token' },
    'a redirect': {
      answer: (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      reason: 'TypeError',
    },
    'a broken connection': { answer: (response) => response.destroy(), reason: 'TypeError' },
    'no answer in time': { answer: () => undefined, reason: 'no answer in time' },
  }

  it.each(Object.entries(troubles))('%s', async (_what, { answer, reason }) => {
    const server = createServer((_request, response) => answer(response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const fault = await faultOf(
      withOptions({ baseUrl, ...(reason === 'no answer in time' ? { timeoutMs: 100 } : {}) }).redeemLoginCode('code-1'),
    )
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    expect(fault.code).toBe('WECOM_UNAVAILABLE')
    expect(fault.internalText).toContain(reason)
    expect(JSON.stringify([fault.internalText, String(fault.cause)])).not.toContain(identity.wecomOptions.secret)
  })

  it('nobody listening', async () => {
    const fault = await faultOf(withOptions({ baseUrl: 'http://127.0.0.1:1' }).redeemLoginCode('code-1'))
    expect(fault.code).toBe('WECOM_UNAVAILABLE')
  })

  it('an answer without userid', async () => {
    const server = createServer((request, response) => {
      const isToken = request.url?.startsWith(GET_TOKEN) === true
      response.end(JSON.stringify(isToken ? { access_token: 't', expires_in: 7200 } : { errcode: 0, openid: 'o' }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const fault = await faultOf(withOptions({ baseUrl }).redeemLoginCode('code-1'))
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    expect(fault.internalText).toContain('no corpid or userid')
  })
})

describe('the sandbox', () => {
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${identity.server.baseUrl}${path}`, init)
    return { status: response.status, json: (await response.json()) as { errcode?: number } }
  }
  const session = '/cgi-bin/miniprogram/jscode2session'

  it.each([
    ['no token', `${session}?js_code=a&grant_type=authorization_code`, 41001],
    ['a made-up token', `${session}?access_token=x&js_code=a&grant_type=authorization_code`, 40014],
    ['another company', `${GET_TOKEN}?corpid=x&corpsecret=y`, 40013],
    ['a wrong secret', `${GET_TOKEN}?corpid=${CORP_ID}&corpsecret=y`, 40001],
  ])('answers %s as WeCom does', async (_what, path, errcode) => {
    expect(await ask(path)).toMatchObject({ status: 200, json: { errcode } })
  })

  it('gives codes to its members only', async () => {
    const post = (body: string) => ask('/login-codes', { method: 'POST', body })
    expect((await post(JSON.stringify({ userId: 'nobody' }))).status).toBe(404)
    expect((await post('{')).status).toBe(400)
    expect((await post('x'.repeat(5_000))).status).toBe(413)
    expect((await post(JSON.stringify({ userId: PEOPLE.zhang.userId }))).status).toBe(201)
    expect((await ask('/cgi-bin/unknown')).status).toBe(404)
  })
})
