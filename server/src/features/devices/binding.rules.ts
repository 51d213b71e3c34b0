import type { DeviceFacts } from '#contract/api'

/** After which a person may bind the next phone unaided. */
export const UNBOUND_BY_HR = 'unbound_by_hr'
/** Whoever comes back binds anew, as at first. */
export const EMPLOYEE_LEFT = 'employee_left'
const MAY_BIND_AGAIN: ReadonlySet<string | null> = new Set([UNBOUND_BY_HR, EMPLOYEE_LEFT])

export interface DeviceRecord {
  readonly id: string
  readonly employeeId: string
  readonly keyThumbprint: string
  /** Raw Ed25519 key, base64url. */
  readonly publicKey: string
  readonly state: 'active' | 'candidate' | 'revoked'
  readonly facts: DeviceFacts
  readonly createdAtMs: number
  readonly boundAtMs: number | null
  readonly revokedAtMs: number | null
  readonly revokedReason: string | null
}

export type BindingVerdict =
  /** `first`: this person never had a bound phone. */
  | { readonly verdict: 'bind'; readonly first: boolean }
  /** This very key is active for this person: a repeat. */
  | { readonly verdict: 'already_mine'; readonly device: DeviceRecord }
  | { readonly verdict: 'other_phone_bound' }
  | { readonly verdict: 'key_of_another' }
  /** HR unbound the old phone meanwhile: what was checked in on the new one settles with the request, not beside it. */
  | { readonly verdict: 'rebind_requested' }
  /** A key that was revoked never comes back. */
  | { readonly verdict: 'key_was_revoked' }

/**
 * Whether a person may bind this key unaided: on first use, after HR unbound the last phone, or after coming back to the
 * company. Everything else is a rebind, which leaders decide.
 * @param own the person's devices, in any order
 * @param withKey everyone's devices with this key
 */
export function judgeBinding(
  employeeId: string,
  keyThumbprint: string,
  own: readonly DeviceRecord[],
  withKey: readonly DeviceRecord[],
): BindingVerdict {
  if (withKey.some((device) => device.employeeId !== employeeId)) return { verdict: 'key_of_another' }
  const mine = own.filter((device) => device.keyThumbprint === keyThumbprint)
  const active = own.find((device) => device.state === 'active')
  if (active !== undefined) {
    return active.keyThumbprint === keyThumbprint
      ? { verdict: 'already_mine', device: active }
      : { verdict: 'other_phone_bound' }
  }
  if (mine.some((device) => device.state === 'revoked')) return { verdict: 'key_was_revoked' }
  if (own.some((device) => device.state === 'candidate')) return { verdict: 'rebind_requested' }
  const last = lastBound(own)
  if (last === undefined) return { verdict: 'bind', first: true }
  return MAY_BIND_AGAIN.has(last.revokedReason) ? { verdict: 'bind', first: false } : { verdict: 'other_phone_bound' }
}

/** The phone bound now, else the one bound last. */
function lastBound(own: readonly DeviceRecord[]): DeviceRecord | undefined {
  const endMs = ({ state, revokedAtMs }: DeviceRecord) => (state === 'active' ? Infinity : (revokedAtMs ?? 0))
  return own.filter((device) => device.boundAtMs !== null).sort((a, b) => endMs(b) - endMs(a))[0]
}
