/** Schemas of what several routes answer about a decided check-in. */
import { z } from 'zod'
import { CHECK_ROW_NAMES } from '#contract/decision'
import { FINDING_CODES, SEVERITIES } from '#contract/finding-codes'
import { SLOT_KINDS } from '#contract/work-day'

export const isoTime = z.iso.datetime({ offset: true })
export const workDaySchema = z.iso.date()

export const slotNameSchema = z.strictObject({
  workDay: workDaySchema,
  kind: z.enum(SLOT_KINDS),
  span: z.int().min(0).max(20),
})

const figuresSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export const outcomeSchema = z.enum(['accepted', 'pending', 'refused', 'superseded'])
export const decisionCodeSchema = z.enum(['ACCEPTED', ...FINDING_CODES])

export const findingReplySchema = z
  .strictObject({
    code: z.enum(FINDING_CODES),
    severity: z.enum(SEVERITIES),
    asked: figuresSchema,
    seen: figuresSchema,
    title: z.string(),
    sentence: z.string(),
    askedText: z.string(),
    seenText: z.string(),
    next: z.string(),
  })
  .meta({ id: 'Finding' })

export const checkRowReplySchema = z
  .strictObject({
    check: z.enum(CHECK_ROW_NAMES),
    result: z.enum(['passed', 'failed', 'not_needed', 'not_run']),
    asked: figuresSchema,
    seen: figuresSchema,
    title: z.string(),
    askedText: z.string(),
    seenText: z.string(),
  })
  .meta({ id: 'CheckRow' })

export const challengeReplySchema = z
  .strictObject({ id: z.uuid(), issuedAt: isoTime, positions: z.int() })
  .meta({ id: 'Challenge' })

export const decidedShape = {
  attemptId: z.uuid(),
  outcome: outcomeSchema,
  code: decisionCodeSchema,
  sentence: z.string(),
  next: z.string(),
  slot: slotNameSchema,
  capturedAt: isoTime,
  receivedAt: isoTime,
  deferred: z.boolean(),
  site: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  presenceBy: z.enum(['fence', 'wifi']).nullable(),
  standingAttemptId: z.uuid().nullable(),
  lateMinutes: z.int(),
  findings: z.array(findingReplySchema),
  checks: z.array(checkRowReplySchema),
}
