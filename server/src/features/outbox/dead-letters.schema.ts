import { z } from 'zod'
import type { Page } from '#contract/api'
import type { DeadLetterReply, DropDeadLetterRequest } from '#contract/api-logs'
import type { AssertEqual } from '../../http/assert-equal'
import { isoTime } from '../../http/decided-schema'

const subscriber = z.string().regex(/^[a-z0-9-]{1,40}$/)

export const deadLetterParamsSchema = z.strictObject({ eventId: z.uuid(), subscriber })

/** Feed number and subscriber of the last one of a page. */
const cursor = z.string().transform((text, context) => {
  const parts = /^(\d{1,10})_([a-z0-9-]{1,40})$/.exec(text)
  const feedSequence = Number(parts?.[1])
  if (parts?.[2] !== undefined && feedSequence < 2 ** 31) return { feedSequence, subscriber: parts[2] }
  context.addIssue({ code: 'custom', message: '游标不对，请用上一页的 nextCursor' })
  return z.NEVER
})

export const deadLettersQuerySchema = z.strictObject({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const dropDeadLetterRequestSchema = z
  .strictObject({ reason: z.string().trim().min(5).max(300) })
  .meta({ id: 'DropDeadLetterRequest' })

export const deadLetterReplySchema = z
  .strictObject({
    eventId: z.string(),
    subscriber: z.string(),
    type: z.string(),
    aggregateKey: z.string(),
    createdAt: isoTime,
    attempts: z.int(),
    lastError: z.string().nullable(),
    heldCount: z.int(),
  })
  .meta({ id: 'DeadLetter' })

export const deadLetterPageSchema = z.strictObject({
  items: z.array(deadLetterReplySchema),
  nextCursor: z.string().nullable(),
})

export const requestMatchesContract: AssertEqual<
  z.output<typeof dropDeadLetterRequestSchema>,
  DropDeadLetterRequest
> = true
export const pageMatchesContract: AssertEqual<z.input<typeof deadLetterPageSchema>, Page<DeadLetterReply>> = true
