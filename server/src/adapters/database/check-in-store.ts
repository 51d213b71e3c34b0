import type { CheckInQuery, CheckInStore, CheckInWrite } from '../../ports/check-in-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { bulkWriter, type BulkWriter } from './bulk-rows'
import { commitCheckIns, DayChanged } from './check-in-commit'
import { loadCheckIns } from './check-in-load'
import { readCheckInRows } from './check-in-read'
import { isolateFaults } from './check-in-isolate'
import type { Database } from './database'
import { groupWork } from './group'
import { bulkWriter as bulkWriterOfSqlite } from './sqlite/bulk-writer'
import { readCheckInRows as readCheckInRowsOfSqlite } from './sqlite/check-in-read'
import { uniqueConflict } from './unique-conflict'
import type { UniqueIndex } from './unique-indexes'

export interface CheckInStoreOptions {
  readonly cipher: FieldCipher
  /** At most this many attempts are loaded or committed together; 1 turns grouping off. */
  readonly groupSize: number
}

export function createCheckInStore(database: Database, { cipher, groupSize }: CheckInStoreOptions): CheckInStore {
  const readRows = database.engine === 'sqlite' ? readCheckInRowsOfSqlite : readCheckInRows
  const bulk = database.engine === 'sqlite' ? bulkWriterOfSqlite : bulkWriter
  const load = groupWork({
    maxItems: groupSize,
    run: isolateFaults((queries: readonly CheckInQuery[]) => loadCheckIns(database.read, readRows, cipher, queries)),
  })
  const commit = groupWork({
    maxItems: groupSize,
    keyOf: (write: CheckInWrite) => write.employeeId,
    run: isolateFaults((writes: readonly CheckInWrite[]) => commitGroup(database, bulk, cipher, writes)),
  })
  return { load: async (query) => (await load(query))(), commit: async (write) => (await commit(write))() }
}

type Commitment = 'committed' | 'conflict'

/** The last guards of requests, challenge positions and slots, and the day's row created twice at once. */
const RACE_INDEXES: ReadonlySet<UniqueIndex | null> = new Set<UniqueIndex>([
  'Attempt_one_per_request',
  'Attempt_one_per_challenge_position',
  'Attempt_one_accepted_early',
  'EmployeeDay_pkey',
])

async function commitGroup(
  database: Database,
  bulk: BulkWriter,
  cipher: FieldCipher,
  writes: readonly CheckInWrite[],
): Promise<Commitment[]> {
  if (await holds(database, bulk, cipher, writes)) return writes.map(() => 'committed')
  if (writes.length === 1) return ['conflict']
  const singly: Commitment[] = []
  for (const write of writes) singly.push((await holds(database, bulk, cipher, [write])) ? 'committed' : 'conflict')
  return singly
}

/** False when a day changed meanwhile, or a unique index of requests, positions or slots refused a row. */
async function holds(
  database: Database,
  bulk: BulkWriter,
  cipher: FieldCipher,
  writes: readonly CheckInWrite[],
): Promise<boolean> {
  try {
    await database.write((tx) => commitCheckIns(tx, bulk, cipher, writes))
    return true
  } catch (fault) {
    if (fault instanceof DayChanged || RACE_INDEXES.has(uniqueConflict(fault))) return false
    throw fault
  }
}
