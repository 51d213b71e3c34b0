/** The audit trail's parts on a test database, and what somebody with the database in his hands can do to it. */
import { auditHashes } from '../src/adapters/database/audit-rows'
import { createAuditReader } from '../src/adapters/database/audit-read'
import { createAuditSealStore } from '../src/adapters/database/audit-store'
import type { Database } from '../src/adapters/database/database'
import { createLeaseStore } from '../src/adapters/database/lease-store'
import { SqliteAdapter } from '../src/adapters/database/sqlite/sqlite-adapter'
import { sqliteFileOf } from '../src/adapters/database/sqlite/sqlite-file'
import { writeTrail } from '../src/adapters/database/trail'
import { createSealFiles } from '../src/adapters/system/seal-files'
import type { SealProblem } from '../src/features/audit/check-seal.rules'
import { createSealAudit, type SealAuditPorts } from '../src/features/audit/seal-audit.usecase'
import { verifyAudit, type VerifyAuditRequest } from '../src/features/audit/verify-audit.usecase'
import type { AuditEntry } from '../src/ports/trail'
import { countingRandom, fixedClock } from './fakes'

export const AUDIT_NOW_MS = Date.UTC(2026, 10, 18, 1, 2, 3, 456)

/** A sealer of its own owner, clock and lease on this database. */
export function sealerOn(database: Database, folder: string, changes: Partial<SealAuditPorts> = {}) {
  const audit = createAuditSealStore(database)
  const clock = fixedClock(AUDIT_NOW_MS)
  const leases = createLeaseStore(database)
  const { hashText } = auditHashes
  const sealFiles = createSealFiles(folder)
  const pass = createSealAudit({
    ...{ audit, leases, sealFiles, hashText, clock, random: countingRandom(7), ownerId: 'sealer' },
    ...changes,
  })
  return { clock, pass, sealFiles, audit, leases }
}

export function auditEntry(number: number, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    actor: { kind: 'employee', id: `e${number % 3}` },
    action: 'thing.done',
    subject: { kind: 'thing', id: `t${number}` },
    requestId: number % 2 === 0 ? `r${number}` : null,
    detail: { number, text: '小米 14 "引号"' },
    ...changes,
  }
}

export async function writeAudit(
  database: Database,
  entries: readonly AuditEntry[],
  atMs = AUDIT_NOW_MS,
): Promise<void> {
  await database.write((tx) => writeTrail(tx, { audit: entries, events: [] }, atMs))
}

/** Verifies, with the problems as texts: kind, then its number if it has one. */
export async function verification(
  database: Database,
  changes: Partial<VerifyAuditRequest> = {},
  nowMs = AUDIT_NOW_MS,
) {
  const problems: SealProblem[] = []
  const progress: (readonly [number, number])[] = []
  const result = await verifyAudit(
    { audit: createAuditReader(database), hashes: auditHashes, clock: fixedClock(nowMs) },
    {
      fromNumber: 1,
      sealFiles: [],
      onProblem: (problem) => problems.push(problem),
      onProgress: (done, total) => progress.push([done, total]),
      isCancelled: () => false,
      ...changes,
    },
  )
  return { ...result, problems, progress }
}

/** Runs SQL past the program, foreign keys off: what a person with write access can do. */
export async function attack(url: string, ...statements: readonly string[]): Promise<void> {
  const connection = await new SqliteAdapter(sqliteFileOf(url), 'migrate').connect()
  try {
    for (const sql of statements) await connection.executeRaw({ sql, args: [], argTypes: [] })
  } finally {
    await connection.dispose()
  }
}
