import { OSS_KEY, serve, startOssBench, systemClock, type OssBench } from '../../../test/oss-bench'
import { countingRandom } from '../../../test/fakes'
import { makeTempFolder } from '../../../test/temp-folder'
import { sendUpload } from '../../../test/ports/photo-store'
import { createStsListener } from '../../../sandbox/oss/sts-listener'
import type { FaultKind } from '../../../sandbox/oss/faults'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const UNAVAILABLE = { code: 'PHOTO_STORE_UNAVAILABLE', status: 503 }
const BYTES = Buffer.from('a photo')
const HOUR_MS = 3_600_000

let bench: OssBench
beforeEach(async () => {
  bench = await startOssBench({}, { timeoutMs: 400 })
})
afterEach(() => bench.close())

/** Everything that went to the log, and what an error says, as text. */
const said = (error?: unknown) =>
  JSON.stringify(bench.log) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}))

describe('what passes is tried again', () => {
  it.each<FaultKind>(['server-error', 'unavailable', 'reset', 'answer-lost', 'broken-page'])(
    '%s, twice',
    async (kind) => {
      bench.sandbox.faults.set({ kind, times: 2 })
      await bench.store.write('a/b', BYTES, 'image/jpeg')
      expect(await bench.store.read('a/b', 100)).toEqual(BYTES)
    },
  )

  it.each<FaultKind>(['server-error', 'unavailable', 'reset', 'broken-page'])(
    '%s three times is too much',
    async (kind) => {
      bench.sandbox.faults.set({ kind, times: 3 })
      await expect(bench.store.write('a/b', BYTES, 'image/jpeg')).rejects.toMatchObject(UNAVAILABLE)
      expect(bench.sandbox.objects.keys()).toEqual([])
    },
  )

  it('whoever got no answer in time has waited enough', async () => {
    bench.sandbox.faults.set({ kind: 'silent' })
    await expect(bench.store.head('a/b')).rejects.toMatchObject(UNAVAILABLE)
    expect(await bench.store.head('a/b')).toBeNull()
  })
})

it('nothing is asked for a while after many failures, and then again', async () => {
  const store = bench.open({}, { failuresToBreak: 3, breakMs: 60_000 })
  bench.sandbox.faults.set({ kind: 'unavailable', times: 3 })
  await expect(store.head('a/b')).rejects.toMatchObject(UNAVAILABLE)
  // The sandbox is well again, and is not asked.
  await expect(store.head('a/b')).rejects.toMatchObject({ ...UNAVAILABLE, retryAfterSeconds: 60 })
  // Signing asks nobody.
  expect(await store.signRead('a/b', Date.now() + 60_000, Date.now())).toContain('x-oss-signature=')
  expect(bench.log.map(({ text }) => text)).toContain('OSS keeps failing: no calls for a while')
})

describe('a bucket that cannot be used is no missing photo', () => {
  it.each<[string, () => Promise<void> | void, string]>([
    ['a key that OSS does not know', () => void (bench.sandbox.keys = []), 'OSS_ACCESS_KEY_ID'],
    ['another secret', () => void (bench.sandbox.keys = [{ ...OSS_KEY, secret: 'x' }]), 'OSS_ACCESS_KEY_SECRET'],
  ])('%s', async (_, spoil, advice) => {
    await spoil()
    const failed = await bench.store.head('a/b').catch((error: unknown) => error)
    expect(failed).toMatchObject(UNAVAILABLE)
    expect(bench.log).toEqual([expect.objectContaining({ level: 'error', text: expect.stringContaining(advice) })])
    expect(said(failed)).not.toContain(OSS_KEY.secret)
    expect(said(failed)).not.toContain('Signature=')
  })

  it('a bucket that is gone', async () => {
    const gone = await serve((_, response) => {
      response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchBucket</Code></Error>')
    })
    const store = bench.open({ domain: gone.url })
    await expect(store.head('a/b')).rejects.toMatchObject(UNAVAILABLE)
    await expect(store.read('a/b', 10)).rejects.toMatchObject(UNAVAILABLE)
    await expect(store.delete('a/b')).rejects.toMatchObject(UNAVAILABLE)
    await gone.close()
  })

  it('a clock that is a quarter of an hour off', async () => {
    const wrong = await startOssBench({ clock: { nowMs: () => Date.now() + 16 * 60_000 } })
    await expect(wrong.store.head('a/b')).rejects.toMatchObject(UNAVAILABLE)
    expect(wrong.log[0]?.text).toContain('turn NTP on')
    const signed = await wrong.store.signUpload(terms(), Date.now())
    expect(await sendUpload(signed, BYTES)).toMatchObject({ status: 403, code: 'RequestTimeTooSkewed' })
    await wrong.close()
  })
})

describe('short-lived credentials', () => {
  const roleArn = 'acs:ram::1000000000000001:role/waiqin-photos'

  it('come from STS, sign calls, tickets and addresses, and are fetched anew when OSS takes them no longer', async () => {
    bench.sandbox.keys = []
    const sts = await serve(
      createStsListener({
        key: OSS_KEY,
        roleArn,
        clock: systemClock,
        random: countingRandom(9),
        onIssue: (key) => (bench.sandbox.keys = [...bench.sandbox.keys, key]),
      }),
    )
    const { id: accessKeyId, secret: accessKeySecret } = OSS_KEY
    const credentials = { kind: 'role', accessKeyId, accessKeySecret, roleArn, stsEndpoint: sts.url } as const
    const store = bench.open({ credentials })
    const signed = await store.signUpload(terms(), Date.now())
    expect(await sendUpload(signed, BYTES)).toMatchObject({ status: 200 })
    expect(await store.read('a/b', 100)).toEqual(BYTES)
    expect((await fetch(await store.signRead('a/b', Date.now() + 60_000, Date.now()))).status).toBe(200)
    expect(bench.sandbox.keys).toHaveLength(1)

    bench.sandbox.keys = bench.sandbox.keys.map((key) => ({ ...key, expiresAtMs: 0 }))
    expect(await store.read('a/b', 100)).toEqual(BYTES)
    expect(bench.sandbox.keys).toHaveLength(2)
    await sts.close()
    const refused = bench.open({ credentials: { ...credentials, stsEndpoint: sts.url } })
    const failed = await refused.signUpload(terms(), Date.now()).catch((error: unknown) => error)
    expect(failed).toMatchObject(UNAVAILABLE)
    expect(said(failed)).not.toContain(accessKeySecret)
  })

  it('come from a file that somebody keeps fresh', async () => {
    const temp = makeTempFolder()
    const path = join(temp.path, 'oss.json')
    const store = bench.open({ credentials: { kind: 'file', path } })
    await expect(store.head('a/b')).rejects.toMatchObject(UNAVAILABLE)
    const expiresAtMs = Date.now() + HOUR_MS
    const key = { id: 'STS.file', secret: 'secret-of-the-file', securityToken: 'token-of-the-file', expiresAtMs }
    writeFileSync(path, 'no JSON')
    await expect(store.head('a/b')).rejects.toMatchObject(UNAVAILABLE)
    bench.sandbox.keys = [key]
    const { id: AccessKeyId, secret: AccessKeySecret, securityToken: SecurityToken } = key
    const Expiration = new Date(expiresAtMs).toISOString()
    writeFileSync(path, JSON.stringify({ AccessKeyId, AccessKeySecret, SecurityToken, Expiration }))
    expect(await store.head('a/b')).toBeNull()
    expect(said()).not.toContain(AccessKeySecret)
    temp.remove()
  })
})

it('objects are encrypted, uploaded or written', async () => {
  await bench.store.write('view', BYTES, 'image/jpeg')
  await sendUpload(await bench.store.signUpload(terms(), Date.now()), BYTES)
  expect(['view', 'a/b'].map((key) => bench.sandbox.objects.get(key)?.encryption)).toEqual(['AES256', 'AES256'])
  const plain = await bench.store.signUpload({ ...terms(), key: 'c' }, Date.now())
  const fields = { ...plain.fields, 'x-oss-server-side-encryption': 'KMS' }
  expect(await sendUpload({ ...plain, fields }, BYTES)).toMatchObject({ status: 403 })
})

it('nobody reads without a signature, or asks more of an address than was signed', async () => {
  await bench.store.write('a/b', BYTES, 'image/jpeg')
  expect((await fetch(`${bench.url}/a/b`)).status).toBe(403)
  const address = await bench.store.signRead('a/b', Date.now() + 60_000, Date.now())
  expect((await fetch(`${address}&x-oss-process=image/info`)).status).toBe(403)
  expect((await fetch(address, { method: 'PUT', body: 'x' })).status).toBe(403)
})

it('without a domain of its own the bucket is reached by its name at OSS', async () => {
  const store = bench.open({ domain: null })
  const base = 'https://waiqin-photos-test.oss-cn-hangzhou.aliyuncs.com'
  expect((await store.signUpload(terms(), 0)).url).toBe(`${base}/`)
  expect(await store.signRead('a/b', 60_000, 0)).toMatch(`${base}/a/b?x-oss-signature-version=OSS4-HMAC-SHA256&`)
})

it.each(['../a', '/a', 'a//b', '', '.a', 'a\\b', 'ä', 'x'.repeat(600)])('takes no key %j', async (key) => {
  await expect(bench.store.head(key)).rejects.toThrow(RangeError)
  await expect(bench.store.write(key, BYTES, 'image/jpeg')).rejects.toThrow(RangeError)
  await expect(bench.store.signRead(key, 1, 0)).rejects.toThrow(RangeError)
})

const terms = () => ({
  key: 'a/b',
  contentType: 'image/jpeg',
  byteLength: BYTES.length,
  expiresAtMs: Date.now() + 60_000,
})
