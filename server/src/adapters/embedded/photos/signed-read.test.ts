import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendRaw } from '../../../../test/multipart'
import { BUCKET_KEY, BUCKET_NOW_MS, startPhotoBucket, type PhotoBucket } from '../../../../test/photo-bucket'
import { stringToSign } from './presigned-read'
import { credentialOf, ossDate, SIGNATURE_VERSION, signV4 } from './signature-v4'

const MINUTE_MS = 60_000
const KEY = 'photos/2026/a.jpg'
const PHOTO = randomBytes(100_000)

let bucket: PhotoBucket
beforeAll(async () => {
  bucket = await startPhotoBucket()
  await bucket.store.write(KEY, PHOTO, 'image/jpeg')
})
afterAll(() => bucket.close())
beforeEach(() => bucket.clock.set(BUCKET_NOW_MS))

async function signedPath(key = KEY, endsAtMs = BUCKET_NOW_MS + MINUTE_MS): Promise<string> {
  return (await bucket.store.signRead(key, endsAtMs, BUCKET_NOW_MS)).slice(bucket.url.length)
}

/** Whatever query, signed as the holder of the secret would. */
function signedQuery(changes: Readonly<Record<string, string>>, key = KEY, accessKey = BUCKET_KEY): string {
  const date = changes['x-oss-date'] ?? ossDate(BUCKET_NOW_MS)
  const query = Object.entries({
    'x-oss-signature-version': SIGNATURE_VERSION,
    'x-oss-credential': credentialOf(date, accessKey),
    'x-oss-date': date,
    'x-oss-expires': '60',
    ...changes,
  })
  const text = stringToSign({ method: 'GET', bucket: 'test-bucket', key, query, headers: [] }, date, accessKey)
  const path = key.split('/').map(encodeURIComponent).join('/')
  return `/${path}?${String(new URLSearchParams([...query, ['x-oss-signature', signV4(text, date, accessKey)]]))}`
}

const get = (path: string, method = 'GET') => sendRaw(bucket.port, { method, path, type: null })

describe('a signed address', () => {
  it('shows the object with its stored type, for a browser to show and do nothing else', async () => {
    const response = await fetch(bucket.url + (await signedPath()))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(PHOTO.length),
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
      etag: expect.stringMatching(/^"[0-9A-F]{32}"$/) as string,
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(PHOTO)).toBe(true)
  })

  it('tells a HEAD the same without the bytes', async () => {
    const answer = await get(await signedPath(), 'HEAD')
    expect([answer.status, answer.headers['content-length'], answer.body]).toEqual([200, String(PHOTO.length), ''])
  })

  it('works until the second in which it ends', async () => {
    const path = await signedPath(KEY, BUCKET_NOW_MS + MINUTE_MS)
    bucket.clock.set(BUCKET_NOW_MS + MINUTE_MS - 1_000)
    expect((await get(path)).status).toBe(200)
    bucket.clock.set(BUCKET_NOW_MS + MINUTE_MS)
    expect(await get(path)).toMatchObject({ status: 403, code: 'AccessDenied' })
  })

  it('lives 7 days at most', async () => {
    const path = await signedPath(KEY, BUCKET_NOW_MS + 30 * 24 * 60 * MINUTE_MS)
    expect(new URLSearchParams(path.split('?')[1]).get('x-oss-expires')).toBe('604800')
  })

  it('may be signed over further parameters, as x-oss-process', async () => {
    expect((await get(signedQuery({ 'x-oss-process': 'image/resize,w_480' }))).status).toBe(200)
  })
})

describe('a read is refused', () => {
  const changed = (from: string | RegExp, to: string) => async () => (await signedPath()).replace(from, to)
  const signed =
    (...args: Parameters<typeof signedQuery>) =>
    async () =>
      signedQuery(...args)
  it.each<[string, () => Promise<string>, number, string]>([
    ['without a signature', async () => `/${KEY}`, 403, 'AccessDenied'],
    ['with half a signature', changed(/&x-oss-signature=.*/, ''), 403, 'AccessDenied'],
    ['of another key', changed('a.jpg', 'b.jpg'), 403, 'SignatureDoesNotMatch'],
    ['with a longer life', changed('x-oss-expires=60', 'x-oss-expires=600'), 403, 'SignatureDoesNotMatch'],
    ['with a parameter more', changed('?', '?x-oss-process=image%2Fx&'), 403, 'SignatureDoesNotMatch'],
    ['with a parameter twice', changed('?', '?x-oss-expires=60&'), 403, 'SignatureDoesNotMatch'],
    [
      'with another signature',
      changed(/signature=[0-9a-f]+$/, `signature=${'0'.repeat(64)}`),
      403,
      'SignatureDoesNotMatch',
    ],
    ['with a signature too short', changed(/signature=[0-9a-f]+$/, 'signature=00'), 403, 'SignatureDoesNotMatch'],
    ['with another version', changed(SIGNATURE_VERSION, 'OSS2'), 400, 'InvalidArgument'],
    ['by an unknown key id', signed({}, KEY, { ...BUCKET_KEY, id: 'x' }), 403, 'InvalidAccessKeyId'],
    ['by another secret', signed({}, KEY, { ...BUCKET_KEY, secret: 'x' }), 403, 'SignatureDoesNotMatch'],
    ['for another region', signed({}, KEY, { ...BUCKET_KEY, region: 'x' }), 400, 'InvalidArgument'],
    ['for no time', signed({ 'x-oss-expires': '0' }), 400, 'InvalidArgument'],
    ['for more than 7 days', signed({ 'x-oss-expires': '604801' }), 400, 'InvalidArgument'],
    ['for a word', signed({ 'x-oss-expires': 'ever' }), 400, 'InvalidArgument'],
    ['before its time', signed({ 'x-oss-date': ossDate(BUCKET_NOW_MS + 16 * MINUTE_MS) }), 403, 'AccessDenied'],
    ['after its time', signed({ 'x-oss-date': ossDate(BUCKET_NOW_MS - 2 * MINUTE_MS) }), 403, 'AccessDenied'],
    ['of what is not there', signed({}, 'photos/none.jpg'), 404, 'NoSuchKey'],
    ['of a folder', signed({}, 'photos/2026'), 404, 'NoSuchKey'],
    ['of a draft', signed({}, '.drafts/x'), 400, 'InvalidObjectName'],
    ['of what lies outside', signed({}, 'a\\..\\b'), 400, 'InvalidObjectName'],
    ['of an undecodable key', async () => '/%ff', 400, 'InvalidObjectName'],
    ['of the list of objects', async () => '/', 403, 'AccessDenied'],
  ])('%s', async (_, path, status, code) => {
    const answer = await get(await path())
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(answer.body).not.toContain(BUCKET_KEY.secret)
  })

  it.each([
    ['PUT', `/${KEY}`, 'GET, HEAD'],
    ['DELETE', `/${KEY}`, 'GET, HEAD'],
    ['POST', `/${KEY}`, 'GET, HEAD'],
    ['PUT', '/', 'POST'],
    ['OPTIONS', '/', 'POST'],
  ])('by %s %s', async (method, path, allow) => {
    expect(await get(path, method)).toMatchObject({ status: 405, code: 'MethodNotAllowed', headers: { allow } })
    expect((await bucket.store.head(KEY))?.byteLength).toBe(PHOTO.length)
  })

  it('when the file is none of ours, and the log says so', async () => {
    writeFileSync(join(bucket.folder, 'photos', 'foreign.jpg'), 'not an object')
    expect(await get(await signedPath('photos/foreign.jpg'))).toMatchObject({ status: 500, code: 'InternalError' })
    expect(bucket.log).toEqual([expect.objectContaining({ level: 'error', text: 'the embedded photo store failed' })])
  })
})
