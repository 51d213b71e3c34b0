import type { CheckInReply } from '#contract/api'
import { signCheckIn } from '../fleet'
import { prepareFleetApp, type FleetApp } from '../fleet-app'
import { startWebProcess, type WebProcess } from '../start-web'

const KILLS = 20
/** In flight at once. */
const LANES = 16
/** A kill falls after so many more answers of the process, so that it always hits work under way. */
const ANSWERS_BEFORE_KILL = 40

let app: FleetApp

beforeAll(async () => {
  app = await prepareFleetApp({ phones: 200, sites: KILLS + 1, challengesPerPhone: 1 })
}, 60_000)

afterAll(() => app.close())

describe('a server that is killed under load', () => {
  it(`has every acknowledged check-in in the database, ${KILLS} times over`, async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < KILLS; round++) acknowledged.push(...(await loadUntilKilled(round)))
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * ANSWERS_BEFORE_KILL)

    const rows = await app.platform.database.read.attempt.findMany({ select: { id: true } })
    const stored = new Set(rows.map(({ id }) => id))
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])

    // What was cut off is whole or absent: each attempt has its decision, its audit line and its event.
    const { read } = app.platform.database
    expect(await read.decision.count()).toBe(rows.length)
    expect(await read.auditRecord.count({ where: { subjectKind: 'attempt' } })).toBe(rows.length)
    expect(await read.outboxEvent.count({ where: { type: 'check_in.decided' } })).toBe(rows.length)
  }, 300_000)
})

/** Sends from several lanes, kills the process in the middle, and returns the ids that were acknowledged. */
async function loadUntilKilled(round: number): Promise<string[]> {
  const web = await startWebProcess(app.environment)
  const acknowledged: string[] = []
  let killed: Promise<void> | null = null
  let next = 0

  async function lane(): Promise<void> {
    while (killed === null && next < app.fleet.phones.length) {
      const id = await sendOne(web, next++, round)
      if (id !== null) acknowledged.push(id)
      if (acknowledged.length >= ANSWERS_BEFORE_KILL) killed ??= web.kill()
    }
  }

  await Promise.all(Array.from({ length: LANES }, lane))
  await (killed ?? web.kill())
  return acknowledged
}

/** The attempt's id when it was acknowledged, null when the connection broke. */
async function sendOne(web: WebProcess, index: number, round: number): Promise<string | null> {
  const phone = app.fleet.phones[index]
  if (phone === undefined) throw new RangeError(`no phone ${index}`)
  const request = signCheckIn({
    phone,
    slot: { workDay: app.fleet.workDay, kind: 'visit', span: 0 },
    siteId: app.fleet.siteIds[round] as string,
    requestId: crypto.randomUUID(),
    challengeId: phone.challengeIds[0] as string,
    position: round,
    nowMs: app.platform.clock.nowMs(),
    jitter: index * 31 + round,
  })
  try {
    const response = await fetch(`${web.url}/api/v1/check-ins`, { method: 'POST', ...request })
    return response.status === 200 ? ((await response.json()) as CheckInReply).attemptId : null
  } catch {
    return null
  }
}
