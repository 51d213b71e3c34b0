import type { AppliedMigration, Migration } from './migrations'

/** `_prisma_migrations` as Prisma's CLI keeps it, one implementation per engine. */
export interface MigrationHistory<M extends Migrating = Migrating> {
  /** Empty when the table does not exist yet. */
  read(): Promise<AppliedMigration[]>
  /** Runs work in one transaction that holds the migration lock, so that two processes take turns. */
  locked<Result>(work: (migrating: M) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export interface Migrating {
  /** Makes the table when it is missing. */
  read(): Promise<AppliedMigration[]>
  run(sql: string): Promise<void>
  record(migration: Migration, row: { id: string; startedAtMs: number; finishedAtMs: number }): Promise<void>
}
