import type { WorkDay } from '#contract/work-day'
import type { Leadership, Reach } from '../features/people/reach.rules'
import type { Trail } from './trail'

export interface StoredPlan {
  readonly id: string
  readonly workDay: WorkDay
  readonly employee: { readonly id: string; readonly name: string; readonly departmentId: string | null }
  readonly site: { readonly id: string; readonly name: string }
  readonly note: string | null
  readonly createdBy: string
  readonly createdAtMs: number
  readonly cancelledAtMs: number | null
}

export interface PlanWrite {
  readonly id: string
  readonly employeeId: string
  readonly workDay: WorkDay
  readonly siteId: string
  readonly note: string | null
  readonly createdBy: string
}

export interface PlanListQuery {
  readonly people: Reach
  readonly employeeId: string | null
  /** Both days included; null: open. */
  readonly from: WorkDay | null
  readonly until: WorkDay | null
  /** Plans after this one in the order of work day and id. */
  readonly after: { readonly workDay: WorkDay; readonly id: string } | null
  readonly limit: number
}

export interface PlanStore {
  /** Plans in force, by work day and id. */
  list(query: PlanListQuery): Promise<readonly StoredPlan[]>
  /** Also a cancelled one. */
  find(id: string): Promise<StoredPlan | null>
  findInForce(employeeId: string, workDay: WorkDay, siteId: string): Promise<StoredPlan | null>
  /** `exists`: the same person, day and site are planned already; nothing was written. */
  create(plan: PlanWrite, trail: Trail, nowMs: number): Promise<'created' | 'exists'>
  /** False: it was cancelled before; nothing was written. */
  cancel(id: string, trail: Trail, nowMs: number): Promise<boolean>
  loadLeadership(employeeId: string): Promise<Leadership>
  /** Null: unknown, or no longer employed. */
  findEmployee(id: string): Promise<{ readonly id: string; readonly departmentId: string | null } | null>
  isSiteInUse(id: string): Promise<boolean>
}
