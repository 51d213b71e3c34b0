/** What every photo store keeps to, whether it is a folder or a bucket of OSS. */
import { randomBytes } from 'node:crypto'
import type { PhotoStore, SignedUpload, UploadTerms } from '../../src/ports/photo-store'

export interface OpenedPhotoStore {
  readonly store: PhotoStore
  /** The store's own clock. */
  nowMs(): number
  close(): Promise<void>
}

export interface UploadAnswer {
  readonly status: number
  /** OSS's error code; null when there is none. */
  readonly code: string | null
  readonly headers: Headers
  readonly body: string
}

/** Sends a ticket as a phone does: its fields in order, then the file as a part that names a type of its own. */
export async function sendUpload(
  { url, fields }: SignedUpload,
  bytes: Uint8Array,
  fileName = 'photo.jpg',
): Promise<UploadAnswer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }), fileName)
  const response = await fetch(url, { method: 'POST', body: form })
  const body = await response.text()
  return { status: response.status, code: errorCode(body), headers: response.headers, body }
}

export function errorCode(xml: string): string | null {
  return /<Error>[\s\S]*<Code>(\w+)<\/Code>/.exec(xml)?.[1] ?? null
}

/** @param open a store of its own for each test, or one that is shared: keys are never used twice */
export function describePhotoStore(name: string, open: () => Promise<OpenedPhotoStore>): void {
  describe(`a photo store: ${name}`, () => {
    let opened: OpenedPhotoStore
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    const newKey = () => `test/${randomBytes(8).toString('hex')}.jpg`
    const ticket = (bytes: Uint8Array, changes: Partial<UploadTerms> = {}) =>
      opened.store.signUpload(
        {
          key: newKey(),
          contentType: 'image/jpeg',
          byteLength: bytes.length,
          expiresAtMs: opened.nowMs() + 300_000,
          ...changes,
        },
        opened.nowMs(),
      )
    const bytes = randomBytes(200_000)

    it('knows no object that was not written', async () => {
      const key = newKey()
      expect(await opened.store.head(key)).toBeNull()
      expect(await opened.store.read(key, 1_000)).toBeNull()
      await opened.store.delete(key)
    })

    it('keeps, replaces and deletes what is written', async () => {
      const { store } = opened
      const key = newKey()
      await store.write(key, bytes, 'image/png')
      expect(await store.head(key)).toEqual({ byteLength: bytes.length, contentType: 'image/png' })
      expect(Buffer.from((await store.read(key, bytes.length)) ?? []).equals(bytes)).toBe(true)
      expect(await store.read(key, bytes.length - 1)).toBeNull()
      await store.write(key, Buffer.from('shorter'), 'image/jpeg')
      expect(await store.head(key)).toEqual({ byteLength: 7, contentType: 'image/jpeg' })
      await store.delete(key)
      expect(await store.head(key)).toBeNull()
    })

    it('takes an upload by its ticket, and answers 200', async () => {
      const signed = await ticket(bytes)
      expect(await sendUpload(signed, bytes)).toMatchObject({ status: 200, code: null })
      const key = signed.fields['key'] ?? ''
      expect(await opened.store.head(key)).toEqual({ byteLength: bytes.length, contentType: 'image/jpeg' })
      expect(Buffer.from((await opened.store.read(key, bytes.length)) ?? []).equals(bytes)).toBe(true)
      await opened.store.delete(key)
    })

    it('never overwrites by an upload', async () => {
      const signed = await ticket(bytes)
      const key = signed.fields['key'] ?? ''
      await sendUpload(signed, bytes)
      const others = randomBytes(bytes.length)
      expect(await sendUpload(signed, others)).toMatchObject({ status: 409, code: 'FileAlreadyExists' })
      expect(Buffer.from((await opened.store.read(key, bytes.length)) ?? []).equals(bytes)).toBe(true)
      await opened.store.delete(key)
    })

    it.each<[string, number, string]>([
      ['a byte too many', 1, 'EntityTooLarge'],
      ['a byte too few', -1, 'EntityTooSmall'],
    ])('refuses %s', async (_, difference, code) => {
      const signed = await ticket(bytes, { byteLength: bytes.length - difference })
      expect(await sendUpload(signed, bytes)).toMatchObject({ status: 400, code })
      expect(await opened.store.head(signed.fields['key'] ?? '')).toBeNull()
    })

    it.each<[string, Record<string, string>]>([
      ['another key', { key: 'test/of-somebody-else.jpg' }],
      ['another type', { 'Content-Type': 'text/html' }],
      ['leave to overwrite', { 'x-oss-forbid-overwrite': 'false' }],
      ['a field that is not in the policy', { 'Cache-Control': 'public' }],
    ])('refuses a ticket that was changed to %s', async (_, changes) => {
      const signed = await ticket(bytes)
      const changed = { ...signed, fields: { ...signed.fields, ...changes } }
      expect(await sendUpload(changed, bytes)).toMatchObject({ status: 403, code: 'AccessDenied' })
      expect(await opened.store.head(changed.fields['key'] ?? '')).toBeNull()
    })

    it('refuses a forged signature', async () => {
      const signed = await ticket(bytes)
      const fields = { ...signed.fields, 'x-oss-signature': '0'.repeat(64) }
      expect(await sendUpload({ ...signed, fields }, bytes)).toMatchObject({
        status: 403,
        code: 'SignatureDoesNotMatch',
      })
    })

    it('refuses an expired ticket', async () => {
      const signed = await ticket(bytes, { expiresAtMs: opened.nowMs() - 1_000 })
      expect(await sendUpload(signed, bytes)).toMatchObject({ status: 403, code: 'AccessDenied' })
    })

    it('shows an object by its signed address until it ends', async () => {
      const { store, nowMs } = opened
      const key = newKey()
      await store.write(key, bytes, 'image/png')
      const response = await fetch(await store.signRead(key, nowMs() + 60_000, nowMs()))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('image/png')
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)

      const ended = await fetch(await store.signRead(key, nowMs() - 60_000, nowMs() - 120_000))
      expect([ended.status, errorCode(await ended.text())]).toEqual([403, 'AccessDenied'])
      const forged = (await store.signRead(key, nowMs() + 60_000, nowMs())).replace(key, newKey())
      const refused = await fetch(forged)
      expect([refused.status, errorCode(await refused.text())]).toEqual([403, 'SignatureDoesNotMatch'])
      await store.delete(key)
    })
  })
}
