/** Accepted check-ins on their way into WeCom's own attendance. */

export interface WaitingRecord {
  readonly attemptId: string
  readonly userId: string
  readonly capturedAtMs: number
  readonly siteName: string | null
  readonly siteAddress: string | null
  readonly slotKind: 'early' | 'visit' | 'late'
  readonly deferred: boolean
  /** How often it was begun before. */
  readonly tries: number
  readonly nextTryAtMs: number
}

/** How something is passed on, not what happened: no trail. */
export interface WriteBackStore {
  /**
   * Once per attempt, and not while photos are awaited: what stands in WeCom cannot be taken back. When they are there,
   * it is decided again, and planned then.
   * @returns false when it is there already, or waits for photos
   */
  plan(attemptId: string, nowMs: number): Promise<boolean>
  /** Of attempts that still are accepted, oldest first. Those that are not any more are taken out. */
  due(nowMs: number, limit: number): Promise<readonly WaitingRecord[]>
  /** Begins a try, and keeps other workers away until then. @returns false when one of them has it */
  begin(record: Pick<WaitingRecord, 'attemptId' | 'nextTryAtMs'>, untilMs: number): Promise<boolean>
  sent(attemptId: string, nowMs: number): Promise<void>
  /** @param nextTryAtMs null: given up */
  postpone(attemptId: string, errcode: number | null, nextTryAtMs: number | null): Promise<void>
}
