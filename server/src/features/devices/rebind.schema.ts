import { z } from 'zod'
import type { RebindReply, RebindRequest } from '#contract/api-approvals'
import { approvalReplySchema } from '../../http/approval-schema'
import type { AssertEqual } from '../../http/assert-equal'
import { sessionReplySchema } from '../../http/session-schema'
import { bindDeviceRequestSchema } from './device.schema'

export const rebindRequestSchema = z
  .strictObject({ ...bindDeviceRequestSchema.shape, reason: z.string().trim().min(2).max(500) })
  .meta({ id: 'RebindRequest' })

export const rebindReplySchema = z
  .strictObject({ approval: approvalReplySchema, session: sessionReplySchema })
  .meta({ id: 'RebindReply' })

export const rebindSchemasMatchContract: readonly [
  AssertEqual<z.output<typeof rebindRequestSchema>, RebindRequest>,
  AssertEqual<z.input<typeof rebindReplySchema>, RebindReply>,
] = [true, true]
