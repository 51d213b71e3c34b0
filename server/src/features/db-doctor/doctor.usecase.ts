import type { DatabaseProbe } from '../../ports/database-probe'
import { leftOut, type DoctorLine } from '../doctors/doctor-line.rules'
import {
  encryptionLine,
  indexLine,
  migrationLine,
  sqliteLines,
  sqlServerLines,
  unreachableLine,
  type LineSettings,
  type MigrationFacts,
} from './doctor-texts.rules'
import type { WantedObjects } from './wanted-objects.rules'

export interface DatabaseDoctorDependencies {
  readonly probe: DatabaseProbe
  /** Of the line to SQL Server; null: the database is a file. */
  readonly line: LineSettings | null
  readonly migrations: () => Promise<MigrationFacts>
  readonly wanted: WantedObjects
}

/** Every check, one line each, as they are done. Changes nothing, and names no secret. */
export async function* runDatabaseDoctor(dependencies: DatabaseDoctorDependencies): AsyncGenerator<DoctorLine> {
  const { probe, line, wanted } = dependencies
  const facts = await probe.facts()
  if (facts.engine === null) {
    yield unreachableLine(facts)
    if (line !== null) yield encryptionLine(line)
    yield leftOut('其他', '先处理上面的问题')
    return
  }
  if (line !== null) yield encryptionLine(line)
  yield* facts.engine === 'sqlserver' ? sqlServerLines(facts, wanted) : sqliteLines(facts)
  const migrations = await dependencies.migrations()
  yield migrationLine(migrations)
  yield indexLine(facts.indexes, wanted, migrations.pending.length + migrations.problems.length === 0)
}
