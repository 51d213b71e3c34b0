import { createFakePlatform, json, refusal, settle, START_MS } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { sessionReply } from '../test/replies'
import { createServices } from './services'

const isRefresh = (url: string) => url.endsWith('/sessions/refresh')
const isLogin = (url: string) => url.endsWith('/api/v1/sessions')
const tokenOf = (headers: Readonly<Record<string, string>>) => headers['authorization']

describe('a session', () => {
  it('is renewed once for all who find it over at the same time', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(({ url, headers }) => {
      if (isRefresh(url)) return json(200, sessionReply({ accessToken: 'token-2', refreshToken: 'refresh-2' }))
      return tokenOf(headers) === 'Bearer token-2'
        ? json(200, { items: [], nextCursor: null })
        : refusal(401, 'TOKEN_EXPIRED')
    })
    const answers = await Promise.all([services.api.records(), services.api.records(), services.api.myDevices()])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(controls.sent.filter(({ url }) => isRefresh(url))).toHaveLength(1)
  })

  it('is not traded again by one who was late with the old token', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(({ url }) =>
      isRefresh(url) ? json(200, sessionReply({ accessToken: 'token-2' })) : refusal(404, 'NOT_FOUND'),
    )
    await services.session.renew('token-1')
    expect(await services.session.renew('token-1')).toMatchObject({ ok: true, value: { accessToken: 'token-2' } })
    expect(controls.sent.filter(({ url }) => isRefresh(url))).toHaveLength(1)
  })

  it('is asked for anew when it is older than its token', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(({ url }) => json(200, isRefresh(url) ? sessionReply({ accessToken: 'token-2' }) : { items: [] }))
    await controls.advance(14 * 60_000)
    await services.api.records()
    expect(controls.sent.map(({ url }) => isRefresh(url))).toEqual([true, false])
  })

  it.each(['REFRESH_TOKEN_INVALID', 'REFRESH_TOKEN_REUSED', 'DEVICE_SIGNATURE_INVALID'])(
    'begins anew by WeCom after %s',
    async (code) => {
      const { services, controls } = await createBoundPhone()
      controls.loginCodes.push('code-1')
      controls.answer(({ url, headers }) => {
        if (isRefresh(url)) return refusal(401, code)
        if (isLogin(url)) return json(200, sessionReply({ accessToken: 'token-3' }))
        return tokenOf(headers) === 'Bearer token-3' ? json(200, { items: [] }) : refusal(401, 'TOKEN_EXPIRED')
      })
      expect(await services.api.records()).toMatchObject({ ok: true })
    },
  )

  it('asks once more after a new login, and no third time', async () => {
    const { services, controls } = await createBoundPhone()
    controls.loginCodes.push('code-1', 'code-2')
    controls.answer(({ url }) => (isLogin(url) ? json(200, sessionReply()) : refusal(403, 'FRESH_LOGIN_NEEDED')))
    expect(await services.api.decide('approval-1', { decision: 'approve', subjectVersion: 1 })).toMatchObject({
      ok: false,
      problem: { kind: 'refused', code: 'FRESH_LOGIN_NEEDED' },
    })
    expect(controls.sent.filter(({ url }) => url.endsWith('/decision'))).toHaveLength(2)
  })

  it('says that this is not WeCom', async () => {
    const platform = createFakePlatform()
    expect(await createServices(platform).api.records()).toEqual({
      ok: false,
      problem: { kind: 'login', why: 'outside_wecom' },
    })
  })

  it('names its key when it logs in', async () => {
    const { services, controls } = await createBoundPhone()
    const key = await services.keys.current()
    controls.loginCodes.push('code-1')
    controls.answer(() => json(200, sessionReply()))
    await services.session.login()
    expect(JSON.parse(controls.sent[0]?.body ?? '')).toEqual({ code: 'code-1', keyThumbprint: key?.thumbprint })
  })
})

describe('answers that are not our server', () => {
  it.each([
    ['a log-in page of a hotel', 200, '<html>Welcome</html>'],
    ['a proxy', 502, '<html>Bad gateway</html>'],
    ['JSON of somebody else', 403, '{"error":"denied"}'],
  ])('%s', async (_, status, text) => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => ({ ok: true, value: { status, headers: {}, text } }))
    expect(await services.api.records()).toEqual({ ok: false, problem: { kind: 'unreachable' } })
  })
})

describe('the way in', () => {
  it('binds a first phone, and again with the same key when the answer got lost', async () => {
    const platform = createFakePlatform()
    const services = createServices(platform)
    const { controls } = platform
    const keys: string[] = []
    let isLost = true
    controls.loginCodes.push('code-1', 'code-2')
    controls.answer(({ url, body = '' }) => {
      if (isLogin(url)) return json(200, sessionReply({ device: 'none', refreshToken: null }))
      if (url.endsWith('/enrolments')) return json(200, { seed: 'B'.repeat(43), enrolmentToken: 'e', expiresAt: '' })
      keys.push((JSON.parse(body) as { publicKey: string }).publicKey)
      if (!isLost) return json(201, { device: {}, session: sessionReply() })
      isLost = false
      return { ok: false, problem: 'timeout' }
    })
    expect(await services.entry.enter()).toMatchObject({ kind: 'stopped', problem: { kind: 'unreachable' } })
    expect(await services.entry.enter()).toMatchObject({ kind: 'ready' })
    expect(keys[1]).toBe(keys[0])
    expect((await services.keys.current())?.publicKey).toBe(keys[0])
  })

  it.each([
    ['consent', { consent: { currentVersion: 3, agreedVersion: null, sufficient: false, due: true } }],
    ['other_phone', { device: 'other_bound' as const }],
    ['ready', { device: 'candidate' as const }],
  ])('leads to %s', async (kind, change) => {
    const platform = createFakePlatform()
    platform.controls.loginCodes.push('code-1')
    platform.controls.answer(() => json(200, sessionReply(change)))
    expect(await createServices(platform).entry.enter()).toMatchObject({ kind })
    expect(platform.controls.sent).toHaveLength(1)
  })

  it('asks nobody when this phone is bound', async () => {
    const { services, controls } = await createBoundPhone()
    expect(await services.entry.enter()).toMatchObject({ kind: 'ready' })
    expect(controls.sent).toEqual([])
    await settle()
    expect(START_MS).toBe(Date.parse('2026-11-18T00:52:07Z'))
  })
})
