/** One's own attempt as lists show it: the record and the context answer it alike. */
import { z } from 'zod'
import type { RecordItem } from '#contract/api'
import type { AssertEqual } from './assert-equal'
import { decisionCodeSchema, isoTime, outcomeSchema, slotNameSchema } from './decided-schema'

export const evidenceStateSchema = z.enum(['none', 'awaited', 'verified', 'failed'])

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

export const recordItemMatchesContract: AssertEqual<z.input<typeof recordItemSchema>, RecordItem> = true
