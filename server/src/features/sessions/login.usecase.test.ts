import {
  CORP_ID,
  NOW_MS,
  PEOPLE,
  bindPhone,
  codeOf,
  loginAs,
  openIdentity,
  phoneKey,
  wecomCode,
  type Identity,
} from '../../../test/identity'

const MINUTE_MS = 60_000

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())

describe('login', () => {
  it('opens a short session without refresh token for a phone without a key', async () => {
    const opened = await loginAs(identity, PEOPLE.zhang)
    expect(opened).toMatchObject({
      refreshToken: null,
      refreshTokenExpiresAtMs: null,
      accessTokenExpiresAtMs: NOW_MS + 15 * MINUTE_MS,
      employee: { id: PEOPLE.zhang.id, userId: 'ZhangMin', name: '张敏', department: '华南组' },
      roles: [{ role: 'staff', scopeDepartmentId: null }],
      device: 'none',
      consent: { currentVersion: 1, agreedVersion: null, sufficient: false, due: true },
    })
    expect(await identity.audited()).toEqual(['session_key.added', 'session.opened'])
    expect((await identity.events()).map((event) => event.type)).toEqual(['session.opened'])
  })

  it('knows a userid in any case', async () => {
    expect((await loginAs(identity, { userId: 'LITING' })).employee.userId).toBe('liting')
    expect((await loginAs(identity, { userId: 'zhangmin' })).employee.userId).toBe('ZhangMin')
  })

  it('binds the session to the bound key, and to no key of another person', async () => {
    const { key } = await bindPhone(identity, PEOPLE.zhang)
    const own = await loginAs(identity, PEOPLE.zhang, key.keyThumbprint)
    expect([own.device, typeof own.refreshToken]).toEqual(['bound', 'string'])
    const other = await loginAs(identity, PEOPLE.wang, key.keyThumbprint)
    expect([other.device, other.refreshToken]).toEqual(['none', null])
    const unknown = await loginAs(identity, PEOPLE.zhang, phoneKey().keyThumbprint)
    expect([unknown.device, unknown.refreshToken]).toEqual(['other_bound', null])
  })

  it.each([
    ['a stranger of our company', 'newcomer', CORP_ID, 'EMPLOYEE_UNKNOWN'],
    ['a leaver', PEOPLE.zhou.userId, CORP_ID, 'EMPLOYEE_LEFT'],
    ['the same userid in another company', PEOPLE.zhang.userId, 'ww0000000000000099', 'WRONG_COMPANY'],
  ])('refuses %s and says so in the audit', async (_who, userId, corpId, code) => {
    const login = identity.login({
      code: await wecomCode(identity, userId, corpId),
      keyThumbprint: null,
      requestId: 'r',
    })
    expect(await codeOf(login)).toBe(code)
    expect(await identity.audited()).toEqual(['session_key.added', 'session.refused'])
    expect(await identity.database.read.session.count()).toBe(0)
  })

  it('takes a code once', async () => {
    const input = { code: await wecomCode(identity, PEOPLE.zhang.userId), keyThumbprint: null, requestId: 'r' }
    await identity.login(input)
    expect(await codeOf(identity.login(input))).toBe('LOGIN_CODE_INVALID')
  })
})
