import { defineRoute, type Route } from '../../http/route'
import { approvalReplySchema } from '../../http/approval-schema'
import type { ReadApproval, WithdrawApproval } from '../../ports/approvals'
import { presentApprovals } from './approvals.present'
import { approvalPageSchema, approvalParamsSchema, approvalsQuerySchema, decideRequestSchema } from './approvals.schema'
import type { DecideApproval } from './decide-approval.usecase'
import type { ListApprovals } from './read-approvals.usecase'

const common = { tag: 'approvals', access: 'session', permission: 'self.use' } as const
const path = '/api/v1/approvals'

export interface ApprovalUseCases {
  readonly listApprovals: ListApprovals
  readonly readApproval: ReadApproval
  readonly decideApproval: DecideApproval
  readonly withdrawApproval: WithdrawApproval
}

/** Open to everybody: a delegate may be anyone, and each request says itself who may do what with it. */
export function approvalRoutes(useCases: ApprovalUseCases): Route[] {
  const { listApprovals, readApproval, decideApproval, withdrawApproval } = useCases
  return [
    defineRoute({
      ...common,
      method: 'get',
      path,
      operationId: 'listApprovals',
      summary: '我提交的申请，或由我审批、审批过的申请，最近的在前',
      query: approvalsQuerySchema,
      reply: approvalPageSchema,
      handle: async ({ caller, query }) => {
        const { role, status = null, cursor: before = null, limit } = query
        return { json: presentApprovals(await listApprovals({ caller, role, status, before, limit })) }
      },
    }),
    defineRoute({
      ...common,
      method: 'get',
      path: `${path}/:approvalId`,
      operationId: 'readApproval',
      summary: '一个申请：申请人、审批人和范围内的人事可见；代审批人只看在等的和自己审过的',
      errors: ['NOT_FOUND'],
      params: approvalParamsSchema,
      reply: approvalReplySchema,
      handle: async ({ caller, params }) => ({ json: await readApproval(caller, params.approvalId) }),
    }),
    defineRoute({
      ...common,
      method: 'post',
      path: `${path}/:approvalId/decision`,
      operationId: 'decideApproval',
      summary: '同意或拒绝看到的内容，立即生效；内容有变化要先重看；登录 5 分钟内有效；同一人再做同样的决定，答原结果',
      errors: [
        ...(['FRESH_LOGIN_NEEDED', 'NOT_FOUND', 'NOT_APPROVER', 'OWN_REQUEST', 'BUSY_TRY_AGAIN'] as const),
        ...(['APPROVAL_ALREADY_DECIDED', 'APPROVAL_EXPIRED', 'APPROVAL_WITHDRAWN', 'APPROVAL_NOT_NEEDED'] as const),
        ...(['REQUESTER_LEFT', 'VERSION_CONFLICT', 'DEVICE_OF_ANOTHER'] as const),
      ],
      params: approvalParamsSchema,
      body: decideRequestSchema,
      reply: approvalReplySchema,
      handle: async ({ caller, params, body, request }) => {
        const { comment = null, ...decision } = body
        await decideApproval({ ...params, ...decision, caller, comment, requestId: request.requestId })
        return { json: await readApproval(caller, params.approvalId) }
      },
    }),
    defineRoute({
      ...common,
      method: 'post',
      path: `${path}/:approvalId/withdraw`,
      operationId: 'withdrawApproval',
      summary: '撤回自己的申请；已撤回的答原结果',
      errors: ['NOT_FOUND', 'APPROVAL_ALREADY_DECIDED', 'APPROVAL_EXPIRED', 'APPROVAL_NOT_NEEDED', 'BUSY_TRY_AGAIN'],
      params: approvalParamsSchema,
      reply: approvalReplySchema,
      handle: async ({ caller, params, request }) => {
        await withdrawApproval({ ...params, caller, requestId: request.requestId })
        return { json: await readApproval(caller, params.approvalId) }
      },
    }),
  ]
}
