import { request as httpRequest } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { CheckInRequest } from '#contract/api'
import type { ErrorCode } from '#contract/error-codes'
import { SIGNATURE_HEADERS } from '#contract/signing'
import { seedSite } from '../../../prisma/seed/builders'
import { createPhoneKey } from '../../demo/phone-key'
import {
  addPerson,
  bindPhone,
  checkIn,
  checkInRequest,
  expectRefusal,
  loginToken,
  photoClaim,
  seedFreeHours,
  send,
  sendCheckIn,
  signedHeaders,
  startApp,
  type Answered,
  type App,
  type PhoneInUse,
  type Sending,
} from '../start-app'

const PATH = '/api/v1/check-ins'
const PLACE = { latitude: 31.2041, longitude: 121.5907 }
const FIX = { ...PLACE, system: 'gcj02', accuracyMetres: 12, sameFixForMs: 0, askedMsAgo: 900 } as const

let app: App
let phone: PhoneInUse
let adminToken: string

beforeAll(async () => {
  app = await startApp({
    seed: async (tx) => {
      await seedFreeHours(tx, [await seedSite(tx)])
    },
  })
  phone = await bindPhone(app)
  adminToken = await loginToken(app, await addPerson(app, { roles: ['admin'] }))
}, 60_000)

afterAll(() => app.close())

/** The refusal is complete, no attempt came of it, and the trail says who tried. */
async function expectRefused(answered: Answered, attemptsBefore: number, code: ErrorCode, actor: string | null) {
  const envelope = expectRefusal(answered, code)
  expect(answered.text).not.toMatch(/\bat .+:\d+|Prisma|node_modules|sqlite/i)
  expect(await app.attempts()).toBe(attemptsBefore)
  const lines = await app.auditOf(envelope.requestId)
  if (actor === null) expect(lines).toEqual([])
  else expect(lines).toMatchObject([{ action: 'request.refused', actor, detail: { code } }])
  return envelope
}

const me = () => `employee:${phone.person.id}`

describe('the body of a check-in, signed and authenticated', () => {
  const valid = (changes: Partial<CheckInRequest> = {}) => checkInRequest(app, phone, 'early', { fix: FIX, ...changes })

  async function submit(body: string | Uint8Array): Promise<Answered> {
    const { id: challenge } = (await phone.context()).challenge
    return sendCheckIn(app, { body, headers: signedHeaders(phone.key, PATH, body, { challenge }) }, phone.accessToken)
  }

  const BENT: [name: string, path: string, bend: (request: CheckInRequest) => unknown][] = [
    ['null', '', () => null],
    ['a list', '', () => []],
    ['text', '', () => 'check-in'],
    ['nothing in it', 'requestId', () => ({})],
    ['an extra field', 'outcome', (request) => ({ ...request, outcome: 'accepted' })],
    ['an extra field within', 'slot.zone', (request) => ({ ...request, slot: { ...request.slot, zone: 'UTC' } })],
    ['a request id that is none', 'requestId', (request) => ({ ...request, requestId: '1' })],
    ['a request id that is a number', 'requestId', (request) => ({ ...request, requestId: 1 })],
    ['a site id that is none', 'siteId', (request) => ({ ...request, siteId: "' OR 1=1 --" })],
    ['a null site id', 'siteId', (request) => ({ ...request, siteId: null })],
    ['an unknown slot kind', 'slot.kind', (request) => ({ ...request, slot: { ...request.slot, kind: 'noon' } })],
    ['a span of -1', 'slot.span', (request) => ({ ...request, slot: { ...request.slot, span: -1 } })],
    ['half a span', 'slot.span', (request) => ({ ...request, slot: { ...request.slot, span: 0.5 } })],
    ['a work day that is none', 'slot.workDay', (request) => withDay(request, '2026-02-30')],
    ['a work day with a time', 'slot.workDay', (request) => withDay(request, '2026-11-18T00:00:00Z')],
    ['a work day in year 0001', 'slot.workDay', (request) => withDay(request, '0001-01-01')],
    ['a work day in year 9999', 'slot.workDay', (request) => withDay(request, '9999-12-31')],
    ['a work day of last year', 'slot.workDay', (request) => withDay(request, addDays(-366))],
    ['a work day 60 days ahead', 'slot.workDay', (request) => withDay(request, addDays(60))],
    ['a latitude of 90.1', 'fix.latitude', (request) => withFix(request, { latitude: 90.1 })],
    ['a longitude of -180.1', 'fix.longitude', (request) => withFix(request, { longitude: -180.1 })],
    ['a latitude as text', 'fix.latitude', (request) => withFix(request, { latitude: '31.2' })],
    ['no latitude', 'fix.latitude', (request) => withFix(request, { latitude: undefined })],
    ['NaN, which JSON writes as null', 'fix.longitude', (request) => withFix(request, { longitude: NaN })],
    ['an unknown coordinate system', 'fix.system', (request) => withFix(request, { system: 'bd09' })],
    ['an accuracy as text', 'fix.accuracyMetres', (request) => withFix(request, { accuracyMetres: '12' })],
    ['an unknown network', 'networkType', (request) => ({ ...request, networkType: '6g' })],
    [
      'a BSSID of 41 characters',
      'wifi.bssid',
      (request) => ({ ...request, wifi: { ssid: 'a', bssid: 'a'.repeat(41) } }),
    ],
    ['photos that are no list', 'photos', (request) => ({ ...request, photos: {} })],
    ['ten photos', 'photos', (request) => ({ ...request, photos: Array.from({ length: 10 }, photoClaim) })],
    ['a photo of 0 bytes', 'photos.0.byteLength', (request) => withPhoto(request, { byteLength: 0 })],
    ['a photo before 1970', 'photos.0.takenAtMs', (request) => withPhoto(request, { takenAtMs: -1 })],
    ['a photo in upper-case hex', 'photos.0.sha256', (request) => withPhoto(request, { sha256: 'A'.repeat(64) })],
    ['a blank note', 'note', (request) => ({ ...request, note: '  ' })],
    ['a note of 1 001 characters', 'note', (request) => ({ ...request, note: '记'.repeat(1_001) })],
    [
      'a reason of 501 characters',
      'application.reason',
      (request) => ({ ...request, application: { reason: 'x'.repeat(501) } }),
    ],
    ['a proof of 2 001 characters', 'presenceProof', (request) => ({ ...request, presenceProof: 'x'.repeat(2_001) })],
    ['no device facts', 'device', (request) => ({ ...request, device: undefined })],
    ['an empty client version', 'clientVersion', (request) => ({ ...request, clientVersion: '' })],
  ]

  it.each(BENT)('%s → BODY_INVALID', async (_, path, bend) => {
    const before = await app.attempts()
    const envelope = await expectRefused(await submit(JSON.stringify(bend(valid()))), before, 'BODY_INVALID', me())
    expect(envelope.details.map((detail) => detail.path)).toContain(path)
  })

  const RAW: [name: string, code: ErrorCode, body: () => string | Uint8Array][] = [
    ['an empty body', 'JSON_INVALID', () => ''],
    ['half a body', 'JSON_INVALID', () => JSON.stringify(valid()).slice(0, -5)],
    ['NaN written out', 'JSON_INVALID', () => JSON.stringify(valid()).replace('31.2041', 'NaN')],
    ['Infinity by overflow', 'BODY_INVALID', () => JSON.stringify(valid()).replace('31.2041', '1e999')],
    ['a key given twice', 'JSON_INVALID', () => JSON.stringify(valid()).replace('{', '{"networkType":"wifi",')],
    ['__proto__', 'JSON_INVALID', () => JSON.stringify(valid()).replace('{', '{"__proto__":{"admin":true},')],
    ['60 levels', 'JSON_TOO_DEEP', () => JSON.stringify(valid()).replace('"5g"', '['.repeat(60) + ']'.repeat(60))],
    ['30 000 levels', 'JSON_TOO_DEEP', () => '['.repeat(30_000) + ']'.repeat(30_000)],
    [
      'invalid UTF-8',
      'ENCODING_INVALID',
      () => Buffer.from(JSON.stringify(valid({ note: '#' })).replace('#', '\xff'), 'latin1'),
    ],
    ['half a surrogate pair', 'ENCODING_INVALID', () => JSON.stringify(valid({ note: '#' })).replace('#', '\\ud83d')],
    ['U+0000', 'ENCODING_INVALID', () => JSON.stringify(valid({ note: 'a\0b' }))],
    ['a body over 64 KB', 'BODY_TOO_LARGE', () => JSON.stringify(valid({ note: 'x'.repeat(66_000) }))],
  ]

  it.each(RAW)('%s → %s', async (_, code, body) => {
    const before = await app.attempts()
    await expectRefused(await submit(body()), before, code, me())
  })

  it('another content type → MEDIA_TYPE_UNSUPPORTED', async () => {
    const before = await app.attempts()
    const body = JSON.stringify(valid())
    const headers = { ...signedHeaders(phone.key, PATH, body), 'content-type': 'text/plain' }
    await expectRefused(
      await sendCheckIn(app, { body, headers }, phone.accessToken),
      before,
      'MEDIA_TYPE_UNSUPPORTED',
      me(),
    )
  })

  it('an endless chunked body → BODY_TOO_LARGE', async () => {
    const before = await app.attempts()
    const headers = {
      ...signedHeaders(phone.key, PATH, '{}'),
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
      authorization: `Bearer ${phone.accessToken}`,
    }
    await expectRefused(await sendChunks(headers, 'x'.repeat(8_000), 20), before, 'BODY_TOO_LARGE', me())
  })

  it('what no place holds but well-formed is judged: an honest phone may send it', async () => {
    const fix = { ...FIX, latitude: 0, longitude: 0 }
    expect(await checkIn(app, phone, 'early', { fix })).toMatchObject({ outcome: 'refused', code: 'LOCATION_MISSING' })
    const unknownSite = await checkIn(app, phone, 'visit', { fix: FIX, siteId: randomUUID() })
    expect(unknownSite).toMatchObject({ outcome: expect.stringMatching(/accepted|refused/) })
  })

  it.each([
    ['0', 'the beginning of 1970'],
    ['253402300799999', 'the end of year 9999'],
  ])('a clock at %s (%s) is judged and never a fault', async (timestamp) => {
    const { id: challenge } = (await phone.context()).challenge
    const body = JSON.stringify(valid())
    const timestampMs = Number(timestamp)
    const headers = {
      ...signedHeaders(phone.key, PATH, body, { challenge, timestampMs }),
      [SIGNATURE_HEADERS.sentAt]: timestamp,
    }
    const { status, text } = await sendCheckIn(app, { body, headers }, phone.accessToken)
    expect(status).toBe(200)
    expect(text).toContain('CLOCK_DOUBTFUL')
  })

  const withDay = (request: CheckInRequest, workDay: string) => ({ ...request, slot: { ...request.slot, workDay } })
  const withFix = (request: CheckInRequest, changes: object) => ({ ...request, fix: { ...FIX, ...changes } })
  const withPhoto = (request: CheckInRequest, changes: object) => ({
    ...request,
    photos: [{ ...photoClaim(), ...changes }],
  })
  const addDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
})

describe('signature headers', () => {
  const NAMES = ['key', 'timestamp', 'challenge', 'position', 'signature'] as const
  const BAD: [name: (typeof NAMES)[number], value: string][] = [
    ['key', 'A'.repeat(64)],
    ['key', 'a'.repeat(63)],
    ['timestamp', '-1'],
    ['timestamp', '1.5'],
    ['timestamp', '1e12'],
    ['timestamp', 'NaN'],
    ['timestamp', '253402300800000'],
    ['challenge', 'a b'],
    ['challenge', 'a'.repeat(65)],
    ['position', '32'],
    ['position', '-1'],
    ['position', '01'],
    ['signature', 'AAAA'],
    ['signature', `${'A'.repeat(86)}==`],
    ['signature', '!'.repeat(86)],
  ]

  async function submitWith(bend: (headers: Record<string, string>) => Record<string, string>) {
    const body = JSON.stringify(checkInRequest(app, phone, 'early', { fix: FIX }))
    const { id: challenge } = (await phone.context()).challenge
    const headers = bend(signedHeaders(phone.key, PATH, body, { challenge }))
    return sendCheckIn(app, { body, headers }, phone.accessToken)
  }

  it.each(NAMES)('without %s → SIGNATURE_HEADERS_INVALID', async (name) => {
    const before = await app.attempts()
    const answered = await submitWith(({ [SIGNATURE_HEADERS[name]]: _, ...rest }) => rest)
    const envelope = await expectRefused(answered, before, 'SIGNATURE_HEADERS_INVALID', me())
    expect(envelope.details).toEqual([{ path: SIGNATURE_HEADERS[name], problem: 'missing' }])
  })

  it.each(BAD)('with %s = %s → SIGNATURE_HEADERS_INVALID', async (name, value) => {
    const before = await app.attempts()
    const answered = await submitWith((headers) => ({ ...headers, [SIGNATURE_HEADERS[name]]: value }))
    const envelope = await expectRefused(answered, before, 'SIGNATURE_HEADERS_INVALID', me())
    expect(envelope.details.map((detail) => detail.path)).toEqual([SIGNATURE_HEADERS[name]])
  })
})

describe('tokens', () => {
  const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const partsOf = (token: string) => token.split('.') as [string, string, string]
  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(partsOf(token)[1], 'base64url').toString()) as Record<string, unknown>

  const FORGED: [name: string, code: ErrorCode, forge: (token: string) => string | Promise<string>][] = [
    ['no JWS', 'TOKEN_INVALID', () => 'forged'],
    ['algorithm none', 'TOKEN_INVALID', (token) => `${b64({ alg: 'none', typ: 'at+jwt' })}.${partsOf(token)[1]}.`],
    [
      'HS256 with the key id',
      'TOKEN_INVALID',
      (token) => {
        const header = JSON.parse(Buffer.from(partsOf(token)[0], 'base64url').toString()) as object
        return [b64({ ...header, alg: 'HS256' }), partsOf(token)[1], partsOf(token)[2]].join('.')
      },
    ],
    [
      'another person’s id',
      'TOKEN_INVALID',
      (token) => {
        const [header, , signature] = partsOf(token)
        return [header, b64({ ...claimsOf(token), sub: randomUUID() }), signature].join('.')
      },
    ],
    [
      'a later expiry',
      'TOKEN_INVALID',
      (token) => {
        const [header, , signature] = partsOf(token)
        return [header, b64({ ...claimsOf(token), exp: 4_102_444_800 }), signature].join('.')
      },
    ],
    ['a cut signature', 'TOKEN_INVALID', (token) => token.slice(0, -4)],
    [
      'another key of ours',
      'TOKEN_INVALID',
      (token) => {
        const key = createPhoneKey(Buffer.alloc(32).toString('base64url'))
        const [header, payload] = partsOf(token)
        return `${header}.${payload}.${key.sign(Buffer.from(`${header}.${payload}`))}`
      },
    ],
    ['an expired one', 'TOKEN_EXPIRED', (token) => signWith(token, {}, -300_000)],
    ['a session that does not exist', 'TOKEN_INVALID', (token) => signWith(token, { sessionId: randomUUID() })],
    ['somebody else’s session', 'TOKEN_INVALID', (token) => signWith(token, { employeeId: randomUUID() })],
    ['an enrolment’s kind', 'TOKEN_INVALID', async () => (await phone.enrol()).enrolmentToken],
  ]

  it.each(FORGED)('%s → %s', async (_, code, forge) => {
    const before = await app.attempts()
    const body = JSON.stringify(checkInRequest(app, phone, 'early', { fix: FIX }))
    const headers = signedHeaders(phone.key, PATH, body)
    const token = await forge(phone.accessToken)
    const actor = `anonymous:claimed:${phone.key.thumbprint}`
    await expectRefused(await sendCheckIn(app, { body, headers }, token), before, code, actor)
    const read = await send(app, { path: '/api/v1/records', token })
    await expectRefused(read, before, code, null)
  })

  it('none → TOKEN_MISSING; another scheme and a token in the query do not count', async () => {
    const before = await app.attempts()
    await expectRefused(await send(app, { path: '/api/v1/records' }), before, 'TOKEN_MISSING', null)
    const inQuery = await send(app, { path: `/api/v1/records?access_token=${phone.accessToken}` })
    await expectRefused(inQuery, before, 'TOKEN_MISSING', null)
    const basic = await send(app, { path: '/api/v1/records', headers: { authorization: 'Basic c3RhZmY6' } })
    await expectRefused(basic, before, 'TOKEN_INVALID', null)
  })

  /** A token of our own signing with other claims. */
  function signWith(token: string, changes: { sessionId?: string; employeeId?: string }, expiresInMs = 900_000) {
    const { sid, sub, cnf } = claimsOf(token) as { sid: string; sub: string; cnf: { jkt: string } }
    const nowMs = Date.now()
    return app.platform.tokens.sign({
      kind: 'access',
      employeeId: sub,
      sessionId: sid,
      keyThumbprint: cnf.jkt,
      issuedAtMs: nowMs - 900_000,
      expiresAtMs: nowMs + expiresInMs,
      ...changes,
    })
  }
})

describe('addresses, methods and parameters', () => {
  const CASES: [name: string, code: ErrorCode, audited: boolean, sending: () => Sending][] = [
    ['an unknown path', 'ROUTE_UNKNOWN', false, () => ({ path: '/api/v1/nothing' })],
    ['GET of check-ins', 'METHOD_NOT_ALLOWED', false, () => ({ path: PATH })],
    ['DELETE of the context', 'METHOD_NOT_ALLOWED', false, () => ({ path: '/api/v1/context', method: 'DELETE' })],
    [
      'PATCH of a record',
      'METHOD_NOT_ALLOWED',
      false,
      () => ({ path: `/api/v1/records/${randomUUID()}`, method: 'PATCH' }),
    ],
    ['a context without the phone’s time', 'QUERY_INVALID', true, () => ({ path: '/api/v1/context' })],
    ['a phone’s time NaN', 'QUERY_INVALID', true, () => ({ path: '/api/v1/context?phoneTime=NaN' })],
    ['a phone’s time below 0', 'QUERY_INVALID', true, () => ({ path: '/api/v1/context?phoneTime=-1' })],
    [
      'a phone’s time of 16 digits',
      'QUERY_INVALID',
      true,
      () => ({ path: '/api/v1/context?phoneTime=1000000000000000' }),
    ],
    ['half a place', 'QUERY_INVALID', true, () => ({ path: '/api/v1/context?phoneTime=1&nearLatitude=31' })],
    [
      'a place off the world',
      'QUERY_INVALID',
      true,
      () => ({ path: '/api/v1/context?phoneTime=1&nearLatitude=91&nearLongitude=1' }),
    ],
    ['an extra parameter', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records?employeeId=1' })],
    ['a limit of 101', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records?limit=101' })],
    ['a limit that is no number', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records?limit=ten' })],
    ['a parameter given twice', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records?limit=1&limit=2' })],
    ['a cursor that is none', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records?cursor=1%20OR%201' })],
    ['a query that is no UTF-8', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records?cursor=%ff' })],
    ['a record id that is none', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records/1' })],
    ['a record id with U+0000', 'QUERY_INVALID', true, () => ({ path: '/api/v1/records/a%00' })],
    ['an unknown record', 'NOT_FOUND', true, () => ({ path: `/api/v1/records/${randomUUID()}` })],
    ['sites without the right', 'NOT_ALLOWED', true, () => ({ path: '/api/v1/sites' })],
  ]

  it.each(CASES)('%s → %s', async (_, code, audited, sending) => {
    const before = await app.attempts()
    const answered = await send(app, { token: phone.accessToken, ...sending() })
    await expectRefused(answered, before, code, audited ? me() : null)
    if (code === 'METHOD_NOT_ALLOWED') expect(answered.headers.get('allow')).toBeTruthy()
  })

  it('another person’s record is not found', async () => {
    const { attemptId } = await checkIn(app, await bindPhone(app), 'early', { fix: FIX })
    const before = await app.attempts()
    const answered = await send(app, { path: `/api/v1/records/${attemptId}`, token: phone.accessToken })
    await expectRefused(answered, before, 'NOT_FOUND', me())
    await expectRefused(
      await send(app, { path: `/api/v1/records/${attemptId}`, token: adminToken }),
      before,
      'NOT_FOUND',
      expect.stringMatching(/^employee:/) as unknown as string,
    )
  })

  it('a phone’s time far off gives a context all the same', async () => {
    for (const phoneTime of ['0', '999999999999999']) {
      const path = `/api/v1/context?phoneTime=${phoneTime}`
      expect((await send(app, { path, token: phone.accessToken })).status).toBe(200)
    }
  })
})

describe('bodies of other routes', () => {
  const site = {
    name: '坏地点',
    kind: 'office',
    address: '',
    mainlandChina: true,
    zone: null,
    system: 'gcj02',
    fence: { kind: 'circle', centre: PLACE, radiusMetres: 150 },
    wifi: [],
    gateway: null,
  }
  const CASES: [name: string, path: string, code: ErrorCode, body: unknown][] = [
    ['a site with an extra field', '/api/v1/sites', 'BODY_INVALID', { ...site, version: 1 }],
    ['a site without a fence', '/api/v1/sites', 'BODY_INVALID', { ...site, fence: undefined }],
    ['a site of an unknown fence', '/api/v1/sites', 'BODY_INVALID', { ...site, fence: { kind: 'square' } }],
    ['a site with duplicate keys', '/api/v1/sites', 'JSON_INVALID', JSON.stringify(site).replace('{', '{"name":"b",')],
    ['a site in invalid UTF-8', '/api/v1/sites', 'ENCODING_INVALID', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['a site over 64 KB', '/api/v1/sites', 'BODY_TOO_LARGE', { ...site, address: 'x'.repeat(70_000) }],
    ['a plan of nobody', '/api/v1/plans', 'BODY_INVALID', {}],
    [
      'a plan of an unknown person',
      '/api/v1/plans',
      'REFERENCE_UNKNOWN',
      { employeeId: randomUUID(), siteId: randomUUID(), workDay: new Date().toISOString().slice(0, 10) },
    ],
    [
      'a role that does not exist',
      `/api/v1/people/${randomUUID()}/roles`,
      'BODY_INVALID',
      { role: 'root', scopeDepartmentId: null },
    ],
    ['a reason that is a number', `/api/v1/devices/${randomUUID()}/revoke`, 'BODY_INVALID', { reason: 1 }],
    ['an unknown device', `/api/v1/devices/${randomUUID()}/revoke`, 'NOT_FOUND', { reason: '手机丢了' }],
    ['a consent to a version as text', '/api/v1/privacy/consents', 'BODY_INVALID', { version: '1' }],
  ]

  it.each(CASES)('%s: %s → %s', async (_, path, code, body) => {
    const before = await app.attempts()
    const sites = await app.database.read.site.count()
    const answered = await send(app, { path, token: adminToken, body })
    await expectRefused(answered, before, code, expect.stringMatching(/^employee:/) as unknown as string)
    expect(await app.database.read.site.count()).toBe(sites)
  })
})

/** Sends a chunk so many times without saying how many come. */
function sendChunks(headers: Record<string, string>, chunk: string, times: number): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(app.url + PATH, { method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (data: string) => (text += data))
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          text,
          headers: new Headers(response.headers as Record<string, string>),
        })
      })
    })
    // The server answers before it has read everything and closes: writing on may fail then.
    request.on('error', (error) => reject(error))
    for (let count = 0; count < times; count++) request.write(chunk)
    request.end()
  })
}
