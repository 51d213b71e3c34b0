import { startEdgeApp, type EdgeApp } from '../../../test/edge-app'
import { cookiesOf } from '../../../test/web-browser'
import type { PresentableSession } from '../sessions/session-reply.rules'
import { webSessionRoutes } from './web-session.route'

const OWN = 'https://waiqin.example.com'
const NOW_MS = Date.UTC(2026, 10, 18, 0, 52, 9, 120)
const OPENED: PresentableSession = {
  accessToken: 'access',
  accessTokenExpiresAtMs: NOW_MS + 900_000,
  refreshToken: 'session.secret',
  refreshTokenExpiresAtMs: NOW_MS + 3_600_000,
  employee: { id: 'e', userId: 'u', name: '张敏', department: null, leftAtMs: null },
  roles: [{ role: 'staff', scopeDepartmentId: null }],
  device: 'none',
  consent: { currentVersion: 1, agreedVersion: null, sufficient: false, due: true },
}

let app: EdgeApp
const seen: unknown[] = []
beforeAll(async () => {
  const open = (input: unknown) => {
    seen.push(input)
    return Promise.resolve(OPENED)
  }
  app = await startEdgeApp(
    webSessionRoutes({
      beginLogIn: () => ({ state: 'S', secret: 'secret', authorizeUrl: 'https://open.weixin.qq.com/x', scan: {} }),
      logIn: open,
      refresh: open,
      endSession: () => Promise.resolve(),
      ownOrigin: () => OWN,
      secureCookies: true,
      loginStateSeconds: 600,
    }),
  )
})
afterAll(() => app.close())

const ask = (path: string, { method = 'POST', body = '', headers = {} } = {}) =>
  fetch(`${app.url}/api/v1/web-sessions${path}`, {
    method,
    headers: { origin: OWN, ...(body === '' ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === '' ? {} : { body }),
  })

describe('cookies over HTTPS', () => {
  it('are for HTTPS alone, and the state’s is of this very host', async () => {
    const begun = cookiesOf(await ask('/attempts'))
    expect(begun.get('__Host-waiqin-login')).toMatchObject({
      value: 'secret',
      attributes: { path: '/', samesite: 'lax', secure: true, httponly: true },
    })
    const body = JSON.stringify({ code: 'c', state: 'S' })
    const headers = { cookie: 'a=b; __Host-waiqin-login=secret; waiqin-login=planted' }
    const finished = cookiesOf(await ask('', { body, headers }))
    expect(seen.at(-1)).toMatchObject({ code: 'c', state: 'S', secret: 'secret' })
    expect(finished.get('__Host-waiqin-login')?.value).toBe('')
    expect(finished.get('__Host-waiqin-refresh')).toMatchObject({
      value: 'session.secret',
      attributes: { path: '/', samesite: 'strict', secure: true, httponly: true },
    })
  })

  it('carry the successor after a refresh', async () => {
    const refreshed = await ask('/refresh', { headers: { cookie: '__Host-waiqin-refresh=old' } })
    expect(seen.at(-1)).toMatchObject({ refreshToken: 'old' })
    expect(await refreshed.text()).not.toContain('session.secret')
    expect(cookiesOf(refreshed).get('__Host-waiqin-refresh')?.value).toBe('session.secret')
  })

  it('that are too long are none', async () => {
    const { status } = await ask('/refresh', { headers: { cookie: `__Host-waiqin-refresh=${'x'.repeat(600)}` } })
    expect(status).toBe(401)
  })
})

it.each(['http://waiqin.example.com', 'https://waiqin.example.com:8443', 'https://waiqin.example.com.evil.example'])(
  'refuses pages of %s',
  async (origin) => {
    const before = seen.length
    expect((await ask('/refresh', { headers: { origin, cookie: '__Host-waiqin-refresh=old' } })).status).toBe(403)
    expect((await ask('/current', { method: 'DELETE', headers: { origin, authorization: 'Bearer web' } })).status).toBe(
      403,
    )
    expect(seen).toHaveLength(before)
  },
)

it('refuses a browser what only phones sign', async () => {
  const { sampleRoutes } = await import('../../../test/edge-app')
  const sample = await startEdgeApp(sampleRoutes())
  const headers = { authorization: 'Bearer web' }
  const answer = await fetch(`${sample.url}/api/v1/signed`, { method: 'POST', headers })
  expect(((await answer.json()) as { code: string }).code).toBe('DEVICE_NEEDED')
  await sample.close()
})
