import { z } from 'zod'
import type { Page } from '#contract/api'
import {
  APPROVAL_STATUSES,
  type ApprovalReply,
  type DecideApprovalRequest,
  type DelegationReply,
  type DelegationRequest,
} from '#contract/api-approvals'
import { approvalReplySchema, personReplySchema } from '../../http/approval-schema'
import type { AssertEqual } from '../../http/assert-equal'
import { isoTime } from '../../http/decided-schema'

export const approvalParamsSchema = z.strictObject({ approvalId: z.uuid() })
export const delegationParamsSchema = z.strictObject({ delegationId: z.uuid() })

/** Time of opening and id of the last request of a page. */
const cursor = z.string().transform((text, context) => {
  const parts = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text)
  if (parts?.[1] !== undefined && parts[2] !== undefined) return { createdAtMs: Number(parts[1]), id: parts[2] }
  context.addIssue({ code: 'custom', message: '游标不对，请用上一页的 nextCursor' })
  return z.NEVER
})

const limit = z.coerce.number().int().min(1).max(50).default(20)

export const approvalsQuerySchema = z.strictObject({
  role: z.enum(['approver', 'requester']),
  status: z.enum(APPROVAL_STATUSES).optional(),
  cursor: cursor.optional(),
  limit,
})

export const delegationsQuerySchema = z.strictObject({ cursor: z.uuid().optional(), limit })

export const approvalPageSchema = z.strictObject({
  items: z.array(approvalReplySchema),
  nextCursor: z.string().nullable(),
})

export const decideRequestSchema = z
  .strictObject({
    decision: z.enum(['approve', 'reject']),
    subjectVersion: z.int().min(1).max(1_000_000),
    comment: z.string().trim().min(1).max(500).exactOptional(),
  })
  .meta({ id: 'DecideApprovalRequest' })

export const delegationRequestSchema = z
  .strictObject({ delegateUserId: z.string().trim().min(1).max(64), startsAt: isoTime, endsAt: isoTime })
  .meta({ id: 'DelegationRequest' })

export const delegationReplySchema = z
  .strictObject({
    id: z.uuid(),
    leader: personReplySchema,
    delegate: personReplySchema,
    startsAt: isoTime,
    endsAt: isoTime,
    revokedAt: isoTime.nullable(),
  })
  .meta({ id: 'Delegation' })

export const delegationPageSchema = z.strictObject({
  items: z.array(delegationReplySchema),
  nextCursor: z.string().nullable(),
})

export const approvalSchemasMatchContract: readonly [
  AssertEqual<z.input<typeof approvalPageSchema>, Page<ApprovalReply>>,
  AssertEqual<z.output<typeof decideRequestSchema>, DecideApprovalRequest>,
  AssertEqual<z.output<typeof delegationRequestSchema>, DelegationRequest>,
  AssertEqual<z.input<typeof delegationReplySchema>, DelegationReply>,
  AssertEqual<z.input<typeof delegationPageSchema>, Page<DelegationReply>>,
] = [true, true, true, true, true]
