import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Migration {
  /** The name of its folder, e.g. `20261122000000_initial`; they are applied in the order of their names. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file's bytes as lower-case hex, as Prisma's own CLI computes it. */
  readonly checksum: string
}

/** A row of `_prisma_migrations` that was not marked as rolled back. */
export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  /** False: Prisma's CLI began it and it failed. */
  readonly finished: boolean
}

export interface MigrationState {
  readonly applied: readonly string[]
  readonly pending: readonly Migration[]
  /** Why nothing may be applied, one clear line each; empty when all is well. */
  readonly problems: readonly string[]
}

/** Reads the migrations of a folder in Prisma's layout, in the order in which they are applied. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/** Compares what this version of the software brings with what the database has seen. */
export function compareMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): MigrationState {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const appliedNames = new Set(applied.map((row) => row.name))
  const newest = [...appliedNames].sort().at(-1) ?? ''
  const problems = [
    ...applied.flatMap((row) => {
      const migration = known.get(row.name)
      if (migration === undefined) return [`${row.name} was applied by another version of this software`]
      if (!row.finished) return [`${row.name} was begun by Prisma's CLI and failed`]
      return migration.checksum === row.checksum ? [] : [`${row.name} was changed since it was applied`]
    }),
    ...migrations
      .filter((migration) => !appliedNames.has(migration.name) && migration.name < newest)
      .map((migration) => `${migration.name} is older than ${newest}, which was applied already`),
  ]
  return {
    applied: [...appliedNames].sort(),
    pending: migrations.filter((migration) => !appliedNames.has(migration.name)),
    problems,
  }
}
