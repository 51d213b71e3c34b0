import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { ERRORS, type ErrorCode, type ErrorEnvelope } from '#contract/error-codes'
import { SIGNATURE_HEADERS } from '#contract/signing'
import type { AssertEqual } from './assert-equal'
import type { Page } from './page'
import type { Route } from './route'

const codes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

const errorEnvelope = z
  .strictObject({
    code: z.enum(codes).meta({ description: 'Stable; what programs decide by' }),
    message: z.string().meta({ description: 'What happened, in the language of Accept-Language (zh, en)' }),
    hint: z.string().meta({ description: 'What to do about it' }),
    requestId: z.string(),
    details: z.array(z.strictObject({ path: z.string(), problem: z.string() })).readonly(),
  })
  .meta({ id: 'ErrorEnvelope' })
const _errorEnvelopeIsTheContracts: AssertEqual<z.output<typeof errorEnvelope>, ErrorEnvelope> = true

const HEADER_SCHEMAS: Record<keyof typeof SIGNATURE_HEADERS, { schema: z.ZodType; about: string }> = {
  key: { schema: z.string().regex(/^[0-9a-f]{64}$/), about: 'SHA-256 of the raw public key, lower-case hex' },
  timestamp: {
    schema: z.string().regex(/^\d{1,15}$/),
    about: "The phone's clock when it signed, milliseconds since 1970",
  },
  challenge: { schema: z.string().max(64), about: 'Id of a challenge, or - where none is used' },
  position: { schema: z.string().regex(/^\d{1,2}$/), about: '0 to 31; 0 without a challenge' },
  signature: { schema: z.string().length(86), about: 'Ed25519 signature, 64 bytes as base64url without padding' },
  sentAt: {
    schema: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
    about: "The phone's clock when it sent; not signed",
  },
}

/** The OpenAPI 3.1 document of all routes, from the same schemas that judge the requests. */
export function openApiDocument(routes: readonly Route[], version: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]\w*)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Waiqin 外勤签到',
      version,
      description:
        'Check-in for companies on Enterprise WeChat. Every 4xx and 5xx answer is an ErrorEnvelope. Times are ISO 8601 ' +
        'with offset; names carry their unit. How requests are signed: docs/api.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token, good for 15 minutes',
        },
      },
    },
  })
}

/** `/api/openapi.json`; made once, when first asked for. */
export function openApiPage(routes: readonly Route[], version: string): Page {
  let text: string | null = null
  return {
    path: '/api/openapi.json',
    answer: () => ({
      type: 'application/json; charset=utf-8',
      body: (text ??= JSON.stringify(openApiDocument(routes, version))),
    }),
  }
}

function operation(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: accessText(route),
    security: route.access === 'public' ? [] : [{ session: [] }],
    requestParams: {
      ...(route.params === null ? {} : { path: route.params as z.ZodObject }),
      ...(route.query === null ? {} : { query: route.query as z.ZodObject }),
      ...(route.signed ? { header: signatureHeaders() } : {}),
    },
    ...(route.body === null ? {} : { requestBody: { required: true, content: json(route.body) } }),
    responses: { ...replies(route), ...errorResponses(route) },
  }
}

function replies({ reply, replyStatus, otherReplyStatuses = [] }: Route) {
  const answer = reply === null ? { description: 'Done' } : { description: 'Answer', content: json(reply) }
  return Object.fromEntries([replyStatus, ...otherReplyStatuses].map((status) => [status, answer]))
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema } }
}

function signatureHeaders(): z.ZodObject {
  return z.object(
    Object.fromEntries(
      Object.entries(HEADER_SCHEMAS).map(([part, { schema, about }]) => [
        SIGNATURE_HEADERS[part as keyof typeof SIGNATURE_HEADERS],
        schema.meta({ description: about }),
      ]),
    ),
  )
}

const ACCESS_TEXTS: Record<Route['access'], string> = {
  public: 'No session needed.',
  session: 'Needs a session.',
  consented: 'Needs a session and consent to the privacy notice.',
  device: 'Needs a session, consent, and a phone that is bound or the candidate of an open device change.',
}

function accessText(route: Route): string {
  const parts = [ACCESS_TEXTS[route.access]]
  if (route.permission !== null) parts.push(`Permission: \`${route.permission}\`.`)
  if (route.signed) parts.push('Signed by the device key.')
  if (route.browser) parts.push('For pages of this server: their `Origin` and the browser’s cookies are looked at.')
  return parts.join(' ')
}

/** The codes that any such route can answer, and its own, by status. */
function errorResponses(route: Route): Record<string, { description: string; content: ReturnType<typeof json> }> {
  const found = new Set<ErrorCode>(['TOO_MANY_REQUESTS', 'INTERNAL', 'SHUTTING_DOWN', ...(route.errors ?? [])])
  const add = (...more: ErrorCode[]) => more.forEach((code) => found.add(code))
  if (route.params !== null || route.query !== null) add('QUERY_INVALID')
  if (route.body !== null || route.signed) {
    add('BODY_INVALID', 'JSON_INVALID', 'JSON_TOO_DEEP', 'ENCODING_INVALID', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED')
  }
  if (route.signed) add('SIGNATURE_HEADERS_INVALID')
  if (route.access !== 'public') add('TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'SESSION_REVOKED')
  if (route.permission !== null) add('NOT_ALLOWED')
  if (route.access === 'consented' || route.access === 'device') add('CONSENT_NEEDED')
  if (route.access === 'device') add('DEVICE_NEEDED')
  const statuses = [...new Set([...found].map((code) => ERRORS[code].status))].sort((left, right) => left - right)
  return Object.fromEntries(
    statuses.map((status) => {
      const names = codes.filter((code) => found.has(code) && ERRORS[code].status === status)
      return [
        String(status),
        { description: names.map((name) => `\`${name}\``).join(', '), content: json(errorEnvelope) },
      ]
    }),
  )
}
