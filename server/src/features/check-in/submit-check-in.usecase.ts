import type { CheckInRequest } from '#contract/api'
import type { DecisionCode, Outcome } from '#contract/decision'
import type { WorkDay } from '#contract/work-day'
import { AppError } from '../../app-error'
import type { CheckInStore, CheckInWrite, LoadedCheckIn } from '../../ports/check-in-store'
import type { Measure } from '../../ports/measure'
import type { DeviceSignatures } from '../../ports/device-signature'
import type { Clock, Random } from '../../ports/system'
import { newChallenge, type NewChallenge } from '../context/challenge.rules'
import { addDays } from '../shifts/work-day.rules'
import type { Attempt } from './check-in-facts.rules'
import { checkInReply } from './check-in-reply.rules'
import { judgeAttempt, loadDayRules, loadPlaces, type JudgePorts } from './judge-attempt.usecase'
import { trailOf } from './check-in-trail.usecase'

/** A day further away is no attempt at anything: it is refused before judging. */
const FURTHEST_WORK_DAY_DAYS = 45
const MOST_TRIES = 5

export interface SubmitCheckInPorts extends JudgePorts {
  readonly checkIns: CheckInStore
  readonly signatures: Pick<DeviceSignatures, 'verify'>
  readonly hashBody: (body: Uint8Array) => string
  readonly clock: Clock
  readonly random: Random
  /** Judged attempts per employee and hour; repeats do not count. */
  readonly attemptsPerHour: number
  /**
   * Lets attempts in together, so that they load and commit together; one person's one after another, for side by side
   * they would only undo each other.
   */
  readonly inCohorts: <Result>(employeeId: string, work: () => Promise<Result>) => Promise<Result>
  /** Where the time of a check-in goes. */
  readonly measure: Measure
  readonly countDecision: (outcome: Outcome, code: DecisionCode) => void
}

/** A check-in as it came through the edge: well-formed, from a valid session, with the exact bytes received. */
export interface Submission {
  readonly employeeId: string
  readonly sessionId: string
  readonly requestId: string
  readonly networkAddress: string
  readonly receivedAtMs: number
  /** The phone's clock when it sent; null when it did not say. */
  readonly sentAtMs: number | null
  readonly body: CheckInRequest
  readonly signed: {
    readonly method: string
    readonly path: string
    readonly keyThumbprint: string
    readonly timestampMs: number
    readonly challengeId: string
    readonly challengePosition: number
    readonly signature: Uint8Array
    readonly body: Uint8Array
  }
}

/**
 * Judges one check-in and stores it with everything that was found. A repeat of the same bytes by the same key gets the
 * stored reply. The day's version judges races: a lost commit is loaded and decided again.
 * @returns the reply as JSON text, byte for byte what a repeat will get
 * @throws AppError REQUEST_ID_REUSED, TOO_MANY_ATTEMPTS, BUSY_TRY_AGAIN, BODY_INVALID (a work day far away)
 */
export async function submitCheckIn(ports: SubmitCheckInPorts, submission: Submission): Promise<string> {
  refuseFarDays(submission)
  return ports.inCohorts(submission.employeeId, () => judgeUntilCommitted(ports, submission))
}

async function judgeUntilCommitted(ports: SubmitCheckInPorts, submission: Submission): Promise<string> {
  const attempt = toAttempt(submission)
  const bodyHash = ports.hashBody(submission.signed.body)
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [loaded, rules] = await ports.measure('facts', () =>
      Promise.all([ports.checkIns.load(toQuery(submission, attempt)), loadDayRules(ports, submission)]),
    )
    // Side by side, so that all sites of a cohort are asked for at once.
    const [signatureVerified, places] = await Promise.all([
      ports.measure('signature', () => isSignedBy(ports, loaded.publicKey, submission)),
      ports.measure('sites', () => loadPlaces(ports, { submission, attempt, loaded, rules })),
    ])
    const stored = storedReply(loaded, submission, signatureVerified, bodyHash)
    if (stored !== null) return stored
    if (loaded.judgedLastHour >= ports.attemptsPerHour) {
      throw new AppError('TOO_MANY_ATTEMPTS', { retryAfterSeconds: 600 })
    }
    const judged = await ports.measure('judge', () =>
      judgeAttempt(ports, { submission, attempt, loaded, rules, places, signatureVerified }),
    )
    const attemptId = ports.random.id()
    const challenge = nextChallenge(ports, submission, loaded, signatureVerified)
    const replyJson = JSON.stringify(
      checkInReply({ attemptId, attempt, challenge, receivedAtMs: submission.receivedAtMs, ...judged }),
    )
    const write: CheckInWrite = {
      attemptId,
      employeeId: submission.employeeId,
      sessionId: submission.sessionId,
      keyThumbprint: submission.signed.keyThumbprint,
      signatureVerified,
      bodyHash,
      receivedAtMs: submission.receivedAtMs,
      networkAddress: submission.networkAddress,
      clientVersion: submission.body.clientVersion,
      attempt,
      decision: judged.decision,
      rule: judged.rules.version > 0 ? { ruleId: judged.rules.ruleId, version: judged.rules.version } : null,
      zone: judged.zone,
      dayVersion: loaded.day.version,
      replyJson,
      challenge,
      trail: trailOf({
        attemptId,
        attempt,
        eventId: ports.random.id(),
        alertId: ports.random.id(),
        refusedOfDay: loaded.refusedOfDay,
        employeeId: submission.employeeId,
        keyThumbprint: submission.signed.keyThumbprint,
        requestId: submission.requestId,
        receivedAtMs: submission.receivedAtMs,
        ...judged,
      }),
    }
    const committed = await ports.measure('commit', () => ports.checkIns.commit(write))
    if (committed === 'committed') {
      ports.countDecision(judged.decision.outcome, judged.decision.code)
      return replyJson
    }
  }
  throw new AppError('BUSY_TRY_AGAIN', { internalText: 'The work day kept changing while it was judged' })
}

function refuseFarDays({ body, receivedAtMs }: Submission): void {
  const today = new Date(receivedAtMs).toISOString().slice(0, 10)
  const day: WorkDay = body.slot.workDay
  if (day < addDays(today, -FURTHEST_WORK_DAY_DAYS) || day > addDays(today, FURTHEST_WORK_DAY_DAYS)) {
    throw new AppError('BODY_INVALID', {
      details: [{ path: 'slot.workDay', problem: `further than ${FURTHEST_WORK_DAY_DAYS} days away` }],
    })
  }
}

function toAttempt({ body, signed }: Submission): Attempt {
  return {
    requestId: body.requestId,
    phoneTimeMs: signed.timestampMs,
    challengeId: signed.challengeId,
    challengePosition: signed.challengePosition,
    slot: body.slot,
    siteId: body.siteId ?? null,
    fix: body.fix ?? null,
    networkType: body.networkType,
    wifi: body.wifi ?? null,
    hasPresenceProof: body.presenceProof !== undefined,
    applicationReason: body.application?.reason ?? null,
    photos: body.photos,
    note: body.note ?? null,
    visit: body.visit ?? null,
    device: body.device,
  }
}

function toQuery({ employeeId, networkAddress, receivedAtMs, signed }: Submission, attempt: Attempt) {
  return {
    employeeId,
    networkAddress,
    receivedAtMs,
    keyThumbprint: signed.keyThumbprint,
    challengeId: attempt.challengeId,
    challengePosition: attempt.challengePosition,
    requestId: attempt.requestId,
    workDay: attempt.slot.workDay,
    coordinates: attempt.fix,
    deviceFacts: attempt.device,
    photoHashes: attempt.photos.map((photo) => photo.sha256),
  }
}

async function isSignedBy(
  ports: SubmitCheckInPorts,
  publicKey: string | null,
  { signed }: Submission,
): Promise<boolean> {
  if (publicKey === null) return false
  const { method, path, timestampMs, body } = signed
  const request = { method, path, timestampMs, body, challenge: signed.challengeId, position: signed.challengePosition }
  return ports.signatures.verify(publicKey, request, signed.signature)
}

/** The key is (device key, request id): nobody can fetch another's reply, and no forger either. */
function storedReply(
  { repeat }: LoadedCheckIn,
  { employeeId }: Submission,
  signatureVerified: boolean,
  bodyHash: string,
): string | null {
  if (repeat === null || !signatureVerified) return null
  // One phone, two people: the id is spent, and the reply is the other's.
  if (repeat.employeeId !== employeeId || repeat.bodyHash !== bodyHash) throw new AppError('REQUEST_ID_REUSED')
  return repeat.replyJson
}

/** Only the active key, or the candidate of an open rebind, gets the next challenge. */
function nextChallenge(
  { random }: SubmitCheckInPorts,
  { employeeId, signed, receivedAtMs, sentAtMs }: Submission,
  { device }: LoadedCheckIn,
  signatureVerified: boolean,
): NewChallenge | null {
  const isOwn = device.owner === 'self' && (device.state === 'active' || device.state === 'candidate')
  if (!isOwn || !signatureVerified) return null
  const { keyThumbprint } = signed
  return newChallenge({ id: random.id(), keyThumbprint, employeeId, nowMs: receivedAtMs, phoneTimeMs: sentAtMs })
}
