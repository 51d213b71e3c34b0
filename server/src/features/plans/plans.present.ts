import type { PlanReply } from '#contract/api-places'
import type { StoredPlan } from '../../ports/plan-store'

export function presentPlan({ id, workDay, employee, site, note, createdBy, createdAtMs }: StoredPlan): PlanReply {
  return {
    ...{ id, workDay, site, note, createdBy },
    employee: { id: employee.id, name: employee.name },
    createdAt: new Date(createdAtMs).toISOString(),
  }
}
