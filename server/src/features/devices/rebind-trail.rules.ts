/** What a change of phones leaves in the audit trail and the outbox. The words of the request stay with the request. */
import type { DeviceFacts } from '#contract/api'
import type { DeviceRecord } from './binding.rules'

/** How the request ended, for the lines about its phones. */
export interface RebindDecision {
  readonly approvalId: string
  readonly status: 'approved' | 'rejected' | 'withdrawn' | 'expired'
  /** Null when nobody decided: withdrawn or expired. */
  readonly decidedBy: string | null
  readonly requestId: string | null
}

interface Candidate {
  readonly deviceId: string
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly facts: DeviceFacts
}

export function rebindRequestedTrail({ deviceId, employeeId, keyThumbprint, facts }: Candidate, requestId: string) {
  return {
    audit: [
      {
        actor: { kind: 'employee', id: employeeId },
        action: 'device.rebind_requested',
        subject: { kind: 'device', id: deviceId },
        requestId,
        detail: { deviceId, employeeId, keyThumbprint, ...facts },
      },
    ],
    events: [],
  } as const
}

/** @param reason `replaced`, or why a candidate never became the phone */
export function rebindRevokedTrail(
  eventId: string,
  device: Pick<DeviceRecord, 'id' | 'employeeId' | 'keyThumbprint'>,
  reason: string,
  decision: RebindDecision,
) {
  const { id: deviceId, employeeId, keyThumbprint } = device
  const detail = { deviceId, employeeId, keyThumbprint, ...howEnded(decision), revokedBy: decision.decidedBy, reason }
  return trailOf('device.revoked', eventId, detail, decision)
}

export function rebindBoundTrail(eventId: string, candidate: DeviceRecord, decision: RebindDecision) {
  const { id: deviceId, employeeId, keyThumbprint, facts } = candidate
  const bound = { deviceId, employeeId, keyThumbprint, first: false, ...facts }
  return trailOf('device.bound', eventId, { ...bound, ...howEnded(decision), approvedBy: decision.decidedBy }, decision)
}

function howEnded({ approvalId, status }: RebindDecision) {
  return { by: 'rebind', approvalId, status } as const
}

function trailOf(
  type: 'device.revoked' | 'device.bound',
  eventId: string,
  detail: { readonly deviceId: string; readonly employeeId: string } & Readonly<Record<string, unknown>>,
  decision: RebindDecision,
) {
  const { deviceId, employeeId } = detail
  const { requestId } = decision
  const subject = { kind: 'device', id: deviceId } as const
  return {
    audit: [{ actor: actorOf(decision, employeeId), action: type, subject, requestId, detail }],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type, payload: detail }],
  } as const
}

/** Withdrawing is the requester's own act; expiring is nobody's. */
function actorOf({ decidedBy, status }: RebindDecision, requesterId: string) {
  if (decidedBy !== null) return { kind: 'employee', id: decidedBy } as const
  if (status === 'withdrawn') return { kind: 'employee', id: requesterId } as const
  return { kind: 'system', id: 'approvals' } as const
}
