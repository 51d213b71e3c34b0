/** The server is away from 09:00 to 10:30; two hundred phones come back at once. */
import type { CheckInReply } from '#contract/api'
import { seedAssignment, seedRule, seedShift } from '../../../prisma/seed/builders'
import { generateSigningKeyPair } from '../../src/adapters/system/signing-key-pair'
import { migrate } from '../../src/adapters/database/migrate'
import { loadConfig } from '../../src/config'
import { ensureSigningKey } from '../../src/features/sessions/signing-keys.usecase'
import { openPlatform, startWeb, SYSTEM_SOURCES, type Platform } from '../../src/wiring'
import { fixedClock } from '../fakes'
import { seedFleet, signCheckIn, type Fleet, type PreparedRequest } from '../fleet'
import { makeTempFolder } from '../temp-folder'
import { makeTestDatabase } from '../test-database'

const PHONES = 200
const MINUTE_MS = 60_000
const at = (time: string) => Date.parse(`2026-11-18T${time}:00+08:00`)

const clock = fixedClock(at('08:55'))
const sources = { ...SYSTEM_SOURCES, clock }
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
})
let platform: Platform
let fleet: Fleet

beforeAll(async () => {
  await migrate(config.database.url)
  platform = await openPlatform(config, sources)
  await ensureSigningKey({ keys: platform.signingKeys, clock, generateKeyPair: generateSigningKeyPair })
  fleet = await seedFleet(platform, { phones: PHONES, sites: 1, challengesPerPhone: 1 })
  await platform.database.write(async (tx) => {
    const shift = await seedShift(tx, { name: '白班' })
    const rule = await seedRule(tx, {
      name: '白班',
      week: Array<string>(7).fill(shift),
      sites: fleet.siteIds,
      assignTo: [],
    })
    await seedAssignment(tx, rule, { kind: 'company', precedence: 1 })
  })
}, 60_000)

afterAll(async () => {
  await platform.close()
  await made.remove()
  folder.remove()
})

it('loses no check-in, doubles none, and keeps each one’s time', async () => {
  const captures = fleet.phones.map((_phone, index) => at('08:56') + index * 5_000)
  const queued = fleet.phones.map((phone, index) =>
    signCheckIn({
      phone,
      slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
      requestId: crypto.randomUUID(),
      challengeId: phone.challengeIds[0] as string,
      position: 0,
      nowMs: captures[index] as number,
      jitter: index * 31,
    }),
  )
  const before = await startWeb(config, sources)
  await before.close()
  clock.set(at('09:00'))
  await expect(sendTo(before.url, queued[0] as PreparedRequest)).rejects.toThrow()

  clock.set(at('10:30'))
  const web = await startWeb(config, sources)
  // Every third phone had sent it already when the answer got lost, and sends again while the others come in.
  const sent = queued.flatMap((request, index) => (index % 3 === 0 ? [request, request] : [request]))
  const tokens = await freshTokens()
  const answers = await Promise.all(
    sent.map(async (request, index) => {
      clock.advance(Math.floor((10 * MINUTE_MS) / sent.length))
      const phone = queued.indexOf(request)
      return { index, phone, text: await untilAnswered(web.url, withToken(request, tokens[phone] as string)) }
    }),
  )
  await web.close()

  const textOf = new Map<number, Set<string>>()
  for (const { phone, text } of answers) textOf.set(phone, (textOf.get(phone) ?? new Set()).add(text))
  expect([...textOf.values()].map((texts) => texts.size)).toEqual(Array(PHONES).fill(1))
  const replies = [...textOf].map(([phone, texts]) => ({
    phone,
    reply: JSON.parse([...texts][0] as string) as CheckInReply,
  }))
  for (const { phone, reply } of replies) {
    expect(reply).toMatchObject({ outcome: 'accepted', deferred: true })
    expect(Date.parse(reply.capturedAt)).toBe(captures[phone])
    expect(reply.lateMinutes).toBe(Math.max(0, Math.floor(((captures[phone] as number) - at('09:00')) / MINUTE_MS)))
  }
  expect(await platform.database.read.attempt.count()).toBe(PHONES)
}, 60_000)

/** The access tokens of an hour and a half ago have expired; the sessions have not. */
function freshTokens(): Promise<string[]> {
  return Promise.all(
    fleet.phones.map(async ({ employeeId, keyThumbprint }) => {
      const session = await platform.database.read.session.findFirstOrThrow({ where: { employeeId } })
      const nowMs = clock.nowMs()
      return platform.tokens.sign({
        kind: 'access',
        employeeId,
        sessionId: session.id,
        keyThumbprint,
        issuedAtMs: nowMs,
        expiresAtMs: nowMs + 15 * MINUTE_MS,
      })
    }),
  )
}

function withToken(request: PreparedRequest, token: string): PreparedRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }
}

/** Sends again while the server says that it is busy, as the rules allow. */
async function untilAnswered(url: string, request: PreparedRequest): Promise<string> {
  for (;;) {
    const response = await sendTo(url, request)
    const text = await response.text()
    if (response.status === 200) return text
    if (response.status !== 503) throw new Error(`answered ${response.status}: ${text}`)
  }
}

function sendTo(url: string, request: PreparedRequest): Promise<Response> {
  return fetch(`${url}/api/v1/check-ins`, { method: 'POST', ...request })
}
