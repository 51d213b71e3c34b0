import type { Coordinates } from './place'
import { DEFAULT_POLICY } from './policy'
import { judgePresence, type PresenceInput, type PresenceSite } from './presence'

const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180
const CENTRE: Coordinates = { latitude: 31.2, longitude: 121.5 }
const BSSID = '3c:06:a7:8f:2a:10'
const WIFI = { ssid: 'CJ-Office', bssid: BSSID }
const NAMESAKE = { ssid: WIFI.ssid, bssid: '3c:06:a7:8f:2a:98' }
const PLANT = { ssid: 'CJ-Plant', bssid: '3c:06:a7:8f:2b:01' }
const OTHER = { ssid: 'ChinaNet-8F2A', bssid: '3c:06:a7:8f:2a:99' }

const north = (metres: number): Coordinates => ({ ...CENTRE, latitude: CENTRE.latitude + metres / METRES_PER_DEGREE })

function site(changes: Partial<PresenceSite> = {}): PresenceSite {
  return {
    id: 'a',
    name: '张江总部',
    fence: { kind: 'circle', centre: CENTRE, radiusMetres: 150 },
    mainlandChina: true,
    wifi: [WIFI],
    wifiProof: 'bssid',
    planned: false,
    hasGateway: false,
    gatewayClockWrong: false,
    ...changes,
  }
}

function judge(changes: Partial<PresenceInput> = {}, metres: number | null = 35, accuracyMetres: number | null = 12) {
  const fix = metres === null ? null : { mainland: north(metres), elsewhere: north(metres), accuracyMetres }
  return judgePresence({
    sites: [site()],
    visitSiteId: null,
    fix,
    wifi: null,
    proof: 'missing',
    policy: DEFAULT_POLICY,
    ...changes,
  })
}

describe('fence', () => {
  it.each<[string, number | null, number | null, string | null]>([
    ['inside', 35, 12, null],
    ['outside within its accuracy', 161.9, 12, null],
    ['a metre farther', 163, 12, 'OUT_OF_RANGE'],
    ['outside within the cap of 50 m', 199.9, 200, null],
    ['beyond the cap', 201, 200, 'OUT_OF_RANGE'],
    ['accuracy over 200 m', 35, 200.1, 'LOCATION_IMPRECISE'],
    ['no accuracy', 35, null, 'LOCATION_IMPRECISE'],
    ['no fix', null, 12, 'LOCATION_MISSING'],
  ])('%s', (_title, metres, accuracy, code) => {
    const verdict = judge({}, metres, accuracy)
    expect([verdict.judged?.fence.code, verdict.holds]).toEqual([code, code === null])
  })

  it('compares each site in its own coordinate system', () => {
    const fix = { mainland: north(900), elsewhere: north(10), accuracyMetres: 12 }
    expect(judge({ fix }).holds).toBe(false)
    expect(judge({ fix, sites: [site({ mainlandChina: false })] }).holds).toBe(true)
  })
})

describe('Wi-Fi', () => {
  const gateway = site({ wifiProof: 'gateway', hasGateway: true })
  const both = site({ wifiProof: 'both', hasGateway: true })
  const wrong = site({ wifiProof: 'gateway', hasGateway: true, gatewayClockWrong: true })
  const proof = { siteId: 'a' }
  it.each<[string, Partial<PresenceInput>, string | null]>([
    ['listed', { wifi: WIFI }, null],
    ['not listed', { wifi: OTHER }, 'WIFI_NOT_ALLOWED'],
    ['not readable', { wifi: { ...WIFI, bssid: '02:00:00:00:00:00' } }, 'WIFI_UNREADABLE'],
    ['none', {}, 'WIFI_UNREADABLE'],
    ['proof, BSSID not readable', { sites: [gateway], proof }, null],
    ['listed, no proof', { sites: [gateway], wifi: WIFI }, 'PRESENCE_PROOF_MISSING'],
    ['proof of another site', { sites: [gateway], wifi: WIFI, proof: { siteId: 'b' } }, 'PRESENCE_PROOF_MISSING'],
    ['invalid proof', { sites: [gateway], wifi: WIFI, proof: 'invalid' }, 'PRESENCE_PROOF_INVALID'],
    ['both: proof only', { sites: [both], wifi: OTHER, proof }, 'WIFI_NOT_ALLOWED'],
    ['both: list only', { sites: [both], wifi: WIFI }, 'PRESENCE_PROOF_MISSING'],
    ['both', { sites: [both], wifi: WIFI, proof }, null],
    ['wrong clock: the list serves', { sites: [wrong], wifi: WIFI }, null],
    ['wrong clock: a proof does not', { sites: [wrong], proof }, 'WIFI_UNREADABLE'],
    [
      'the policy asks for a gateway that the site lacks',
      { wifi: WIFI, policy: { ...DEFAULT_POLICY, wifiProof: 'gateway' } },
      'PRESENCE_PROOF_MISSING',
    ],
    ['no list', { sites: [site({ wifi: [] })], wifi: WIFI }, 'WIFI_NOT_ALLOWED'],
  ])('%s', (_title, changes, code) => {
    const verdict = judge(changes, null)
    expect([verdict.judged?.wifi.code, verdict.by]).toEqual([code, code === null ? 'wifi' : null])
  })
})

describe('which site', () => {
  const b = site({ id: 'b', fence: { kind: 'circle', centre: north(30), radiusMetres: 150 } })
  const gateway = site({ wifiProof: 'gateway', hasGateway: true })
  const far = site({ id: 'far', fence: { kind: 'circle', centre: north(40_000), radiusMetres: 150 }, wifi: [] })
  it.each<[string, Partial<PresenceInput>, number | null, string | null]>([
    ['the smaller signed distance', { sites: [site(), b] }, 35, 'b'],
    ['a planned one before a nearer one', { sites: [site({ planned: true }), b] }, 35, 'a'],
    ['planned, but presence does not hold there', { sites: [{ ...far, planned: true }, b] }, 35, 'b'],
    ['equal distances: the smaller id', { sites: [site({ id: 'z' }), site({ id: 'c' })] }, 35, 'c'],
    ['the site that a visit names', { sites: [site(), b], visitSiteId: 'a' }, 35, 'a'],
    ['a visit elsewhere', { sites: [far, b], visitSiteId: 'far' }, 35, 'b'],
    ['nowhere: the nearest', { sites: [{ ...far, planned: true }, site()] }, 900, 'a'],
    ['nowhere: the one that a visit names', { sites: [far, site()], visitSiteId: 'far' }, 900, 'far'],
    ['by Wi-Fi without a fix', { sites: [far, site()], wifi: WIFI }, null, 'a'],
    [
      'no fix: the one whose Wi-Fi has the same name',
      { sites: [{ ...far, wifi: [PLANT] }, site()], wifi: NAMESAKE },
      null,
      'a',
    ],
    [
      'no fix: the one whose Wi-Fi it is, before a planned one',
      {
        sites: [
          { ...gateway, id: 'z' },
          { ...gateway, planned: true, wifi: [] },
        ],
        wifi: WIFI,
      },
      null,
      'z',
    ],
    ['no fix: planned', { sites: [site(), { ...far, wifi: [PLANT], planned: true }], wifi: OTHER }, null, 'far'],
    ['no fix: the smaller id', { sites: [site({ id: 'z' }), site({ id: 'c' })], wifi: OTHER }, null, 'c'],
    ['none open', { sites: [] }, 35, null],
  ])('%s', (_title, changes, metres, id) => {
    expect(judge(changes, metres).judged?.site.id ?? null).toBe(id)
  })
})
