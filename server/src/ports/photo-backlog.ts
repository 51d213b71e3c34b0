/** Photos that people owe or that wait to be looked at, in the database that all processes share; for metrics. */
export interface PhotoBacklog {
  /** Named by an attempt and not settled yet, whether or not it is time to look. */
  readonly awaitedCount: number
  /** Those of them whose look is due. */
  readonly dueCount: number
  /** Since when the longest due one waits; null: none is due. */
  readonly oldestDueAtMs: number | null
}

/** Counts in one index; cheap enough for every scrape. */
export type ReadPhotoBacklog = (nowMs: number) => Promise<PhotoBacklog>
