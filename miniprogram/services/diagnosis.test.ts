import type { ContextReply } from '../contract/api'
import { failure, success } from '../result'
import { json, reading, refusal, settle } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { contextReply, sessionReply, siteReply } from '../test/replies'
import { FACT_NAMES, type Facts } from './diagnosis-facts'

/** As the server takes them (contract/api-feedback.ts). */
const NAME = /^[A-Za-z][A-Za-z0-9_.]{0,39}$/
const PLACE_WORD = /lat|lng|lon(?!g)|coordinate|^(fix|geo|gps|location|place|position)$/i
const COORDINATE_PAIR = /\d{1,3}\.\d{3,}\D{1,20}\d{1,3}\.\d{3,}/

function expectToFit(facts: Facts): void {
  const pairs = Object.entries(facts)
  expect(pairs.length).toBeLessThanOrEqual(40)
  for (const [name, value] of pairs) {
    expect(name).toMatch(NAME)
    expect(name).not.toMatch(PLACE_WORD)
    if (typeof value !== 'string') continue
    expect(value.length).toBeLessThanOrEqual(200)
    expect(value).not.toMatch(COORDINATE_PAIR)
  }
  expect(JSON.stringify(facts)).not.toMatch(/31\.20|121\.59|CJ-Office|9c:a6/)
}

async function phoneAt(context: ContextReply = contextReply()) {
  const phone = await createBoundPhone()
  phone.controls.answer(({ url }) =>
    url.includes('/api/v1/context') ? json(200, context) : json(404, { code: 'ROUTE_UNKNOWN' }),
  )
  return phone
}

describe('a diagnosis', () => {
  it('says what is known, in its order, and never where', async () => {
    const { services, controls } = await phoneAt()
    controls.network = 'wifi'
    controls.wifi = success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:08:41' })
    controls.location = success(reading({ precise: true }))
    await services.placeWatch.refresh()
    const facts = await services.diagnosing.collect()
    expectToFit(facts)
    expect(facts).toMatchObject({
      networkType: 'wifi',
      serverReachable: true,
      clockDifferenceSeconds: 0,
      locationPermission: true,
      preciseAllowed: true,
      accuracyClass: 'to20',
      wifiState: 'readable',
      gatewayState: 'not_asked',
      queueLength: 0,
      wecomVersion: '4.1.36',
      phoneModel: 'HUAWEI NOH-AN00',
      phoneSystem: 'Android 12',
      phoneTime: expect.stringMatching(/^2026-11-1[78] \d\d:52:07 [+-]\d\d:\d\d$/) as string,
    })
    expect('cameraPermission' in facts).toBe(false)
    const order = Object.keys(facts).map((name) => (FACT_NAMES as readonly string[]).indexOf(name))
    expect(order).toEqual(order.slice().sort((left, right) => left - right))
  })

  it.each([
    [success(reading({ accuracyMetres: 50 })), 'to50'],
    [success(reading({ accuracyMetres: 200 })), 'to200'],
    [success(reading({ accuracyMetres: 380 })), 'over200'],
    [success(reading({ accuracyMetres: null })), 'unknown'],
    [failure('refused' as const), 'refused'],
    [failure('switched_off' as const), 'switched_off'],
  ])('of the last fix says how exact it was: %j', async (location, accuracyClass) => {
    const { services, controls } = await phoneAt()
    controls.location = location
    await services.placeWatch.refresh()
    expect(await services.diagnosing.collect()).toMatchObject({ accuracyClass })
  })

  it('reads no place itself', async () => {
    const { platform, services } = await phoneAt()
    let reads = 0
    Object.assign(platform.location, { read: () => (reads++, Promise.resolve(success(reading()))) })
    expect(await services.diagnosing.collect()).toMatchObject({ accuracyClass: 'not_asked' })
    expect(reads).toBe(0)
  })

  it.each(['switched_off', 'location_needed', 'unsupported', 'system', 'not_connected'] as const)(
    'names the trouble with Wi-Fi: %s',
    async (problem) => {
      const { services, controls } = await phoneAt()
      controls.network = 'wifi'
      controls.wifi = failure(problem)
      expect(await services.diagnosing.collect()).toMatchObject({ wifiState: problem })
    },
  )

  it('says whether the gateway answers', async () => {
    const site = siteReply({ gatewayUrl: 'https://gateway', wifiProof: 'gateway' })
    const { services, controls } = await phoneAt()
    const context = contextReply({ sites: [site] })
    controls.answer(({ url }) => (url.includes('/context') ? json(200, context) : failure('unreachable')))
    await services.contexts.load()
    controls.network = 'wifi'
    expect(await services.diagnosing.collect()).toMatchObject({ gatewayState: 'unreachable' })
  })

  it('names the last refusal before its own asking adds to it', async () => {
    const { services, controls } = await phoneAt()
    controls.answer(() => refusal(409, 'REQUEST_ID_REUSED'))
    await services.api.me()
    controls.answer(() => refusal(503, 'BUSY_TRY_AGAIN'))
    expect(await services.diagnosing.collect('attempt-9')).toMatchObject({
      serverReachable: true,
      lastErrorCode: 'REQUEST_ID_REUSED',
      lastRequestId: 'request-1',
      attemptId: 'attempt-9',
    })
  })

  it('says that the server cannot be reached', async () => {
    const { services, controls } = await phoneAt()
    controls.answer(() => failure('unreachable'))
    expect(await services.diagnosing.collect()).toMatchObject({ serverReachable: false })
  })

  it('is there within five seconds, whatever does not answer', async () => {
    const { platform, services, controls } = await phoneAt()
    controls.network = 'wifi'
    const never = () => new Promise<never>(() => {})
    controls.answer(never)
    Object.assign(platform.wifi, { read: never })
    Object.assign(platform.settings, { permissions: never })
    let facts: Facts | null = null
    void services.diagnosing.collect().then((found) => (facts = found))
    await controls.advance(5_000)
    await settle()
    expect(facts).toMatchObject({ networkType: 'wifi', wifiState: 'timeout', serverReachable: false })
  })

  it('without consent says nothing of phone, network or permissions but versions', async () => {
    const { services, controls } = await phoneAt()
    await services.session.adopt(
      sessionReply({ consent: { currentVersion: 3, agreedVersion: null, sufficient: false, due: true } }),
    )
    controls.sent.length = 0
    const facts = await services.diagnosing.collect()
    expect(Object.keys(facts)).toEqual(['appVersion', 'wecomVersion', 'baseLibraryVersion'])
    expect(controls.sent).toEqual([])
  })

  it('cuts what is too long', async () => {
    const { platform, services } = await phoneAt()
    Object.assign(platform.device, { model: 'x'.repeat(500) })
    expectToFit(await services.diagnosing.collect('y'.repeat(500)))
  })
})
