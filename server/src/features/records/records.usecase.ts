import { AppError } from '../../app-error'
import type { FullRecordRow, RecordRow, RecordStore } from '../../ports/record-store'

export interface RecordPorts {
  readonly records: RecordStore
}

export interface RecordPage {
  readonly rows: readonly RecordRow[]
  readonly nextCursor: string | null
}

/** A page of one's own attempts, newest first. */
export async function listOwnRecords(
  { records }: RecordPorts,
  input: { readonly employeeId: string; readonly cursor: string | null; readonly limit: number },
): Promise<RecordPage> {
  const rows = await records.listOwn(input.employeeId, input.cursor, input.limit + 1)
  const page = rows.slice(0, input.limit)
  return { rows: page, nextCursor: rows.length > input.limit ? (page.at(-1)?.attemptId ?? null) : null }
}

/** @throws AppError NOT_FOUND, also for another person's attempt */
export async function readOwnRecord(
  { records }: RecordPorts,
  employeeId: string,
  attemptId: string,
): Promise<FullRecordRow> {
  const row = await records.findOwn(employeeId, attemptId)
  if (row === null) throw new AppError('NOT_FOUND')
  return row
}
