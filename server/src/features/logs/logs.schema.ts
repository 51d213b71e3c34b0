import { z } from 'zod'
import type { Page } from '#contract/api'
import { LOG_TOP_FIELDS, type LogEntryReply, type LogHistogramReply, type LogTopReply } from '#contract/api-logs'
import type { AssertEqual } from '../../http/assert-equal'
import { isoTime } from '../../http/decided-schema'
import { BUCKET_SECONDS } from './logs.rules'

const MOST_WORDS = 10
const MOST_VALUES = 20
const EARLIEST_MS = Date.UTC(2000, 0, 1)
const LATEST_MS = Date.UTC(2100, 0, 1)

const code = z.string().regex(/^[\w.-]{1,60}$/)

/** A parameter that may be given several times. */
const several = <Value extends z.ZodType<string>>(one: Value) =>
  z
    .union([one, z.array(one).min(1).max(MOST_VALUES)])
    .transform((value): string[] => [value].flat())
    .optional()

const instant = isoTime.transform((text, context) => {
  const ms = Date.parse(text)
  if (ms >= EARLIEST_MS && ms < LATEST_MS) return ms
  context.addIssue({ code: 'custom', message: '年份须在 2000 至 2099 之间' })
  return z.NEVER
})

const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .transform((text) => text.split(/\s+/))
  .refine((list) => list.length <= MOST_WORDS, { message: `最多 ${MOST_WORDS} 个词` })

const filterShape = {
  /** Words, each of which has to occur. */
  q: words.optional(),
  action: several(code),
  outcome: several(code),
  code: several(code),
  employeeId: several(z.uuid()),
  siteId: several(z.uuid()),
}

/** Instant and id of the last entry of a page. */
const cursor = z.string().transform((text, context) => {
  const parts = /^(\d{1,13})_([0-9a-f-]{36})$/.exec(text)
  if (parts?.[1] !== undefined && parts[2] !== undefined) return { atMs: Number(parts[1]), id: parts[2] }
  context.addIssue({ code: 'custom', message: '游标不对，请用上一页的 nextCursor' })
  return z.NEVER
})

export const logsQuerySchema = z.strictObject({
  ...filterShape,
  from: instant.optional(),
  until: instant.optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const logHistogramQuerySchema = z.strictObject({
  ...filterShape,
  from: instant,
  until: instant,
  bucketSeconds: z.coerce
    .number()
    .pipe(z.literal([...BUCKET_SECONDS]))
    .optional(),
})

export const logTopQuerySchema = z.strictObject({
  ...filterShape,
  from: instant.optional(),
  until: instant.optional(),
  field: z.enum(LOG_TOP_FIELDS),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

/** What the three queries have in common, as validated. */
export type LogFilterQuery = Omit<z.output<typeof logTopQuerySchema>, 'field' | 'limit'>

export const logEntryReplySchema = z
  .strictObject({
    id: z.string(),
    at: isoTime,
    action: z.string(),
    outcome: z.string().nullable(),
    code: z.string().nullable(),
    employeeId: z.string().nullable(),
    siteId: z.string().nullable(),
    text: z.string(),
    fields: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'LogEntry' })

export const logPageSchema = z.strictObject({ items: z.array(logEntryReplySchema), nextCursor: z.string().nullable() })

export const logHistogramReplySchema = z
  .strictObject({
    bucketSeconds: z.int(),
    buckets: z.array(z.strictObject({ from: isoTime, count: z.int() })),
  })
  .meta({ id: 'LogHistogram' })

export const logTopReplySchema = z
  .strictObject({
    values: z.array(z.strictObject({ value: z.string(), count: z.int() })),
    otherCount: z.int(),
  })
  .meta({ id: 'LogTop' })

export const pageMatchesContract: AssertEqual<z.input<typeof logPageSchema>, Page<LogEntryReply>> = true
export const histogramMatchesContract: AssertEqual<z.input<typeof logHistogramReplySchema>, LogHistogramReply> = true
export const topMatchesContract: AssertEqual<z.input<typeof logTopReplySchema>, LogTopReply> = true
