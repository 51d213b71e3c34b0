/** Rotation beside two web processes that take check-ins: one that still encrypts with the old key, one with the new. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { CheckInReply } from '#contract/api'
import { createEncryptedFieldStore } from '../../src/adapters/database/encrypted-fields'
import { createFieldCipher } from '../../src/adapters/system/field-cipher'
import { signCheckIn } from '../fleet'
import { prepareFleetApp, type FleetApp } from '../fleet-app'
import { startScript, type Child } from '../start-child'
import { startWebProcess, type WebProcess } from '../start-web'

const COMMAND = fileURLToPath(new URL('../../src/features/encryption/rotate-keys.command.ts', import.meta.url))
const PHONES = 60
const SITES = 8
const LANES = 8
const PLACE = { table: 'Attempt', column: 'placeEncrypted' }

const [oldKey, newKey, hashKey] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const OLD_FIRST = `old:${oldKey.toString('base64')},new:${newKey.toString('base64')}`
const NEW_FIRST = `new:${newKey.toString('base64')},old:${oldKey.toString('base64')}`

let app: FleetApp
let oldWeb: WebProcess
let newWeb: WebProcess

beforeAll(async () => {
  const keys = { FIELD_KEYS: OLD_FIRST, FIELD_HASH_KEY: hashKey.toString('base64') }
  app = await prepareFleetApp({ phones: PHONES, sites: SITES, challengesPerPhone: 1 }, keys)
  oldWeb = await startWebProcess(app.environment)
  newWeb = await startWebProcess({ ...app.environment, FIELD_KEYS: NEW_FIRST })
}, 120_000)

afterAll(async () => {
  await Promise.all([oldWeb.stop(), newWeb.stop()])
  await app.close()
})

const startRotation = () => startScript(COMMAND, [], { ...app.environment, FIELD_KEYS: NEW_FIRST })
const countUnder = (keyId: string) => createEncryptedFieldStore(app.platform.database).count(PLACE, keyId)

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** What it printed, also when it ended with another code than 0. */
async function ended(child: Child): Promise<{ code: number | null; text: string }> {
  const text = await child.output.catch((error: unknown) => String(error))
  return { code: child.process.exitCode, text }
}

/** Every phone at these sites, to both processes in turn; the ids of the attempts that were acknowledged. */
async function checkInAt(sites: readonly number[]): Promise<string[]> {
  const tasks = sites.flatMap((site) => app.fleet.phones.map((_, phone) => ({ site, phone })))
  const acknowledged: string[] = []
  async function lane(): Promise<void> {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      acknowledged.push(await checkIn(task.phone, task.site))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return acknowledged
}

async function checkIn(phoneIndex: number, site: number): Promise<string> {
  const phone = app.fleet.phones[phoneIndex]
  if (phone === undefined) throw new RangeError(`no phone ${phoneIndex}`)
  const web = (phoneIndex + site) % 2 === 0 ? oldWeb : newWeb
  const request = signCheckIn({
    phone,
    slot: { workDay: app.fleet.workDay, kind: 'visit', span: 0 },
    siteId: app.fleet.siteIds[site] as string,
    requestId: crypto.randomUUID(),
    challengeId: phone.challengeIds[0] as string,
    position: site,
    nowMs: app.platform.clock.nowMs(),
    jitter: phoneIndex * 31 + site,
  })
  for (;;) {
    const response = await fetch(`${web.url}/api/v1/check-ins`, { method: 'POST', ...request })
    // BUSY_TRY_AGAIN: nothing was recorded, the same request may be sent again.
    if (response.status === 503) continue
    expect(response.status).toBe(200)
    return ((await response.json()) as CheckInReply).attemptId
  }
}

it('loses nothing that was acknowledged, though it is killed and stopped on the way', async () => {
  const acknowledged = await checkInAt([0, 1, 2, 3])
  expect(await countUnder('old')).toBeGreaterThan(0)

  const load = checkInAt([4, 5, 6, 7])
  const before = await countUnder('new')
  const killed = startRotation()
  await until(async () => (await countUnder('new')) > before)
  killed.process.kill('SIGKILL')
  await ended(killed)
  const stopped = startRotation()
  stopped.process.kill('SIGINT')
  await ended(stopped)
  acknowledged.push(...(await load))

  // Everybody has the new key first now.
  await oldWeb.stop()
  oldWeb = await startWebProcess({ ...app.environment, FIELD_KEYS: NEW_FIRST })
  const last = await ended(startRotation())
  expect(last.text).toContain('解不开 0 个')
  expect(last.text).toContain('旧密钥 old：0 个值')
  expect(last.code).toBe(0)

  expect(new Set(acknowledged).size).toBe(PHONES * SITES)
  const rows = await app.platform.database.read.attempt.findMany({ select: { id: true, placeEncrypted: true } })
  expect(rows.map(({ id }) => id).sort()).toEqual([...acknowledged].sort())
  const cipher = createFieldCipher({ keys: [{ id: 'new', key: newKey }], currentKeyId: 'new', hashKey })
  for (const { id, placeEncrypted } of rows) {
    const place = JSON.parse(cipher.decrypt(placeEncrypted ?? '', `Attempt.place:${id}`)) as { latitude: number }
    expect(place.latitude).toBeCloseTo(31.2041, 3)
  }
  // The old key is not needed any more.
  expect(
    await ended(startScript(COMMAND, [], { ...app.environment, FIELD_KEYS: NEW_FIRST.split(',')[0]! })),
  ).toMatchObject({
    code: 0,
  })
}, 300_000)

it('says which values no key opens, keeps them, and ends with 1', async () => {
  const other = randomBytes(32).toString('base64')
  const before = await app.platform.database.read.attempt.findMany({ select: { id: true, placeEncrypted: true } })
  const { code, text } = await ended(startScript(COMMAND, [], { ...app.environment, FIELD_KEYS: `other:${other}` }))
  expect(code).toBe(1)
  expect(text).toContain(`解不开 ${before.length} 个`)
  expect(text).toContain(`不在配置里的密钥：${before.length} 个值`)
  expect(text).toContain('解不开：Attempt.placeEncrypted ')
  expect(await app.platform.database.read.attempt.findMany({ select: { id: true, placeEncrypted: true } })).toEqual(
    before,
  )
}, 60_000)
