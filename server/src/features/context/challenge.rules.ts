import type { Sha256Hex } from '#contract/api'

/** A challenge as it is stored: one device key's licence to sign up to 32 attempts. */
export interface NewChallenge {
  readonly id: string
  readonly keyThumbprint: Sha256Hex
  readonly employeeId: string
  readonly issuedAtMs: number
  /** Server clock minus phone clock; the phone's claimed times plus this are server times. */
  readonly clockOffsetMs: number
}

export interface ChallengeInput {
  /** UUID v7. */
  readonly id: string
  /** The active key, or the candidate of an open rebind: no other key gets a challenge. */
  readonly keyThumbprint: Sha256Hex
  readonly employeeId: string
  readonly nowMs: number
  /** The phone's clock when it asked; null when it did not say: its clock is then taken as right. */
  readonly phoneTimeMs: number | null
}

/** The next challenge of a device, with the clock offset measured by the request that it answers. */
export function newChallenge({ id, keyThumbprint, employeeId, nowMs, phoneTimeMs }: ChallengeInput): NewChallenge {
  return {
    id,
    keyThumbprint,
    employeeId,
    issuedAtMs: nowMs,
    clockOffsetMs: phoneTimeMs === null ? 0 : nowMs - phoneTimeMs,
  }
}
