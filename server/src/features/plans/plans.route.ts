import { defineRoute, type Caller, type RequestFacts, type Route } from '../../http/route'
import { presentPlan } from './plans.present'
import { planPageSchema, planParamsSchema, planReplySchema, planRequestSchema, plansQuerySchema } from './plans.schema'
import { cancelPlan, createPlan, listPlans, type Planner, type PlanPorts } from './plans.usecase'

const tag = 'plans'
const path = '/api/v1/plans'
const writing = { tag, access: 'session', permission: 'plans.write' } as const

export function planRoutes(ports: PlanPorts): Route[] {
  return [
    defineRoute({
      tag,
      access: 'session',
      permission: 'plans.read',
      method: 'get',
      path,
      operationId: 'listPlans',
      summary: '可管范围内有效的外勤计划，按工作日期',
      query: plansQuerySchema,
      reply: planPageSchema,
      handle: async ({ caller, request, query }) => {
        const { plans, nextCursor } = await listPlans(ports, plannerOf(caller, request), {
          employeeId: query.employeeId ?? null,
          from: query.from ?? null,
          until: query.until ?? null,
          after: query.cursor ?? null,
          limit: query.limit,
        })
        return { json: { items: plans.map(presentPlan), nextCursor } }
      },
    }),
    defineRoute({
      ...writing,
      method: 'post',
      path,
      operationId: 'createPlan',
      summary: '给某人某天安排一个场所；已安排过的答 200 和原计划',
      errors: ['NOT_ALLOWED', 'REFERENCE_UNKNOWN', 'VERSION_CONFLICT'],
      body: planRequestSchema,
      reply: planReplySchema,
      replyStatus: 201,
      otherReplyStatuses: [200],
      handle: async ({ caller, request, body }) => {
        const { plan, created } = await createPlan(ports, plannerOf(caller, request), body)
        return { status: created ? 201 : 200, json: presentPlan(plan) }
      },
    }),
    defineRoute({
      ...writing,
      method: 'delete',
      path: `${path}/:planId`,
      operationId: 'cancelPlan',
      summary: '从现在起取消计划；之前的签到仍按它判定',
      errors: ['NOT_FOUND', 'NOT_ALLOWED'],
      params: planParamsSchema,
      handle: async ({ caller, request, params }) => {
        await cancelPlan(ports, plannerOf(caller, request), params.planId)
        return { status: 204 }
      },
    }),
  ]
}

function plannerOf(caller: Caller, request: RequestFacts): Planner {
  return { employeeId: caller.employeeId, roles: caller.roles, requestId: request.requestId }
}
