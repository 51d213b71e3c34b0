import { AGENT_ID, codeOf, CORP_ID, openIdentity, PEOPLE, type Identity } from '../../../test/identity'
import { createLoginStates } from '../../adapters/system/login-states'
import { createWebLogin } from '../../adapters/wecom/web-login'
import { createWecomApi } from '../../adapters/wecom/wecom-api'
import { createLogin } from '../sessions/login.usecase'
import { asLogInCodes, createWebLogIn } from './web-log-in.usecase'

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())

async function logIn(userId: string) {
  const { clock, random, sandbox, wecomOptions, openSession } = identity
  const states = createLoginStates(random)
  const api = createWecomApi(wecomOptions)
  const webLogin = createWebLogin({
    api,
    corpId: CORP_ID,
    agentId: AGENT_ID,
    authorizeBaseUrl: () => 'https://x.example',
  })
  const wecom = asLogInCodes(webLogin, CORP_ID)
  const web = createLogin({
    ...identity,
    wecom,
    corpId: CORP_ID,
    openSession: (input) => openSession({ ...input, web: true }),
  })
  const { state, secret } = states.issue(clock.nowMs())
  const code = sandbox.loginCode(userId, 'web')
  return createWebLogIn({ states, logIn: web, clock })({ code, state, secret, requestId: 'r' })
}

it.each([
  ['newcomer', 'EMPLOYEE_UNKNOWN'],
  [PEOPLE.zhou.userId, 'EMPLOYEE_LEFT'],
  ['visitor-of-the-page', 'WRONG_COMPANY'],
] as const)('refuses %s with %s, and leaves an audit line', async (userId, code) => {
  expect(await codeOf(logIn(userId))).toBe(code)
  expect(await identity.audited()).toEqual(['session_key.added', 'session.refused'])
})

it('opens a session for twelve hours that is no phone’s, and says so in the trail', async () => {
  const opened = await logIn(PEOPLE.wang.userId)
  expect(opened.refreshTokenExpiresAtMs).toBe(identity.clock.nowMs() + 12 * 3_600_000)
  const caller = await identity.authenticate(opened.accessToken, { receivedAtMs: identity.clock.nowMs() })
  expect(caller).toMatchObject({ sessionKind: 'web', keyThumbprint: null, device: 'none' })
  expect(await identity.events()).toMatchObject([{ type: 'session.opened', payload: { bound: false, web: true } }])
})
