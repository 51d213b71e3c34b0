import type { ExaminedFile } from '../sqlite/database-file'

/** The two steps that keep a process busy for as long as the database is large; elsewhere, so that progress can be told. */
export interface DatabaseFiles {
  /** See `copyDatabase`. */
  copy(file: string, target: string): Promise<void>
  /** See `examineDatabase`. */
  examine(file: string): Promise<ExaminedFile>
}

/** What a process of its own is asked for. */
export type FileJob =
  | { readonly kind: 'copy'; readonly file: string; readonly target: string }
  | { readonly kind: 'examine'; readonly file: string }

/** `fault`: in SQLite's own words. */
export type FileJobAnswer = { readonly examined: ExaminedFile | null } | { readonly fault: string }

/** It was said why, in a line for the operator; nothing was changed. */
export class BackupRefused extends Error {}

/** Told now and then; `totalBytes` is an estimate. */
export type OnProgress = (doneBytes: number, totalBytes: number) => void

/** Of the database in a file, as the operator is told. */
export interface BackupFacts {
  readonly bytes: number
  readonly attemptCount: number
  readonly employeeCount: number
  readonly eventCount: number
  /** The newest migration that it has seen. */
  readonly newestMigration: string
  /** Migrations of this program that it has not seen. */
  readonly pendingMigrations: readonly string[]
}
