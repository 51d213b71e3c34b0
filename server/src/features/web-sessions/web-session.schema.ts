import { z } from 'zod'
import {
  JS_SIGNATURE_KINDS,
  type JsSignatureKind,
  type JsSignatureReply,
  type WebSessionAttempt,
  type WebSessionReply,
  type WebSessionRequest,
} from '#contract/api-web'
import { ROLES } from '#contract/roles'
import type { AssertEqual } from '../../http/assert-equal'
import { consentStateSchema, employeeReplySchema } from '../../http/session-schema'

const isoTime = z.iso.datetime({ offset: true })

export const attemptReplySchema = z
  .strictObject({ state: z.string(), authorizeUrl: z.url(), scan: z.record(z.string(), z.string()) })
  .meta({ id: 'WebSessionAttempt' })

export const webSessionRequestSchema = z
  .strictObject({ code: z.string().min(1).max(512), state: z.string().min(1).max(128) })
  .meta({ id: 'WebSessionRequest' })

export const webSessionReplySchema = z
  .strictObject({
    accessToken: z.string(),
    accessTokenExpiresAt: isoTime,
    sessionExpiresAt: isoTime,
    employee: employeeReplySchema,
    roles: z.array(z.enum(ROLES)).readonly(),
    consent: consentStateSchema,
  })
  .meta({ id: 'WebSession' })

export const jsSignatureQuerySchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_048)
    .meta({ description: 'The page, of this server; a fragment is dropped' }),
  kind: z.enum(JS_SIGNATURE_KINDS),
})

export const jsSignatureReplySchema = z
  .strictObject({ timestamp: z.int(), nonceStr: z.string(), signature: z.string() })
  .meta({ id: 'JsSignature' })

export const webSessionSchemasMatchContract: readonly [
  AssertEqual<z.output<typeof attemptReplySchema>, WebSessionAttempt>,
  AssertEqual<z.output<typeof webSessionRequestSchema>, WebSessionRequest>,
  AssertEqual<z.output<typeof webSessionReplySchema>, WebSessionReply>,
  AssertEqual<z.output<typeof jsSignatureQuerySchema>, { readonly url: string; readonly kind: JsSignatureKind }>,
  AssertEqual<z.output<typeof jsSignatureReplySchema>, JsSignatureReply>,
] = [true, true, true, true, true]
