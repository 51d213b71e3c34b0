/** The real wired web process, in this process, on a fresh database: what the flow tests talk to over HTTP. */
import { createHash, randomUUID } from 'node:crypto'
import type { CheckInReply, CheckInRequest, DeviceFacts } from '#contract/api'
import { ERRORS, type ErrorCode, type ErrorEnvelope } from '#contract/error-codes'
import { NO_CHALLENGE, SIGNATURE_HEADERS, signingBytes } from '#contract/signing'
import type { SlotKind, WorkDay } from '#contract/work-day'
import { seedCompany, seedConsentNotice, seedEmployee, seedRule, type EmployeeSeed } from '../../prisma/seed/builders'
import { createPhone, type Phone, type SignedCheckIn } from '../demo/api-client'
import { createPhoneKey, type PhoneKey } from '../demo/phone-key'
import type { Transaction } from '../src/adapters/database/database'
import { migrate } from '../src/adapters/database/migrate'
import { loadConfig } from '../src/config'
import { localDate } from '../src/features/shifts/zone-time.rules'
import type { Clock } from '../src/ports/system'
import { openPlatform, startWeb, SYSTEM_SOURCES } from '../src/wiring'
import { makeTempFolder } from './temp-folder'
import { makeTestDatabase } from './test-database'

const ZONE = 'Asia/Shanghai'
const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 1_440
const CHECK_INS = '/api/v1/check-ins'

export type App = Awaited<ReturnType<typeof startApp>>

export interface AppOptions {
  readonly environment?: Readonly<Record<string, string>>
  /** Seeds beside company, notice and what the test adds later. */
  readonly seed?: (tx: Transaction) => Promise<void>
  /** The server's clock, for stories that take hours; the system's own by default. */
  readonly clock?: Clock
}

/** Starts the app with a company, a privacy notice, and free hours whose day turns twelve hours from now. */
export async function startApp({ environment = {}, seed, clock = SYSTEM_SOURCES.clock }: AppOptions = {}) {
  const folder = makeTempFolder()
  const made = await makeTestDatabase()
  const config = loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: folder.path,
    DATABASE_URL: made.url,
    PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_SESSION: '100000',
    RATE_LIMIT_PER_ADDRESS: '100000',
    ...environment,
  })
  await migrate(config.database.url)
  const sources = { ...SYSTEM_SOURCES, clock }
  const platform = await openPlatform(config, sources)
  const { database } = platform
  const dayBoundaryMinutes = minutesTwelveHoursFrom(clock.nowMs())
  await database.write(async (tx) => {
    await seedCompany(tx, { corpId: config.wecom.corpId, zone: ZONE, dayBoundaryMinutes })
    await seedConsentNotice(tx)
    await seed?.(tx)
  })
  const server = await startWeb(config, sources)
  return {
    url: server.url,
    config,
    platform,
    database,
    seed: <Result>(work: (tx: Transaction) => Promise<Result>) => database.write(work),
    /** Of free hours. */
    workDay: localDate(clock.nowMs() - dayBoundaryMinutes * MINUTE_MS, ZONE),
    attempts: () => database.read.attempt.count(),
    /** Actions and details of the audit lines of one request. */
    auditOf: async (requestId: string) => {
      const rows = await database.read.auditRecord.findMany({ where: { requestId }, include: { detail: true } })
      return rows.map(({ action, actorKind, actorId, detail }) => ({
        action,
        actor: `${actorKind}:${actorId}`,
        detail: JSON.parse(detail?.detailJson ?? '{}') as Record<string, unknown>,
      }))
    },
    close: async () => {
      await server.close()
      await platform.close()
      await made.remove()
      folder.remove()
    },
  }
}

/** The day boundary farthest from now, so that no test runs over one. */
function minutesTwelveHoursFrom(nowMs: number): number {
  const [hours = 0, minutes = 0] = new Date(nowMs)
    .toLocaleTimeString('en-GB', { timeZone: ZONE, hour12: false })
    .split(':')
    .map(Number)
  return (hours * 60 + minutes + MINUTES_PER_DAY / 2) % MINUTES_PER_DAY
}

/** Free hours for the whole company, or for the people named, at these sites. */
export function seedFreeHours(
  tx: Transaction,
  sites: readonly string[],
  options: Pick<NonNullable<Parameters<typeof seedRule>[1]>, 'policy' | 'name'> & {
    readonly people?: readonly string[]
  } = {},
): Promise<string> {
  const { people, ...rule } = options
  return seedRule(tx, {
    ...rule,
    scheduleKind: 'free',
    sites,
    ...(people === undefined ? {} : { assignTo: people.map((id) => ({ kind: 'employee' as const, id })) }),
  })
}

export interface Person {
  readonly id: string
  readonly userId: string
}

export function addPerson(app: App, seed: EmployeeSeed = {}): Promise<Person> {
  return app.seed((tx) => seedEmployee(tx, seed))
}

/** A model of its own for each person: phones of one model on one address are a sign of a shared handset. */
export function factsOf({ userId }: Pick<Person, 'userId'>): DeviceFacts {
  return { brand: 'HUAWEI', model: `Mate ${userId}`, platform: 'android', system: 'Android 14' }
}

export interface PhoneInUse extends Phone {
  readonly person: Person
  readonly key: PhoneKey
  /** Of the session in use. */
  readonly accessToken: string
  readonly refreshToken: string
}

/** A person's phone; with a key that another one made, or none. */
export function phoneOf(app: App, person: Person, key: PhoneKey | null = null): Phone {
  return createPhone({
    baseUrl: app.url,
    userId: person.userId,
    facts: factsOf(person),
    nowMs: () => Date.now(),
    key,
  })
}

/** Login, notice, consent, enrolment, binding and a first context. */
export async function bindPhone(app: App, seed: EmployeeSeed | Person = {}): Promise<PhoneInUse> {
  const person = 'id' in seed && 'userId' in seed ? (seed as Person) : await addPerson(app, seed)
  const phone = phoneOf(app, person)
  await phone.login(await phone.loginCode())
  await phone.agree((await phone.notice()).version)
  const enrolment = await phone.enrol()
  const key = createPhoneKey(enrolment.seed)
  const { session } = await phone.bind(key, enrolment.enrolmentToken)
  await phone.context()
  const { accessToken, refreshToken } = session
  return { ...phone, person, key, accessToken, refreshToken: refreshToken ?? '' }
}

/** The access token of a login without a phone's key, as the console has it. */
export async function loginToken(app: App, person: Person): Promise<string> {
  const phone = phoneOf(app, person)
  return (await phone.login(await phone.loginCode())).accessToken
}

/** A check-in without any evidence; `changes` bring it. */
export function checkInRequest(
  app: App,
  phone: Pick<Phone, 'facts'>,
  kind: SlotKind,
  changes: Partial<CheckInRequest> = {},
): CheckInRequest {
  return {
    requestId: randomUUID(),
    slot: slotOf(app.workDay, kind),
    networkType: '5g',
    photos: [],
    device: phone.facts,
    clientVersion: 'flow-1',
    ...changes,
  }
}

export function slotOf(workDay: WorkDay, kind: SlotKind) {
  return { workDay, kind, span: kind === 'visit' ? 0 : 1 }
}

export function photoClaim() {
  const picture = randomUUID()
  const sha256 = createHash('sha256').update(picture).digest('hex')
  return { sha256, byteLength: picture.length, takenAtMs: Date.now() }
}

/** Signs and sends. */
export async function checkIn(
  app: App,
  phone: Phone,
  kind: SlotKind,
  changes: Partial<CheckInRequest> = {},
): Promise<CheckInReply> {
  return (await phone.submit(phone.signCheckIn(checkInRequest(app, phone, kind, changes)))).reply
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

export interface Sending {
  readonly method?: string
  readonly path: string
  readonly token?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** Objects are sent as JSON; texts and bytes as they are. */
  readonly body?: unknown
}

/** Any request, whatever becomes of it. */
export async function send(app: App, { method, path, token, headers, body }: Sending): Promise<Answered> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const response = await fetch(app.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** The answer's JSON, which has to be a success. */
export async function sendOk<Reply>(app: App, sending: Sending): Promise<Reply> {
  const { status, text } = await send(app, sending)
  if (status >= 300) throw new Error(`${sending.path} answered ${status}: ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Reply
}

/** The envelope, which has to be complete and the one of this code. */
export function expectRefusal({ status, text, headers }: Answered, code: ErrorCode): ErrorEnvelope {
  const envelope = JSON.parse(text) as ErrorEnvelope
  expect({ status, code: envelope.code }).toEqual({ status: ERRORS[code].status, code })
  expect(envelope).toEqual({
    code,
    ...ERRORS[code].zh,
    requestId: headers.get('x-request-id'),
    details: expect.any(Array),
  })
  expect(envelope.hint).not.toBe('')
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  return envelope
}

/** The headers of a signed POST, for bytes that no honest client would make. */
export function signedHeaders(
  key: PhoneKey,
  path: string,
  body: string | Uint8Array,
  {
    challenge = NO_CHALLENGE,
    position = 0,
    timestampMs = Date.now(),
  }: { readonly challenge?: string; readonly position?: number; readonly timestampMs?: number } = {},
): Record<string, string> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const signed = signingBytes({ method: 'POST', path, timestampMs, challenge, position, body: bytes })
  return {
    [SIGNATURE_HEADERS.key]: key.thumbprint,
    [SIGNATURE_HEADERS.timestamp]: String(timestampMs),
    [SIGNATURE_HEADERS.challenge]: challenge,
    [SIGNATURE_HEADERS.position]: String(position),
    [SIGNATURE_HEADERS.signature]: key.sign(signed),
  }
}

/** Sends a signed check-in with whatever token and body; the body need not be the one that was signed. */
export function sendCheckIn(
  app: App,
  signed: SignedCheckIn | { readonly body: string | Uint8Array; readonly headers: Readonly<Record<string, string>> },
  token: string | undefined,
): Promise<Answered> {
  return send(app, { method: 'POST', path: CHECK_INS, token, headers: signed.headers, body: signed.body })
}

export function refresh(app: App, key: PhoneKey, refreshToken: string): Promise<Answered> {
  const path = '/api/v1/sessions/refresh'
  const body = JSON.stringify({ refreshToken })
  return send(app, { path, headers: signedHeaders(key, path, body), body })
}
