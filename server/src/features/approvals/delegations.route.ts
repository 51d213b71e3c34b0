import { defineRoute, type Route } from '../../http/route'
import { presentDelegation } from './approvals.present'
import {
  delegationPageSchema,
  delegationParamsSchema,
  delegationReplySchema,
  delegationRequestSchema,
  delegationsQuerySchema,
} from './approvals.schema'
import type { DelegationUseCases } from './delegations.usecase'

const tag = 'approvals'
const path = '/api/v1/delegations'

export function delegationRoutes({ delegate, revokeDelegation, listDelegations }: DelegationUseCases): Route[] {
  return [
    defineRoute({
      tag,
      access: 'session',
      permission: 'self.use',
      method: 'get',
      path,
      operationId: 'listDelegations',
      summary: '我给别人的和别人给我的代审批，最近的在前',
      query: delegationsQuerySchema,
      reply: delegationPageSchema,
      handle: async ({ caller, query }) => {
        const { items, nextCursor } = await listDelegations({
          caller,
          cursor: query.cursor ?? null,
          limit: query.limit,
        })
        return { json: { items: items.map(presentDelegation), nextCursor } }
      },
    }),
    defineRoute({
      tag,
      access: 'session',
      permission: 'approvals.decide',
      method: 'post',
      path,
      operationId: 'createDelegation',
      summary: '主管请人代审批一段时间，最多 90 天；已在等的申请也归他；登录 5 分钟内有效',
      errors: ['FRESH_LOGIN_NEEDED', 'NOT_ALLOWED', 'DELEGATION_INVALID'],
      body: delegationRequestSchema,
      reply: delegationReplySchema,
      replyStatus: 201,
      handle: async ({ caller, body, request }) => {
        const { delegateUserId, startsAt, endsAt } = body
        const times = { startsAtMs: Date.parse(startsAt), endsAtMs: Date.parse(endsAt) }
        const delegation = await delegate({ caller, delegateUserId, ...times, requestId: request.requestId })
        return { status: 201, json: presentDelegation(delegation) }
      },
    }),
    defineRoute({
      tag,
      access: 'session',
      permission: 'self.use',
      method: 'delete',
      path: `${path}/:delegationId`,
      operationId: 'revokeDelegation',
      summary: '从现在起撤销自己给出的代审批；登录 5 分钟内有效',
      errors: ['FRESH_LOGIN_NEEDED', 'NOT_FOUND'],
      params: delegationParamsSchema,
      handle: async ({ caller, params, request }) => {
        await revokeDelegation({ ...params, caller, requestId: request.requestId })
        return { status: 204 }
      },
    }),
  ]
}
