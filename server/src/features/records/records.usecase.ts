import type { RecordMonthReply } from '#contract/api-days'
import type { WorkDay } from '#contract/work-day'
import { AppError } from '../../app-error'
import type { FullRecordRow, RecordRow, RecordStore } from '../../ports/record-store'
import type { RuleStore } from '../../ports/rule-store'
import type { Clock } from '../../ports/system'
import { contextDay } from '../context/context-days.rules'
import { rulesFor } from '../shifts/resolve-rules.rules'
import { localDate } from '../shifts/zone-time.rules'
import { daysOfMonth, recordMonth } from './record-month.rules'

export interface RecordPorts {
  readonly records: RecordStore
  readonly rules: Pick<RuleStore, 'loadRuleBook' | 'loadPersonSchedules'>
  readonly clock: Clock
}

export interface RecordPage {
  readonly rows: readonly RecordRow[]
  readonly nextCursor: string | null
}

export interface OwnRecordsInput {
  readonly employeeId: string
  /** Null: of all work days. */
  readonly workDay: WorkDay | null
  readonly cursor: string | null
  readonly limit: number
}

/** A page of one's own attempts, newest first. */
export async function listOwnRecords(
  { records }: Pick<RecordPorts, 'records'>,
  { employeeId, workDay, cursor, limit }: OwnRecordsInput,
): Promise<RecordPage> {
  const rows = await records.listOwn({ employeeId, workDay, beforeId: cursor, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.attemptId ?? null) : null }
}

/** @throws AppError NOT_FOUND, also for another person's attempt */
export async function readOwnRecord(
  { records }: Pick<RecordPorts, 'records'>,
  employeeId: string,
  attemptId: string,
): Promise<FullRecordRow> {
  const row = await records.findOwn(employeeId, attemptId)
  if (row === null) throw new AppError('NOT_FOUND')
  return row
}

/**
 * One's own calendar month, each day by the rule that it had; the same number of queries whatever it holds.
 * @param month `YYYY-MM`
 * @throws AppError EMPLOYEE_UNKNOWN
 */
export async function readOwnMonth(
  { records, rules, clock }: RecordPorts,
  employeeId: string,
  month: string,
): Promise<RecordMonthReply> {
  const nowMs = clock.nowMs()
  const days = daysOfMonth(month)
  const [fromDay, toDay] = [days[0] as WorkDay, days[days.length - 1] as WorkDay]
  const [book, schedules, facts] = await Promise.all([
    rules.loadRuleBook(),
    rules.loadPersonSchedules([employeeId], fromDay, toDay),
    records.loadDays(employeeId, fromDay, toDay),
  ])
  const person = schedules.get(employeeId)
  if (person === undefined || facts === null) throw new AppError('EMPLOYEE_UNKNOWN')
  const home = person.zone ?? book.company.zone
  const zones = { fixed: facts.fixedZones, planned: facts.plannedZones }
  return recordMonth(
    month,
    days.map((day) => contextDay(day, rulesFor(book, person, day), zones)),
    facts.attempts,
    {
      nowMs,
      today: localDate(nowMs, home),
      employment: {
        fromDay: localDate(facts.createdAtMs, home),
        untilDay: facts.leftAtMs === null ? null : localDate(facts.leftAtMs, home),
      },
    },
  )
}
