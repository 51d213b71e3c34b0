import type { SessionFacts } from '../features/sessions/caller.rules'
import type { Trail } from './trail'

export interface NewSession {
  readonly id: string
  readonly employeeId: string
  /** Null for a phone without a bound or candidate key. */
  readonly keyThumbprint: string | null
  readonly loggedInAtMs: number
  readonly expiresAtMs: number
  /** Of the first refresh token; null for an unbound phone. */
  readonly refreshTokenHash: string | null
}

export interface StoredRefreshToken {
  readonly sessionId: string
  readonly generation: number
  /** Null for the newest of its family. */
  readonly replacedAtMs: number | null
}

export type RevocationReason = 'logout' | 'refresh_reuse' | 'device_revoked'

export interface SessionStore {
  /** Null: no such session. Calls that come together share their queries. */
  loadCaller(sessionId: string): Promise<SessionFacts | null>
  /** By session id; the number of queries does not depend on how many are asked for. */
  loadCallers(sessionIds: readonly string[]): Promise<ReadonlyMap<string, SessionFacts>>
  open(session: NewSession, trail: Trail, nowMs: number): Promise<void>
  findRefreshToken(hash: string): Promise<StoredRefreshToken | null>
  /**
   * Replaces the newest token of a living session by its successor. Leaves no trail: it changes nobody's rights.
   * @returns false when it was replaced before
   */
  replaceRefreshToken(token: { readonly hash: string; readonly successorHash: string }, nowMs: number): Promise<boolean>
  /** @returns false, and no trail, when it was revoked before */
  revoke(sessionId: string, reason: RevocationReason, trail: Trail, nowMs: number): Promise<boolean>
  /** A login that was refused: nothing but its trail. */
  recordRefusal(trail: Trail, nowMs: number): Promise<void>
}
