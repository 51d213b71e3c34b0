import { z } from 'zod'
import type { DeviceStanding, LoginRequest, RefreshRequest, SessionReply } from '#contract/api'
import { ROLES } from '#contract/roles'
import type { AssertEqual } from '../../http/assert-equal'
import { consentStateSchema } from '../privacy/privacy.schema'

export const sha256HexSchema = z.string().regex(/^[0-9a-f]{64}$/)
const isoTime = z.iso.datetime({ offset: true })

export const loginRequestSchema = z
  .strictObject({ code: z.string().min(1).max(512), keyThumbprint: sha256HexSchema.exactOptional() })
  .meta({ id: 'LoginRequest' })

export const refreshRequestSchema = z
  .strictObject({ refreshToken: z.string().min(1).max(200) })
  .meta({ id: 'RefreshRequest' })

export const deviceStandingSchema = z.enum(['none', 'bound', 'candidate', 'other_bound'])

export const employeeReplySchema = z.strictObject({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  department: z.string().nullable(),
})

export const sessionReplySchema = z
  .strictObject({
    accessToken: z.string(),
    accessTokenExpiresAt: isoTime,
    refreshToken: z.string().nullable(),
    refreshTokenExpiresAt: isoTime.nullable(),
    employee: employeeReplySchema,
    roles: z.array(z.enum(ROLES)).readonly(),
    device: deviceStandingSchema,
    consent: consentStateSchema,
  })
  .meta({ id: 'SessionReply' })

/** RFC 7517. */
export const jwksSchema = z
  .strictObject({
    keys: z
      .array(
        z.strictObject({
          kty: z.string(),
          crv: z.string(),
          x: z.string(),
          kid: z.string(),
          alg: z.string(),
          use: z.string(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'JsonWebKeySet' })

export const sessionSchemasMatchContract: readonly [
  AssertEqual<z.output<typeof loginRequestSchema>, LoginRequest>,
  AssertEqual<z.output<typeof refreshRequestSchema>, RefreshRequest>,
  AssertEqual<z.output<typeof deviceStandingSchema>, DeviceStanding>,
  AssertEqual<z.output<typeof sessionReplySchema>, SessionReply>,
] = [true, true, true, true]
