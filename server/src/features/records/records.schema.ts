import { z } from 'zod'
import type { Page, RecordItem, RecordReply } from '#contract/api'
import { OFF_REASONS, type RecordMonthReply } from '#contract/api-days'
import { NETWORK_TYPES } from '#contract/place'
import type { AssertEqual } from '../../http/assert-equal'
import { daySlotShape } from '../../http/day-slot-schema'
import { decidedShape, decisionCodeSchema, isoTime, outcomeSchema, workDaySchema } from '../../http/decided-schema'
import { evidenceStateSchema, recordItemSchema } from '../../http/record-item-schema'

export const recordParamsSchema = z.strictObject({ attemptId: z.uuid() })

export const recordsQuerySchema = z.strictObject({
  day: workDaySchema.optional().describe('Only the attempts of this work day'),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const recordPageSchema = z.strictObject({ items: z.array(recordItemSchema), nextCursor: z.string().nullable() })

export const recordReplySchema = z
  .strictObject({
    ...decidedShape,
    evidenceState: evidenceStateSchema,
    place: z
      .strictObject({ latitude: z.number(), longitude: z.number(), accuracyMetres: z.number().nullable() })
      .nullable(),
    wifi: z.strictObject({ ssid: z.string(), bssid: z.string() }).nullable(),
    networkType: z.enum(NETWORK_TYPES),
    rule: z.strictObject({ name: z.string(), version: z.int() }).nullable(),
    decisions: z.array(
      z.strictObject({
        number: z.int(),
        decidedAt: isoTime,
        decidedBy: z.string(),
        decidedByName: z.string().nullable(),
        outcome: outcomeSchema,
        code: decisionCodeSchema,
      }),
    ),
  })
  .meta({ id: 'Record' })

export const recordMonthParamsSchema = z.strictObject({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/) })

const recordDaySchema = z.strictObject({
  workDay: workDaySchema,
  off: z.enum([...OFF_REASONS, 'not_employed']).nullable(),
  calendarName: z.string().nullable(),
  provisional: z.boolean(),
  slots: z
    .array(z.strictObject({ ...daySlotShape, attemptId: z.uuid().nullable(), code: decisionCodeSchema.nullable() }))
    .readonly(),
  attended: z.boolean(),
  visitCount: z.int(),
  refusedCount: z.int(),
  pending: z.boolean(),
})

export const recordMonthReplySchema = z
  .strictObject({
    month: z.string(),
    today: workDaySchema,
    totals: z.strictObject({
      attendedDays: z.int(),
      lateCount: z.int(),
      lateMinutes: z.int(),
      fieldDays: z.int(),
    }),
    days: z.array(recordDaySchema).readonly(),
  })
  .meta({ id: 'RecordMonth' })

export const monthMatchesContract: AssertEqual<z.output<typeof recordMonthReplySchema>, RecordMonthReply> = true
export const pageMatchesContract: AssertEqual<z.input<typeof recordPageSchema>, Page<RecordItem>> = true
export const replyMatchesContract: AssertEqual<z.input<typeof recordReplySchema>, RecordReply> = true
