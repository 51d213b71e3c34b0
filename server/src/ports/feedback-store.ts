import type { Diagnosis, ReportedPlace } from '#contract/api-feedback'
import type { Leadership, Reach } from '../features/people/reach.rules'
import type { Trail } from './trail'

export interface NewFaultReport {
  readonly id: string
  readonly employeeId: string
  readonly text: string
  readonly diagnosis: Diagnosis | null
  /** Stored encrypted. */
  readonly place: ReportedPlace | null
}

export interface StoredFaultReport {
  readonly id: string
  readonly employee: {
    readonly id: string
    readonly name: string
    readonly departmentId: string | null
    /** Name of the department. */
    readonly department: string | null
  }
  readonly text: string
  readonly diagnosis: Diagnosis | null
  readonly includesPlace: boolean
  readonly createdAtMs: number
  readonly answer: {
    readonly text: string
    readonly by: { readonly id: string; readonly name: string }
    readonly atMs: number
  } | null
}

export interface FaultReportListQuery {
  readonly reach: Reach
  /** Null: both. */
  readonly answered: boolean | null
  /** The last id of the page before; null for the first page. */
  readonly beforeId: string | null
  readonly limit: number
}

export interface FaultReportAnswer {
  readonly text: string
  readonly answeredBy: string
}

export interface FeedbackStore {
  loadLeadership(employeeId: string): Promise<Leadership>
  create(report: NewFaultReport, trail: Trail, nowMs: number): Promise<void>
  find(id: string): Promise<StoredFaultReport | null>
  /** Newest first. */
  listOwn(employeeId: string, beforeId: string | null, limit: number): Promise<readonly StoredFaultReport[]>
  /** Newest first. */
  list(query: FaultReportListQuery): Promise<readonly StoredFaultReport[]>
  /** False: it was answered before; nothing was written. */
  answer(id: string, answer: FaultReportAnswer, trail: Trail, nowMs: number): Promise<boolean>
  /** Decrypts; the trail of the look is written first. Null where no place came along. */
  readPlace(id: string, trail: Trail, nowMs: number): Promise<ReportedPlace | null>
}
