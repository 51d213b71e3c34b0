/** The identity features on a real database, with the WeCom sandbox behind a real socket and a clock that stands still. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ErrorCode } from '#contract/error-codes'
import { createSandboxListener } from '../sandbox/wecom/sandbox-listener'
import { createWecomSandbox, type WecomSandbox } from '../sandbox/wecom/wecom-sandbox'
import { AppError } from '../src/app-error'
import { createDeviceStore } from '../src/adapters/database/device-store'
import { createIntegrationTokenStore } from '../src/adapters/database/integration-token-store'
import { createPeopleStore } from '../src/adapters/database/people-store'
import { createSessionStore } from '../src/adapters/database/session-store'
import { createSigningKeyStore } from '../src/adapters/database/signing-key-store'
import { deviceSignatures } from '../src/adapters/system/device-signature'
import { createKeyCipher } from '../src/adapters/system/key-cipher'
import { createRefreshTokens } from '../src/adapters/system/refresh-tokens'
import { generateSigningKeyPair } from '../src/adapters/system/signing-key-pair'
import { createTokenSigner } from '../src/adapters/system/token-signer'
import { createWecomApi } from '../src/adapters/wecom/wecom-api'
import { createWecomLogin } from '../src/adapters/wecom/wecom-login'
import { createBindDevice } from '../src/features/devices/bind-device.usecase'
import { createEnrol } from '../src/features/devices/enrol.usecase'
import { createRevokeDevice } from '../src/features/devices/revoke-device.usecase'
import type { SessionCaller } from '../src/features/sessions/caller.rules'
import { createAuthenticate } from '../src/features/sessions/authenticate.usecase'
import { createEndSession } from '../src/features/sessions/end-session.usecase'
import { createLogin } from '../src/features/sessions/login.usecase'
import { createOpenSession } from '../src/features/sessions/open-session.usecase'
import { createRefresh } from '../src/features/sessions/refresh.usecase'
import { ensureSigningKey } from '../src/features/sessions/signing-keys.usecase'
import { createApprovals } from '../src/wiring/approvals'
import { countingRandom, fixedClock } from './fakes'
import { NOW_MS, PEOPLE, storePeople } from './people'
import { FACTS, phoneKey, signedBy, type PhoneKey } from './phone'
import { openTestDatabase } from './test-database'

export { NOW_MS, PEOPLE } from './people'
export { FACTS, phoneKey, signedBy, type PhoneKey } from './phone'

export const CORP_ID = 'ww5a4db0c000000001'
export const AGENT_ID = 1_000_002
export const WECOM_SECRET = 'sandbox-secret-of-the-app'
export const CONSENT_GRACE_DAYS = 7

export type Identity = Awaited<ReturnType<typeof openIdentity>>

export async function openIdentity() {
  const clock = fixedClock(NOW_MS)
  const random = countingRandom()
  const { database, close: closeDatabase } = await openTestDatabase()
  const cipher = createKeyCipher(Buffer.alloc(32, 7).toString('base64'))
  const members = [...Object.values(PEOPLE), { userId: 'newcomer', name: '新人' }]
  const sandbox = createWecomSandbox({
    corpId: CORP_ID,
    apps: [{ agentId: AGENT_ID, secret: WECOM_SECRET }],
    directory: {
      read: () =>
        Promise.resolve({
          departments: [{ id: 1, name: '公司', parentId: 0, order: 0 }],
          members: members.map(({ userId, name }) => ({ userId, name, departments: [{ id: 1, isLeader: false }] })),
        }),
    },
    clock,
    random: countingRandom(1),
  })
  const server = await listen(sandbox)
  const wecomOptions = {
    baseUrl: server.baseUrl,
    corpId: CORP_ID,
    app: String(AGENT_ID),
    secret: WECOM_SECRET,
    tokens: createIntegrationTokenStore(database, { ...cipher, keyedHash: () => '' }),
    clock,
    firstWaitMs: 1,
  }
  const keys = createSigningKeyStore(database, cipher)
  await ensureSigningKey({ keys, clock, generateKeyPair: generateSigningKeyPair })
  const tokens = createTokenSigner({ keys, clock, issuer: `waiqin:${CORP_ID}` })
  const refreshTokens = createRefreshTokens(Buffer.alloc(32, 9))
  const sessions = createSessionStore(database)
  const devices = createDeviceStore(database)
  const people = createPeopleStore(database)
  const signatures = deviceSignatures
  const consentGraceDays = CONSENT_GRACE_DAYS
  const openSession = createOpenSession({ sessions, tokens, refreshTokens, random, consentGraceDays })
  const endSession = createEndSession({ sessions, random, clock })
  const { expireApproval } = createApprovals(database, { clock, random })
  const wecom = createWecomLogin(createWecomApi(wecomOptions))
  await storePeople(database)

  return {
    clock,
    random,
    database,
    sandbox,
    server,
    wecom,
    wecomOptions,
    keys,
    cipher,
    tokens,
    refreshTokens,
    sessions,
    devices,
    people,
    openSession,
    endSession,
    login: createLogin({ wecom, corpId: CORP_ID, people, devices, sessions, openSession, clock }),
    refresh: createRefresh({
      sessions,
      devices,
      tokens,
      refreshTokens,
      signatures,
      endSession,
      consentGraceDays,
      clock,
    }),
    authenticate: createAuthenticate({ sessions, tokens, consentGraceDays }),
    enrol: createEnrol({ tokens, random, clock }),
    bindDevice: createBindDevice({ devices, expireApproval, tokens, signatures, openSession, random, clock }),
    revokeDevice: createRevokeDevice({ devices, people, random, clock }),
    /** The actions of the audit lines so far, oldest first. */
    audited: async () =>
      (await database.read.auditRecord.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map((row) => row.action),
    events: async () =>
      (await database.read.outboxEvent.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map((row) => ({
        type: row.type,
        aggregateKey: row.aggregateKey,
        payload: JSON.parse(row.payloadJson) as Record<string, unknown>,
      })),
    close: async () => {
      await server.close()
      await closeDatabase()
    },
  }
}

/** What `wx.qy.login` gives this person's phone. */
export async function wecomCode(identity: Identity, userId: string, corpId = CORP_ID): Promise<string> {
  const body = JSON.stringify({ userId, corpId })
  const response = await fetch(`${identity.server.baseUrl}/login-codes`, { method: 'POST', body })
  return ((await response.json()) as { code: string }).code
}

export async function loginAs(
  identity: Identity,
  person: { readonly userId: string },
  keyThumbprint: string | null = null,
) {
  const code = await wecomCode(identity, person.userId)
  return identity.login({ code, keyThumbprint, requestId: 'request-login' })
}

/** Refreshes as a phone does; `changes` bend the signed request. */
export function refreshWith(identity: Identity, refreshToken: string, key: PhoneKey, changes: object = {}) {
  const signed = { ...signedBy(key, '/api/v1/sessions/refresh', { refreshToken }), ...changes }
  return identity.refresh({ refreshToken, signed, requestId: 'request-refresh' })
}

export function textOf(refreshToken: string | null): string {
  if (refreshToken === null) throw new Error('no refresh token')
  return refreshToken
}

/** The code that the work fails with; null when it does not. Any other failure goes on. */
export async function codeOf(work: Promise<unknown>): Promise<ErrorCode | null> {
  return (await appErrorOf(work))?.code ?? null
}

export async function appErrorOf(work: Promise<unknown>): Promise<AppError | null> {
  try {
    await work
    return null
  } catch (fault) {
    if (fault instanceof AppError) return fault
    throw fault
  }
}

/** The caller that a fresh login makes. */
export async function callerFor(identity: Identity, person: { readonly userId: string }, key?: PhoneKey) {
  const { accessToken } = await loginAs(identity, person, key?.keyThumbprint)
  return identity.authenticate(accessToken, { receivedAtMs: identity.clock.nowMs() })
}

export async function bindInputOf(identity: Identity, caller: SessionCaller, key: PhoneKey) {
  const { enrolmentToken } = await identity.enrol(caller)
  const body = { enrolmentToken, publicKey: key.publicKey, facts: FACTS }
  return { ...body, caller, signed: signedBy(key, '/api/v1/devices', body), requestId: 'request-bind' }
}

/** Everything from login to a bound phone. */
export async function bindPhone(identity: Identity, person: { readonly userId: string }, key = phoneKey()) {
  const input = await bindInputOf(identity, await callerFor(identity, person), key)
  return { ...(await identity.bindDevice(input)), key, input }
}

async function listen(sandbox: WecomSandbox) {
  const paths: string[] = []
  const answer = createSandboxListener(sandbox)
  const server = createServer((request, response) => {
    paths.push((request.url ?? '').split('?')[0] ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Paths asked for so far. */
    paths,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
