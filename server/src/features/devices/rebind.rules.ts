/** When a change of phones may be asked for, and what it replaces. */
import { judgeBinding, type DeviceRecord } from './binding.rules'

export type RebindVerdict =
  | { readonly verdict: 'ask' }
  /** This very key waits for a decision already: a repeat. */
  | { readonly verdict: 'repeat'; readonly candidate: DeviceRecord }
  /** Another key of this person does. */
  | { readonly verdict: 'other_requested' }
  /** The phone is bound, or may be bound unaided. */
  | { readonly verdict: 'not_needed' }
  | { readonly verdict: 'key_of_another' }
  /** A key that was revoked never comes back. */
  | { readonly verdict: 'key_was_revoked' }

/**
 * Whether a person may ask for a change to the phone with this key.
 * @param own the person's devices, in any order
 * @param withKey everyone's devices with this key
 */
export function judgeRebind(
  employeeId: string,
  keyThumbprint: string,
  own: readonly DeviceRecord[],
  withKey: readonly DeviceRecord[],
): RebindVerdict {
  const binding = judgeBinding(employeeId, keyThumbprint, own, withKey)
  if (binding.verdict === 'key_of_another') return binding
  const candidates = own.filter((device) => device.state === 'candidate')
  const candidate = candidates.find((device) => device.keyThumbprint === keyThumbprint)
  if (candidate !== undefined) return { verdict: 'repeat', candidate }
  if (candidates.length > 0) return { verdict: 'other_requested' }
  if (binding.verdict === 'bind' || binding.verdict === 'already_mine') return { verdict: 'not_needed' }
  const wasRevoked = own.some((device) => device.keyThumbprint === keyThumbprint && device.state === 'revoked')
  return { verdict: wasRevoked ? 'key_was_revoked' : 'ask' }
}

/**
 * The phone that was the person's when this candidate was asked for: also long after it was decided.
 * @returns null when none had ever been bound
 */
export function phoneBefore(candidate: DeviceRecord, own: readonly DeviceRecord[]): DeviceRecord | null {
  const boundAtMs = ({ boundAtMs: at }: DeviceRecord) => at ?? Infinity
  const earlier = own.filter((device) => device.id !== candidate.id && boundAtMs(device) <= candidate.createdAtMs)
  return earlier.sort((a, b) => boundAtMs(b) - boundAtMs(a))[0] ?? null
}
