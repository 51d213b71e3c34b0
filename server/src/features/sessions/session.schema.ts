import { z } from 'zod'
import type { LoginRequest, RefreshRequest } from '#contract/api'
import type { AssertEqual } from '../../http/assert-equal'
import { sha256HexSchema } from '../../http/session-schema'

export const loginRequestSchema = z
  .strictObject({ code: z.string().min(1).max(512), keyThumbprint: sha256HexSchema.exactOptional() })
  .meta({ id: 'LoginRequest' })

export const refreshRequestSchema = z
  .strictObject({ refreshToken: z.string().min(1).max(200) })
  .meta({ id: 'RefreshRequest' })

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
] = [true, true]
