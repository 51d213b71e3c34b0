import type { LogTopField } from '#contract/api-logs'

/** One line of the searchable log. Ids, codes and a coarse cell: no exact place, no Wi-Fi, no texts of people. */
export interface EventLogDocument {
  /** The event's id: appending it twice leaves one. */
  readonly id: string
  readonly atMs: number
  /** The event's type, e.g. `check_in.decided`. */
  readonly action: string
  readonly outcome: string | null
  readonly code: string | null
  readonly employeeId: string | null
  readonly userId: string | null
  readonly siteId: string | null
  /** What a full-text search finds. */
  readonly text: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** All conditions hold together; of several values of a field one has to fit, of none any fits. */
export type EventLogFilter = {
  /** Each occurs somewhere in the text, whatever the case of its ASCII letters. */
  readonly words: readonly string[]
  /** Included; null: from the beginning. */
  readonly fromMs: number | null
  /** Excluded; null: until now. */
  readonly untilMs: number | null
} & { readonly [Field in LogTopField]: readonly string[] }

/** The last entry of a page: what is appended later never shifts the pages behind it. */
export interface EventLogPlace {
  readonly atMs: number
  readonly id: string
}

export interface EventLogSearch {
  readonly filter: EventLogFilter
  readonly after: EventLogPlace | null
  readonly limit: number
}

export interface EventLogHistogram {
  readonly filter: EventLogFilter & { readonly fromMs: number; readonly untilMs: number }
  /** Buckets begin at `fromMs`. */
  readonly bucketSeconds: number
}

export interface EventLogBucket {
  readonly fromMs: number
  readonly count: number
}

export interface EventLogTop {
  readonly values: readonly { readonly value: string; readonly count: number }[]
  /** Entries whose value of the field is not among these; entries without a value count nowhere. */
  readonly otherCount: number
}

/** `search`, `histogram` and `top` may throw AppError EVENT_LOG_UNAVAILABLE where the log is a service of its own. */
export interface EventLog {
  /** How many documents one `append` is best at; absent: as many as suits the caller. */
  readonly batchSize?: number
  /**
   * Documents that are there already are left as they are. An error: none may be there, or some; appending the same
   * again completes it.
   */
  append(documents: readonly EventLogDocument[]): Promise<void>
  /** Newest first, those of one instant by id, the highest first. */
  search(search: EventLogSearch): Promise<readonly EventLogDocument[]>
  /** In order of time; buckets without entries are left out. */
  histogram(histogram: EventLogHistogram): Promise<readonly EventLogBucket[]>
  /** The most frequent values first, equally frequent ones by value. */
  top(filter: EventLogFilter, field: LogTopField, limit: number): Promise<EventLogTop>
}
