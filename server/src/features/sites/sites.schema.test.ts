import { siteRequestSchema, sitesQuerySchema, siteUpdateSchema } from './sites.schema'

const x = 'B'.repeat(42) + 'A'
const request = {
  name: ' 上海总部 ',
  kind: 'office',
  address: '',
  mainlandChina: true,
  zone: null,
  system: 'gcj02',
  fence: { kind: 'circle', centre: { latitude: 31.2, longitude: 121.5 }, radiusMetres: 150 },
  wifi: [{ ssid: 'Office', bssid: 'a4:56:02:1f:00:9c' }],
  gateway: {
    url: 'https://a.example',
    publicKey: { kty: 'OKP', crv: 'Ed25519', x, kid: 'k', alg: 'EdDSA', use: 'sig' },
  },
  publicAddresses: ['203.0.113.1', '2001:db8::1'],
}
const pathsOf = (schema: typeof siteRequestSchema | typeof siteUpdateSchema, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, code }) => [path.join('.'), code])

describe('siteRequestSchema', () => {
  it('takes a whole site and trims its name', () => {
    expect(siteRequestSchema.parse(request)).toEqual({ ...request, name: '上海总部' })
  })

  it.each<[string, object, string]>([
    ['an extra field', { note: 'x' }, ''],
    ['a blank name', { name: '  ' }, 'name'],
    ['an unknown kind', { kind: 'home' }, 'kind'],
    ['text for mainland', { mainlandChina: 'true' }, 'mainlandChina'],
    ['a missing zone', { zone: undefined }, 'zone'],
    ['an unknown coordinate system', { system: 'bd09' }, 'system'],
    ['an unknown fence', { fence: { kind: 'ellipse' } }, 'fence.kind'],
    [
      'text for a latitude',
      { fence: { ...request.fence, centre: { latitude: '31', longitude: 1 } } },
      'fence.centre.latitude',
    ],
    ['NaN', { fence: { ...request.fence, radiusMetres: NaN } }, 'fence.radiusMetres'],
    ['a Wi-Fi without BSSID field', { wifi: [{ ssid: 'Office' }] }, 'wifi.0.bssid'],
    [
      'an RSA key',
      { gateway: { ...request.gateway, publicKey: { kty: 'RSA', n: 'x', e: 'AQAB' } } },
      'gateway.publicKey.kty',
    ],
    [
      'a private key',
      { gateway: { ...request.gateway, publicKey: { ...request.gateway.publicKey, d: x } } },
      'gateway.publicKey',
    ],
    [
      'a key that is too short',
      { gateway: { ...request.gateway, publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } } },
      'gateway.publicKey.x',
    ],
    ['no address', { publicAddresses: ['office.example'] }, 'publicAddresses.0'],
    ['a network', { publicAddresses: ['203.0.113.0/24'] }, 'publicAddresses.0'],
  ])('refuses %s', (_name, change, path) => {
    expect(pathsOf(siteRequestSchema, { ...request, ...change })?.[0]?.[0]).toBe(path)
  })

  it('asks for the version on update', () => {
    expect(pathsOf(siteUpdateSchema, request)).toEqual([['version', 'invalid_type']])
    expect(pathsOf(siteUpdateSchema, { ...request, version: 0 })?.[0]?.[0]).toBe('version')
  })
})

describe('sitesQuerySchema', () => {
  it('fills in defaults and bounds the page', () => {
    expect(sitesQuerySchema.parse({})).toEqual({ archived: 'false', limit: 30 })
    expect(sitesQuerySchema.parse({ limit: '100' }).limit).toBe(100)
    for (const query of [{ limit: '101' }, { limit: '0' }, { limit: 'x' }, { cursor: '7' }, { archived: 'yes' }]) {
      expect(sitesQuerySchema.safeParse(query).success).toBe(false)
    }
  })
})
