/** What several features answer about a session: its person, phone and consent. */
import { z } from 'zod'
import type { ConsentState, DeviceStanding, SessionReply } from '#contract/api'
import { ROLES } from '#contract/roles'
import type { AssertEqual } from './assert-equal'

export const sha256HexSchema = z.string().regex(/^[0-9a-f]{64}$/)
const isoTime = z.iso.datetime({ offset: true })

export const consentStateSchema = z
  .strictObject({
    currentVersion: z.int().min(0),
    agreedVersion: z.int().nullable(),
    sufficient: z.boolean(),
    due: z.boolean(),
  })
  .meta({ id: 'ConsentState' })

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

export const sharedSessionSchemasMatchContract: readonly [
  AssertEqual<z.output<typeof consentStateSchema>, ConsentState>,
  AssertEqual<z.output<typeof deviceStandingSchema>, DeviceStanding>,
  AssertEqual<z.output<typeof sessionReplySchema>, SessionReply>,
] = [true, true, true]
