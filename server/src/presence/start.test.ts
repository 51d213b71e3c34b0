import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactVerify, importJWK } from 'jose'
import { presenceSigningBytes, type PresenceRequest } from '#contract/presence-proof'
import { createGatewayClockReader } from '../adapters/system/presence-proof-clock'
import { medianSkewMs } from '../features/sites-gateway/gateway-clock.rules'
import type { Log } from '../ports/log'
import { fixedClock } from '../../test/fakes'
import { openGatewayKey } from './gateway-key'
import { presenceSettings } from './settings'
import { startPresenceGateway, type RunningPresenceGateway } from './start'

const NOW_MS = Date.UTC(2026, 10, 18, 0, 52, 9, 123)
const CHALLENGE = '019a94f2-0000-7000-8000-000000000001'
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

let folder: string
let gateway: RunningPresenceGateway

async function start(env: Record<string, string>, log = silent, clock = fixedClock(NOW_MS)) {
  return startPresenceGateway(
    presenceSettings({
      PRESENCE_SITE_ID: 'site-shanghai',
      PRESENCE_PORT: '0',
      PRESENCE_KEY_FILE: join(folder, 'key.json'),
      PRESENCE_SERVER_URL: 'off',
      ...env,
    }),
    { clock, log },
  )
}

interface Phone {
  readonly privateKey: KeyObject
  readonly publicKey: string
}

function newPhone(): Phone {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ format: 'jwk' }).x ?? '' }
}

function request(phone: Phone, position = 0): PresenceRequest {
  const signed = { challenge: CHALLENGE, position, timestampMs: NOW_MS - 5 * 86_400_000 }
  return {
    ...signed,
    publicKey: phone.publicKey,
    deviceKeyThumbprint: createHash('sha256').update(Buffer.from(phone.publicKey, 'base64url')).digest('hex'),
    signature: sign(null, presenceSigningBytes(signed), phone.privateKey).toString('base64url'),
  }
}

function post(body: unknown, headers: Record<string, string> = {}, url = gateway.url) {
  return fetch(`${url}/presence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  })
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waiqin-presence-'))
  gateway = await start({})
})

afterEach(async () => {
  await gateway.close()
  await rm(folder, { recursive: true })
})

describe('POST /presence', () => {
  it('vouches for the challenge, the position and the device key of whoever signed', async () => {
    const asked = request(newPhone(), 7)
    const response = await post(asked)
    expect(response.status).toBe(200)
    const { proof } = (await response.json()) as { proof: string }
    const jwk = JSON.parse(gateway.publicJwkJson)
    const { payload, protectedHeader } = await compactVerify(proof, await importJWK(jwk, 'EdDSA'))
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: jwk.kid, typ: 'waiqin-presence+jws' })
    expect(JSON.parse(Buffer.from(payload).toString())).toEqual({
      siteId: 'site-shanghai',
      challenge: CHALLENGE,
      position: 7,
      deviceKeyThumbprint: asked.deviceKeyThumbprint,
      iat: NOW_MS / 1000,
    })
  })

  it.each<[string, (valid: PresenceRequest) => unknown]>([
    ['no JSON', () => '{'],
    ['an array', () => []],
    ['null', () => 'null'],
    ['bytes that are no UTF-8', () => Buffer.from('7b22ff227d', 'hex')],
    ['a missing member', ({ signature: _, ...rest }) => rest],
    ['an extra member', (valid) => ({ ...valid, siteId: 'site-2' })],
    ['position 32', (valid) => ({ ...valid, position: 32 })],
    ['position as text', (valid) => ({ ...valid, position: '0' })],
    ['a challenge that is no id', (valid) => ({ ...valid, challenge: '-' })],
    ['a short public key', (valid) => ({ ...valid, publicKey: 'AAAA' })],
    ['a fractional time', (valid) => ({ ...valid, timestampMs: 1.5 })],
  ])('answers 400 to %s', async (_, spoil) => {
    const response = await post(spoil(request(newPhone())))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'BODY_INVALID' })
  })

  it.each<[string, (valid: PresenceRequest) => PresenceRequest]>([
    ['another challenge', (valid) => ({ ...valid, challenge: CHALLENGE.replace('1', '2') })],
    ['another position', (valid) => ({ ...valid, position: 1 })],
    ['another time', (valid) => ({ ...valid, timestampMs: NOW_MS })],
    ["another phone's public key", (valid) => ({ ...valid, publicKey: newPhone().publicKey })],
    ["another phone's thumbprint", (valid) => ({ ...valid, deviceKeyThumbprint: 'a'.repeat(64) })],
    ['another signature', (valid) => ({ ...valid, signature: 'A'.repeat(86) })],
  ])('answers 401 when the signature stands beside %s', async (_, spoil) => {
    const response = await post(spoil(request(newPhone())))
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'SIGNATURE_INVALID' })
  })

  it('answers 413 to a body over 4 KB, 415 to another type', async () => {
    expect((await post('x'.repeat(5_000))).status).toBe(413)
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('answers 403 outside its networks, whatever a header claims', async () => {
    const elsewhere = await start({ PRESENCE_CLIENT_NETWORKS: '10.2.0.0/16' })
    const response = await post(request(newPhone()), { 'x-forwarded-for': '10.2.0.7' }, elsewhere.url)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'NETWORK_NOT_ALLOWED' })
    expect((await fetch(`${elsewhere.url}/healthz`)).status).toBe(200)
    await elsewhere.close()
  })

  it('answers 429 with Retry-After beyond the limit', async () => {
    const strict = await start({ PRESENCE_REQUESTS_PER_MINUTE: '2' })
    const phone = newPhone()
    expect((await post(request(phone, 0), {}, strict.url)).status).toBe(200)
    expect((await post(request(phone, 1), {}, strict.url)).status).toBe(200)
    const third = await post(request(phone, 2), {}, strict.url)
    expect(third.status).toBe(429)
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
    await strict.close()
  })
})

describe('other requests', () => {
  it.each([
    ['GET', '/presence', 405],
    ['POST', '/healthz', 405],
    ['GET', '/', 404],
    ['GET', '/presence/x', 404],
  ])('%s %s → %d', async (method, path, status) => {
    const response = await fetch(gateway.url + path, { method })
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain('at ')
  })
})

describe('the key file', () => {
  it('is created once, for its owner alone, and kept over a restart', async () => {
    const file = join(folder, 'key.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const again = await openGatewayKey(file)
    expect(JSON.stringify(again.publicJwk)).toBe(gateway.publicJwkJson)
    expect(gateway.publicJwkJson).not.toContain('"d"')
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('d')
  })

  it('is one key when two start at once', async () => {
    const file = join(folder, 'other', 'key.json')
    const keys = await Promise.all([openGatewayKey(file), openGatewayKey(file), openGatewayKey(file)])
    expect(new Set(keys.map((key) => key.kid)).size).toBe(1)
  })

  it.each(['', '{}', 'null', '{"kty":"EC"}', gatewayPublicOnly()])('is refused when it holds %s', async (text) => {
    const file = join(folder, 'bad.json')
    await writeFile(file, text)
    await chmod(file, 0o600)
    await expect(openGatewayKey(file)).rejects.toThrow('holds no private Ed25519 JWK')
  })
})

function gatewayPublicOnly(): string {
  return JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }))
}

describe('clocks', () => {
  it('lets the server measure how far the gateway is ahead', async () => {
    const serverClock = fixedClock(NOW_MS - 42_000)
    const reading = await createGatewayClockReader(serverClock)({ siteId: 'site-shanghai', url: `${gateway.url}/` })
    expect(reading.result).toBe('read')
    expect(medianSkewMs(reading.result === 'read' ? reading.samples : [])).toBe(42_000)
  })

  it("takes no other site's clock, and none from what is no gateway", async () => {
    const read = createGatewayClockReader(fixedClock(NOW_MS))
    expect(await read({ siteId: 'site-beijing', url: gateway.url })).toEqual({ result: 'other_site' })
    expect(await read({ siteId: 'site-shanghai', url: `${gateway.url}/elsewhere` })).toEqual({ result: 'unreachable' })
    expect(await read({ siteId: 'site-shanghai', url: 'not an address' })).toEqual({ result: 'unreachable' })
  })

  it('does not swallow an endless answer', async () => {
    const endless = createServer((_, response) => response.end('x'.repeat(1_000_000)))
    const port = await listen(endless)
    const read = createGatewayClockReader(fixedClock(NOW_MS))
    expect(await read({ siteId: 'site-shanghai', url: `http://127.0.0.1:${port}` })).toEqual({ result: 'unreachable' })
    endless.close()
    endless.closeAllConnections()
  })

  it('compares itself with the server and says loudly when it is off', async () => {
    const server = createServer((_, response) => {
      response.setHeader('date', new Date(NOW_MS - 200_000).toUTCString())
      response.end()
    })
    const serverUrl = `http://127.0.0.1:${await listen(server)}`
    let alarm: (fields: Readonly<Record<string, unknown>>) => void = () => {}
    const alarmed = new Promise((resolve) => (alarm = resolve))
    const ahead = await start({ PRESENCE_SERVER_URL: serverUrl }, { ...silent, error: alarm })
    expect(await alarmed).toMatchObject({ standing: 'wrong' })
    await ahead.close()
    server.close()
    server.closeAllConnections()
  })
})

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
