import { z } from 'zod'
import type { EditVisitRecordRequest, VisitRecordReply } from '#contract/api-visits'
import type { AssertEqual } from '../../http/assert-equal'
import { isoTime } from '../../http/decided-schema'
import { visitDetailsShape } from '../../http/visit-details-schema'

export const visitRecordParamsSchema = z.strictObject({ attemptId: z.uuid() })

export const editVisitRecordRequestSchema = z
  .strictObject({ ...visitDetailsShape, version: z.int().min(0).max(1_000_000) })
  .meta({ id: 'EditVisitRecordRequest' })

export const visitRecordReplySchema = z
  .strictObject({
    ...visitDetailsShape,
    attemptId: z.uuid(),
    version: z.int(),
    updatedAt: isoTime,
    editableUntil: isoTime.nullable(),
    edits: z.array(z.strictObject({ ...visitDetailsShape, version: z.int(), writtenAt: isoTime })),
  })
  .meta({ id: 'VisitRecord' })

export const requestMatchesContract: AssertEqual<
  z.output<typeof editVisitRecordRequestSchema>,
  EditVisitRecordRequest
> = true
export const replyMatchesContract: AssertEqual<z.input<typeof visitRecordReplySchema>, VisitRecordReply> = true
