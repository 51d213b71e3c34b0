import { judgePresence, type PresenceSite } from '../contract/presence'
import { failure, success } from '../result'
import type { PlaceState } from '../services/place-state'
import { siteReply } from '../test/replies'
import { shownSite } from './shown-site'

const PLANT = { ssid: 'CJ-Plant', bssid: '3c:06:a7:8f:2b:01' }
const OFFICE = { ssid: 'CJ-Office', bssid: '3c:06:a7:8f:2a:10' }

const plant = siteReply({ id: 'a', name: '苏州工厂', wifi: [PLANT], wifiProof: 'bssid' })
const office = siteReply({
  id: 'b',
  name: '张江总部',
  wifi: [OFFICE],
  wifiProof: 'gateway',
  gatewayUrl: 'https://gateway.example',
})
const customer = siteReply({ id: '0', name: '嘉澜纸业', kind: 'customer', wifi: [] })

interface Given {
  readonly sites?: readonly ReturnType<typeof siteReply>[]
  readonly wifi?: { readonly ssid: string; readonly bssid: string }
  readonly asked?: string
  readonly lastSiteName?: string
  readonly slot?: 'early' | 'visit'
}

/** Without a fix. */
function shown({ sites = [plant, office], wifi, asked, lastSiteName, slot = 'early' }: Given): string | undefined {
  const verdict = judgePresence({
    sites: sites.map((site): PresenceSite => ({
      ...site,
      hasGateway: site.gatewayUrl !== null,
      gatewayClockWrong: false,
    })),
    visitSiteId: null,
    fix: null,
    wifi: wifi ?? null,
    proof: 'missing',
    policy: { toleranceCapMetres: 50, maxAccuracyMetres: 200, wifiProof: null },
  })
  const place = {
    verdict,
    wifi: wifi === undefined ? failure('not_connected') : success(wifi),
    proof: asked === undefined ? { kind: 'none' } : { kind: 'failed', siteId: asked, problem: 'unreachable' },
  } as Pick<PlaceState, 'verdict' | 'proof' | 'wifi'>
  const attempts = lastSiteName === undefined ? [] : [{ siteName: lastSiteName }]
  return shownSite(place, { sites, attempts: attempts as never }, { kind: slot })?.site.name
}

it.each<[string, Given, string]>([
  ['nothing is known: the first office', { sites: [customer, plant, office] }, '苏州工厂'],
  ['nothing is known, a visit: the first', { sites: [customer, plant, office], slot: 'visit' }, '嘉澜纸业'],
  ['its gateway was asked', { asked: 'b' }, '张江总部'],
  ['on its network, whose gateway is away', { wifi: OFFICE }, '张江总部'],
  ['on a network of its name', { wifi: { ...OFFICE, bssid: '02:00:00:00:00:00' } }, '张江总部'],
  ['planned', { sites: [plant, { ...office, planned: true }] }, '张江总部'],
  ['its network before a planned one', { sites: [{ ...plant, planned: true }, office], wifi: OFFICE }, '张江总部'],
  ['of the last check-in', { lastSiteName: '张江总部' }, '张江总部'],
  [
    'planned before the last check-in',
    { sites: [{ ...plant, planned: true }, office], lastSiteName: '张江总部' },
    '苏州工厂',
  ],
])('without a place it speaks of: %s', (_title, given, name) => {
  expect(shown(given)).toBe(name)
})
