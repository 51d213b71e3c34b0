import type { Trail } from './trail'

/** What passed between us and WeCom: how things were told and passed on, not what happened. */
export type WecomTable = 'WecomCallback' | 'Notice' | 'ApprovalCard' | 'AttendanceWriteBack'

/** What may be forgotten: rows that nothing can use any more. Every deletion is one small transaction. */
export interface RetentionStore {
  /** Ids of challenges issued before then, the oldest first. */
  challengesIssuedBefore(beforeMs: number, limit: number): Promise<readonly string[]>
  deleteChallenges(ids: readonly string[], trail: Trail, nowMs: number): Promise<void>
  /** Ids of sessions that expired before then, the longest expired first. */
  sessionsExpiredBefore(beforeMs: number, limit: number): Promise<readonly string[]>
  /** With their refresh tokens. */
  deleteSessions(ids: readonly string[], trail: Trail, nowMs: number): Promise<void>
  /**
   * Ids of events that happened before then and that every subscriber has taken or was spared, the oldest first. Never
   * the last one of the feed: numbers go on from it.
   */
  settledEventsBefore(beforeMs: number, limit: number): Promise<readonly string[]>
  /** With their deliveries. */
  deleteEvents(ids: readonly string[], trail: Trail, nowMs: number): Promise<void>
  /** Ids of entries of the embedded event log from before then, the oldest first. */
  logEntriesBefore(beforeMs: number, limit: number): Promise<readonly string[]>
  deleteLogEntries(ids: readonly string[], trail: Trail, nowMs: number): Promise<void>
  /** Ids of rows that came to their end before the one moment, or were given up before the other; the oldest first. */
  wecomRowsBefore(
    table: WecomTable,
    before: { readonly endedMs: number; readonly givenUpMs: number },
    limit: number,
  ): Promise<readonly string[]>
  deleteWecomRows(table: WecomTable, ids: readonly string[], trail: Trail, nowMs: number): Promise<void>
}
