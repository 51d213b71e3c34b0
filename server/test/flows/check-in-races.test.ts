import type { CheckInReply } from '#contract/api'
import type { SlotName } from '#contract/work-day'
import type { PreparedRequest, FleetPhone } from '../fleet'
import { signCheckIn } from '../fleet'
import { prepareFleetApp, type FleetApp } from '../fleet-app'
import { startWebProcess, type WebProcess } from '../start-web'

const POSITIONS = 32
const PARALLEL = 200

/** Two real web processes on one database. */
let app: FleetApp
let processes: readonly [WebProcess, WebProcess]

beforeAll(async () => {
  app = await prepareFleetApp({ phones: 4, sites: 1, challengesPerPhone: Math.ceil(PARALLEL / POSITIONS) })
  processes = await Promise.all([startWebProcess(app.environment), startWebProcess(app.environment)])
}, 120_000)

afterAll(async () => {
  await Promise.all(processes.map((web) => web.stop()))
  await app.close()
})

interface Answered {
  readonly status: number
  readonly text: string
}

/** Sends alternately to both processes. */
async function send(request: PreparedRequest, index: number): Promise<Answered> {
  const web = processes[index % 2] as WebProcess
  const response = await fetch(`${web.url}/api/v1/check-ins`, { method: 'POST', ...request })
  return { status: response.status, text: await response.text() }
}

/** `BUSY_TRY_AGAIN` says that nothing was recorded and the same request may be sent again: so a phone does. */
async function sendUntilJudged(request: PreparedRequest, index: number): Promise<Answered> {
  for (;;) {
    const answered = await send(request, index)
    if (answered.status !== 503) return answered
    expect(JSON.parse(answered.text)).toMatchObject({ code: 'BUSY_TRY_AGAIN' })
  }
}

function phoneOf(index: number): FleetPhone {
  return app.fleet.phones[index] as FleetPhone
}

function earlySlot(): SlotName {
  return { workDay: app.fleet.workDay, kind: 'early', span: 1 }
}

function signed(phone: FleetPhone, number: number, requestId: string): PreparedRequest {
  return signCheckIn({
    phone,
    slot: earlySlot(),
    requestId,
    challengeId: phone.challengeIds[Math.floor(number / POSITIONS)] as string,
    position: number % POSITIONS,
    nowMs: app.platform.clock.nowMs(),
    jitter: number,
  })
}

describe('parallel check-ins over two processes', () => {
  it('answers 200 sends of one request with one row and one answer, byte for byte', async () => {
    const phone = phoneOf(0)
    const request = signed(phone, 0, crypto.randomUUID())
    const answers = await Promise.all(Array.from({ length: PARALLEL }, (_, index) => sendUntilJudged(request, index)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(JSON.parse(answers[0]?.text ?? '')).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED' })
    const rows = await app.platform.database.read.attempt.findMany({ where: { employeeId: phone.employeeId } })
    expect(rows).toHaveLength(1)
  }, 120_000)

  it('accepts one of 200 requests for one slot; the others are duplicates that name it', async () => {
    const phone = phoneOf(1)
    const requests = Array.from({ length: PARALLEL }, (_, number) => signed(phone, number, crypto.randomUUID()))
    const answers = await Promise.all(requests.map(sendUntilJudged))
    const replies = answers.map(({ text }) => JSON.parse(text) as CheckInReply)
    const accepted = replies.filter(({ outcome }) => outcome === 'accepted')
    expect(accepted).toHaveLength(1)
    const others = replies.filter(({ outcome }) => outcome !== 'accepted')
    expect(new Set(others.map(({ code }) => code))).toEqual(new Set(['DUPLICATE_SLOT']))
    expect(new Set(others.map(({ standingAttemptId }) => standingAttemptId))).toEqual(new Set([accepted[0]?.attemptId]))
    const where = { employeeId: phone.employeeId }
    expect(await app.platform.database.read.attempt.count({ where })).toBe(PARALLEL)
    expect(await app.platform.database.read.attempt.count({ where: { ...where, outcome: 'accepted' } })).toBe(1)
  }, 180_000)

  it('judges one challenge position once, whichever request comes first', async () => {
    const phone = phoneOf(2)
    const requests = Array.from({ length: 20 }, () => signed(phone, 0, crypto.randomUUID()))
    const replies = (await Promise.all(requests.map(sendUntilJudged))).map(
      ({ text }) => JSON.parse(text) as CheckInReply,
    )
    const [first, ...others] = [...replies].sort(
      (left, right) => Number(right.outcome === 'accepted') - Number(left.outcome === 'accepted'),
    )
    expect(first).toMatchObject({ outcome: 'accepted' })
    for (const other of others) {
      expect(other).toMatchObject({ outcome: 'refused', code: 'CHALLENGE_USED', standingAttemptId: first?.attemptId })
    }
  }, 60_000)

  it('refuses another body under a known request id and keeps the first answer', async () => {
    const phone = phoneOf(3)
    const requestId = crypto.randomUUID()
    const first = await sendUntilJudged(signed(phone, 0, requestId), 0)
    const other = await send(signed(phone, 1, requestId), 1)
    expect(other.status).toBe(409)
    expect(JSON.parse(other.text)).toMatchObject({ code: 'REQUEST_ID_REUSED' })
    expect(JSON.parse(first.text)).toMatchObject({ outcome: 'accepted' })
  })
})
