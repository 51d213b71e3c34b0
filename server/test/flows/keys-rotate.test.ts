/** Rotation beside two web processes that take check-ins: one that still encrypts with the old key, one with the new. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { CheckInReply } from '#contract/api'
import { POSITIONS_PER_CHALLENGE } from '#contract/signing'
import { createFieldCipher } from '../../src/adapters/system/field-cipher'
import { loadConfig } from '../../src/config'
import { startWeb } from '../../src/wiring'
import { signCheckIn } from '../fleet'
import { prepareFleetApp, type FleetApp } from '../fleet-app'
import { startScript, type Child } from '../start-child'
import { startWebProcess, type WebProcess } from '../start-web'
import { until } from '../until'

const COMMAND = fileURLToPath(new URL('../../src/features/encryption/rotate-keys.command.ts', import.meta.url))
const PHONES = 60
const SITES = 8
const LANES = 4
const CHALLENGES = 8
/** So many that a rotation is still at it when it is told to end: it takes 50 at a time and pauses after each. */
const EARLIER = 5_000
const FIELD = 'Attempt.placeEncrypted'

const [oldKey, newKey, hashKey] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const OLD_FIRST = `old:${oldKey.toString('base64')},new:${newKey.toString('base64')}`
const NEW_FIRST = `new:${newKey.toString('base64')},old:${oldKey.toString('base64')}`
const oldCipher = createFieldCipher({ keys: [{ id: 'old', key: oldKey }], currentKeyId: 'old', hashKey })
const newCipher = createFieldCipher({ keys: [{ id: 'new', key: newKey }], currentKeyId: 'new', hashKey })

let app: FleetApp
let oldWeb: WebProcess
let newWeb: Awaited<ReturnType<typeof startWeb>>

beforeAll(async () => {
  const keys = { FIELD_KEYS: OLD_FIRST, FIELD_HASH_KEY: hashKey.toString('base64') }
  // One more person, who has the attempts of earlier.
  app = await prepareFleetApp({ phones: PHONES + 1, sites: SITES, challengesPerPhone: CHALLENGES }, keys)
  // The new one is this process.
  newWeb = await startWeb(loadConfig({ ...app.environment, FIELD_KEYS: NEW_FIRST }))
  oldWeb = await startWebProcess(app.environment)
}, 120_000)

afterAll(async () => {
  await Promise.all([oldWeb.stop(), newWeb.close()])
  await app.close()
})

const attemptsOfEarlier = () => ({ employeeId: app.fleet.phones[PHONES]!.employeeId })

/** Attempts of another day under the old key. */
async function storeEarlier(from: number, count: number): Promise<void> {
  const at = new Date(Date.UTC(2026, 0, 5))
  const rows = Array.from({ length: count }, (_, index) => {
    const id = `0190a000-0000-7000-8000-${String(from + index).padStart(12, '0')}`
    return {
      ...{ id, ...attemptsOfEarlier(), workDay: at, slotKind: 'visit', slotSpan: 0, slotKey: 'visit-0', zone: 'UTC' },
      ...{ keyThumbprint: 'k', bodyHash: 'b', sessionId: 's', phoneTime: at, capturedAt: at, receivedAt: at },
      ...{ deferred: false, networkType: '5g', deviceJson: '{}', clientVersion: '1', replyJson: '{}' },
      ...{ outcome: 'refused', code: 'OUT_OF_RANGE', evidenceState: 'none' },
      placeEncrypted: oldCipher.encrypt(JSON.stringify({ latitude: 31.2041 }), `Attempt.place:${id}`),
    }
  })
  await app.platform.database.write((tx) => tx.attempt.createMany({ data: rows }))
}

const startRotation = (keys = NEW_FIRST) => startScript(COMMAND, [], { ...app.environment, FIELD_KEYS: keys })

const underOld = (who: { readonly employeeId?: string } = {}) =>
  app.platform.database.read.attempt.count({ where: { ...who, placeEncrypted: { startsWith: 'v1.old.' } } })

/** How many batches of places were rotated, and how many values in them. */
async function rotated(): Promise<{ readonly batches: number; readonly values: number }> {
  const lines = await app.platform.database.read.auditRecord.findMany({
    where: { action: 'field_key.rotated', subjectId: FIELD },
    select: { detail: { select: { detailJson: true } } },
  })
  const counts = lines.map(({ detail }) => (JSON.parse(detail!.detailJson) as { count: number }).count)
  return { batches: counts.length, values: counts.reduce((sum, count) => sum + count, 0) }
}

/** What it printed, also when it ended with another code than 0. */
async function ended(child: Child): Promise<{ code: number | null; text: string }> {
  const text = await child.output.catch((error: unknown) => String(error))
  return { code: child.process.exitCode, text }
}

/** Starts a rotation and ends it when it has put at least one more batch under the new key. */
async function rotateUntil(signal: NodeJS.Signals) {
  const { batches } = await rotated()
  const rotation = startRotation()
  await until(async () => rotation.process.exitCode !== null || (await rotated()).batches > batches)
  rotation.process.kill(signal)
  return ended(rotation)
}

/** Check-ins of all phones, to both processes in turn, until told to stop. */
function startLoad() {
  const acknowledged = { old: [] as string[], new: [] as string[] }
  let turns = 0
  let isStopped = false
  async function lane(): Promise<void> {
    while (!isStopped) {
      const turn = turns++
      const by = turn % 2 === 0 ? 'old' : 'new'
      acknowledged[by].push(await checkIn(turn, { old: oldWeb, new: newWeb }[by].url))
    }
  }
  const lanes = Promise.all(Array.from({ length: LANES }, lane))
  // It is looked at when the load is stopped.
  lanes.catch(() => undefined)
  return {
    acknowledged,
    count: () => Math.min(acknowledged.old.length, acknowledged.new.length),
    stop: () => {
      isStopped = true
      return lanes
    },
  }
}

async function checkIn(turn: number, url: string): Promise<string> {
  const phone = app.fleet.phones[turn % PHONES]!
  const round = Math.floor(turn / PHONES)
  const challengeId = phone.challengeIds[Math.floor(round / POSITIONS_PER_CHALLENGE)]
  if (challengeId === undefined) throw new RangeError(`no challenge for turn ${turn}`)
  const request = signCheckIn({
    phone,
    slot: { workDay: app.fleet.workDay, kind: 'visit', span: 0 },
    siteId: app.fleet.siteIds[round % SITES]!,
    requestId: crypto.randomUUID(),
    challengeId,
    position: round % POSITIONS_PER_CHALLENGE,
    nowMs: app.platform.clock.nowMs(),
    jitter: turn,
  })
  for (;;) {
    const response = await fetch(`${url}/api/v1/check-ins`, { method: 'POST', ...request })
    // BUSY_TRY_AGAIN: nothing was recorded, the same request may be sent again.
    if (response.status === 503) continue
    expect(response.status).toBe(200)
    return ((await response.json()) as CheckInReply).attemptId
  }
}

it('says which values no key opens, keeps them, and ends with 1', async () => {
  await storeEarlier(0, 3)
  const before = await app.platform.database.read.attempt.findMany({ select: { id: true, placeEncrypted: true } })
  const { code, text } = await ended(startRotation(`other:${randomBytes(32).toString('base64')}`))
  expect(code).toBe(1)
  expect(text).toContain('解不开 3 个')
  expect(text).toContain('不在配置里的密钥：3 个值')
  expect(text).toContain(`解不开：${FIELD} `)
  expect(await app.platform.database.read.attempt.findMany({ select: { id: true, placeEncrypted: true } })).toEqual(
    before,
  )
}, 120_000)

it('loses nothing that was acknowledged, though it is killed and stopped on the way', async () => {
  for (let from = 3; from < EARLIER; from += 500) await storeEarlier(from, Math.min(500, EARLIER - from))
  const load = startLoad()
  await until(() => load.count() > 0)

  const killed = await rotateUntil('SIGKILL')
  expect(killed.code).toBeNull()
  const leftByKilled = await underOld(attemptsOfEarlier())
  expect(leftByKilled).toBeGreaterThan(0)
  expect(leftByKilled).toBeLessThan(EARLIER)

  const stopped = await rotateUntil('SIGINT')
  expect(stopped).toMatchObject({ code: 2, text: expect.stringContaining('已停下') as string })
  const leftByStopped = await underOld(attemptsOfEarlier())
  expect(leftByStopped).toBeGreaterThan(0)
  expect(leftByStopped).toBeLessThan(leftByKilled)

  const countBefore = load.count()
  const whole = await ended(startRotation())
  expect(load.count()).toBeGreaterThan(countBefore)
  expect(whole.text).toContain('已完成')
  expect(whole.text).toContain('解不开 0 个')
  expect(await underOld(attemptsOfEarlier())).toBe(0)
  // The old process goes on writing what the next run has to take.
  await until(async () => (await underOld()) > 0)
  await load.stop()
  await oldWeb.stop()

  // Everybody has the new key first now.
  const last = await ended(startRotation())
  expect(last).toEqual({ code: 0, text: expect.stringContaining('旧密钥 old：0 个值') as string })

  const { acknowledged } = load
  const rows = await app.platform.database.read.attempt.findMany({
    where: { NOT: attemptsOfEarlier() },
    select: { id: true, placeEncrypted: true },
  })
  expect(rows.map(({ id }) => id).sort()).toEqual([...acknowledged.old, ...acknowledged.new].sort())
  // Each value under the old key was rotated once, by whichever run.
  expect((await rotated()).values).toBe(EARLIER + acknowledged.old.length)
  const earlier = await app.platform.database.read.attempt.findMany({
    where: attemptsOfEarlier(),
    select: { id: true, placeEncrypted: true },
  })
  expect(earlier).toHaveLength(EARLIER)
  // The old key is not needed any more.
  for (const { id, placeEncrypted } of [...rows, ...earlier]) {
    const place = JSON.parse(newCipher.decrypt(placeEncrypted ?? '', `Attempt.place:${id}`)) as { latitude: number }
    expect(Math.abs(place.latitude - 31.2041)).toBeLessThan(0.001)
  }
}, 300_000)
