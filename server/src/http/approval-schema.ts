/** Schemas of what several features answer about a request for approval. */
import { z } from 'zod'
import { APPROVAL_KINDS, APPROVAL_STATUSES, type ApprovalReply } from '#contract/api-approvals'
import type { AssertEqual } from './assert-equal'
import { decisionCodeSchema, isoTime, outcomeSchema, slotNameSchema } from './decided-schema'
import { deviceFactsSchema } from './device-facts-schema'

export const personReplySchema = z
  .strictObject({ id: z.string(), name: z.string(), department: z.string().nullable() })
  .meta({ id: 'Person' })

const subjectSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rebind'),
      newPhone: deviceFactsSchema,
      oldPhone: deviceFactsSchema.nullable(),
      probablySamePhone: z.boolean(),
      heldAttempts: z.int().min(0),
    }),
    z.strictObject({
      kind: z.literal('attempt'),
      attemptId: z.uuid(),
      slot: slotNameSchema,
      capturedAt: isoTime,
      outcome: outcomeSchema,
      code: decisionCodeSchema,
      sentences: z.array(z.string()),
      siteName: z.string().nullable(),
      photoCount: z.int().min(0),
    }),
    z.strictObject({ kind: z.literal('correction') }),
  ])
  .meta({ id: 'ApprovalSubject' })

export const approvalReplySchema = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(APPROVAL_KINDS),
    status: z.enum(APPROVAL_STATUSES),
    requester: personReplySchema,
    reason: z.string(),
    createdAt: isoTime,
    expiresAt: isoTime,
    subject: subjectSchema,
    subjectVersion: z.int().min(1),
    approvers: z.array(
      z.strictObject({ employee: personReplySchema, level: z.int(), onBehalfOf: personReplySchema.nullable() }),
    ),
    decidedAt: isoTime.nullable(),
    decidedBy: personReplySchema.nullable(),
    comment: z.string().nullable(),
    effect: z.string().nullable(),
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'Approval' })

export const approvalMatchesContract: AssertEqual<z.input<typeof approvalReplySchema>, ApprovalReply> = true
