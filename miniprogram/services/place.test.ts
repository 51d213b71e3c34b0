import { failure, success } from '../result'
import { json, reading, settle } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { challengeReply, contextReply, siteReply } from '../test/replies'

const OFFICE_WIFI = success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:08:41' })
const gatewaySite = siteReply({ gatewayUrl: 'https://gateway.example:8790', wifiProof: 'gateway' })

describe('watching the place', () => {
  it('reads nothing before it starts and nothing after it stops', async () => {
    const { services, platform, controls } = await createBoundPhone()
    let reads = 0
    const read = platform.location.read
    Object.assign(platform.location, { read: () => (reads++, read()) })
    await controls.advance(120_000)
    expect(reads).toBe(0)
    const stop = services.placeWatch.start()
    await controls.advance(65_000)
    expect(reads).toBe(3)
    stop()
    await controls.advance(120_000)
    controls.changeNetwork('wifi')
    await settle()
    expect(reads).toBe(3)
  })

  it('judges anew when the network changes', async () => {
    const { services, controls } = await createBoundPhone()
    controls.location = failure('timeout')
    services.placeWatch.judgeBy(contextReply(), null)
    services.placeWatch.start()
    await settle()
    expect(services.placeWatch.state().verdict).toMatchObject({ holds: false })
    controls.wifi = OFFICE_WIFI
    controls.changeNetwork('wifi')
    await settle()
    expect(services.placeWatch.state().verdict).toMatchObject({ holds: true, by: 'wifi' })
    controls.changeNetwork('5g')
    await settle()
    expect(services.placeWatch.state()).toMatchObject({ wifi: null, verdict: { holds: false } })
  })

  it('keeps a place when the platform says that it was asked too often', async () => {
    const { services, controls } = await createBoundPhone()
    controls.location = success(reading())
    await services.placeWatch.refresh()
    controls.location = failure('too_often')
    await services.placeWatch.refresh()
    expect(services.placeWatch.state().location).toEqual(success(reading()))
    controls.location = failure('refused')
    await services.placeWatch.refresh()
    expect(services.placeWatch.state().location).toEqual(failure('refused'))
  })
})

describe('the presence proof', () => {
  async function onOfficeWifi() {
    const phone = await createBoundPhone()
    phone.controls.network = 'wifi'
    phone.controls.wifi = OFFICE_WIFI
    phone.controls.location = failure('timeout')
    phone.services.placeWatch.judgeBy(contextReply({ sites: [gatewaySite] }), null)
    return phone
  }

  it('is asked for once for a position, and again for the next one', async () => {
    const { services, controls } = await onOfficeWifi()
    controls.answer(() => json(200, { proof: 'a.b.c' }))
    await services.placeWatch.refresh()
    await services.placeWatch.prove()
    expect(controls.sent.map(({ url }) => url)).toEqual(['https://gateway.example:8790/presence'])
    expect(services.placeWatch.state().verdict).toMatchObject({ holds: true, by: 'wifi' })
    const position = (await services.challenges.take())!
    expect(services.presence.proofFor(position)).toBe('a.b.c')
    expect(services.presence.proofFor({ ...position, position: position.position + 1 })).toBeNull()
    await services.placeWatch.prove()
    expect(controls.sent).toHaveLength(2)
  })

  it('is worth nothing when it is old, or the challenge is another', async () => {
    const { services, controls } = await onOfficeWifi()
    controls.answer(() => json(200, { proof: 'a.b.c' }))
    await services.placeWatch.refresh()
    const position = (await services.challenges.next())!
    expect(services.presence.proofFor({ ...position, id: 'another' })).toBeNull()
    await controls.advance(100_000)
    expect(services.presence.proofFor(position)).toBeNull()
    await services.challenges.adopt(challengeReply({ id: 'challenge-9', issuedAt: '2026-11-18T08:54:00+08:00' }))
    await services.placeWatch.prove()
    expect(controls.sent).toHaveLength(2)
  })

  it.each([
    ['no answer', () => failure('timeout' as const), 'unreachable'],
    ['a network that is not the office’s', () => json(403, { code: 'NETWORK_NOT_ALLOWED' }), 'not_allowed'],
    ['a signature that it does not take', () => json(401, { code: 'SIGNATURE_INVALID' }), 'refused'],
    ['a page of somebody else', () => json(200, { html: '…' }), 'unreachable'],
    ['a proof that is none', () => json(200, { proof: 'x'.repeat(1_025) }), 'unreachable'],
  ])('cannot be had: %s', async (_, answer, problem) => {
    const { services, controls } = await onOfficeWifi()
    controls.answer(answer)
    await services.placeWatch.refresh()
    expect(services.placeWatch.state()).toMatchObject({
      proof: { kind: 'failed', siteId: 'site-1', problem },
      verdict: { holds: false, judged: { wifi: { code: 'PRESENCE_PROOF_MISSING' } } },
    })
  })

  it('is not asked for on a Wi-Fi that is not the site’s', async () => {
    const { services, controls } = await onOfficeWifi()
    controls.wifi = success({ ssid: 'ChinaNet', bssid: '11:22:33:44:55:66' })
    await services.placeWatch.refresh()
    expect(controls.sent).toEqual([])
  })
})

describe('the context', () => {
  it('is one request, tells the clock, and brings the challenge', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() =>
      json(
        200,
        contextReply({
          serverTime: '2026-11-18T08:53:07+08:00',
          challenge: challengeReply({ id: 'fresh', issuedAt: '2026-11-18T08:53:07+08:00' }),
        }),
      ),
    )
    const loaded = await services.contexts.load({ near: { latitude: 31.2141, longitude: 121.5906 } })
    expect(loaded).toMatchObject({ ok: true, value: { clockOffsetMs: 60_000 } })
    expect(controls.sent).toHaveLength(1)
    expect(controls.sent[0]?.url).toContain('nearLatitude=31.22&nearLongitude=121.6')
    expect(await services.challenges.next()).toMatchObject({ id: 'fresh', position: 0 })
  })

  it('stays when there is no network, and is nobody else’s', async () => {
    const phone = await createBoundPhone()
    phone.controls.answer(() => json(200, contextReply()))
    await phone.services.contexts.load()
    const again = await createBoundPhone(phone.controls.disk)
    expect((await again.services.contexts.current())?.context.rule.name).toBe('常白班')
    const session = (await again.services.session.current())!
    await again.services.session.adopt({ ...session, employee: { ...session.employee, id: 'employee-2' } })
    expect(await again.services.contexts.current()).toBeNull()
  })
})
