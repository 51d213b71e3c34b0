import type { DeviceFacts } from '#contract/api'
import type { DeviceRecord } from './binding.rules'

interface Bound {
  readonly deviceId: string
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly facts: DeviceFacts
}

/** @param first the person's first phone ever: told to the person and the leader, and shown to HR for a week */
export function deviceBoundTrail(eventId: string, bound: Bound, first: boolean, requestId: string) {
  const { deviceId, employeeId, keyThumbprint, facts } = bound
  const detail = { deviceId, employeeId, keyThumbprint, first, ...facts }
  return {
    audit: [
      {
        actor: { kind: 'employee', id: employeeId },
        action: 'device.bound',
        subject: { kind: 'device', id: deviceId },
        requestId,
        detail,
      },
    ],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type: 'device.bound', payload: detail }],
  } as const
}

/** @param by its text says why, in the words of whoever revoked it: they stay in the audit detail, which can be erased */
export function deviceRevokedTrail(
  eventId: string,
  device: DeviceRecord,
  by: { readonly employeeId: string; readonly text: string },
  requestId: string,
) {
  const { id: deviceId, employeeId, keyThumbprint } = device
  const revoked = { deviceId, employeeId, keyThumbprint, revokedBy: by.employeeId }
  return {
    audit: [
      {
        actor: { kind: 'employee', id: by.employeeId },
        action: 'device.revoked',
        subject: { kind: 'device', id: deviceId },
        requestId,
        detail: { ...revoked, reason: by.text },
      },
    ],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type: 'device.revoked', payload: revoked }],
  } as const
}
