import { base64url, utf8 } from '../bytes/text'
import { failure, success } from '../result'
import { json, reading, settle, START_MS } from '../test/fake-platform'
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

  it('forgets what an earlier showing read: the office of the morning says nothing at home', async () => {
    const { services, controls } = await createBoundPhone()
    controls.network = 'wifi'
    controls.wifi = OFFICE_WIFI
    controls.location = success(reading())
    services.placeWatch.judgeBy(contextReply(), null)
    const stop = services.placeWatch.start()
    await settle()
    expect(services.placeWatch.state().verdict).toMatchObject({ holds: true })
    stop()
    await controls.advance(9 * 3_600_000)
    controls.location = () => new Promise(() => {})
    controls.wifi = () => new Promise(() => {})
    services.placeWatch.start()
    expect(services.placeWatch.state()).toMatchObject({ location: null, wifi: null, verdict: { holds: false } })
    await settle()
    expect(services.placeWatch.state()).toMatchObject({ location: null, wifi: null, verdict: { holds: false } })
  })

  it('keeps what was read a moment ago, and an old place no longer because it may not be asked for', async () => {
    const { services, controls } = await createBoundPhone()
    controls.location = success(reading())
    services.placeWatch.start()()
    await controls.advance(20_000)
    controls.location = failure('too_often')
    const stop = services.placeWatch.start()
    await settle()
    expect(services.placeWatch.state().location).toEqual(success(reading()))
    await controls.advance(45_000)
    expect(services.placeWatch.state().location).toBeNull()
    await controls.advance(20_000)
    expect(services.placeWatch.state().location).toEqual(failure('too_often'))
    stop()
  })

  it('takes nothing for fresh when the clock was set back', async () => {
    const { services, controls } = await createBoundPhone()
    controls.location = success(reading())
    await services.placeWatch.refresh()
    controls.setClock(START_MS - 3_600_000)
    expect(services.placeWatch.state().location).toBeNull()
  })

  it('reads anew before sending what is older, and waits five seconds for it at most', async () => {
    const { services, controls } = await createBoundPhone()
    controls.location = success(reading())
    await services.placeWatch.refresh()
    let reads = 0
    controls.location = () => {
      reads++
      return new Promise(() => {})
    }
    expect((await services.placeWatch.fresh(60_000)).location?.ok).toBe(true)
    expect(reads).toBe(0)
    await controls.advance(61_000)
    let isDone = false
    const asked = services.placeWatch.fresh(60_000).then((place) => {
      isDone = true
      return place
    })
    await controls.advance(4_900)
    expect([reads, isDone]).toEqual([1, false])
    await controls.advance(200)
    expect((await asked).location).toBeNull()
  })

  it('keeps a good place while the camera is in front, and reads again afterwards', async () => {
    const { services, controls } = await createBoundPhone()
    controls.location = success(reading())
    services.placeWatch.start()
    await controls.advance(29_000)
    controls.hide()
    await controls.advance(2_000)
    expect(services.placeWatch.state().location).toEqual(success(reading()))
    const later = success(reading({ askedAtMs: START_MS + 31_000 }))
    controls.location = later
    controls.show()
    await settle()
    expect(services.placeWatch.state().location).toEqual(later)
  })

  it('reads once more when the network changes during a reading', async () => {
    const { services, controls } = await createBoundPhone()
    let answer = (_: typeof OFFICE_WIFI) => {}
    controls.network = 'wifi'
    controls.wifi = () => new Promise((resolve) => (answer = resolve))
    services.placeWatch.start()
    await settle()
    controls.changeNetwork('4g')
    answer(OFFICE_WIFI)
    await settle()
    expect(services.placeWatch.state()).toMatchObject({ network: '4g', wifi: null })
  })

  it('reads nothing without consent, and holds nothing after it was withdrawn', async () => {
    const { services, controls } = await createBoundPhone()
    let reads = 0
    controls.location = () => {
      reads++
      return Promise.resolve(success(reading()))
    }
    services.placeWatch.judgeBy(contextReply(), null)
    services.placeWatch.start()
    await settle()
    expect(reads).toBe(1)
    controls.answer(() => success({ status: 204, headers: {}, text: '' }))
    expect(await services.consent.withdraw()).toMatchObject({ ok: true })
    expect(services.placeWatch.state()).toMatchObject({ location: null, wifi: null, verdict: null })
    expect(await services.contexts.current()).toBeNull()
    services.placeWatch.start()
    await services.placeWatch.refresh()
    await services.placeWatch.fresh(0)
    await controls.advance(120_000)
    controls.show()
    await settle()
    expect(reads).toBe(1)
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

  it('is asked of each gateway once, of all at the same time, for three seconds together', async () => {
    const { services, controls } = await onOfficeWifi()
    const other = siteReply({ id: 'site-2', gatewayUrl: 'https://other.example', wifiProof: 'gateway' })
    const silent = siteReply({ id: 'site-3', gatewayUrl: 'https://silent.example', wifiProof: 'gateway' })
    const sites = [silent, gatewaySite, { ...gatewaySite, id: 'site-4' }, other]
    const claims = base64url(utf8(JSON.stringify({ siteId: 'site-4' })))
    controls.answer(({ url }) =>
      url.startsWith('https://gateway.example') ? json(200, { proof: `a.${claims}.c` }) : new Promise(() => {}),
    )
    const proof = await services.presence.prove(sites, null)
    expect(proof).toMatchObject({ kind: 'held', proof: { siteId: 'site-4' } })
    expect(controls.sent.map(({ url }) => url.split('/')[2])).toEqual([
      'silent.example',
      'gateway.example:8790',
      'other.example',
    ])
    services.presence.forget()
    const asked = services.presence.prove([silent, other], null)
    await controls.advance(3_000)
    expect(await asked).toEqual({ kind: 'failed', siteId: 'site-3', problem: 'unreachable' })
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
