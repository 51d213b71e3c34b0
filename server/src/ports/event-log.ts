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

export interface EventLog {
  /** All or nothing; documents that are there already are left as they are. */
  append(documents: readonly EventLogDocument[]): Promise<void>
}
