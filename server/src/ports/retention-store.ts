import type { Trail } from './trail'

/** What may be forgotten: rows that nothing can use any more. Every deletion is one small transaction. */
export interface RetentionStore {
  /** Ids of challenges issued before then, the oldest first. */
  challengesIssuedBefore(beforeMs: number, limit: number): Promise<readonly string[]>
  deleteChallenges(ids: readonly string[], trail: Trail, nowMs: number): Promise<void>
  /** Ids of sessions that expired before then, the longest expired first. */
  sessionsExpiredBefore(beforeMs: number, limit: number): Promise<readonly string[]>
  /** With their refresh tokens. */
  deleteSessions(ids: readonly string[], trail: Trail, nowMs: number): Promise<void>
}
