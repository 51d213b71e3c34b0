import { join } from 'node:path'
import type { CheckInReply } from '#contract/api'
import type { Fence } from '#contract/place'
import { seedFieldPlan, seedSite, stableId } from '../../../prisma/seed/builders'
import { fixAt, placeOutside } from '../../demo/place'
import { openGatewayKey } from '../../src/presence/gateway-key'
import { presenceSettings } from '../../src/presence/settings'
import { startPresenceGateway, type RunningPresenceGateway } from '../../src/presence/start'
import type { Log } from '../../src/ports/log'
import {
  bindPhone,
  checkIn,
  checkInRequest,
  seedFreeHours,
  sendCheckIn,
  signedHeaders,
  startApp,
  type App,
  type PhoneInUse,
} from '../start-app'
import { makeTempFolder } from '../temp-folder'

const SITE_ID = stableId('site', '有鉴权服务器的总部')
const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }
const WIFI = { ssid: 'CJ-Office', bssid: '0a:06:a7:0f:2a:01' }
const ON_WIFI = { wifi: WIFI, networkType: 'wifi' } as const
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

const folder = makeTempFolder()
let app: App
/** Of the site; its networks are this computer. */
let gateway: RunningPresenceGateway
/** With the site's key, for another network. */
let elsewhere: RunningPresenceGateway
/** Says that it is the site's, and has a key of its own. */
let forger: RunningPresenceGateway

beforeAll(async () => {
  gateway = await startGateway('site.json')
  elsewhere = await startGateway('site.json', { PRESENCE_CLIENT_NETWORKS: '10.2.0.0/16' })
  forger = await startGateway('forged.json')
  const { publicJwk: publicKey } = await openGatewayKey(join(folder.path, 'site.json'))
  app = await startApp({
    seed: async (tx) => {
      await seedSite(tx, {
        id: SITE_ID,
        name: '有鉴权服务器的总部',
        fence: FENCE,
        wifi: [WIFI],
        gateway: { url: gateway.url, publicKey },
      })
      await seedFreeHours(tx, [SITE_ID])
    },
  })
}, 60_000)

afterAll(async () => {
  await Promise.all([app.close(), gateway.close(), elsewhere.close(), forger.close()])
  folder.remove()
})

function startGateway(keyFile: string, changes: Record<string, string> = {}): Promise<RunningPresenceGateway> {
  const settings = presenceSettings({
    PRESENCE_SITE_ID: SITE_ID,
    PRESENCE_PORT: '0',
    PRESENCE_KEY_FILE: join(folder.path, keyFile),
    PRESENCE_SERVER_URL: 'off',
    PRESENCE_REQUESTS_PER_MINUTE: '1000',
    ...changes,
  })
  return startPresenceGateway(settings, { clock: { nowMs: () => Date.now() }, log: silent })
}

const codesOf = (reply: CheckInReply) => reply.findings.map((finding) => finding.code)

/** What was the matter with the proof, as the record says it. */
const problemOf = (reply: CheckInReply) =>
  reply.findings.find((finding) => finding.code === 'PRESENCE_PROOF_INVALID')?.seen['problem']

describe('a presence proof', () => {
  it('of the site’s gateway, whose address the context gives, lets a phone without a fix in', async () => {
    const phone = await bindPhone(app)
    const site = (await phone.context()).sites.find(({ id }) => id === SITE_ID)
    expect(site).toMatchObject({ gatewayUrl: gateway.url, wifiProof: 'gateway' })
    const presenceProof = await phone.presenceProof(site?.gatewayUrl ?? '')
    const reply = await checkIn(app, phone, 'early', { ...ON_WIFI, presenceProof })
    expect(reply).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED', presenceBy: 'wifi', site: { id: SITE_ID } })
    expect(await phone.record(reply.attemptId)).toMatchObject({ outcome: 'accepted', presenceBy: 'wifi', place: null })
  })

  it('is asked for: the right Wi-Fi alone is not enough here', async () => {
    const phone = await bindPhone(app)
    const reply = await checkIn(app, phone, 'early', ON_WIFI)
    expect(reply).toMatchObject({ outcome: 'refused', code: 'PRESENCE_PROOF_MISSING', presenceBy: null })
  })

  it('with a fix far away is accepted and listed for HR', async () => {
    const phone = await bindPhone(app)
    const presenceProof = await phone.presenceProof(gateway.url)
    const fix = fixAt({ latitude: 31.3, longitude: 121.3 }, true)
    const reply = await checkIn(app, phone, 'early', { ...ON_WIFI, fix, presenceProof })
    expect(reply).toMatchObject({ outcome: 'accepted', presenceBy: 'wifi' })
    expect(reply.findings).toContainEqual(expect.objectContaining({ code: 'WIFI_FAR_FROM_FIX', severity: 'review' }))
  })

  it('for another position does not hold', async () => {
    const phone = await bindPhone(app)
    const presenceProof = await phone.presenceProof(gateway.url)
    phone.signCheckIn(checkInRequest(app, phone, 'early'))
    await expectInvalid(phone, presenceProof, 'position')
  })

  it('for another challenge does not hold', async () => {
    const phone = await bindPhone(app)
    const presenceProof = await phone.presenceProof(gateway.url)
    await phone.context()
    await expectInvalid(phone, presenceProof, 'challenge')
  })

  it('for another phone does not hold', async () => {
    const [phone, colleague] = [await bindPhone(app), await bindPhone(app)]
    const { challenge } = await phone.context()
    const proof = await colleague.presenceProof(gateway.url)
    const claims = JSON.parse(Buffer.from(proof.split('.')[1] ?? '', 'base64url').toString()) as { challenge: string }
    expect(claims.challenge).not.toBe(challenge.id)
    // The colleague's challenge comes with the colleague's proof: only the device key is another.
    const body = JSON.stringify(checkInRequest(app, phone, 'early', { ...ON_WIFI, presenceProof: proof }))
    const headers = signedHeaders(phone.key, '/api/v1/check-ins', body, { challenge: claims.challenge, position: 0 })
    const reply = JSON.parse((await sendCheckIn(app, { body, headers }, phone.accessToken)).text) as CheckInReply
    expect(reply).toMatchObject({ outcome: 'refused', code: 'CHALLENGE_UNKNOWN' })
    expect(codesOf(reply)).toContain('PRESENCE_PROOF_INVALID')
    expect(problemOf(reply)).toBe('device')
  })

  it('by another key does not hold', async () => {
    const phone = await bindPhone(app)
    await expectInvalid(phone, await phone.presenceProof(forger.url), 'signature')
  })

  it.each([
    ['no JWS', () => 'not-a-proof', 'malformed'],
    ['no signature', (proof: string) => `${proof.split('.').slice(0, 2).join('.')}.`, 'malformed'],
    [
      'algorithm none',
      (proof: string) => {
        const header = Buffer.from('{"alg":"none","typ":"waiqin-presence+jws"}').toString('base64url')
        return [header, ...proof.split('.').slice(1)].join('.')
      },
      'malformed',
    ],
    [
      'altered claims',
      (proof: string) => {
        const [header = '', payload = '', signature = ''] = proof.split('.')
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iat: number }
        const altered = Buffer.from(JSON.stringify({ ...claims, iat: claims.iat - 1 })).toString('base64url')
        return [header, altered, signature].join('.')
      },
      'signature',
    ],
  ])('with %s does not hold', async (_, spoil, problem) => {
    const phone = await bindPhone(app)
    await expectInvalid(phone, spoil(await phone.presenceProof(gateway.url)), problem)
  })

  it('of a site that is not open to this person does not hold', async () => {
    const other = await startGateway('other.json', { PRESENCE_SITE_ID: stableId('site', '别处') })
    const { publicJwk: publicKey } = await openGatewayKey(join(folder.path, 'other.json'))
    const far: Fence = { kind: 'circle', centre: { latitude: 31.3, longitude: 121.3 }, radiusMetres: 150 }
    const siteId = await app.seed((tx) =>
      seedSite(tx, { name: '别处', fence: far, wifi: [], gateway: { url: other.url, publicKey } }),
    )
    const phone = await bindPhone(app)
    await expectInvalid(phone, await phone.presenceProof(other.url), 'unknown_gateway')
    const { id: employeeId } = phone.person
    await app.seed((tx) =>
      seedFieldPlan(tx, { employeeId, siteId, workDay: app.workDay, createdAt: new Date(Date.now() - 1) }),
    )
    await phone.context()
    const presenceProof = await phone.presenceProof(other.url)
    const reply = await checkIn(app, phone, 'early', { networkType: 'wifi', presenceProof })
    expect(reply).toMatchObject({ outcome: 'accepted', presenceBy: 'wifi', site: { id: siteId } })
    await other.close()
  })

  it('is not given to a client off the gateway’s networks', async () => {
    const phone = await bindPhone(app)
    await expect(phone.presenceProof(elsewhere.url)).rejects.toMatchObject({ status: 403, code: 'NETWORK_NOT_ALLOWED' })
    const reply = await checkIn(app, phone, 'early', { ...ON_WIFI, fix: fixAt(placeOutside(FENCE), true) })
    expect(reply).toMatchObject({ outcome: 'refused', code: 'PRESENCE_PROOF_MISSING' })
    expect(codesOf(reply)).toContain('OUT_OF_RANGE')
  })

  it('is signed for the challenge whose phone asked: a signature by another key gets none', async () => {
    const phone = await bindPhone(app)
    const response = await fetch(`${gateway.url}/presence`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        challenge: (await phone.context()).challenge.id,
        position: 0,
        timestampMs: Date.now(),
        deviceKeyThumbprint: phone.key.thumbprint,
        publicKey: phone.key.publicKey,
        signature: Buffer.alloc(64, 1).toString('base64url'),
      }),
    })
    expect(response.status).toBe(401)
  })
})

it('falls back to the Wi-Fi list when the gateway’s clock is far off, and says so', async () => {
  await app.seed((tx) => tx.presenceGateway.update({ where: { siteId: SITE_ID }, data: { skewMs: 150_000 } }))
  const phone = await bindPhone(app)
  const reply = await checkIn(app, phone, 'early', ON_WIFI)
  expect(reply).toMatchObject({ outcome: 'accepted', presenceBy: 'wifi' })
  expect(reply.findings).toContainEqual(expect.objectContaining({ code: 'GATEWAY_CLOCK_WRONG', severity: 'review' }))
  await app.seed((tx) => tx.presenceGateway.update({ where: { siteId: SITE_ID }, data: { skewMs: 0 } }))
})

async function expectInvalid(phone: PhoneInUse, presenceProof: string, problem: string): Promise<void> {
  const reply = await checkIn(app, phone, 'early', { ...ON_WIFI, presenceProof })
  expect(reply).toMatchObject({ outcome: 'refused', presenceBy: null })
  expect(codesOf(reply)).toContain('PRESENCE_PROOF_INVALID')
  expect(problemOf(reply)).toBe(problem)
}
