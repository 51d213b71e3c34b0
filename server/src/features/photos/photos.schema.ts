import { z } from 'zod'
import type { PhotoListReply, PhotoReply, PhotoTicketReply, PhotoUpload, PhotoViewReply } from '#contract/api-photos'
import { PHOTO_PROBLEMS, PHOTO_TYPES, PHOTO_VIEWS } from '#contract/photos'
import type { AssertEqual } from '../../http/assert-equal'
import { isoTime } from '../../http/decided-schema'
import { sha256HexSchema } from '../../http/session-schema'

export const attemptParamsSchema = z.strictObject({ attemptId: z.uuid() })
export const photoParamsSchema = z.strictObject({ attemptId: z.uuid(), sha256: sha256HexSchema })

export const ticketRequestSchema = z
  .strictObject({ contentType: z.enum(PHOTO_TYPES) })
  .meta({ id: 'PhotoTicketRequest' })

export const viewQuerySchema = z.strictObject({ size: z.enum(PHOTO_VIEWS) })

export const photoReplySchema = z
  .strictObject({
    sha256: sha256HexSchema,
    byteLength: z.int(),
    takenAt: isoTime,
    state: z.enum(['awaited', 'verified', 'failed']),
    problem: z.enum(PHOTO_PROBLEMS).nullable(),
    widthPixels: z.int().nullable(),
    heightPixels: z.int().nullable(),
    verifiedAt: isoTime.nullable(),
  })
  .meta({ id: 'Photo' })

export const photoListReplySchema = z
  .strictObject({ items: z.array(photoReplySchema), deadline: isoTime.nullable() })
  .meta({ id: 'PhotoList' })

export const photoUploadSchema = z
  .strictObject({
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    fileField: z.literal('file'),
    expiresAt: isoTime,
  })
  .meta({ id: 'PhotoUpload' })

export const photoTicketReplySchema = z
  .strictObject({ photo: photoReplySchema, upload: photoUploadSchema.nullable() })
  .meta({ id: 'PhotoTicket' })

export const photoViewReplySchema = z.strictObject({ url: z.string(), expiresAt: isoTime }).meta({ id: 'PhotoView' })

export const photoSchemasMatchContract: readonly [
  AssertEqual<z.input<typeof photoReplySchema>, PhotoReply>,
  AssertEqual<z.input<typeof photoListReplySchema>, PhotoListReply>,
  AssertEqual<z.input<typeof photoUploadSchema>, PhotoUpload>,
  AssertEqual<z.input<typeof photoTicketReplySchema>, PhotoTicketReply>,
  AssertEqual<z.input<typeof photoViewReplySchema>, PhotoViewReply>,
] = [true, true, true, true, true]
