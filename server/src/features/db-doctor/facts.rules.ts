/** What the doctor reads from a database; it changes nothing. */

export type DatabaseFacts = SqlServerFacts | SqliteFacts

export interface SqlServerFacts {
  readonly engine: 'sqlserver'
  /** E.g. `16.0.4135.4`; Azure SQL says 12 whatever it is. */
  readonly version: string
  readonly isAzure: boolean
  readonly compatibilityLevel: number
  readonly collation: string
  readonly isReadCommittedSnapshotOn: boolean
  readonly isWritable: boolean
  /** Of this connection, which is asked for in English. */
  readonly language: string
  /** The server's clock minus ours. */
  readonly clockAheadMs: number
  readonly indexes: readonly { readonly name: string; readonly isDisabled: boolean }[]
  /** `Table.column` → collation, of texts. */
  readonly collations: ReadonlyMap<string, string>
  readonly rights: {
    readonly canReadAndWriteRows: boolean
    readonly canChangeTables: boolean
    /** Deletes audit lines, or changes seals. */
    readonly canRewriteAudit: boolean
  }
  /** Of the data files; `mostBytes` null: they may grow as far as the disk goes. */
  readonly space: { readonly usedBytes: number; readonly mostBytes: number | null }
}

export interface SqliteFacts {
  readonly engine: 'sqlite'
  readonly version: string
  readonly journalMode: string
  /** What SQLite's own check has to complain about. */
  readonly corruptions: readonly string[]
  /** Tables with rows that refer to nothing. */
  readonly strayTables: readonly string[]
  readonly indexes: readonly { readonly name: string; readonly isDisabled: boolean }[]
  readonly fileBytes: number
  /** Of the write-ahead log beside it. */
  readonly logBytes: number
  /** On the file's disk. */
  readonly freeBytes: number
}

/** Why there are none. */
export interface Unreachable {
  readonly engine: null
  readonly reason: 'refused' | 'no_line' | 'no_file' | 'other'
  /** The driver's own words, without address and password. */
  readonly text: string
}
