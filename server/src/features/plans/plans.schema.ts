import { z } from 'zod'
import type { Page } from '#contract/api'
import type { PlanReply, PlanRequest } from '#contract/api-places'
import type { AssertEqual } from '../../http/assert-equal'

const workDay = z.iso.date()

export const planRequestSchema = z
  .strictObject({
    employeeId: z.uuid(),
    workDay,
    siteId: z.uuid(),
    note: z.string().trim().min(1).max(300).exactOptional(),
  })
  .meta({ id: 'PlanRequest' })

export const planParamsSchema = z.strictObject({ planId: z.uuid() })

/** Work day and id of the last plan of a page. */
const cursor = z.string().transform((text, context) => {
  const parts = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text)
  const day = workDay.safeParse(parts?.[1])
  if (day.success && parts?.[2] !== undefined) return { workDay: day.data, id: parts[2] }
  context.addIssue({ code: 'custom', message: '游标不对，请用上一页的 nextCursor' })
  return z.NEVER
})

export const plansQuerySchema = z.strictObject({
  employeeId: z.uuid().optional(),
  /** Work days, both included. */
  from: workDay.optional(),
  until: workDay.optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const planReplySchema = z
  .strictObject({
    id: z.uuid(),
    workDay,
    employee: z.strictObject({ id: z.uuid(), name: z.string() }),
    site: z.strictObject({ id: z.uuid(), name: z.string() }),
    note: z.string().nullable(),
    createdBy: z.string(),
    createdAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Plan' })

export const planPageSchema = z.strictObject({ items: z.array(planReplySchema), nextCursor: z.string().nullable() })

export const requestMatchesContract: AssertEqual<z.output<typeof planRequestSchema>, PlanRequest> = true
export const replyMatchesContract: AssertEqual<z.input<typeof planReplySchema>, PlanReply> = true
export const pageMatchesContract: AssertEqual<z.input<typeof planPageSchema>, Page<PlanReply>> = true
