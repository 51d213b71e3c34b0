import type { Prisma } from '../../generated/sqlserver/client'
import type { Transaction } from './database'
import { workDayToDate } from './work-day'

/** What many rows at once are written to, by Prisma's name, and as Prisma's `createMany` takes them. */
export interface BulkRows {
  readonly attempt: Prisma.AttemptCreateManyInput
  readonly decision: Prisma.DecisionCreateManyInput
  readonly challenge: Prisma.ChallengeCreateManyInput
  readonly employeeDay: Prisma.EmployeeDayCreateManyInput
  readonly auditRecord: Prisma.AuditRecordCreateManyInput
  readonly auditDetail: Prisma.AuditDetailCreateManyInput
  readonly outboxEvent: Prisma.OutboxEventCreateManyInput
}

/** The day of a person at the version that somebody saw. */
export interface SeenDay {
  readonly employeeId: string
  readonly workDay: string
  readonly version: number
}

/** The writes of a group of check-ins whose cost grows with the group. */
export interface BulkWriter {
  /** All rows have the same columns; none is no write. */
  insert<Model extends keyof BulkRows>(tx: Transaction, model: Model, rows: readonly BulkRows[Model][]): Promise<void>
  /** Raises the version of the days that are still as they were seen. @returns how many those are */
  bumpDays(tx: Transaction, seen: readonly SeenDay[]): Promise<number>
}

/** By Prisma's own queries, on any engine. */
export const bulkWriter: BulkWriter = {
  insert: async (tx, model, rows) => {
    if (rows.length === 0) return
    // One of seven alike methods, whose parameter types do not unite.
    const table = tx[model] as unknown as { createMany(query: { data: readonly unknown[] }): Promise<unknown> }
    await table.createMany({ data: rows })
  },
  bumpDays: async (tx, seen) => {
    if (seen.length === 0) return 0
    const { count } = await tx.employeeDay.updateMany({
      where: { OR: seen.map(({ workDay, ...row }) => ({ ...row, workDay: workDayToDate(workDay) })) },
      data: { version: { increment: 1 } },
    })
    return count
  },
}
