import type { ApprovalSubject, DescribedSubject, SubjectOutcome, SubjectRequest } from '../../ports/approval-subject'
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
import { settleFirstHeld } from './settle-held.usecase'

const HOUR_MS = 3_600_000
const EXPIRES_AFTER_MS = 72 * HOUR_MS
/** Of five levels the last is asked after 48 h, and has a day left. */
const ESCALATES_AFTER_MS = 12 * HOUR_MS

/** The candidate came to its end in some other way: how the request ended stands, and changed nothing. */
const SUBJECT_SETTLED = 'SUBJECT_SETTLED'

/** What is asked about, the two phones, never changes while the request waits. */
const ONLY_VERSION = 1

export interface RebindSubjectDependencies {
  readonly devices: Pick<DeviceStore, 'ofEmployees'>
  readonly rebinds: Pick<RebindStore, 'countHeld' | 'loadParties' | 'replace' | 'discard'>
  readonly settlements: Pick<SettlementStore, 'heldOfKey'>
  readonly settle: Settle
  readonly random: Random
}

type Applied = Awaited<ReturnType<ApprovalSubject['apply']>>

/**
 * A change of phones as approvals see it; the subject is the candidate device. Approved: the old key and its sessions
 * are dead, the new one is bound, and what it sent meanwhile settles with its own time. Otherwise the new key is dead and
 * what it sent is refused. All in one transaction, unless too much is held: the rest settles by the events of the phones.
 */
export function createRebindSubject(dependencies: RebindSubjectDependencies): ApprovalSubject {
  const { devices, rebinds } = dependencies
  return {
    kind: 'rebind',
    expiresAfterMs: EXPIRES_AFTER_MS,
    escalatesAfterMs: ESCALATES_AFTER_MS,
    approvers: ['direct_leader', 'department_leader', 'next_level_up', 'hr', 'admin'],

    async describe(requests) {
      const owned = await devices.ofEmployees([...new Set(requests.map(({ requesterId }) => requesterId))])
      const asked = new Set(requests.map(({ subjectId }) => subjectId))
      const open = owned.filter((device) => asked.has(device.id) && isOpen(device))
      const held = await rebinds.countHeld(open)
      return new Map(
        requests.flatMap(({ id, subjectId, requesterId }) => {
          const own = owned.filter(({ employeeId }) => employeeId === requesterId)
          const candidate = own.find((device) => device.id === subjectId)
          return candidate === undefined ? [] : [[id, describeChange(candidate, own, held)] as const]
        }),
      )
    },

    holdVersion: (_tx, _request, version) => Promise.resolve(version === ONLY_VERSION),

    async apply(tx, request, outcome) {
      const parties = await rebinds.loadParties(tx, request.subjectId)
      if (parties === null) return { effect: SUBJECT_SETTLED }
      const changed = await changePhones(dependencies, tx, parties, request, outcome)
      return changed === 'conflict' ? 'conflict' : settleHeld(dependencies, tx, parties.candidate, outcome)
    },
  }
}

function describeChange(
  candidate: DeviceRecord,
  own: readonly DeviceRecord[],
  held: ReadonlyMap<string, number>,
): DescribedSubject {
  const oldPhone = phoneBefore(candidate, own)?.facts ?? null
  return {
    reply: {
      kind: 'rebind',
      newPhone: candidate.facts,
      oldPhone,
      probablySamePhone: oldPhone !== null && isSamePhone(oldPhone, candidate.facts),
      heldAttempts: held.get(candidate.keyThumbprint) ?? 0,
    },
    version: ONLY_VERSION,
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

async function settleHeld(
  dependencies: RebindSubjectDependencies,
  tx: StoreTransaction,
  { employeeId, keyThumbprint }: DeviceRecord,
  { status, decidedBy, atMs, requestId }: SubjectOutcome,
): Promise<Applied> {
  const end = { employeeId, keyThumbprint, approved: status === 'approved', by: decidedBy }
  const settled = await settleFirstHeld(dependencies, tx, end, { requestId, atMs })
  return settled === 'conflict' ? 'conflict' : { effect: settled.effect }
}
