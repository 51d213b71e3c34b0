import type { ConsentState, DeviceStanding, SessionReply } from '#contract/api'
import { roleNames, type RoleInScope } from '../people/roles.rules'
import type { SessionFacts } from './caller.rules'

/** A session just opened or refreshed, with its tokens. */
export interface PresentableSession {
  readonly accessToken: string
  readonly accessTokenExpiresAtMs: number
  /** Null for a phone without a bound or candidate key. */
  readonly refreshToken: string | null
  readonly refreshTokenExpiresAtMs: number | null
  readonly employee: SessionFacts['employee']
  readonly roles: readonly RoleInScope[]
  readonly device: DeviceStanding
  readonly consent: ConsentState
}

export function presentSession(opened: PresentableSession): SessionReply {
  const { accessToken, accessTokenExpiresAtMs, refreshToken, refreshTokenExpiresAtMs, roles, device, consent } = opened
  return {
    accessToken,
    accessTokenExpiresAt: isoTime(accessTokenExpiresAtMs),
    refreshToken,
    refreshTokenExpiresAt: refreshTokenExpiresAtMs === null ? null : isoTime(refreshTokenExpiresAtMs),
    employee: presentEmployee(opened.employee),
    roles: roleNames(roles),
    device,
    consent,
  }
}

export function presentEmployee(employee: SessionFacts['employee']): SessionReply['employee'] {
  const { id, userId, name, department } = employee
  return { id, userId, name, department }
}

const isoTime = (ms: number) => new Date(ms).toISOString()
