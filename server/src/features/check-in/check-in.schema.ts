import { z } from 'zod'
import type { CheckInReply, CheckInRequest } from '#contract/api'
import { NETWORK_TYPES } from '#contract/place'
import type { AssertEqual } from '../../http/assert-equal'
import { challengeReplySchema, decidedShape, slotNameSchema } from '../../http/decided-schema'

const LONGEST_PROOF_CHARACTERS = 2_000
const MOST_PHOTOS = 9
const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024

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

const deviceFactsSchema = z.strictObject({
  brand: z.string().max(100),
  model: z.string().max(100),
  platform: z.string().max(40),
  system: z.string().max(100),
})

export const checkInRequestSchema = z
  .strictObject({
    requestId: z.uuid(),
    slot: slotNameSchema,
    siteId: z.uuid().exactOptional(),
    fix: fixSchema.exactOptional(),
    networkType: z.enum(NETWORK_TYPES),
    wifi: z.strictObject({ ssid: z.string().max(64), bssid: z.string().max(40) }).exactOptional(),
    presenceProof: z.string().min(1).max(LONGEST_PROOF_CHARACTERS).exactOptional(),
    application: z.strictObject({ reason: shortText(500) }).exactOptional(),
    photos: z
      .array(
        z.strictObject({
          sha256: sha256Hex,
          byteLength: z.int().min(1).max(LARGEST_PHOTO_BYTES),
          takenAtMs: z.int().min(0),
        }),
      )
      .max(MOST_PHOTOS)
      .refine((photos) => new Set(photos.map((photo) => photo.sha256)).size === photos.length, 'photos repeat a hash'),
    note: shortText(1000).exactOptional(),
    visit: z
      .strictObject({
        customer: shortText(200),
        contact: shortText(100).exactOptional(),
        contactPhone: shortText(40).exactOptional(),
        purpose: shortText(200),
        outcome: shortText(200).exactOptional(),
        notes: shortText(2000).exactOptional(),
      })
      .exactOptional(),
    device: deviceFactsSchema,
    clientVersion: shortText(40),
  })
  .meta({ id: 'CheckInRequest' })

export const checkInReplySchema = z
  .strictObject({ ...decidedShape, challenge: challengeReplySchema.nullable() })
  .meta({ id: 'CheckInReply' })

export const requestMatchesContract: AssertEqual<z.output<typeof checkInRequestSchema>, CheckInRequest> = true
export const replyMatchesContract: AssertEqual<z.input<typeof checkInReplySchema>, CheckInReply> = true
