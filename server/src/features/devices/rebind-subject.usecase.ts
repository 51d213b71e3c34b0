import { AppError } from '../../app-error'
import type { ApprovalSubject, SubjectOutcome, SubjectRequest } from '../../ports/approval-subject'
import type { DeviceStore } from '../../ports/device-store'
import type { RebindParties, RebindStore } from '../../ports/rebind-store'
import type { Settle } from '../../ports/settle'
import type { SettlementStore } from '../../ports/settlement-store'
import type { Random } from '../../ports/system'
import type { StoreTransaction } from '../../ports/transaction'
import type { DeviceRecord } from './binding.rules'
import { rebindBoundTrail, rebindRevokedTrail, type RebindDecision } from './rebind-trail.rules'
import { phoneBefore } from './rebind.rules'
import { isSamePhone } from './same-phone.rules'

const HOUR_MS = 3_600_000
const EXPIRES_AFTER_MS = 72 * HOUR_MS
const ESCALATES_AFTER_MS = 24 * HOUR_MS

export interface RebindSubjectDependencies {
  readonly devices: Pick<DeviceStore, 'find' | 'ofEmployee'>
  readonly rebinds: Pick<RebindStore, 'countHeld' | 'loadParties' | 'replace' | 'discard'>
  readonly settlements: Pick<SettlementStore, 'pendingOfKey'>
  readonly settle: Settle
  readonly random: Random
}

type Applied = Awaited<ReturnType<ApprovalSubject['apply']>>

/**
 * A change of phones as approvals see it; the subject is the candidate device. Approved: the old key and its sessions
 * are dead, the new one is bound, and what it sent meanwhile settles with its own time, all in one transaction.
 * Otherwise the new key is dead and what it sent is refused.
 */
export function createRebindSubject(dependencies: RebindSubjectDependencies): ApprovalSubject {
  const { devices, rebinds } = dependencies
  return {
    kind: 'rebind',
    expiresAfterMs: EXPIRES_AFTER_MS,
    escalatesAfterMs: ESCALATES_AFTER_MS,
    approvers: ['direct_leader', 'department_leader', 'next_level_up', 'hr', 'admin'],

    async describe({ subjectId, requesterId }) {
      const candidate = await devices.find(subjectId)
      if (candidate === null) return null
      const oldPhone = phoneBefore(candidate, await devices.ofEmployee(requesterId))?.facts ?? null
      return {
        kind: 'rebind',
        newPhone: candidate.facts,
        oldPhone,
        probablySamePhone: oldPhone !== null && isSamePhone(oldPhone, candidate.facts),
        heldAttempts: isOpen(candidate) ? await rebinds.countHeld(requesterId, candidate.keyThumbprint) : 0,
      }
    },

    async apply(tx, request, outcome) {
      const parties = await rebinds.loadParties(tx, request.subjectId)
      if (parties === null) throw new AppError('APPROVAL_ALREADY_DECIDED')
      const changed = await changePhones(dependencies, tx, parties, request, outcome)
      return changed === 'conflict' ? 'conflict' : settleHeld(dependencies, tx, parties.candidate, outcome)
    },
  }
}

const isOpen = ({ state }: DeviceRecord) => state === 'candidate'

async function changePhones(
  { rebinds, random }: RebindSubjectDependencies,
  tx: StoreTransaction,
  parties: RebindParties,
  request: SubjectRequest,
  { status, decidedBy, atMs, requestId }: SubjectOutcome,
): Promise<'replaced' | 'discarded' | 'conflict'> {
  const { candidate, active } = parties
  const decision: RebindDecision = { approvalId: request.id, status, decidedBy, requestId }
  if (status !== 'approved') {
    const reason = `rebind_${status}`
    const trail = rebindRevokedTrail(random.id(), candidate, reason, decision)
    return rebinds.discard(tx, candidate, reason, trail, atMs)
  }
  const revoked = active === null ? null : rebindRevokedTrail(random.id(), active, 'replaced', decision)
  const bound = rebindBoundTrail(random.id(), candidate, decision)
  const trail = {
    audit: [...(revoked?.audit ?? []), ...bound.audit],
    events: [...(revoked?.events ?? []), ...bound.events],
  }
  return rebinds.replace(tx, parties, trail, atMs)
}

/** In the order of capture, so that a later one is judged beside those that stand by then. */
async function settleHeld(
  { settlements, settle }: RebindSubjectDependencies,
  tx: StoreTransaction,
  { employeeId, keyThumbprint }: DeviceRecord,
  { status, decidedBy, atMs, requestId }: SubjectOutcome,
): Promise<Applied> {
  const cause = { kind: 'rebind', approved: status === 'approved', by: decidedBy } as const
  let effect: string | null = null
  for (const attemptId of await settlements.pendingOfKey(tx, employeeId, keyThumbprint)) {
    const settled = await settle(tx, { attemptId, cause, requestId }, atMs)
    if (settled === 'conflict') return 'conflict'
    effect ??= settled.effect
  }
  return { effect }
}
