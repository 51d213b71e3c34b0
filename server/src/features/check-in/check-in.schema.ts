import { z } from 'zod'
import type { CheckInReply, CheckInRequest } from '#contract/api'
import { LARGEST_PHOTO_BYTES, MOST_PHOTOS } from '#contract/photos'
import { NETWORK_TYPES } from '#contract/place'
import { PRESENCE_PROOF_MAX_LENGTH } from '#contract/presence-proof'
import type { AssertEqual } from '../../http/assert-equal'
import { challengeReplySchema, decidedShape, slotNameSchema } from '../../http/decided-schema'
import { deviceFactsSchema } from '../../http/device-facts-schema'
import { visitDetailsSchema } from '../../http/visit-details-schema'

/** The last instant that a database column can hold: 9999-12-31. */
const LAST_INSTANT_MS = 253_402_300_799_999

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const shortText = (longest: number) => z.string().trim().min(1).max(longest)

const fixSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  system: z.enum(['gcj02', 'wgs84']),
  accuracyMetres: z.number().min(-1).max(10_000_000).nullable(),
  sameFixForMs: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
  askedMsAgo: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
})

export const checkInRequestSchema = z
  .strictObject({
    requestId: z.uuid(),
    slot: slotNameSchema,
    siteId: z.uuid().exactOptional(),
    fix: fixSchema.exactOptional(),
    networkType: z.enum(NETWORK_TYPES),
    wifi: z.strictObject({ ssid: z.string().max(64), bssid: z.string().max(40) }).exactOptional(),
    presenceProof: z.string().min(1).max(PRESENCE_PROOF_MAX_LENGTH).exactOptional(),
    application: z.strictObject({ reason: shortText(500) }).exactOptional(),
    photos: z
      .array(
        z.strictObject({
          sha256: sha256Hex,
          byteLength: z.int().min(1).max(LARGEST_PHOTO_BYTES),
          takenAtMs: z.int().min(0).max(LAST_INSTANT_MS),
        }),
      )
      .max(MOST_PHOTOS)
      .refine((photos) => new Set(photos.map((photo) => photo.sha256)).size === photos.length, 'photos repeat a hash'),
    note: shortText(1000).exactOptional(),
    visit: visitDetailsSchema.exactOptional(),
    device: deviceFactsSchema,
    clientVersion: shortText(40),
  })
  .meta({ id: 'CheckInRequest' })

export const checkInReplySchema = z
  .strictObject({ ...decidedShape, challenge: challengeReplySchema.nullable() })
  .meta({ id: 'CheckInReply' })

export const requestMatchesContract: AssertEqual<z.output<typeof checkInRequestSchema>, CheckInRequest> = true
export const replyMatchesContract: AssertEqual<z.input<typeof checkInReplySchema>, CheckInReply> = true
