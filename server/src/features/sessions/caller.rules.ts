import type { ConsentState, DeviceStanding } from '#contract/api'
import type { ErrorCode } from '#contract/error-codes'
import { effectiveRoles, type RoleFacts, type RoleInScope } from '../people/roles.rules'
import { consentState, type GivenConsent, type PublishedNotice } from '../privacy/consent.rules'

/** A session and everything about its person that a request rests on, as the database has it now. */
export interface SessionFacts extends RoleFacts {
  readonly sessionId: string
  readonly employee: {
    readonly id: string
    readonly userId: string
    readonly name: string
    readonly department: string | null
    readonly leftAtMs: number | null
  }
  readonly keyThumbprint: string | null
  readonly loggedInAtMs: number
  readonly expiresAtMs: number
  readonly revokedAtMs: number | null
  /** The person's devices that are active or the candidate of a pending rebind. */
  readonly devices: readonly LiveDevice[]
  readonly consents: readonly GivenConsent[]
  readonly notices: readonly PublishedNotice[]
}

export interface LiveDevice {
  readonly keyThumbprint: string
  readonly state: 'active' | 'candidate'
  /** When a candidate's request expires; null for the active one. */
  readonly untilMs: number | null
}

export interface SessionCaller {
  readonly sessionId: string
  readonly employeeId: string
  readonly userId: string
  readonly name: string
  readonly roles: readonly RoleInScope[]
  readonly keyThumbprint: string | null
  readonly device: DeviceStanding
  readonly consentSufficient: boolean
  readonly sessionKind: SessionKind
  readonly loggedInAtMs: number
}

/** `web`: opened in a browser. It has no key, may do what its person may do by `session` access, and never binds one. */
export type SessionKind = 'phone' | 'web'

/** How long an access token is good, and with it a phone's session without a key. */
export const ACCESS_TOKEN_MS = 15 * 60_000

/** A phone's session without a key ends with its access token: one that lasts longer is a browser's. */
export function sessionKind({
  keyThumbprint,
  loggedInAtMs,
  expiresAtMs,
}: Pick<SessionFacts, 'keyThumbprint' | 'loggedInAtMs' | 'expiresAtMs'>): SessionKind {
  return keyThumbprint === null && expiresAtMs - loggedInAtMs > ACCESS_TOKEN_MS ? 'web' : 'phone'
}

/**
 * How a phone stands that shows this key, or none. `none`: no phone is bound; `other_bound`: another one is. A candidate
 * whose request has expired is a phone like any other, also before the job has ended it.
 */
export function deviceStanding(
  keyThumbprint: string | null,
  devices: readonly LiveDevice[],
  nowMs: number,
): DeviceStanding {
  const own = devices.filter(
    (device) => device.keyThumbprint === keyThumbprint && (device.untilMs === null || device.untilMs > nowMs),
  )
  if (own.some((device) => device.state === 'active')) return 'bound'
  if (own.some((device) => device.state === 'candidate')) return 'candidate'
  return devices.some((device) => device.state === 'active') ? 'other_bound' : 'none'
}

export function consentOf(facts: SessionFacts, nowMs: number, graceDays: number): ConsentState {
  return consentState(facts.notices, facts.consents, nowMs, graceDays)
}

/** Why a session cannot be used; null when it holds. */
export function sessionProblem(facts: SessionFacts, nowMs: number): ErrorCode | null {
  if (facts.revokedAtMs !== null) return 'SESSION_REVOKED'
  if (facts.expiresAtMs <= nowMs) return 'TOKEN_INVALID'
  if (hasLeft(facts.employee, nowMs)) return 'EMPLOYEE_LEFT'
  return null
}

export function hasLeft(employee: { readonly leftAtMs: number | null }, nowMs: number): boolean {
  return employee.leftAtMs !== null && employee.leftAtMs <= nowMs
}

export function callerOf(facts: SessionFacts, nowMs: number, graceDays: number): SessionCaller {
  const { sessionId, employee, keyThumbprint, devices, loggedInAtMs } = facts
  return {
    sessionId,
    employeeId: employee.id,
    userId: employee.userId,
    name: employee.name,
    roles: effectiveRoles(facts),
    keyThumbprint,
    device: deviceStanding(keyThumbprint, devices, nowMs),
    consentSufficient: consentOf(facts, nowMs, graceDays).sufficient,
    sessionKind: sessionKind(facts),
    loggedInAtMs,
  }
}
