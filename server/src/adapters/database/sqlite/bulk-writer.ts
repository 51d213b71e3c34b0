import type { BulkRows, BulkWriter } from '../bulk-rows'
import { workDayToDate } from '../work-day'
import { insertRows, storedInstant } from './json-rows'

const TABLES: { readonly [Model in keyof BulkRows]: string } = {
  attempt: 'Attempt',
  decision: 'Decision',
  challenge: 'Challenge',
  employeeDay: 'EmployeeDay',
  auditRecord: 'AuditRecord',
  auditDetail: 'AuditDetail',
  outboxEvent: 'OutboxEvent',
}

const BUMP_DAYS = `UPDATE "EmployeeDay" SET "version" = "version" + 1 WHERE rowid IN (
  SELECT d.rowid FROM json_each(?1) seen CROSS JOIN "EmployeeDay" d
    ON d."employeeId" = seen.value ->> 0 AND d."workDay" = seen.value ->> 1 AND d."version" = seen.value ->> 2)`

/** One statement with one parameter for each table, however many rows. */
export const bulkWriter: BulkWriter = {
  insert: (tx, model, rows) => insertRows(tx, TABLES[model], rows as readonly Readonly<Record<string, unknown>>[]),
  bumpDays: async (tx, seen) => {
    if (seen.length === 0) return 0
    const days = seen.map(({ employeeId, workDay, version }) => [
      employeeId,
      storedInstant(workDayToDate(workDay)),
      version,
    ])
    return tx.$executeRawUnsafe(BUMP_DAYS, JSON.stringify(days))
  },
}
