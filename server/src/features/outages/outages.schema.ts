import { z } from 'zod'
import type { Page } from '#contract/api'
import type { OutageReply, OutageRequest } from '#contract/api-approvals'
import type { AssertEqual } from '../../http/assert-equal'
import { isoTime } from '../../http/decided-schema'

export const outageParamsSchema = z.strictObject({ outageId: z.uuid() })

export const outagesQuerySchema = z.strictObject({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const outageRequestSchema = z
  .strictObject({ startsAt: isoTime, endsAt: isoTime, reason: z.string().trim().min(2).max(300) })
  .meta({ id: 'OutageRequest' })

export const outageReplySchema = z
  .strictObject({
    id: z.uuid(),
    startsAt: isoTime,
    endsAt: isoTime,
    reason: z.string(),
    declaredBy: z.strictObject({ id: z.string(), name: z.string(), department: z.string().nullable() }),
    declaredAt: isoTime,
    withdrawnAt: isoTime.nullable(),
  })
  .meta({ id: 'Outage' })

export const outagePageSchema = z.strictObject({
  items: z.array(outageReplySchema),
  nextCursor: z.string().nullable(),
})

export const requestMatchesContract: AssertEqual<z.output<typeof outageRequestSchema>, OutageRequest> = true
export const pageMatchesContract: AssertEqual<z.input<typeof outagePageSchema>, Page<OutageReply>> = true
