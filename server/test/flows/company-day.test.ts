/** The demo's day with a small cast: web process, worker and many phones together. */
import { runCompanyDay, type CompanyDay } from '../../demo/company-day'
import { loadConfig } from '../../src/config'
import { openPlatform, prepareData, type Platform } from '../../src/wiring'
import { makeTempFolder } from '../temp-folder'
import { makeTestDatabase } from '../test-database'

const PHONES = 48

const folder = makeTempFolder()
const made = await makeTestDatabase()
const config = loadConfig({
  NODE_ENV: 'test',
  DATA_DIR: folder.path,
  DATABASE_URL: made.url,
  PORT: '0',
  LOG_LEVEL: 'silent',
  RATE_LIMIT_PER_SESSION: '1000000',
  RATE_LIMIT_PER_ADDRESS: '1000000',
})
let platform: Platform
let day: CompanyDay

beforeAll(async () => {
  await (await prepareData(config)).close()
  day = await runCompanyDay({ config, phones: PHONES })
  platform = await openPlatform(config)
}, 300_000)

afterAll(async () => {
  await platform.close()
  await made.remove()
  folder.remove()
})

it('loses no acknowledged check-in and has none that nobody sent', () => {
  expect([day.lost, day.extra]).toEqual([[], []])
  expect(day.tally.total()).toBeGreaterThan(PHONES * 2)
})

it.each([
  ['a tap too many', 'DUPLICATE_SLOT'],
  ['a borrowed phone', 'DEVICE_BOUND_TO_ANOTHER'],
  ['a replay under another id', 'SIGNATURE_INVALID'],
  ['the old phone after a change', 'DEVICE_REVOKED'],
  ['the change of phones that nobody approved', 'DEVICE_AWAITING_APPROVAL'],
  ['what comes after midnight', 'TOO_LATE_FOR_DAY'],
  ['a withdrawn consent', 'CONSENT_REQUIRED'],
  ['a bad fix', 'LOCATION_IMPRECISE'],
  ['a photo that never came', 'PHOTO_NOT_UPLOADED'],
  ['a photo used before', 'PHOTO_REUSED'],
] as const)('refuses %s', (_name, code) => {
  expect(day.tally.ofCode('refused', code)).toBeGreaterThan(0)
})

it('refuses a copied Wi-Fi, whichever side was nearer to passing', () => {
  const { tally } = day
  const refused = (['PRESENCE_PROOF_MISSING', 'OUT_OF_RANGE', 'WIFI_NOT_ALLOWED'] as const).map((code) =>
    tally.ofCode('refused', code),
  )
  expect(Math.max(...refused)).toBeGreaterThan(0)
})

it('accepts an impossible traveller and lists him for HR', () => {
  expect(day.tally.reviewed('SPEED_IMPOSSIBLE')).toBeGreaterThan(0)
})

it('leaves nothing undecided once leaders and worker are through', () => {
  expect(day.tally.lines().join('\n')).not.toContain('待定')
  expect(day.tally.total('pending')).toBe(0)
})

it('has every event in the log exactly once', async () => {
  const { read } = platform.database
  const events = await read.outboxEvent.count()
  expect(await read.eventLogEntry.count()).toBe(events)
  expect(await read.outboxDelivery.count({ where: { state: { not: 'delivered' } } })).toBe(0)
})

it('kept each person’s time: nobody whose phone stood in the outage is late for it', async () => {
  const duringOutage = await platform.database.read.attempt.findMany({
    where: { deferred: true, slotKind: 'visit' },
    select: { outcome: true, capturedAt: true, receivedAt: true },
  })
  expect(duringOutage.length).toBeGreaterThan(0)
  for (const { outcome, capturedAt, receivedAt } of duringOutage) {
    expect(outcome).toBe('accepted')
    expect(receivedAt.getTime()).toBeGreaterThanOrEqual(capturedAt.getTime())
  }
})
