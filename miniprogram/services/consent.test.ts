import type { Platform } from '../platform/platform'
import { createFakePlatform, json, refusal, settle } from '../test/fake-platform'
import { sessionReply } from '../test/replies'
import { createServices } from './services'

const NOTICE = { version: 3, publishedAt: '2026-10-08T00:00:00+08:00', title: '告知', text: '# 告知' }
const NOT_AGREED = { currentVersion: 3, agreedVersion: null, sufficient: false, due: true }

/** Every question about the person's place, networks or camera is written down. */
function recording() {
  const fake = createFakePlatform()
  const collected: string[] = []
  const noted = <Answer>(name: string, run: () => Answer) => {
    return () => {
      collected.push(name)
      return run()
    }
  }
  const platform: Platform & Pick<typeof fake, 'controls'> = {
    ...fake,
    location: { read: noted('location', fake.location.read) },
    wifi: { read: noted('wifi', fake.wifi.read) },
    camera: { ...fake.camera, takePhoto: noted('camera', fake.camera.takePhoto) as never },
  }
  fake.controls.loginCodes.push('code-1', 'code-2')
  fake.controls.answer(({ method, url }) => {
    const path = url.replace(/^https?:\/\/[^/]+/, '')
    if (path === '/api/v1/sessions') {
      return json(200, sessionReply({ device: 'none', refreshToken: null, consent: NOT_AGREED }))
    }
    if (path === '/api/v1/privacy/notice') return json(200, NOTICE)
    if (method === 'POST' && path === '/api/v1/privacy/consents') {
      return json(200, { currentVersion: 3, agreedVersion: 3, sufficient: true, due: false })
    }
    if (method === 'DELETE') return { ok: true, value: { status: 204, headers: {}, text: '' } }
    return refusal(404, 'ROUTE_UNKNOWN')
  })
  return { collected, services: createServices(platform), controls: fake.controls }
}

describe('before somebody agreed', () => {
  it('nothing is collected, and no request carries a fact of the phone', async () => {
    const { collected, services, controls } = recording()
    services.queue.start()
    expect((await services.entry.enter()).kind).toBe('consent')
    await services.consent.notice()
    await services.consent.decline(3)
    controls.show()
    controls.changeNetwork('wifi')
    await controls.advance(60 * 60_000)
    await settle()
    expect(collected).toEqual([])
    expect(controls.sent.map(({ method, url }) => `${method} ${url.slice(url.indexOf('/api'))}`)).toEqual([
      'POST /api/v1/sessions',
      'GET /api/v1/privacy/notice',
    ])
    for (const { body = '', headers, url } of controls.sent) {
      expect(JSON.stringify([body, headers, url])).not.toMatch(/HUAWEI|NOH-AN00|android|latitude|bssid/i)
    }
    expect(await services.consent.declinedVersion()).toBe(3)
  })

  it('may be agreed to later, and withdrawn', async () => {
    const { services } = recording()
    await services.entry.enter()
    await services.consent.decline(3)
    expect(await services.consent.agree(3)).toMatchObject({ ok: true })
    expect(await services.consent.declinedVersion()).toBeNull()
    expect((await services.session.current())?.consent.sufficient).toBe(true)
    expect(await services.consent.withdraw()).toMatchObject({ ok: true })
    expect((await services.session.current())?.consent).toMatchObject({ agreedVersion: null, sufficient: false })
    expect((await services.entry.enter()).kind).toBe('consent')
  })
})
