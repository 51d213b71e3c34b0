import { z } from 'zod'
import type { Page, RecordItem, RecordReply } from '#contract/api'
import { NETWORK_TYPES } from '#contract/place'
import type { AssertEqual } from '../../http/assert-equal'
import { decidedShape, decisionCodeSchema, isoTime, outcomeSchema, slotNameSchema } from '../../http/decided-schema'

const evidenceStateSchema = z.enum(['none', 'awaited', 'verified', 'failed'])

export const recordParamsSchema = z.strictObject({ attemptId: z.uuid() })

export const recordsQuerySchema = z.strictObject({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const recordItemSchema = z
  .strictObject({
    attemptId: z.uuid(),
    slot: slotNameSchema,
    outcome: outcomeSchema,
    code: decisionCodeSchema,
    sentence: z.string(),
    capturedAt: isoTime,
    receivedAt: isoTime,
    deferred: z.boolean(),
    siteName: z.string().nullable(),
    evidenceState: evidenceStateSchema,
  })
  .meta({ id: 'RecordItem' })

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
        outcome: outcomeSchema,
        code: decisionCodeSchema,
      }),
    ),
  })
  .meta({ id: 'Record' })

export const pageMatchesContract: AssertEqual<z.input<typeof recordPageSchema>, Page<RecordItem>> = true
export const replyMatchesContract: AssertEqual<z.input<typeof recordReplySchema>, RecordReply> = true
