import type { DeviceFacts } from '#contract/api'

/** After which a person may bind the next phone unaided. */
export const UNBOUND_BY_HR = 'unbound_by_hr'

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
  /** A key that was revoked never comes back. */
  | { readonly verdict: 'key_was_revoked' }

/**
 * Whether a person may bind this key unaided: on first use, or after HR unbound the last phone. Everything else is a
 * rebind, which leaders decide.
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
  const bound = own.filter((device) => device.boundAtMs !== null)
  const last = [...bound].sort((a, b) => (b.revokedAtMs ?? 0) - (a.revokedAtMs ?? 0))[0]
  if (last === undefined) return { verdict: 'bind', first: true }
  return last.revokedReason === UNBOUND_BY_HR ? { verdict: 'bind', first: false } : { verdict: 'other_phone_bound' }
}
