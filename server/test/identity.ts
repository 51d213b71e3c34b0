/** The identity features on a real database, with the WeCom sandbox behind a real socket and a clock that stands still. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signingBytes, NO_CHALLENGE } from '#contract/signing'
import { createSandboxListener } from '../sandbox/wecom/sandbox-listener'
import { createWecomSandbox, type WecomSandbox } from '../sandbox/wecom/wecom-sandbox'
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
import { createAuthenticate } from '../src/features/sessions/authenticate.usecase'
import { createEndSession } from '../src/features/sessions/end-session.usecase'
import { createLogin } from '../src/features/sessions/login.usecase'
import { createOpenSession } from '../src/features/sessions/open-session.usecase'
import { createRefresh } from '../src/features/sessions/refresh.usecase'
import { ensureSigningKey } from '../src/features/sessions/signing-keys.usecase'
import { countingRandom, fixedClock } from './fakes'
import { openTestDatabase } from './test-database'

/** 2026-11-18 08:52:09 in Shanghai. */
export const NOW_MS = Date.UTC(2026, 10, 18, 0, 52, 9)
export const CORP_ID = 'ww5a4db0c000000001'
export const AGENT_ID = 1_000_002
export const WECOM_SECRET = 'sandbox-secret-of-the-app'
export const CONSENT_GRACE_DAYS = 7

/** In the database with these ids; `zhou` has left. HR's scope is `sales`. */
export const PEOPLE = {
  zhang: { id: '0190a000-0000-7000-8000-000000000001', userId: 'ZhangMin', name: '张敏', departmentId: 'south' },
  wang: { id: '0190a000-0000-7000-8000-000000000002', userId: 'wangjianguo', name: '王建国', departmentId: 'sales' },
  li: { id: '0190a000-0000-7000-8000-000000000003', userId: 'liting', name: '李婷', departmentId: 'office' },
  chen: { id: '0190a000-0000-7000-8000-000000000004', userId: 'chenlei', name: '陈磊', departmentId: 'office' },
  zhou: { id: '0190a000-0000-7000-8000-000000000005', userId: 'zhouqi', name: '周琪', departmentId: 'south' },
} as const

export type Identity = Awaited<ReturnType<typeof openIdentity>>

export async function openIdentity() {
  const clock = fixedClock(NOW_MS)
  const random = countingRandom()
  const { database, close: closeDatabase } = await openTestDatabase()
  const cipher = createKeyCipher(Buffer.alloc(32, 7).toString('base64'))
  const members = new Set<string>(Object.values(PEOPLE).map((person) => person.userId))
  const sandbox = createWecomSandbox({
    corpId: CORP_ID,
    agentId: AGENT_ID,
    secret: WECOM_SECRET,
    hasMember: (userId) => Promise.resolve(members.has(userId) || userId === 'newcomer'),
    clock,
    random: countingRandom(1),
  })
  const server = await listen(sandbox)
  const wecomOptions = {
    baseUrl: server.baseUrl,
    corpId: CORP_ID,
    agentId: AGENT_ID,
    secret: WECOM_SECRET,
    tokens: createIntegrationTokenStore(database, { ...cipher, keyedHash: () => '' }),
    clock,
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
    bindDevice: createBindDevice({ devices, tokens, signatures, openSession, random, clock }),
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

export interface PhoneKey {
  readonly privateKey: KeyObject
  readonly publicKey: string
  readonly keyThumbprint: string
}

export function phoneKey(): PhoneKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const x = publicKey.export({ format: 'jwk' }).x as string
  const keyThumbprint = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex')
  return { privateKey, publicKey: x, keyThumbprint }
}

/** A POST signed as a phone signs it. */
export function signedBy(key: PhoneKey, path: string, body: unknown) {
  const bytes = Buffer.from(JSON.stringify(body), 'utf8')
  const head = { method: 'POST', path, timestampMs: NOW_MS, challenge: NO_CHALLENGE, position: 0 }
  return {
    method: 'POST',
    path,
    keyThumbprint: key.keyThumbprint,
    timestampMs: NOW_MS,
    challengeId: NO_CHALLENGE,
    challengePosition: 0,
    signature: new Uint8Array(sign(null, signingBytes({ ...head, body: bytes }), key.privateKey)),
    body: new Uint8Array(bytes),
  }
}

export const FACTS = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 14' }

/** Everything from login to a bound phone. */
export async function bindPhone(identity: Identity, person: { readonly userId: string }, key = phoneKey()) {
  const { accessToken } = await loginAs(identity, person)
  const caller = await identity.authenticate(accessToken, { receivedAtMs: identity.clock.nowMs() })
  const { enrolmentToken } = await identity.enrol(caller)
  const body = { enrolmentToken, publicKey: key.publicKey, facts: FACTS }
  const signed = signedBy(key, '/api/v1/devices', body)
  const bound = await identity.bindDevice({ ...body, caller, signed, requestId: 'request-bind' })
  return { ...bound, key, caller, body, signed }
}

async function storePeople(database: Awaited<ReturnType<typeof openTestDatabase>>['database']): Promise<void> {
  const createdAt = new Date(Date.UTC(2026, 9, 1))
  await database.write(async (tx) => {
    await tx.department.create({ data: { id: 'sales', name: '销售部' } })
    await tx.department.create({ data: { id: 'south', name: '华南组', parentId: 'sales' } })
    await tx.department.create({ data: { id: 'office', name: '人事行政部' } })
    for (const person of Object.values(PEOPLE)) {
      const leftAt = person.userId === 'zhouqi' ? new Date(NOW_MS) : null
      await tx.employee.create({ data: { ...person, userIdKey: person.userId.toLowerCase(), createdAt, leftAt } })
    }
    await tx.departmentLeader.create({ data: { departmentId: 'sales', employeeId: PEOPLE.wang.id } })
    await tx.employeeLeader.create({ data: { employeeId: PEOPLE.zhang.id, leaderId: PEOPLE.wang.id } })
    const grant = { grantedBy: 'operator', grantedAt: createdAt }
    const [hr, admin] = ['0190b000-0000-7000-8000-000000000001', '0190b000-0000-7000-8000-000000000002'] as const
    await tx.roleGrant.create({
      data: { id: hr, employeeId: PEOPLE.li.id, role: 'hr', scopeDepartmentId: 'sales', ...grant },
    })
    await tx.roleGrant.create({
      data: { id: admin, employeeId: PEOPLE.chen.id, role: 'admin', scopeDepartmentId: null, ...grant },
    })
    await tx.consentNotice.create({
      data: { version: 1, publishedAt: createdAt, title: '隐私告知', text: '只在签到时取位置。' },
    })
  })
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
