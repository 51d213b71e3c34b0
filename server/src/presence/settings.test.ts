import { DEMO_SITE_IDS } from '../../../prisma/seed/demo/sites'
import { DEMO_GATEWAY_SITE_ID, presenceSettings } from './settings'

describe('presenceSettings', () => {
  it('serves the demo site to this computer alone when nothing is set', () => {
    expect(presenceSettings({})).toEqual({
      siteId: DEMO_GATEWAY_SITE_ID,
      host: '127.0.0.1',
      port: 8790,
      keyFile: '.data/presence-gateway-key.json',
      tls: null,
      clientNetworks: ['127.0.0.0/8', '::1/128'],
      serverUrl: 'http://127.0.0.1:8787',
      requestsPerMinute: 60,
    })
  })

  it('knows the demo site by its id', () => {
    expect(DEMO_GATEWAY_SITE_ID).toBe(DEMO_SITE_IDS.shanghai)
  })

  it('reads every variable', () => {
    const settings = presenceSettings({
      PRESENCE_SITE_ID: 'site-1',
      PRESENCE_HOST: '0.0.0.0',
      PRESENCE_PORT: '443',
      PRESENCE_KEY_FILE: '/etc/waiqin/key.json',
      PRESENCE_TLS_CERT_FILE: '/etc/waiqin/cert.pem',
      PRESENCE_TLS_KEY_FILE: '/etc/waiqin/tls.pem',
      PRESENCE_CLIENT_NETWORKS: '10.2.0.0/16, fd00::/8',
      PRESENCE_SERVER_URL: 'https://checkin.example.com/',
      PRESENCE_REQUESTS_PER_MINUTE: '5',
    })
    expect(settings).toEqual({
      siteId: 'site-1',
      host: '0.0.0.0',
      port: 443,
      keyFile: '/etc/waiqin/key.json',
      tls: { certificateFile: '/etc/waiqin/cert.pem', keyFile: '/etc/waiqin/tls.pem' },
      clientNetworks: ['10.2.0.0/16', 'fd00::/8'],
      serverUrl: 'https://checkin.example.com',
      requestsPerMinute: 5,
    })
  })

  it('compares no clocks when told so', () => {
    expect(presenceSettings({ PRESENCE_SERVER_URL: 'off' }).serverUrl).toBeNull()
  })

  it.each([
    ['PRESENCE_SITE_ID', 'a b'],
    ['PRESENCE_PORT', '70000'],
    ['PRESENCE_PORT', '-1'],
    ['PRESENCE_TLS_CERT_FILE', 'cert.pem'],
    ['PRESENCE_TLS_KEY_FILE', 'key.pem'],
    ['PRESENCE_CLIENT_NETWORKS', '10.2.0.0'],
    ['PRESENCE_CLIENT_NETWORKS', '10.2.0.0/33'],
    ['PRESENCE_CLIENT_NETWORKS', 'fd00::/129'],
    ['PRESENCE_CLIENT_NETWORKS', 'office/8'],
    ['PRESENCE_SERVER_URL', 'ftp://example.com'],
    ['PRESENCE_REQUESTS_PER_MINUTE', '0'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => presenceSettings({ [name]: value })).toThrow(name)
  })

  it('says every problem on a line of its own', () => {
    expect(() => presenceSettings({ PRESENCE_PORT: 'x', PRESENCE_SERVER_URL: 'y' })).toThrow(
      /PRESENCE_SERVER_URL.*\n.*PRESENCE_PORT/,
    )
  })
})
