import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import type { MeReply } from '#contract/api'
import type { JsSignatureReply, WebSessionReply } from '#contract/api-web'
import { createPhoneKey } from '../../demo/phone-key'
import {
  addPerson,
  bindPhone,
  checkInRequest,
  expectRefusal,
  factsOf,
  refresh,
  send,
  sendCheckIn,
  sendOk,
  signedHeaders,
  startApp,
  type App,
} from '../start-app'
import { authorize, cookiesOf, jsonOf, openBrowser, scan, WEB_SESSIONS } from '../web-browser'

jest.setTimeout(60_000)

const HOUR_MS = 3_600_000

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const readMe = (token: string) => send(app, { path: '/api/v1/me', token })

describe('a log-in with a browser', () => {
  it('inside WeCom goes there and back', async () => {
    const person = await addPerson(app, { name: '李婷', roles: ['hr'] })
    const browser = openBrowser(app)
    const { authorizeUrl, state } = await browser.begin()
    expect(new URL(authorizeUrl).searchParams.get('redirect_uri')).toBe(`${app.url}/console`)
    const back = await authorize(authorizeUrl, person.userId)
    expect(back.state).toBe(state)
    const answered = await browser.finish(back.code, back.state)
    const session = jsonOf<WebSessionReply>(answered, 201)
    expect(session).toMatchObject({ employee: { id: person.id, name: '李婷' }, roles: ['staff', 'hr'] })
    const lifeMs = Date.parse(session.sessionExpiresAt) - Date.now()
    expect(Math.round(lifeMs / HOUR_MS)).toBe(12)
    expect(answered.text).not.toContain(browser.jar.get('waiqin-refresh')?.value)
    const me = jsonOf<MeReply>(await readMe(session.accessToken))
    expect(me).toMatchObject({ employee: { id: person.id }, device: 'none' })
  })

  it('on a PC takes the code of the scan panel', async () => {
    const person = await addPerson(app)
    const browser = openBrowser(app)
    const { scan: parameters, state } = await browser.begin()
    expect(parameters).toMatchObject({ login_type: 'CorpApp', redirect_type: 'callback', state })
    const session = jsonOf<WebSessionReply>(
      await browser.finish(await scan(app, parameters, person.userId), state),
      201,
    )
    expect(session.employee.id).toBe(person.id)
  })

  it('keeps its secrets in cookies that no script reads and no other site sends', async () => {
    const browser = openBrowser(app)
    const begun = cookiesOf(await browser.ask('POST', `${WEB_SESSIONS}/attempts`)).get('waiqin-login')
    expect(begun?.attributes).toEqual({
      path: '/',
      expires: expect.any(String),
      samesite: 'lax',
      httponly: true,
    })
    const { code, state } = await authorize((await browser.begin()).authorizeUrl, (await addPerson(app)).userId)
    const cookies = cookiesOf(await browser.finish(code, state))
    expect(cookies.get('waiqin-login')?.value).toBe('')
    expect(cookies.get('waiqin-refresh')?.attributes).toEqual({
      path: '/',
      expires: expect.any(String),
      samesite: 'strict',
      httponly: true,
    })
  })

  it('takes the code only with the state of this very browser, and spends none on others', async () => {
    const { userId } = await addPerson(app)
    const [browser, other] = [openBrowser(app), openBrowser(app)]
    const { state: otherState } = await other.begin()
    const { code, state } = await authorize((await browser.begin()).authorizeUrl, userId)
    const forged = ['x', 'a'.repeat(64), otherState, state.toUpperCase(), `${state}0`]
    for (const given of forged) expectRefusal(await browser.finish(code, given), 'LOGIN_CODE_INVALID')
    expectRefusal(await other.finish(code, state), 'LOGIN_CODE_INVALID')
    expectRefusal(await openBrowser(app).finish(code, state), 'LOGIN_CODE_INVALID')
    expect((await browser.finish(code, state)).status).toBe(201)
  })

  it('takes a code once', async () => {
    const { userId } = await addPerson(app)
    const browser = openBrowser(app)
    const { code, state } = await authorize((await browser.begin()).authorizeUrl, userId)
    expect((await browser.finish(code, state)).status).toBe(201)
    expectRefusal(await browser.finish(code, state), 'LOGIN_CODE_INVALID')
    const { state: next } = await browser.begin()
    expectRefusal(await browser.finish(code, next), 'LOGIN_CODE_INVALID')
  })

  it('refuses who has left and ends the session of who leaves', async () => {
    const leaver = await addPerson(app)
    const browser = openBrowser(app)
    const { accessToken } = await browser.logIn(leaver.userId)
    const late = openBrowser(app)
    const { code, state } = await authorize((await late.begin()).authorizeUrl, leaver.userId)
    await app.seed((tx) => tx.employee.update({ where: { id: leaver.id }, data: { leftAt: new Date() } }))
    expectRefusal(await readMe(accessToken), 'EMPLOYEE_LEFT')
    expectRefusal(await browser.refresh(), 'EMPLOYEE_LEFT')
    expectRefusal(await late.finish(code, state), 'EMPLOYEE_LEFT')
  })

  it.each([['https://evil.example'], [null]])('is for our own pages, not for %s', async (origin) => {
    const browser = openBrowser(app, origin)
    expectRefusal(await browser.ask('POST', `${WEB_SESSIONS}/attempts`), 'NOT_ALLOWED')
    expectRefusal(await browser.finish('code', 'state'), 'NOT_ALLOWED')
  })
})

describe('refreshing a browser’s session', () => {
  it('rotates; the one before gets the same successor for a while', async () => {
    const browser = openBrowser(app)
    const first = await browser.logIn((await addPerson(app)).userId)
    const token = browser.jar.get('waiqin-refresh')
    const next = jsonOf<WebSessionReply>(await browser.refresh())
    const successor = browser.jar.get('waiqin-refresh')
    expect(successor?.value).not.toBe(token?.value)
    expect(next.sessionExpiresAt).toBe(first.sessionExpiresAt)
    expect((await readMe(next.accessToken)).status).toBe(200)
    if (token !== undefined) browser.jar.set('waiqin-refresh', token)
    await browser.refresh()
    expect(browser.jar.get('waiqin-refresh')?.value).toBe(successor?.value)
  })

  it('ends the session when an old one comes back later', async () => {
    const person = await addPerson(app)
    const browser = openBrowser(app)
    await browser.logIn(person.userId)
    const old = browser.jar.get('waiqin-refresh')
    const { accessToken } = jsonOf<WebSessionReply>(await browser.refresh())
    await app.seed((tx) =>
      tx.refreshToken.updateMany({
        where: { replacedAt: { not: null }, session: { employeeId: person.id } },
        data: { replacedAt: new Date(Date.now() - 31_000) },
      }),
    )
    const thief = openBrowser(app)
    if (old !== undefined) thief.jar.set('waiqin-refresh', old)
    expectRefusal(await thief.refresh(), 'REFRESH_TOKEN_REUSED')
    expectRefusal(await readMe(accessToken), 'SESSION_REVOKED')
    expectRefusal(await browser.refresh(), 'SESSION_REVOKED')
  })

  it.each([['https://evil.example'], ['null'], [null]])('is refused from %s, and rotates nothing', async (origin) => {
    const browser = openBrowser(app)
    await browser.logIn((await addPerson(app)).userId)
    const stranger = openBrowser(app, origin)
    browser.jar.forEach((cookie, name) => stranger.jar.set(name, cookie))
    expectRefusal(await stranger.refresh(), 'NOT_ALLOWED')
    expect(stranger.jar).toEqual(browser.jar)
    expect((await browser.refresh()).status).toBe(200)
  })

  it('needs its cookie', async () => {
    expectRefusal(await openBrowser(app).refresh(), 'REFRESH_TOKEN_INVALID')
    const browser = openBrowser(app)
    browser.jar.set('waiqin-refresh', { value: `${randomUUID()}.${'A'.repeat(43)}`, attributes: {} })
    expectRefusal(await browser.refresh(), 'REFRESH_TOKEN_INVALID')
  })

  it('keeps phones and browsers apart', async () => {
    const phone = await bindPhone(app)
    const browser = openBrowser(app)
    browser.jar.set('waiqin-refresh', { value: phone.refreshToken, attributes: {} })
    expectRefusal(await browser.refresh(), 'REFRESH_TOKEN_INVALID')
    await browser.logIn(phone.person.userId)
    const token = browser.jar.get('waiqin-refresh')?.value ?? ''
    expectRefusal(await refresh(app, phone.key, token), 'DEVICE_SIGNATURE_INVALID')
    expect((await browser.refresh()).status).toBe(200)
    expect((await refresh(app, phone.key, phone.refreshToken)).status).toBe(200)
  })
})

it('logs out at once: the token is dead, the cookie is gone, a copy of it is worth nothing', async () => {
  const browser = openBrowser(app)
  const { accessToken } = await browser.logIn((await addPerson(app)).userId)
  const copy = openBrowser(app)
  browser.jar.forEach((cookie, name) => copy.jar.set(name, cookie))
  expectRefusal(await openBrowser(app, 'https://evil.example').logOut(accessToken), 'NOT_ALLOWED')
  expect((await readMe(accessToken)).status).toBe(200)
  expect((await browser.logOut(accessToken)).status).toBe(204)
  expect(browser.jar.size).toBe(0)
  expectRefusal(await readMe(accessToken), 'SESSION_REVOKED')
  expectRefusal(await copy.refresh(), 'SESSION_REVOKED')
})

describe('what a browser’s session may do', () => {
  it('is no phone: neither binds nor checks in, with whatever key', async () => {
    const phone = await bindPhone(app)
    const { accessToken: token } = await openBrowser(app).logIn(phone.person.userId)
    const signed = phone.signCheckIn(checkInRequest(app, phone, 'visit'))
    expectRefusal(await sendCheckIn(app, signed, token), 'DEVICE_NEEDED')
    expectRefusal(await send(app, { path: '/api/v1/context', token }), 'DEVICE_NEEDED')

    const person = await addPerson(app, { consents: [1] })
    const { accessToken } = await openBrowser(app).logIn(person.userId)
    const enrolment = await sendOk<{ seed: string; enrolmentToken: string }>(app, {
      method: 'POST',
      path: '/api/v1/devices/enrolments',
      token: accessToken,
    })
    const key = createPhoneKey(enrolment.seed)
    const { enrolmentToken } = enrolment
    const body = JSON.stringify({ enrolmentToken, publicKey: key.publicKey, facts: factsOf(person) })
    const headers = signedHeaders(key, '/api/v1/devices', body)
    const binding = { path: '/api/v1/devices', headers, token: accessToken, body }
    expectRefusal(await send(app, binding), 'DEVICE_NEEDED')
    expect(await app.database.read.device.count({ where: { employeeId: person.id } })).toBe(0)
  })

  it('counts as a fresh login for five minutes, however often it is refreshed', async () => {
    const admin = await addPerson(app, { roles: ['admin'] })
    const { id } = await addPerson(app)
    const browser = openBrowser(app)
    const { accessToken: token } = await browser.logIn(admin.userId)
    const path = `/api/v1/people/${id}/roles`
    const grant = (role: string, by: string) => send(app, { path, token: by, body: { role, scopeDepartmentId: null } })
    expect((await grant('hr', token)).status).toBeLessThan(300)
    await app.seed((tx) =>
      tx.session.updateMany({
        where: { employeeId: admin.id },
        data: { loggedInAt: new Date(Date.now() - 300_001) },
      }),
    )
    expectRefusal(await grant('auditor', token), 'FRESH_LOGIN_NEEDED')
    const { accessToken } = jsonOf<WebSessionReply>(await browser.refresh())
    expectRefusal(await grant('auditor', accessToken), 'FRESH_LOGIN_NEEDED')
  })
})

describe('signatures for JS-SDK', () => {
  const sign = (url: string, kind: string, token?: string) =>
    send(app, { path: `/api/v1/js-signatures?${new URLSearchParams({ url, kind }).toString()}`, token })

  it('are for our own pages, of both kinds', async () => {
    const { accessToken } = await openBrowser(app).logIn((await addPerson(app)).userId)
    for (const kind of ['config', 'agentConfig']) {
      const reply = jsonOf<JsSignatureReply>(await sign(`${app.url}/console?x=1#part`, kind, accessToken))
      expect(reply).toEqual({
        timestamp: expect.any(Number),
        nonceStr: expect.stringMatching(/^[0-9a-f]{24}$/),
        signature: expect.stringMatching(/^[0-9a-f]{40}$/),
      })
    }
    const others = ['https://evil.example/console', `${app.url}.evil.example/`, `${app.url.replace('http', 'https')}/`]
    for (const url of [...others, 'javascript:alert(1)', 'x']) {
      expectRefusal(await sign(url, 'config', accessToken), 'QUERY_INVALID')
    }
    expectRefusal(await sign(`${app.url}/`, 'other', accessToken), 'QUERY_INVALID')
  })

  it('need a session', async () => {
    expectRefusal(await sign(`${app.url}/console`, 'config'), 'TOKEN_MISSING')
  })
})
