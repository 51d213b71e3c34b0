import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { CheckInRequest } from '#contract/api'
import type { Policy } from '#contract/policy'
import { SIGNATURE_HEADERS, signingBytes } from '#contract/signing'
import type { SlotName, WorkDay } from '#contract/work-day'
import { seedAssignment, seedCompany, seedConsentNotice, seedRule, seedSite } from '../../prisma/seed/builders'
import { localDate } from '../src/features/shifts/zone-time.rules'
import type { Platform } from '../src/wiring'

const ZONE = 'Asia/Shanghai'
/** Free hours run from 04:00 to 04:00: before that it is still the day before. */
const DAY_BOUNDARY_MS = 4 * 3_600_000
const CENTRE = { latitude: 31.2041, longitude: 121.5907 }
const PATH = '/api/v1/check-ins'

/** One phone of the fleet: bound, consenting, logged in. */
export interface FleetPhone {
  readonly employeeId: string
  readonly accessToken: string
  readonly keyThumbprint: string
  readonly privateKey: KeyObject
  readonly model: string
  readonly challengeIds: readonly string[]
}

export interface Fleet {
  readonly phones: readonly FleetPhone[]
  /** Customers' sites, all at one place: a visit may name any of them. */
  readonly siteIds: readonly string[]
  readonly workDay: WorkDay
}

export interface FleetSize {
  readonly phones: number
  readonly sites: number
  readonly challengesPerPhone: number
  readonly policy?: Partial<Policy>
}

/** People with free hours and bound phones in a fresh database, made in bulk. The company has to have no data yet. */
export async function seedFleet(platform: Platform, size: FleetSize): Promise<Fleet> {
  const { database, clock, random, tokens } = platform
  const nowMs = clock.nowMs()
  const siteIds = await database.write(async (tx) => {
    await seedCompany(tx, { corpId: platform.config.wecom.corpId })
    await seedConsentNotice(tx)
    const ids: string[] = []
    for (let count = 0; count < size.sites; count++) ids.push(await seedSite(tx, { kind: 'customer' }))
    const ruleId = await seedRule(tx, {
      scheduleKind: 'free',
      sites: ids.slice(0, 1),
      assignTo: [],
      policy: size.policy ?? {},
    })
    await seedAssignment(tx, ruleId, { kind: 'company' })
    return ids
  })
  const phones: FleetPhone[] = []
  const rows: FleetRow[] = []
  for (let count = 0; count < size.phones; count++) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    const [employeeId, sessionId] = [random.id(), random.id()]
    const keyThumbprint = createHash('sha256').update(raw).digest('hex')
    const accessToken = await tokens.sign({
      kind: 'access',
      employeeId,
      sessionId,
      keyThumbprint,
      issuedAtMs: nowMs,
      expiresAtMs: nowMs + 86_400_000,
    })
    const challengeIds = Array.from({ length: size.challengesPerPhone }, () => random.id())
    const model = `Phone ${count}`
    phones.push({ employeeId, accessToken, keyThumbprint, privateKey, model, challengeIds })
    rows.push({ employeeId, sessionId, keyThumbprint, model, challengeIds, publicKey: raw.toString('base64url') })
  }
  const at = new Date(nowMs)
  await database.write(async (tx) => {
    await tx.employee.createMany({
      data: rows.map(({ employeeId, model }) => ({
        id: employeeId,
        userId: employeeId,
        userIdKey: employeeId,
        name: model,
        createdAt: at,
      })),
    })
    await tx.consent.createMany({
      data: rows.map(({ employeeId }) => ({ id: random.id(), employeeId, version: 1, givenAt: at })),
    })
    await tx.device.createMany({
      data: rows.map(({ employeeId, keyThumbprint, publicKey, model }) => ({
        id: random.id(),
        employeeId,
        keyThumbprint,
        publicKey,
        ...factsOf(model),
        state: 'active',
        createdAt: at,
        boundAt: at,
      })),
    })
    await tx.session.createMany({
      data: rows.map(({ sessionId, employeeId, keyThumbprint }) => ({
        id: sessionId,
        employeeId,
        keyThumbprint,
        loggedInAt: at,
        expiresAt: new Date(nowMs + 86_400_000),
      })),
    })
    await tx.challenge.createMany({
      data: rows.flatMap(({ employeeId, keyThumbprint, challengeIds }) =>
        challengeIds.map((id) => ({ id, keyThumbprint, employeeId, issuedAt: at, clockOffsetMs: 0 })),
      ),
    })
  })
  return { phones, siteIds, workDay: localDate(nowMs - DAY_BOUNDARY_MS, ZONE) }
}

interface FleetRow {
  readonly employeeId: string
  readonly sessionId: string
  readonly keyThumbprint: string
  readonly model: string
  readonly challengeIds: readonly string[]
  /** base64url */
  readonly publicKey: string
}

export interface SigningInput {
  readonly phone: FleetPhone
  readonly slot: SlotName
  readonly siteId?: string
  readonly requestId: string
  readonly challengeId: string
  readonly position: number
  readonly nowMs: number
  /** Makes each fix a different one, within some metres of the sites' centre. */
  readonly jitter: number
  /** A kilometre away from the sites. */
  readonly isOutside?: boolean
}

export interface PreparedRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A check-in as the phone would send it: signed over its exact bytes. */
export function signCheckIn(input: SigningInput): PreparedRequest {
  const { phone, siteId, challengeId, position, nowMs } = input
  const request: CheckInRequest = {
    requestId: input.requestId,
    slot: input.slot,
    ...(siteId === undefined ? {} : { siteId }),
    fix: {
      latitude: CENTRE.latitude + (input.isOutside === true ? 0.01 : 0) + ((input.jitter % 997) - 498) * 1e-7,
      longitude: CENTRE.longitude + ((input.jitter % 991) - 495) * 1e-7,
      system: 'gcj02',
      accuracyMetres: 8 + (input.jitter % 17),
      sameFixForMs: 0,
      askedMsAgo: 900,
    },
    networkType: '5g',
    photos: [],
    device: factsOf(phone.model),
    clientVersion: 'fleet-1',
  }
  const body = JSON.stringify(request)
  const bytes = signingBytes({
    method: 'POST',
    path: PATH,
    timestampMs: nowMs,
    challenge: challengeId,
    position,
    body: Buffer.from(body),
  })
  return {
    body,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${phone.accessToken}`,
      [SIGNATURE_HEADERS.key]: phone.keyThumbprint,
      [SIGNATURE_HEADERS.timestamp]: String(nowMs),
      [SIGNATURE_HEADERS.challenge]: challengeId,
      [SIGNATURE_HEADERS.position]: String(position),
      [SIGNATURE_HEADERS.sentAt]: String(nowMs),
      [SIGNATURE_HEADERS.signature]: sign(null, bytes, phone.privateKey).toString('base64url'),
    },
  }
}

function factsOf(model: string) {
  return { brand: 'Fleet', model, platform: 'android', system: 'Android 15' }
}
