import type { ApprovalReply } from '#contract/api-approvals'
import { AppError } from '../../app-error'
import type { ExpireApproval, OpenApproval, ReadApproval } from '../../ports/approvals'
import type { DeviceStore } from '../../ports/device-store'
import type { RebindStore } from '../../ports/rebind-store'
import type { Clock, Random } from '../../ports/system'
import type { Transactions } from '../../ports/transaction'
import { untilNoConflict } from '../../until-no-conflict'
import { isFreshLogin } from '../sessions/fresh-login.rules'
import type { DeviceRecord } from './binding.rules'
import { mayAskAgainAtMs } from './daily-requests.rules'
import {
  keyWasRevoked,
  requireNewKey,
  type NewKeyDependencies,
  type NewKeyInput,
  type OpenKeySession,
} from './new-key.usecase'
import { loadOwnDevices } from './own-devices.usecase'
import { rebindRequestedTrail } from './rebind-trail.rules'
import { judgeRebind } from './rebind.rules'

/** Both see no request, one finds the other's when it opens its own, and judges again. */
const MOST_TRIES = 3

export interface RequestRebindDependencies<Session> extends NewKeyDependencies {
  readonly devices: Pick<DeviceStore, 'ofEmployee' | 'ofKey'>
  readonly rebinds: Pick<RebindStore, 'addCandidate'>
  readonly transactions: Transactions
  readonly openApproval: OpenApproval
  readonly expireApproval: ExpireApproval
  readonly readApproval: ReadApproval
  readonly openSession: OpenKeySession<Session>
  readonly random: Random
  readonly clock: Clock
}

export interface RequestRebindInput extends NewKeyInput {
  readonly reason: string
}

export type RequestRebind<Session> = (
  input: RequestRebindInput,
) => Promise<{ readonly approval: ApprovalReply; readonly session: Session }>

/**
 * Asks for a change to the phone that sends this. Its key becomes a candidate: until somebody decides it may fetch the
 * context and check in, and those check-ins are held. A repeat with the same key gets the same request and a session of
 * its own.
 * @throws AppError FRESH_LOGIN_NEEDED, BODY_INVALID, DEVICE_SIGNATURE_INVALID, DEVICE_OF_ANOTHER, REBIND_NOT_NEEDED,
 * REBIND_ALREADY_REQUESTED, TOO_MANY_REQUESTS (five in 24 hours), BUSY_TRY_AGAIN
 */
export function createRequestRebind<Session>(dependencies: RequestRebindDependencies<Session>): RequestRebind<Session> {
  const { devices, openSession, readApproval, clock } = dependencies

  async function openedRequest(input: RequestRebindInput, keyThumbprint: string): Promise<string> {
    const { employeeId } = input.caller
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const [own, withKey] = [await loadOwnDevices(dependencies, employeeId), await devices.ofKey(keyThumbprint)]
      const judged = judgeRebind(employeeId, keyThumbprint, own, withKey)
      if (judged.verdict === 'repeat') return judged.candidate.id
      if (judged.verdict === 'other_requested') throw new AppError('REBIND_ALREADY_REQUESTED')
      if (judged.verdict === 'not_needed') throw new AppError('REBIND_NOT_NEEDED')
      if (judged.verdict === 'key_of_another') throw new AppError('DEVICE_OF_ANOTHER')
      if (judged.verdict === 'key_was_revoked') throw keyWasRevoked()
      requireFewRequests(own, clock.nowMs())
      const id = await openRequest(dependencies, input, keyThumbprint)
      if (id !== null) return id
    }
    // One that waits about a phone that is no candidate any more; it may be withdrawn.
    throw new AppError('REBIND_ALREADY_REQUESTED')
  }

  return async (input) => {
    const { caller, requestId } = input
    const { employeeId, loggedInAtMs } = caller
    if (!isFreshLogin(loggedInAtMs, clock.nowMs())) throw new AppError('FRESH_LOGIN_NEEDED')
    const keyThumbprint = await requireNewKey(dependencies, input, clock.nowMs())
    const approvalId = await openedRequest(input, keyThumbprint)
    const session = await openSession({ employeeId, keyThumbprint, loggedInAtMs, requestId, nowMs: clock.nowMs() })
    return { approval: await readApproval(caller, approvalId), session }
  }
}

function requireFewRequests(own: readonly DeviceRecord[], nowMs: number): void {
  const againAtMs = mayAskAgainAtMs(own, nowMs)
  if (againAtMs === null) return
  throw new AppError('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil((againAtMs - nowMs) / 1_000) })
}

/**
 * Candidate and request have one id: a key asks once, and a repeat finds its request by its device.
 * @returns null when the person's other request was there first
 */
async function openRequest<Session>(
  { rebinds, transactions, openApproval, random, clock }: RequestRebindDependencies<Session>,
  { caller, publicKey, facts, reason, requestId }: RequestRebindInput,
  keyThumbprint: string,
): Promise<string | null> {
  const { employeeId } = caller
  const id = random.id()
  const nowMs = clock.nowMs()
  const candidate = { deviceId: id, employeeId, keyThumbprint, publicKey, facts }
  const request = { id, kind: 'rebind', subjectId: id, requesterId: employeeId, reason, requestId } as const
  const opened = await untilNoConflict(transactions, async (tx) => {
    const result = await openApproval(tx, request, nowMs)
    if (result === 'opened')
      await rebinds.addCandidate(tx, candidate, rebindRequestedTrail(candidate, requestId), nowMs)
    return result
  })
  return opened === 'opened' ? id : null
}
