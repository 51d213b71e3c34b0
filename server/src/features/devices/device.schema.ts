import { z } from 'zod'
import type {
  BindDeviceReply,
  BindDeviceRequest,
  DeviceReply,
  EnrolmentReply,
  Page,
  RevokeDeviceRequest,
} from '#contract/api'
import type { AssertEqual } from '../../http/assert-equal'
import { deviceFactsSchema } from '../../http/device-facts-schema'
import { sessionReplySchema, sha256HexSchema } from '../../http/session-schema'

const isoTime = z.iso.datetime({ offset: true })

export const enrolmentReplySchema = z
  .strictObject({ seed: z.string(), enrolmentToken: z.string(), expiresAt: isoTime })
  .meta({ id: 'EnrolmentReply' })

export const bindDeviceRequestSchema = z
  .strictObject({
    enrolmentToken: z.string().min(1).max(2_000),
    publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    facts: deviceFactsSchema,
  })
  .meta({ id: 'BindDeviceRequest' })

export const deviceReplySchema = z
  .strictObject({
    id: z.string(),
    keyThumbprint: sha256HexSchema,
    state: z.enum(['active', 'candidate', 'revoked']),
    facts: deviceFactsSchema,
    boundAt: isoTime.nullable(),
  })
  .meta({ id: 'DeviceReply' })

export const bindDeviceReplySchema = z
  .strictObject({ device: deviceReplySchema, session: sessionReplySchema })
  .meta({ id: 'BindDeviceReply' })

export const devicePageSchema = z
  .strictObject({ items: z.array(deviceReplySchema).readonly(), nextCursor: z.string().nullable() })
  .meta({ id: 'DevicePage' })

export const revokeDeviceRequestSchema = z
  .strictObject({ reason: z.string().trim().min(2).max(200) })
  .meta({ id: 'RevokeDeviceRequest' })

export const deviceParamsSchema = z.strictObject({ deviceId: z.uuid() })

export const deviceSchemasMatchContract: readonly [
  AssertEqual<z.output<typeof enrolmentReplySchema>, EnrolmentReply>,
  AssertEqual<z.output<typeof bindDeviceRequestSchema>, BindDeviceRequest>,
  AssertEqual<z.output<typeof bindDeviceReplySchema>, BindDeviceReply>,
  AssertEqual<z.output<typeof deviceReplySchema>, DeviceReply>,
  AssertEqual<z.output<typeof devicePageSchema>, Page<DeviceReply>>,
  AssertEqual<z.output<typeof revokeDeviceRequestSchema>, RevokeDeviceRequest>,
] = [true, true, true, true, true, true]
