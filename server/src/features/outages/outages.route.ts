import { defineRoute, type Caller, type RequestFacts, type Route } from '../../http/route'
import { presentOutage } from './outages.present'
import {
  outagePageSchema,
  outageParamsSchema,
  outageReplySchema,
  outageRequestSchema,
  outagesQuerySchema,
} from './outages.schema'
import { declareOutage, listOutages, withdrawOutage, type Declarer, type OutagePorts } from './outages.usecase'

const tag = 'outages'
const path = '/api/v1/outages'

export function outageRoutes(ports: OutagePorts): Route[] {
  return [
    defineRoute({
      tag,
      access: 'session',
      permission: 'outages.read',
      method: 'get',
      path,
      operationId: 'listOutages',
      summary: '登记过的故障时段，最近的在前',
      query: outagesQuerySchema,
      reply: outagePageSchema,
      handle: async ({ query }) => {
        const { outages, nextCursor } = await listOutages(ports, { cursor: query.cursor ?? null, limit: query.limit })
        return { json: { items: outages.map(presentOutage), nextCursor } }
      },
    }),
    defineRoute({
      tag,
      access: 'session',
      permission: 'outages.write',
      method: 'post',
      path,
      operationId: 'declareOutage',
      summary: '登记一段服务器连不上的时间，其中补传的签到不计入「时间无法证实」',
      errors: ['NOT_ALLOWED', 'OUTAGE_INVALID'],
      body: outageRequestSchema,
      reply: outageReplySchema,
      replyStatus: 201,
      handle: async ({ caller, request, body }) => {
        const { startsAt, endsAt, reason } = body
        const outage = { startsAtMs: Date.parse(startsAt), endsAtMs: Date.parse(endsAt), reason }
        return { status: 201, json: presentOutage(await declareOutage(ports, declarerOf(caller, request), outage)) }
      },
    }),
    defineRoute({
      tag,
      access: 'session',
      permission: 'outages.write',
      method: 'delete',
      path: `${path}/:outageId`,
      operationId: 'withdrawOutage',
      summary: '撤销登记的故障时段，已有的判定不变',
      errors: ['NOT_FOUND', 'NOT_ALLOWED'],
      params: outageParamsSchema,
      handle: async ({ caller, request, params }) => {
        await withdrawOutage(ports, declarerOf(caller, request), params.outageId)
        return { status: 204 }
      },
    }),
  ]
}

function declarerOf(caller: Caller, request: RequestFacts): Declarer {
  return { employeeId: caller.employeeId, roles: caller.roles, requestId: request.requestId }
}
