import { z } from 'zod'
import type { ConsentState, ContextReply } from '#contract/api'
import { OFF_REASONS } from '#contract/api-days'
import { SLOT_KINDS } from '#contract/work-day'
import type { AssertEqual } from '../../http/assert-equal'
import { recordItemSchema } from '../../http/record-item-schema'

const isoTime = z.iso.datetime({ offset: true })

const decimal = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

export const contextQuerySchema = z
  .strictObject({
    phoneTime: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .describe("The phone's clock, whole milliseconds since the epoch"),
    nearLatitude: decimal(-90, 90)
      .exactOptional()
      .describe('With nearLongitude: customers near here are listed too. Rounded to 0.02°; neither stored nor logged'),
    nearLongitude: decimal(-180, 180).exactOptional(),
  })
  .refine((query) => (query.nearLatitude === undefined) === (query.nearLongitude === undefined), {
    path: ['nearLongitude'],
    message: 'nearLatitude and nearLongitude come together',
  })

const coordinatesSchema = z.strictObject({ latitude: z.number(), longitude: z.number() })

const openFenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle'), centre: coordinatesSchema, radiusMetres: z.number() }),
  z.strictObject({ kind: z.literal('polygon'), rings: z.array(z.array(coordinatesSchema).readonly()).readonly() }),
])

const slotSchema = z
  .strictObject({
    workDay: z.iso.date(),
    kind: z.enum(SLOT_KINDS),
    span: z.int(),
    opensAt: isoTime,
    closesAt: isoTime,
    uploadUntil: isoTime,
    dueAt: isoTime.nullable(),
    graceMinutes: z.int(),
    zone: z.string(),
    standing: z
      .strictObject({
        attemptId: z.uuid(),
        outcome: z.enum(['accepted', 'pending', 'refused', 'superseded']),
        capturedAt: isoTime,
      })
      .nullable(),
  })
  .meta({ id: 'Slot' })

const openSiteSchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(['office', 'customer', 'project']),
    address: z.string(),
    fence: openFenceSchema,
    wifi: z.array(z.strictObject({ ssid: z.string(), bssid: z.string() })).readonly(),
    wifiProof: z.enum(['bssid', 'gateway', 'both']),
    gatewayUrl: z.string().nullable(),
    planned: z.boolean(),
    mainlandChina: z.boolean(),
  })
  .meta({ id: 'OpenSite' })

const consentStateSchema = z.strictObject({
  currentVersion: z.int(),
  agreedVersion: z.int().nullable(),
  sufficient: z.boolean(),
  due: z.boolean(),
})

export const contextReplySchema = z
  .strictObject({
    serverTime: isoTime,
    workDay: z.iso.date(),
    slots: z.array(slotSchema).readonly(),
    sites: z.array(openSiteSchema).readonly(),
    policy: z.strictObject({
      outOfRange: z.enum(['refuse', 'application', 'pending']),
      toleranceCapMetres: z.number(),
      maxAccuracyMetres: z.number(),
      photoFor: z.array(z.enum(SLOT_KINDS)).readonly(),
      noteFor: z.array(z.enum(SLOT_KINDS)).readonly(),
      visitRecordRequired: z.boolean(),
    }),
    rule: z.strictObject({ name: z.string(), version: z.int() }),
    off: z.enum(OFF_REASONS).nullable(),
    calendarName: z.string().nullable(),
    consent: consentStateSchema,
    challenge: z.strictObject({ id: z.uuid(), issuedAt: isoTime, positions: z.int() }),
    capabilities: z.strictObject({
      corrections: z.boolean(),
      dayResults: z.boolean(),
      quickCheckIn: z.boolean(),
      photoUpload: z.boolean(),
      visitRecords: z.boolean(),
      teamToday: z.boolean(),
      teamReminders: z.boolean(),
      faultReports: z.boolean(),
    }),
    attempts: z.array(recordItemSchema).readonly(),
    plans: z.array(z.strictObject({ siteId: z.uuid(), siteName: z.string(), note: z.string().nullable() })).readonly(),
    leaders: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Context' })

export const contextMatchesContract: AssertEqual<z.output<typeof contextReplySchema>, ContextReply> = true
export const consentMatchesContract: AssertEqual<z.output<typeof consentStateSchema>, ConsentState> = true
