import { request } from 'node:http'
import type { ErrorCode, ErrorEnvelope } from '#contract/error-codes'
import { sampleRoutes, startEdgeApp, type EdgeApp } from '../../test/edge-app'
import { SIGNATURE_HEADERS } from '#contract/signing'

let app: EdgeApp
beforeAll(async () => {
  app = await startEdgeApp(sampleRoutes())
})
afterAll(() => app.close())
beforeEach(() => {
  app.audit.length = 0
  app.log.length = 0
})

type Headers = Record<string, string | undefined>
interface Case {
  readonly name: string
  readonly method?: string
  readonly path?: string
  readonly headers?: Headers
  readonly body?: string | Uint8Array
  readonly status: number
  readonly code: ErrorCode
  /** Paths of the details, where they matter. */
  readonly paths?: readonly string[]
  readonly audited: boolean
}

const ID = '7f9c1e52-3a64-4b1e-9d1f-0a53a4a0c001'
const SIGNED: Headers = {
  [SIGNATURE_HEADERS.key]: 'b'.repeat(64),
  [SIGNATURE_HEADERS.timestamp]: '1763427129120',
  [SIGNATURE_HEADERS.challenge]: ID,
  [SIGNATURE_HEADERS.position]: '3',
  [SIGNATURE_HEADERS.signature]: Buffer.alloc(64, 7).toString('base64url'),
}
const deep = (levels: number) => `{"text":"a","fix":${'['.repeat(levels)}${']'.repeat(levels)}}`
const signed = (changes: Headers) => ({
  path: '/api/v1/signed',
  headers: { ...SIGNED, ...changes },
  body: '{"text":"a"}',
})

const BODIES: Case[] = [
  { name: 'a wrong type', body: '{"text":1}', status: 400, code: 'BODY_INVALID', paths: ['text'], audited: true },
  { name: 'a missing field', body: '{}', status: 400, code: 'BODY_INVALID', paths: ['text'], audited: true },
  {
    name: 'an extra field',
    body: '{"text":"a","admin":true}',
    status: 400,
    code: 'BODY_INVALID',
    paths: ['admin'],
    audited: true,
  },
  {
    name: 'an extra field within',
    body: '{"text":"a","fix":{"latitude":1,"longitude":1,"x":1}}',
    status: 400,
    code: 'BODY_INVALID',
    paths: ['fix.x'],
    audited: true,
  },
  { name: 'a list for an object', body: '[]', status: 400, code: 'BODY_INVALID', audited: true },
  { name: 'null', body: 'null', status: 400, code: 'BODY_INVALID', audited: true },
  {
    name: 'a latitude off the world',
    body: '{"text":"a","fix":{"latitude":91,"longitude":1}}',
    status: 400,
    code: 'BODY_INVALID',
    paths: ['fix.latitude'],
    audited: true,
  },
  {
    name: 'a number that overflows to infinity',
    body: '{"text":"a","fix":{"latitude":1e999,"longitude":1}}',
    status: 400,
    code: 'BODY_INVALID',
    paths: ['fix.latitude'],
    audited: true,
  },
  {
    name: 'NaN',
    body: '{"text":"a","fix":{"latitude":NaN,"longitude":1}}',
    status: 400,
    code: 'JSON_INVALID',
    audited: true,
  },
  { name: 'half a body', body: '{"text":', status: 400, code: 'JSON_INVALID', audited: true },
  { name: 'an empty body', body: '', status: 400, code: 'JSON_INVALID', audited: true },
  {
    name: 'a key given twice',
    body: '{"text":"a","text":"b"}',
    status: 400,
    code: 'JSON_INVALID',
    paths: ['text'],
    audited: true,
  },
  {
    name: 'a key given twice, once escaped',
    body: '{"text":"a","\\u0074ext":"b"}',
    status: 400,
    code: 'JSON_INVALID',
    paths: ['text'],
    audited: true,
  },
  {
    name: '__proto__',
    body: '{"text":"a","__proto__":{"x":1}}',
    status: 400,
    code: 'JSON_INVALID',
    paths: ['__proto__'],
    audited: true,
  },
  {
    name: '__proto__, escaped',
    body: '{"text":"a","\\u005f_proto__":{"x":1}}',
    status: 400,
    code: 'JSON_INVALID',
    paths: ['__proto__'],
    audited: true,
  },
  { name: '17 levels', body: deep(16), status: 400, code: 'JSON_TOO_DEEP', audited: true },
  {
    name: '30 000 levels',
    body: '['.repeat(30_000) + ']'.repeat(30_000),
    status: 400,
    code: 'JSON_TOO_DEEP',
    audited: true,
  },
  {
    name: 'invalid UTF-8',
    body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    status: 400,
    code: 'ENCODING_INVALID',
    audited: true,
  },
  {
    name: 'overlong UTF-8',
    body: Buffer.from([...Buffer.from('{"text":"'), 0xc0, 0x80, ...Buffer.from('"}')]),
    status: 400,
    code: 'ENCODING_INVALID',
    audited: true,
  },
  {
    name: 'UTF-16',
    body: Buffer.from('\ufeff{"text":"a"}', 'utf16le'),
    status: 400,
    code: 'ENCODING_INVALID',
    audited: true,
  },
  { name: 'U+0000 by escape', body: '{"text":"a\\u0000"}', status: 400, code: 'ENCODING_INVALID', audited: true },
  {
    name: 'half of a surrogate pair',
    body: '{"text":"\\ud83d"}',
    status: 400,
    code: 'ENCODING_INVALID',
    audited: true,
  },
  {
    name: 'a body over 64 KB',
    body: JSON.stringify({ text: 'a'.repeat(70_000) }),
    status: 413,
    code: 'BODY_TOO_LARGE',
    audited: true,
  },
  {
    name: 'a chunked body over 64 KB',
    headers: { 'transfer-encoding': 'chunked' },
    body: JSON.stringify({ text: 'a'.repeat(70_000) }),
    status: 413,
    code: 'BODY_TOO_LARGE',
    audited: true,
  },
  {
    name: 'a form',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'text=a',
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
    audited: true,
  },
  {
    name: 'no content type',
    headers: { 'content-type': undefined },
    body: '{"text":"a"}',
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
    audited: true,
  },
  {
    name: 'another charset',
    headers: { 'content-type': 'application/json; charset=gbk' },
    body: '{"text":"a"}',
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
    audited: true,
  },
  {
    name: 'a compressed body',
    headers: { 'content-encoding': 'gzip' },
    body: '{"text":"a"}',
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
    audited: true,
  },
]

const ADDRESSES: Case[] = [
  { name: 'an unknown path', path: '/api/v1/nothing', status: 404, code: 'ROUTE_UNKNOWN', audited: false },
  { name: 'the wrong method', method: 'DELETE', status: 405, code: 'METHOD_NOT_ALLOWED', audited: false },
  {
    name: 'an id that is none',
    method: 'GET',
    path: '/api/v1/things/1',
    status: 400,
    code: 'QUERY_INVALID',
    paths: ['thingId'],
    audited: true,
  },
  {
    name: 'an unknown id',
    method: 'GET',
    path: `/api/v1/things/0${ID.slice(1)}`,
    status: 404,
    code: 'NOT_FOUND',
    audited: true,
  },
  {
    name: 'a parameter of the wrong type',
    method: 'GET',
    path: `/api/v1/things/${ID}?limit=NaN`,
    status: 400,
    code: 'QUERY_INVALID',
    paths: ['limit'],
    audited: true,
  },
  {
    name: 'a parameter given twice',
    method: 'GET',
    path: `/api/v1/things/${ID}?limit=1&limit=2`,
    status: 400,
    code: 'QUERY_INVALID',
    paths: ['limit'],
    audited: true,
  },
  {
    name: 'an extra parameter',
    method: 'GET',
    path: `/api/v1/things/${ID}?all=1`,
    status: 400,
    code: 'QUERY_INVALID',
    paths: ['all'],
    audited: true,
  },
  {
    name: 'a parameter named __proto__',
    method: 'GET',
    path: `/api/v1/things/${ID}?__proto__=1`,
    status: 400,
    code: 'QUERY_INVALID',
    audited: true,
  },
  {
    name: 'a query that is no UTF-8',
    method: 'GET',
    path: `/api/v1/things/${ID}?limit=%ff`,
    status: 400,
    code: 'QUERY_INVALID',
    audited: true,
  },
  {
    name: 'a path with U+0000',
    method: 'GET',
    path: '/api/v1/things/a%00',
    status: 400,
    code: 'QUERY_INVALID',
    audited: true,
  },
  {
    name: 'a path that is no UTF-8',
    method: 'GET',
    path: '/api/v1/things/%c0%af',
    status: 400,
    code: 'QUERY_INVALID',
    audited: true,
  },
]

const WHO: Case[] = [
  {
    name: 'no token',
    headers: { authorization: undefined },
    body: '{"text":"a"}',
    status: 401,
    code: 'TOKEN_MISSING',
    audited: false,
  },
  {
    name: 'a forged token',
    headers: { authorization: 'Bearer forged' },
    body: '{"text":"a"}',
    status: 401,
    code: 'TOKEN_INVALID',
    audited: true,
  },
  {
    name: 'an expired token',
    headers: { authorization: 'Bearer expired' },
    body: '{"text":"a"}',
    status: 401,
    code: 'TOKEN_EXPIRED',
    audited: true,
  },
  {
    name: 'another scheme',
    headers: { authorization: 'Basic c3RhZmY6' },
    body: '{"text":"a"}',
    status: 401,
    code: 'TOKEN_INVALID',
    audited: true,
  },
  {
    name: 'a role that may not',
    method: 'PUT',
    path: `/api/v1/things/${ID}`,
    status: 403,
    code: 'NOT_ALLOWED',
    audited: true,
  },
  {
    name: 'no consent',
    ...signed({ authorization: 'Bearer no-consent' }),
    status: 403,
    code: 'CONSENT_NEEDED',
    audited: true,
  },
  {
    name: 'another phone',
    ...signed({ authorization: 'Bearer no-device' }),
    status: 403,
    code: 'DEVICE_NEEDED',
    audited: true,
  },
]

const SIGNATURES: Case[] = [
  {
    name: 'a signed route without a session',
    ...signed({ authorization: undefined }),
    status: 401,
    code: 'TOKEN_MISSING',
    audited: true,
  },
  ...(
    [
      ['no key', 'key', undefined],
      ['a key in upper case', 'key', 'B'.repeat(64)],
      ['a short key', 'key', 'b'.repeat(63)],
      ['no timestamp', 'timestamp', undefined],
      ['a timestamp with a fraction', 'timestamp', '1763427129120.5'],
      ['a negative timestamp', 'timestamp', '-1'],
      ['a timestamp after the year 9999', 'timestamp', '253402300800000'],
      ['a timestamp of twenty digits', 'timestamp', '1'.repeat(20)],
      ['a challenge with blanks', 'challenge', 'a b'],
      ['a challenge that is too long', 'challenge', 'a'.repeat(65)],
      ['position 32', 'position', '32'],
      ['a position with a leading zero', 'position', '03'],
      ['a short signature', 'signature', 'AAAA'],
      ['a padded signature', 'signature', `${Buffer.alloc(64, 7).toString('base64url')}==`],
      [
        'a second spelling of the same signature',
        'signature',
        `${Buffer.alloc(64).toString('base64url').slice(0, -1)}B`,
      ],
    ] as const
  ).map(([name, header, value]): Case => ({
    name,
    ...signed({ [SIGNATURE_HEADERS[header]]: value }),
    status: 400,
    code: 'SIGNATURE_HEADERS_INVALID',
    paths: [SIGNATURE_HEADERS[header]],
    audited: true,
  })),
  {
    name: 'a signed body over 64 KB',
    ...signed({}),
    body: JSON.stringify({ text: 'a'.repeat(70_000) }),
    status: 413,
    code: 'BODY_TOO_LARGE',
    audited: true,
  },
  {
    name: 'a chunked signed body over 64 KB',
    ...signed({ 'transfer-encoding': 'chunked' }),
    body: 'a'.repeat(70_000),
    status: 413,
    code: 'BODY_TOO_LARGE',
    audited: true,
  },
  {
    name: 'a signed body that is no UTF-8',
    ...signed({}),
    body: Buffer.from([0x22, 0xff, 0x22]),
    status: 400,
    code: 'ENCODING_INVALID',
    audited: true,
  },
  {
    name: 'a signed body that is too deep',
    ...signed({}),
    body: deep(4_000),
    status: 400,
    code: 'JSON_TOO_DEEP',
    audited: true,
  },
  {
    name: 'a signed body with an extra field',
    ...signed({}),
    body: '{"text":"a","b":1}',
    status: 400,
    code: 'BODY_INVALID',
    paths: ['b'],
    audited: true,
  },
]

describe.each([
  ['bodies', BODIES],
  ['addresses', ADDRESSES],
  ['sessions and rights', WHO],
  ['signature headers', SIGNATURES],
])('bad input: %s', (_, cases) => {
  it.each(cases)(
    '$name → $status $code',
    async ({ method = 'POST', path = '/api/v1/echo', headers = {}, body, ...expected }) => {
      const answer = await send(method, path, headers, body)
      const envelope = JSON.parse(answer.text) as ErrorEnvelope
      expect({ status: answer.status, code: envelope.code }).toEqual({ status: expected.status, code: expected.code })
      expect(Object.keys(envelope).sort()).toEqual(['code', 'details', 'hint', 'message', 'requestId'])
      expect(envelope.requestId).toBe(answer.headers['x-request-id'])
      expect(answer.text).not.toMatch(/\.ts|node_modules|at \w+ \(/)
      if (expected.paths) expect(envelope.details.map((detail) => detail.path)).toEqual(expected.paths)
      expect(app.audit.map((entry) => entry.detail['code'])).toEqual(expected.audited ? [expected.code] : [])
      expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
    },
  )
})

it('lets good input of the same shapes through', async () => {
  const echo = await send(
    'POST',
    '/api/v1/echo',
    {},
    '{"text":"好的 \\"\\u597d\\" {[","fix":{"latitude":31.2,"longitude":121.5}}',
  )
  expect([echo.status, JSON.parse(echo.text)]).toEqual([200, { text: '好的 "好" {[', sentAtMs: null }])
  const chunked = await send('POST', '/api/v1/echo', { 'transfer-encoding': 'chunked' }, '{"text":"a"}')
  expect(chunked.status).toBe(200)
  expect((await send('GET', `/api/v1/things/${ID}?limit=5`, {})).text).toBe(`{"thingId":"${ID}","limit":5}`)
  expect((await send('PUT', `/api/v1/things/${ID}`, { authorization: 'Bearer admin' }, '{}')).status).toBe(204)
  expect(app.audit).toEqual([])
})

it('hands a signed route the exact bytes and headers', async () => {
  const body = ' {"text":"外勤" }\n'
  const answer = await send('POST', '/api/v1/signed', { ...SIGNED, authorization: 'Bearer candidate' }, body)
  expect(JSON.parse(answer.text)).toEqual({
    method: 'POST',
    path: '/api/v1/signed',
    keyThumbprint: 'b'.repeat(64),
    timestampMs: 1763427129120,
    challengeId: ID,
    challengePosition: 3,
    signature: 64,
    body,
  })
})

/** Over node:http, which sends what it is told; fetch would correct some of it. */
function send(method: string, path: string, headers: Headers, body?: string | Uint8Array) {
  const all: Headers = {
    authorization: 'Bearer staff',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  }
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const outgoing = request(
      `${app.url}${path}`,
      { method, headers: Object.fromEntries(given), agent: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
