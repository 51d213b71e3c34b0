import type { Fence } from '#contract/place'
import { keptPlace, siteProblems, type JudgedSite } from './sites.rules'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })
const circle = (latitude: number, longitude: number, radiusMetres = 150): Fence => ({
  kind: 'circle',
  centre: at(latitude, longitude),
  radiusMetres,
})
const x = 'A'.repeat(43)
const gateway = { url: 'https://checkin.example.com', publicKey: { kty: 'OKP', crv: 'Ed25519', x } } as const

const office: JudgedSite = {
  mainlandChina: true,
  zone: null,
  system: 'gcj02',
  fence: circle(31.2041, 121.5907),
  wifi: [{ ssid: 'Office', bssid: 'A4-56-02-1F-00-9C' }],
  gateway: null,
}
const london = { mainlandChina: false, system: 'wgs84', fence: circle(51.5, -0.12) } as const

describe('siteProblems', () => {
  it.each<[string, Partial<JudgedSite>]>([
    ['an office in Shanghai', {}],
    ['the smallest radius', { fence: circle(31.2, 121.5, 20) }],
    ['the largest radius', { fence: circle(31.2, 121.5, 5_000) }],
    ['WGS-84 in mainland China', { system: 'wgs84' }],
    ['an office in London', london],
    ['Hong Kong, with WGS-84', { ...london, fence: circle(22.2819, 114.1582) }],
    ['against the outline, confirmed', { ...london, mainlandConfirmed: true, fence: circle(31.2, 121.5) }],
    ['far north, at the limit', { ...london, fence: circle(85, 20) }],
    ['a zone', { zone: 'America/Argentina/Buenos_Aires' }],
    ['no Wi-Fi at all', { wifi: [] }],
    ['a gateway', { gateway, wifiProof: 'both' }],
    ['a gateway on a port', { gateway: { ...gateway, url: 'https://checkin.example.com:8443/' } }],
    ['a gateway on this computer', { gateway: { ...gateway, url: 'http://127.0.0.1:8790' } }],
  ])('accepts %s', (_name, change) => {
    expect(siteProblems({ ...office, ...change })).toEqual([])
  })

  it.each<[string, Partial<JudgedSite>, string, string, RegExp]>([
    [
      'a radius of 19.9 m',
      { fence: circle(31.2, 121.5, 19.9) },
      'FENCE_INVALID',
      'fence.radiusMetres',
      /20 至 5000 米，现为 19.9 米/,
    ],
    [
      'a radius of 5 001 m',
      { fence: circle(31.2, 121.5, 5_001) },
      'FENCE_INVALID',
      'fence.radiusMetres',
      /现为 5001 米/,
    ],
    ['a radius that is no number', { fence: circle(31.2, 121.5, NaN) }, 'FENCE_INVALID', 'fence.radiusMetres', /NaN/],
    ['a centre off the world', { fence: circle(91, 121.5) }, 'FENCE_INVALID', 'fence.centre', /纬度 91、经度 121.5/],
    ['a centre at (0, 0)', { fence: circle(0, 0) }, 'FENCE_INVALID', 'fence.centre', /不能同为 0/],
    ['a centre that is no number', { fence: circle(NaN, 121) }, 'FENCE_INVALID', 'fence.centre', /不在地球上/],
    ['a centre at the pole', { ...london, fence: circle(85.1, 0) }, 'FENCE_INVALID', 'fence.centre', /-85 至 85/],
    [
      'a corner off the world',
      { fence: { kind: 'polygon', rings: [[at(31, 121), at(31, 181), at(31.01, 121)]] } },
      'FENCE_INVALID',
      'fence.rings.0.1',
      /经度 181/,
    ],
    [
      'a polygon that crosses itself',
      { fence: { kind: 'polygon', rings: [[at(31, 121), at(31.01, 121.01), at(31, 121.01), at(31.01, 121)]] } },
      'FENCE_INVALID',
      'fence.rings.0.2',
      /相交/,
    ],
    ['GCJ-02 in London', { ...london, system: 'gcj02' }, 'FENCE_INVALID', 'system', /请用 WGS-84/],
    [
      'GCJ-02 in Hong Kong',
      { ...london, system: 'gcj02', fence: circle(22.28, 114.16) },
      'FENCE_INVALID',
      'system',
      /WGS-84/,
    ],
    [
      'Shanghai as not mainland',
      { ...london, fence: circle(31.2, 121.5) },
      'FENCE_INVALID',
      'mainlandChina',
      /看起来在中国大陆/,
    ],
    ['London as mainland', { fence: circle(51.5, -0.12) }, 'FENCE_INVALID', 'mainlandChina', /看起来不在中国大陆/],
    ['Macau as mainland', { fence: circle(22.1987, 113.5439) }, 'FENCE_INVALID', 'mainlandChina', /看起来不在/],
    [
      'a name without BSSID',
      { wifi: [{ ssid: 'Guest', bssid: ' ' }] },
      'WIFI_INVALID',
      'wifi.0.bssid',
      /第 1 个 Wi-Fi「Guest」只有名称/,
    ],
    [
      'a placeholder',
      { wifi: [...office.wifi, { ssid: 'B', bssid: '02:00:00:00:00:00' }] },
      'WIFI_INVALID',
      'wifi.1.bssid',
      /第 2 个 Wi-Fi「B」的 BSSID 读不出来：02:00/,
    ],
    ['an all-zero BSSID', { wifi: [{ ssid: 'B', bssid: '0:0:0:0:0:0' }] }, 'WIFI_INVALID', 'wifi.0.bssid', /读不出来/],
    [
      'a malformed BSSID',
      { wifi: [{ ssid: 'B', bssid: 'office' }] },
      'WIFI_INVALID',
      'wifi.0.bssid',
      /读不出来：office/,
    ],
    [
      'the same BSSID twice',
      { wifi: [...office.wifi, { ssid: 'B', bssid: 'a4:56:2:1f:0:9c' }] },
      'WIFI_INVALID',
      'wifi.1.bssid',
      /第 2 个 Wi-Fi「B」与第 1 个的 BSSID 相同：a4:56:02:1f:00:9c/,
    ],
    ['a gateway rule without gateway', { wifiProof: 'gateway' }, 'WIFI_INVALID', 'wifiProof', /没有签到鉴权服务器/],
    ['both, without gateway', { wifiProof: 'both' }, 'WIFI_INVALID', 'wifiProof', /没有签到鉴权服务器/],
    ['both, without Wi-Fi', { gateway, wifiProof: 'both', wifi: [] }, 'WIFI_INVALID', 'wifiProof', /请先列出 Wi-Fi/],
    [
      'a gateway without TLS',
      { gateway: { ...gateway, url: 'http://10.0.0.5' } },
      'BODY_INVALID',
      'gateway.url',
      /https/,
    ],
    [
      'a gateway with a path',
      { gateway: { ...gateway, url: 'https://a.example/x' } },
      'BODY_INVALID',
      'gateway.url',
      /不带路径/,
    ],
    [
      'a gateway with a user',
      { gateway: { ...gateway, url: 'https://a@b.example' } },
      'BODY_INVALID',
      'gateway.url',
      /https/,
    ],
    ['an unknown zone', { zone: 'Asia/Peking_West' }, 'BODY_INVALID', 'zone', /Asia\/Peking_West/],
    ['an offset as zone', { zone: '+08:00' }, 'BODY_INVALID', 'zone', /\+08:00/],
  ])('refuses %s', (_name, change, code, path, problem) => {
    const problems = siteProblems({ ...office, ...change })
    expect(problems.map((one) => [one.code, one.path])).toEqual([[code, path]])
    expect(problems[0]?.problem).toMatch(problem)
  })

  it('names everything at once', () => {
    const problems = siteProblems({
      ...office,
      fence: circle(95, 121, 1),
      wifi: [{ ssid: '', bssid: '' }],
      wifiProof: 'both',
    })
    expect(problems.map(({ path }) => path)).toEqual([
      'fence.centre',
      'fence.radiusMetres',
      'wifi.0.bssid',
      'wifiProof',
    ])
  })
})

describe('keptPlace', () => {
  it('keeps the entered fence beside the converted one, and canonical BSSIDs', () => {
    const place = keptPlace({ ...office, system: 'wgs84' })
    expect(place.original).toEqual({ system: 'wgs84', fence: office.fence })
    expect(place.fence).not.toEqual(office.fence)
    expect(place.wifi).toEqual([{ ssid: 'Office', bssid: 'a4:56:02:1f:00:9c' }])
  })

  it.each([
    [{}, 'bssid'],
    [{ gateway }, 'gateway'],
    [{ gateway, wifiProof: 'bssid' }, 'bssid'],
    [{ gateway, wifiProof: 'both' }, 'both'],
  ] as const)('proves Wi-Fi by default by what is there: %j', (change, expected) => {
    expect(keptPlace({ ...office, ...change }).wifiProof).toBe(expected)
  })

  it('converts nothing outside mainland China', () => {
    const place = keptPlace({ ...office, ...london, fence: circle(22.2819, 114.1582) })
    expect(place.fence).toEqual(circle(22.2819, 114.1582))
  })
})
