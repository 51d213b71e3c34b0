/** The searchable log under `/api/v1/logs`, and what an operator does about events that nobody takes. */
import type { IsoTime } from './api'

export interface LogEntryReply {
  readonly id: string
  readonly at: IsoTime
  readonly action: string
  readonly outcome: string | null
  readonly code: string | null
  readonly employeeId: string | null
  readonly siteId: string | null
  readonly text: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface LogHistogramReply {
  readonly bucketSeconds: number
  readonly buckets: readonly { readonly from: IsoTime; readonly count: number }[]
}

export interface LogTopReply {
  readonly values: readonly { readonly value: string; readonly count: number }[]
  /** Entries with a value that is not among these. */
  readonly otherCount: number
}

export interface DeadLetterReply {
  readonly eventId: string
  readonly subscriber: string
  readonly type: string
  readonly aggregateKey: string
  readonly createdAt: IsoTime
  readonly attempts: number
  readonly lastError: string | null
  /** Later events of the same key that wait behind it. */
  readonly heldCount: number
}

export interface DropDeadLetterRequest {
  /** Why the subscriber may do without it; 5 to 300 characters, kept in the audit. */
  readonly reason: string
}

/** What the log can be counted by. */
export const LOG_TOP_FIELDS = ['action', 'outcome', 'code', 'employeeId', 'siteId'] as const
export type LogTopField = (typeof LOG_TOP_FIELDS)[number]
