import { signingBytes } from '../contract/signing'
import { bytesOfBase64url, hex, utf8 } from '../bytes/text'
import published from 'tweetnacl'
import { createFakePlatform, emptyDisk } from '../test/fake-platform'
import { createDeviceKeys, signatureHeaders } from './device-key'

const SEED = 'A'.repeat(43)

describe('the phone’s key', () => {
  it('rests on the server’s seed and on what only the phone knows', async () => {
    const make = async (seed: string, random: Uint8Array | null) => {
      const platform = createFakePlatform()
      platform.controls.random = random
      return (await createDeviceKeys(platform).candidate(seed))?.publicKey
    }
    const own = Uint8Array.from({ length: 32 }, (_, index) => index + 1)
    const keys = [await make(SEED, null), await make('B'.repeat(43), null), await make(SEED, own)]
    expect(new Set(keys).size).toBe(3)
  })

  it('is kept before anybody hears of it, and is this phone’s once it is promoted', async () => {
    const disk = emptyDisk()
    const made = await createDeviceKeys(createFakePlatform(disk)).candidate(SEED)
    const after = createDeviceKeys(createFakePlatform(disk))
    expect(await after.current()).toBeNull()
    expect((await after.candidate('C'.repeat(43)))?.publicKey).toBe(made?.publicKey)
    await after.promote()
    expect((await createDeviceKeys(createFakePlatform(disk)).current())?.thumbprint).toBe(made?.thumbprint)
    expect((await after.candidate('C'.repeat(43)))?.publicKey).not.toBe(made?.publicKey)
  })

  it('is none while the phone is full: what cannot be kept is not bound', async () => {
    const platform = createFakePlatform()
    const keys = createDeviceKeys(platform)
    platform.controls.storageWorks = false
    expect(await keys.candidate(SEED)).toBeNull()
    platform.controls.storageWorks = true
    expect(await keys.candidate(SEED)).not.toBeNull()
  })

  it('is not given up when the phone becomes full while it is taken', async () => {
    const disk = emptyDisk()
    const platform = createFakePlatform(disk)
    const keys = createDeviceKeys(platform)
    const made = await keys.candidate(SEED)
    platform.controls.refusesToKeep = (key) => key === 'device-key'
    await keys.promote()
    expect((await keys.current())?.thumbprint).toBe(made?.thumbprint)
    expect((await createDeviceKeys(createFakePlatform(disk)).candidate(SEED))?.thumbprint).toBe(made?.thumbprint)
  })

  it('signs exactly what is sent', async () => {
    const key = (await createDeviceKeys(createFakePlatform()).candidate(SEED))!
    const body = '{"slot":"早"}'
    const headers = signatureHeaders(key, {
      method: 'POST',
      path: '/api/v1/check-ins',
      body,
      timestampMs: 1_794_963_129_120,
      challenge: { id: 'challenge-1', position: 3 },
    })
    const bytes = signingBytes({
      method: 'POST',
      path: '/api/v1/check-ins',
      timestampMs: 1_794_963_129_120,
      challenge: 'challenge-1',
      position: 3,
      body: utf8(body),
    })
    const signature = bytesOfBase64url(headers['x-waiqin-signature'] ?? '')
    expect(published.sign.detached.verify(bytes, signature, bytesOfBase64url(key.publicKey))).toBe(true)
    expect(hex(signature)).toHaveLength(128)
    expect(headers).toMatchObject({
      'x-waiqin-key': key.thumbprint,
      'x-waiqin-position': '3',
      'x-waiqin-challenge': 'challenge-1',
    })
  })
})
