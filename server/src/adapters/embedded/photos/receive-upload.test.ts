import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fieldParts, multipart, MULTIPART_TYPE, sendRaw, type Part } from '../../../../test/multipart'
import { BUCKET_KEY, BUCKET_NOW_MS, startPhotoBucket, type PhotoBucket } from '../../../../test/photo-bucket'
import { countingRandom } from '../../../../test/fakes'
import { sendUpload } from '../../../../test/ports/photo-store'
import { makeTempFolder } from '../../../../test/temp-folder'
import { createPhotoListener } from './photo-listener'
import { encodePolicy, type PostPolicy } from './post-policy'
import { createRoom } from './room'
import { uploadFields } from './sign-upload'
import { ossDate, signV4 } from './signature-v4'

const MINUTE_MS = 60_000
const PHOTO = randomBytes(50_000)
const TERMS = {
  key: 'photos/2026/a.jpg',
  contentType: 'image/jpeg',
  byteLength: PHOTO.length,
  expiresAtMs: BUCKET_NOW_MS + 5 * MINUTE_MS,
}
type Fields = Readonly<Record<string, string>>

let bucket: PhotoBucket
beforeAll(async () => {
  bucket = await startPhotoBucket()
})
afterAll(() => bucket.close())
beforeEach(() => bucket.clock.set(BUCKET_NOW_MS))

const fieldsOf = (changes: Partial<typeof TERMS> = {}, signedAtMs = BUCKET_NOW_MS, key = BUCKET_KEY): Fields =>
  uploadFields({ ...TERMS, ...changes }, signedAtMs, key, 'test-bucket')
const without = (name: string): Fields => Object.fromEntries(Object.entries(fieldsOf()).filter(([key]) => key !== name))
const file = (content: Uint8Array = PHOTO): Part => ({ name: 'file', content, fileName: 'photo.jpg' })
const formOf = (fields: Fields, content?: Uint8Array) => multipart([...fieldParts(fields), file(content)])

/** A form with whatever policy, signed as the holder of the secret would. */
function signedWith(policyBase64: string, fields: Fields = fieldsOf()): Fields {
  const signature = signV4(policyBase64, ossDate(BUCKET_NOW_MS), BUCKET_KEY)
  return { ...fields, policy: policyBase64, 'x-oss-signature': signature }
}

function withPolicy(change: (policy: PostPolicy) => unknown, fields: Fields = fieldsOf()): Fields {
  const policy = JSON.parse(Buffer.from(fields['policy'] ?? '', 'base64').toString('utf8')) as PostPolicy
  return signedWith(encodePolicy(change(policy) as PostPolicy), fields)
}

const plus = (...conditions: unknown[]) =>
  withPolicy(({ expiration, conditions: old }) => ({ expiration, conditions: [...old, ...conditions] }))
const plusField = (name: string, value: string, condition: unknown): Fields => ({
  ...plus(condition),
  [name]: value,
})

/** Status and code; nothing new in the folder, no secret in the answer, OSS's form of an error. */
async function expectRefused(
  body: Uint8Array,
  status: number,
  code: string,
  type: string | null = MULTIPART_TYPE,
): Promise<void> {
  const before = bucket.files()
  const answer = await sendRaw(bucket.port, { body, type })
  expect([answer.status, answer.code]).toEqual([status, code])
  expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8')
  const requestId = String(answer.headers['x-oss-request-id'])
  expect(requestId).toMatch(/^[0-9A-F]{24}$/)
  expect(answer.body).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error>\n {2}<Code>\w+<\/Code>\n {2}<Message>/,
  )
  expect(answer.body).toContain(`<RequestId>${requestId}</RequestId>\n  <HostId>test-bucket</HostId>`)
  expect(answer.body).not.toContain(BUCKET_KEY.secret)
  expect(bucket.files()).toEqual(before)
}

describe('a form whose fields are wrong is refused', () => {
  it.each<[string, Fields, number, string]>([
    ['a forged signature', { ...fieldsOf(), 'x-oss-signature': 'f'.repeat(64) }, 403, 'SignatureDoesNotMatch'],
    ['a signature that is none', { ...fieldsOf(), 'x-oss-signature': 'é' }, 403, 'SignatureDoesNotMatch'],
    [
      'the signature of another secret',
      fieldsOf({}, BUCKET_NOW_MS, { ...BUCKET_KEY, secret: 'x' }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'another policy',
      { ...fieldsOf(), policy: fieldsOf({ key: 'b.jpg' })['policy'] ?? '' },
      403,
      'SignatureDoesNotMatch',
    ],
    ['another date of the same day', { ...fieldsOf(), 'x-oss-date': '20261118T160510Z' }, 403, 'AccessDenied'],
    ['a date of another day', { ...fieldsOf(), 'x-oss-date': '20261119T160509Z' }, 400, 'InvalidArgument'],
    ['a date that is none', { ...fieldsOf(), 'x-oss-date': 'yesterday' }, 400, 'InvalidArgument'],
    ['another version', { ...fieldsOf(), 'x-oss-signature-version': 'OSS2' }, 400, 'InvalidArgument'],
    ['a key id that nobody has', fieldsOf({}, BUCKET_NOW_MS, { ...BUCKET_KEY, id: 'x' }), 403, 'InvalidAccessKeyId'],
    ['another region', fieldsOf({}, BUCKET_NOW_MS, { ...BUCKET_KEY, region: 'x' }), 400, 'InvalidArgument'],
    ['a credential that is none', { ...fieldsOf(), 'x-oss-credential': 'test-key' }, 400, 'InvalidArgument'],
    ['signed 16 minutes ago', fieldsOf({}, BUCKET_NOW_MS - 16 * MINUTE_MS), 403, 'RequestTimeTooSkewed'],
    ['signed in 16 minutes', fieldsOf({}, BUCKET_NOW_MS + 16 * MINUTE_MS), 403, 'RequestTimeTooSkewed'],
    ['expired now', fieldsOf({ expiresAtMs: BUCKET_NOW_MS }), 403, 'AccessDenied'],
    ['another bucket', uploadFields(TERMS, BUCKET_NOW_MS, BUCKET_KEY, 'other'), 403, 'AccessDenied'],
    ['another key', { ...fieldsOf(), key: 'photos/2026/b.jpg' }, 403, 'AccessDenied'],
    ['another type', { ...fieldsOf(), 'Content-Type': 'image/png' }, 403, 'AccessDenied'],
    ['another status', { ...fieldsOf(), success_action_status: '201' }, 403, 'AccessDenied'],
    ['leave to overwrite', { ...fieldsOf(), 'x-oss-forbid-overwrite': 'false' }, 403, 'AccessDenied'],
    ['a field more', { ...fieldsOf(), 'x-oss-object-acl': 'public-read' }, 403, 'AccessDenied'],
    ['a field in other letters', { ...without('key'), Key: TERMS.key }, 403, 'AccessDenied'],
    ['an empty key', { ...fieldsOf(), key: '' }, 403, 'AccessDenied'],
  ])('%s', async (_, fields, status, code) => {
    await expectRefused(formOf(fields), status, code)
  })

  it.each(Object.keys(fieldsOf()))('%s missing', async (name) => {
    const isPart = ['policy', 'x-oss-signature', 'x-oss-credential', 'x-oss-date', 'x-oss-signature-version']
    const expected: [number, string] = isPart.includes(name) ? [400, 'InvalidArgument'] : [403, 'AccessDenied']
    await expectRefused(formOf(without(name)), ...expected)
  })
})

describe('a signed policy that is wrong is refused', () => {
  it.each<[string, Fields]>([
    ['that is not base64', signedWith('{"expiration"}')],
    ['that is not JSON', signedWith(Buffer.from('expiration').toString('base64'))],
    ['that is not UTF-8', signedWith(Buffer.from([0x22, 0xff, 0x22]).toString('base64'))],
    ['without conditions', withPolicy(({ expiration }) => ({ expiration }))],
    ['without an end', withPolicy(({ conditions }) => ({ conditions }))],
    ['with an end in no form', withPolicy(({ conditions }) => ({ conditions, expiration: 'tomorrow' }))],
    ['with a member more', withPolicy((policy) => ({ ...policy, callback: 'x' }))],
    ['with a condition of no kind', plus(['ends-with', '$key', 'x'])],
    ['with a range that ends before it begins', plus(['content-length-range', 2, 1])],
    ['with a range of words', plus(['content-length-range', '1', '2'])],
    ['with two names in one condition', plus({ a: '1', b: '2' })],
  ])('%s', async (_, fields) => {
    await expectRefused(formOf(fields), 400, 'InvalidPolicyDocument')
  })

  it.each<[string, Fields, number, string]>([
    ['starts-with', plus(['starts-with', '$key', 'other/']), 403, 'AccessDenied'],
    ['in', plus(['in', '$content-type', ['image/png']]), 403, 'AccessDenied'],
    ['not-in', plus(['not-in', '$content-type', ['image/jpeg']]), 403, 'AccessDenied'],
    ['a field that is not sent', plus(['eq', '$x-oss-meta-name', 'x']), 403, 'AccessDenied'],
    ['a second, narrower range', plus(['content-length-range', 0, 10]), 400, 'EntityTooLarge'],
  ])('a condition of OSS is held: %s', async (_, fields, status, code) => {
    await expectRefused(formOf(fields), status, code)
  })

  it.each([
    '../a.jpg',
    'a/../../b.jpg',
    '/etc/passwd',
    'a//b.jpg',
    './a.jpg',
    'a/',
    '.drafts/x',
    'a\\b',
    'C:\\a',
    'a.',
    'a b',
  ])('the key %j', async (key) => {
    await expectRefused(formOf(fieldsOf({ key })), 400, 'InvalidObjectName')
  })

  it.each(['image', 'image/', 'text/html; charset=utf-8', 'a/b\r\nx: y', `image/${'x'.repeat(90)}`])(
    'the type %j',
    async (contentType) => {
      await expectRefused(formOf(fieldsOf({ contentType })), 400, 'InvalidArgument')
    },
  )
})

describe('a form of another shape is refused', () => {
  const good = () => fieldParts(fieldsOf())
  const many = Array.from({ length: 60 }, (_, index) => ({ name: `field-${index}`, content: 'x' }))
  const fat = Array.from({ length: 5 }, (_, index) => ({ name: `fat-${index}`, content: 'x'.repeat(4_000) }))
  it.each<[string, () => Uint8Array, (string | null)?]>([
    ['without a file', () => multipart(good())],
    ['with an unknown field after the file', () => multipart([...good(), file(), { name: 'late', content: '' }])],
    ['with a part without a name after the file', () => multipart([...good(), file(), { name: null, content: 'x' }])],
    ['with two files', () => multipart([...good(), file(), file()])],
    ['with a file of another name', () => multipart([...good(), { ...file(), name: 'photo' }])],
    ['with a field twice', () => multipart([...good(), { name: 'key', content: TERMS.key }, file()])],
    ['with a field without a name', () => multipart([...good(), { name: null, content: 'x' }, file()])],
    ['with too many fields', () => multipart([...many, ...good(), file()])],
    [
      'with a field that is too large',
      () => multipart([{ name: 'x', content: 'x'.repeat(20_000) }, ...good(), file()]),
    ],
    ['with fields that are too large together', () => multipart([...fat, ...good(), file()])],
    [
      'with a huge header of its file',
      () => multipart([...good(), { ...file(), header: `x: ${'x'.repeat(100_000)}\r\n` }]),
    ],
    ['that ends in its file', () => formOf(fieldsOf()).subarray(0, -1_000)],
    ['that ends before its last boundary', () => formOf(fieldsOf()).subarray(0, -6)],
    ['that ends in its fields', () => formOf(fieldsOf()).subarray(0, 300)],
    ['that is empty', () => Buffer.alloc(0)],
    ['that is noise', () => randomBytes(10_000)],
    ['that has another boundary', () => formOf(fieldsOf()), 'multipart/form-data; boundary=other'],
    ['that names no boundary', () => formOf(fieldsOf()), 'multipart/form-data'],
    ['that says it is another thing', () => formOf(fieldsOf()), 'application/x-www-form-urlencoded'],
    ['that says nothing of itself', () => formOf(fieldsOf()), null],
    ['that is JSON', () => Buffer.from('{"key":"a"}'), 'application/json'],
  ])('%s', async (_, body, type: string | null = MULTIPART_TYPE) => {
    await expectRefused(body(), 400, 'MalformedPOSTRequest', type)
  })

  it('what comes after the file does not count', async () => {
    await expectRefused(multipart([file(), ...good()]), 400, 'InvalidArgument')
    await expectRefused(multipart([...good().slice(1), file(), ...good().slice(0, 1)]), 403, 'AccessDenied')
  })

  it.each<[string, Uint8Array, string]>([
    ['empty', Buffer.alloc(0), 'EntityTooSmall'],
    ['a byte short', PHOTO.subarray(1), 'EntityTooSmall'],
    ['a byte long', Buffer.concat([PHOTO, Buffer.alloc(1)]), 'EntityTooLarge'],
    ['many times as long', Buffer.alloc(5_000_000), 'EntityTooLarge'],
  ])('a file that is %s', async (_, content, code) => {
    await expectRefused(formOf(fieldsOf(), content), 400, code)
  })

  it('a file beyond what the store takes, though its policy allows it', async () => {
    const content = Buffer.alloc(1_000_001)
    await expectRefused(formOf(fieldsOf({ byteLength: content.length }), content), 400, 'EntityTooLarge')
  })
})

describe('an upload that breaks off', () => {
  const whole = formOf(fieldsOf({ key: 'photos/broken.jpg', byteLength: 900_000 }), randomBytes(900_000))
  const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${MULTIPART_TYPE}\r\ncontent-length: ${whole.length}\r\n\r\n`

  it.each<[string, number]>([
    ['in its fields', 500],
    ['in its file', 400_000],
    ['in its last boundary', whole.length - 3],
  ])('%s leaves nothing behind', async (_, sentBytes) => {
    const before = bucket.files()
    const socket = connect(bucket.port, '127.0.0.1')
    socket.write(head)
    socket.write(whole.subarray(0, sentBytes))
    // The file has begun: there is a draft to be left behind.
    if (sentBytes > 1_000) await until(() => bucket.files().length > before.length)
    socket.destroy()
    await until(() => bucket.files().length === before.length)
    expect(await bucket.store.head('photos/broken.jpg')).toBeNull()
    expect(bucket.log).toEqual([])
  })

  it('is broken off by the store when it goes on and on after its refusal', async () => {
    const socket = connect(bucket.port, '127.0.0.1')
    socket.resume()
    // Writing to whoever hung up.
    socket.on('error', () => undefined)
    const gone = new Promise((resolve) => socket.once('close', resolve))
    socket.write(head.replace(/content-length: \d+/, `content-length: ${10 ** 9}`))
    let sentBytes = 0
    const sendMore = (failed?: Error | null) => {
      if (failed != null || sentBytes > 10 ** 8) return
      sentBytes += 1_000_000
      socket.write(Buffer.alloc(1_000_000), sendMore)
    }
    sendMore()
    await gone
    expect(sentBytes).toBeLessThan(10 ** 8)
  })

  it('does not keep the ticket from being used again', async () => {
    const answer = await sendRaw(bucket.port, { body: whole })
    expect([answer.status, answer.body]).toEqual([200, ''])
  })
})

describe('a ticket', () => {
  it('used by two at once gives one object, whole', async () => {
    const photos = [randomBytes(600_000), randomBytes(600_000)]
    for (let round = 0; round < 10; round++) {
      const key = `photos/race/${round}.jpg`
      const terms = { ...TERMS, key, byteLength: 600_000 }
      const signed = await bucket.store.signUpload(terms, bucket.clock.nowMs())
      const answers = await Promise.all(photos.map((photo) => sendUpload(signed, photo)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const winner = photos[answers.findIndex(({ status }) => status === 200)] ?? Buffer.alloc(0)
      expect(Buffer.from((await bucket.store.read(key, 600_000)) ?? []).equals(winner)).toBe(true)
    }
    expect(bucket.files().filter((name) => !name.endsWith('.jpg'))).toEqual([])
  })

  it('is good until the moment it ends, in either zone’s day', async () => {
    // 23:59:30 in UTC, 07:59:30 of the next day in China; used after midnight UTC.
    const signedAtMs = Date.UTC(2026, 10, 18, 23, 59, 30)
    const terms = { ...TERMS, key: 'photos/midnight.jpg', expiresAtMs: signedAtMs + 10 * MINUTE_MS }
    const signed = await bucket.store.signUpload(terms, signedAtMs)
    bucket.clock.set(terms.expiresAtMs)
    expect(await sendUpload(signed, PHOTO)).toMatchObject({ status: 403, code: 'AccessDenied' })
    bucket.clock.set(terms.expiresAtMs - 1)
    expect(await sendUpload(signed, PHOTO)).toMatchObject({ status: 200 })
  })

  it.each<[string, number, RegExp]>([
    ['200', 200, /^$/],
    ['201', 201, /<PostResponse>\n {2}<Bucket>test-bucket<\/Bucket>\n {2}<Key>photos\/status-201.jpg<\/Key>/],
    ['204', 204, /^$/],
    ['302', 204, /^$/],
  ])('that asks for status %s gets %i and the MD5', async (asked, status, body) => {
    const { success_action_status: _old, ...fields } = fieldsOf({ key: `photos/status-${asked}.jpg` })
    const asks = withPolicy(
      ({ expiration, conditions }) => ({
        expiration,
        conditions: conditions
          .filter((condition) => !JSON.stringify(condition).includes('success_action_status'))
          .concat([['eq', '$success_action_status', asked]]),
      }),
      { ...fields, success_action_status: asked },
    )
    const answer = await sendRaw(bucket.port, { body: formOf(asks, PHOTO) })
    expect([answer.status, answer.code]).toEqual([status, null])
    expect(answer.body).toMatch(body)
    expect(answer.headers['etag']).toMatch(/^"[0-9A-F]{32}"$/)
  })

  it('takes a form that satisfies every kind of condition', async () => {
    const key = { key: 'photos/kinds.jpg' }
    const fields = plusField('x-oss-meta-name', 'a-b', ['starts-with', '$x-oss-meta-name', 'a-'])
    const all = withPolicy(
      ({ expiration, conditions }) => ({
        expiration,
        conditions: [
          ...conditions.filter((condition) => !JSON.stringify(condition).includes('$key')),
          key,
          ['in', '$content-type', ['image/jpeg', 'image/png']],
          ['not-in', '$key', ['photos/other.jpg']],
        ],
      }),
      { ...fields, ...key },
    )
    expect(await sendRaw(bucket.port, { body: formOf(all) })).toMatchObject({ status: 200 })
  })
})

it.each(['stopping', 'too_many_requests'] as const)('is refused unread while the edge says %s', async (refusal) => {
  const temp = makeTempFolder()
  const handle = createPhotoListener({
    ...{ folder: temp.path, bucket: 'test-bucket', accessKey: BUCKET_KEY, largestObjectBytes: 1 },
    ...{ room: createRoom(temp.path, 0), clock: bucket.clock, random: countingRandom(3) },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  const server = createServer((request, response) => handle(request, response, refusal)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await sendRaw(port, { body: formOf(fieldsOf()) })
  expect(answer).toMatchObject({ status: 503, code: 'ServiceUnavailable' })
  expect(answer.headers).toMatchObject({ connection: 'close', 'retry-after': '5' })
  await new Promise((resolve) => server.close(resolve))
  temp.remove()
})

it('an upload that would fill the disk is refused', async () => {
  const full = await startPhotoBucket({ leastFreeBytes: Number.MAX_SAFE_INTEGER })
  const signed = await full.store.signUpload(TERMS, BUCKET_NOW_MS)
  expect(await sendUpload(signed, PHOTO)).toMatchObject({ status: 503, code: 'ServiceUnavailable' })
  expect(full.files()).toEqual([])
  await full.close()
})

async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; !holds(); turns++) {
    if (turns > 1_000) throw new Error('it never came to that')
    await pause(2)
  }
}
