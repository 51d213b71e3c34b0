import type { PlanRequest } from '#contract/api-places'
import type { ErrorDetail } from '#contract/error-codes'
import { AppError } from '../../app-error'
import type { PlanListQuery, PlanStore, StoredPlan } from '../../ports/plan-store'
import type { Clock, Random } from '../../ports/system'
import type { Trail } from '../../ports/trail'
import { reachOf } from '../people/reach.rules'
import type { RoleInScope } from '../people/roles.rules'
import { mayPlanFor, planDayProblem } from './plans.rules'

export interface PlanPorts {
  readonly plans: PlanStore
  readonly clock: Clock
  readonly random: Random
}

export interface Planner {
  readonly employeeId: string
  readonly roles: readonly RoleInScope[]
  readonly requestId: string
}

/** A page of plans in force of the people within reach, by work day. */
export async function listPlans(
  ports: PlanPorts,
  planner: Planner,
  query: Omit<PlanListQuery, 'people'>,
): Promise<{ readonly plans: readonly StoredPlan[]; readonly nextCursor: string | null }> {
  const people = reachOf(planner.roles, 'plans.read', await ports.plans.loadLeadership(planner.employeeId))
  const found = await ports.plans.list({ ...query, people, limit: query.limit + 1 })
  const plans = found.slice(0, query.limit)
  const last = plans.at(-1)
  const more = found.length > query.limit && last !== undefined
  return { plans, nextCursor: more ? `${last.workDay}_${last.id}` : null }
}

/**
 * Plans a site for a person and day; the same plan again is answered with the one that stands.
 * @throws AppError REFERENCE_UNKNOWN for a person or site that is unknown or out of use; NOT_ALLOWED for people out of
 *   reach; BODY_INVALID for days that are over or more than a year ahead
 */
export async function createPlan(
  ports: PlanPorts,
  planner: Planner,
  request: PlanRequest,
): Promise<{ readonly plan: StoredPlan; readonly created: boolean }> {
  const nowMs = ports.clock.nowMs()
  const { employeeId, workDay, siteId } = request
  const dayProblem = planDayProblem(workDay, nowMs)
  if (dayProblem !== null) throw new AppError('BODY_INVALID', { details: [dayProblem] })
  const [person, siteInUse, leadership] = await Promise.all([
    ports.plans.findEmployee(employeeId),
    ports.plans.isSiteInUse(siteId),
    ports.plans.loadLeadership(planner.employeeId),
  ])
  const unknown: ErrorDetail[] = []
  if (person === null) unknown.push({ path: 'employeeId', problem: '没有这位员工，或已离职' })
  if (!siteInUse) unknown.push({ path: 'siteId', problem: '没有这个地点，或已停用' })
  if (person === null || unknown.length > 0) throw new AppError('REFERENCE_UNKNOWN', { details: unknown })
  if (!mayPlanFor(planner, person, leadership)) throw new AppError('NOT_ALLOWED')

  const id = ports.random.id()
  const write = { id, employeeId, workDay, siteId, note: request.note ?? null, createdBy: planner.employeeId }
  const trail = planTrail(ports, planner, 'created', write)
  const result = await ports.plans.create(write, trail, nowMs)
  const plan = await ports.plans.findInForce(employeeId, workDay, siteId)
  // Cancelled by somebody else between our write and our look.
  if (plan === null) throw new AppError('VERSION_CONFLICT')
  return { plan, created: result === 'created' }
}

/** From now on; a plan cancelled before stays as it is. @throws AppError NOT_FOUND, NOT_ALLOWED */
export async function cancelPlan(ports: PlanPorts, planner: Planner, id: string): Promise<void> {
  const [plan, leadership] = await Promise.all([ports.plans.find(id), ports.plans.loadLeadership(planner.employeeId)])
  if (plan === null) throw new AppError('NOT_FOUND')
  if (!mayPlanFor(planner, plan.employee, leadership)) throw new AppError('NOT_ALLOWED')
  if (plan.cancelledAtMs !== null) return
  const { workDay, employee, site } = plan
  const trail = planTrail(ports, planner, 'cancelled', { id, workDay, employeeId: employee.id, siteId: site.id })
  await ports.plans.cancel(id, trail, ports.clock.nowMs())
}

function planTrail(
  { random }: Pick<PlanPorts, 'random'>,
  planner: Planner,
  change: 'created' | 'cancelled',
  plan: { readonly id: string; readonly employeeId: string; readonly workDay: string; readonly siteId: string },
): Trail {
  const { id, employeeId, workDay, siteId } = plan
  return {
    audit: [
      {
        actor: { kind: 'employee', id: planner.employeeId },
        action: `plan.${change}`,
        subject: { kind: 'plan', id },
        requestId: planner.requestId,
        detail: { employeeId, workDay, siteId },
      },
    ],
    events: [
      {
        id: random.id(),
        aggregateKey: `employee:${employeeId}`,
        type: 'plan.changed',
        payload: { planId: id, change, employeeId, workDay, siteId, by: planner.employeeId },
      },
    ],
  }
}
