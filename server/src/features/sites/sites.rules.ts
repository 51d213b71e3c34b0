/** What a site must be before it is saved, and what is kept of it. */
import type { SiteRequest } from '#contract/api-places'
import type { ErrorCode, ErrorDetail } from '#contract/error-codes'
import { fenceCentre, isReadableCoordinates } from '#contract/fence'
import type { AllowedWifi, ConnectedWifi, CoordinateSystem, Coordinates, Fence, WifiProofPolicy } from '#contract/place'
import { normaliseBssid } from '#contract/wifi'
import { isKnownZone } from '../shifts/zone-time.rules'
import { polygonProblems } from './fence-shape.rules'
import { looksMainland, toKeptFence } from './mainland.rules'

export const SMALLEST_RADIUS_METRES = 20
export const LARGEST_RADIUS_METRES = 5_000
/** Beyond, map projections and phones' maps end. */
export const LARGEST_LATITUDE = 85

/** The parts of a site that rules judge. */
export type JudgedSite = Pick<
  SiteRequest,
  'mainlandChina' | 'mainlandConfirmed' | 'zone' | 'system' | 'fence' | 'wifi' | 'wifiProof' | 'gateway'
>

export interface SiteProblem extends ErrorDetail {
  readonly code: Extract<ErrorCode, 'FENCE_INVALID' | 'WIFI_INVALID' | 'BODY_INVALID'>
}

/** Everything that stands against saving a site, in the order of the form; empty when it may be saved. */
export function siteProblems(site: JudgedSite): readonly SiteProblem[] {
  const fence = fenceProblems(site.fence)
  return [
    ...zoneProblems(site.zone),
    ...withCode('FENCE_INVALID', fence),
    ...withCode('FENCE_INVALID', systemProblems(site.system, site.mainlandChina)),
    ...withCode('FENCE_INVALID', fence.length > 0 ? [] : mainlandProblems(site)),
    ...withCode('WIFI_INVALID', wifiProblems(site.wifi)),
    ...withCode('WIFI_INVALID', wifiProofProblems(site)),
    ...gatewayProblems(site.gateway),
  ]
}

function withCode(code: SiteProblem['code'], details: readonly ErrorDetail[]): SiteProblem[] {
  return details.map((detail) => ({ code, ...detail }))
}

export function fenceProblems(fence: Fence): readonly ErrorDetail[] {
  if (fence.kind === 'circle') {
    return [...pointProblems(fence.centre, 'fence.centre'), ...radiusProblems(fence.radiusMetres)]
  }
  const points = fence.rings.flatMap((ring, number) =>
    ring.flatMap((point, index) => pointProblems(point, `fence.rings.${number}.${index}`)),
  )
  return points.length > 0 ? points : polygonProblems(fence.rings)
}

function pointProblems(point: Coordinates, path: string): ErrorDetail[] {
  const seen = `现为纬度 ${point.latitude}、经度 ${point.longitude}`
  if (!isReadableCoordinates(point)) {
    return [{ path, problem: `坐标不在地球上：纬度 -90 至 90，经度 -180 至 180，不能同为 0；${seen}` }]
  }
  if (Math.abs(point.latitude) > LARGEST_LATITUDE) {
    return [{ path, problem: `纬度须在 -${LARGEST_LATITUDE} 至 ${LARGEST_LATITUDE} 之间；${seen}` }]
  }
  return []
}

function radiusProblems(radiusMetres: number): ErrorDetail[] {
  if (radiusMetres >= SMALLEST_RADIUS_METRES && radiusMetres <= LARGEST_RADIUS_METRES) return []
  const problem = `半径须为 ${SMALLEST_RADIUS_METRES} 至 ${LARGEST_RADIUS_METRES} 米，现为 ${radiusMetres} 米`
  return [{ path: 'fence.radiusMetres', problem }]
}

function systemProblems(system: CoordinateSystem, mainlandChina: boolean): ErrorDetail[] {
  if (mainlandChina || system === 'wgs84') return []
  return [{ path: 'system', problem: '中国大陆以外没有 GCJ-02 坐标，请用 WGS-84' }]
}

function mainlandProblems(site: JudgedSite): ErrorDetail[] {
  if (site.mainlandConfirmed === true || looksMainland(fenceCentre(site.fence)) === site.mainlandChina) return []
  const problem = site.mainlandChina
    ? '这个位置看起来不在中国大陆；在地图上确认后，把 mainlandConfirmed 设为 true'
    : '这个位置看起来在中国大陆；在地图上确认后，把 mainlandConfirmed 设为 true'
  return [{ path: 'mainlandChina', problem }]
}

export function wifiProblems(wifi: readonly ConnectedWifi[]): readonly ErrorDetail[] {
  const firstWith = new Map<string, number>()
  return wifi.flatMap((entry, index) => {
    const path = `wifi.${index}.bssid`
    const named = `第 ${index + 1} 个 Wi-Fi「${entry.ssid}」`
    if (entry.bssid.trim() === '') return [{ path, problem: `${named}只有名称，没有 BSSID` }]
    const bssid = normaliseBssid(entry.bssid)
    if (bssid === null) return [{ path, problem: `${named}的 BSSID 读不出来：${entry.bssid}` }]
    const first = firstWith.get(bssid)
    if (first !== undefined) return [{ path, problem: `${named}与第 ${first + 1} 个的 BSSID 相同：${bssid}` }]
    firstWith.set(bssid, index)
    return []
  })
}

function wifiProofProblems({ wifiProof, gateway, wifi }: JudgedSite): ErrorDetail[] {
  if ((wifiProof === 'gateway' || wifiProof === 'both') && gateway === null) {
    return [{ path: 'wifiProof', problem: '这里没有签到鉴权服务器，只能按 BSSID 核对' }]
  }
  if (wifiProof === 'both' && wifi.length === 0)
    return [{ path: 'wifiProof', problem: '还要核对 BSSID，请先列出 Wi-Fi' }]
  return []
}

/** iOS takes no plain HTTP and no self-signed certificate; a gateway on this computer is for trying it out. */
function gatewayProblems(gateway: SiteRequest['gateway']): SiteProblem[] {
  if (gateway === null || /^https:\/\/[^/?#@\s]+\/?$/.test(gateway.url)) return []
  if (/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?\/?$/.test(gateway.url)) return []
  return [{ code: 'BODY_INVALID', path: 'gateway.url', problem: '签到鉴权服务器的地址须为 https://主机名，不带路径' }]
}

/** An offset such as +08:00 is no zone: it knows no summer time. */
function zoneProblems(zone: string | null): SiteProblem[] {
  if (zone === null || isKnownZone(zone)) return []
  return [{ code: 'BODY_INVALID', path: 'zone', problem: `没有这个时区：${zone}；请用 Asia/Shanghai 这样的名称` }]
}

export interface KeptPlace {
  readonly fence: Fence
  readonly original: { readonly system: CoordinateSystem; readonly fence: Fence }
  readonly wifi: readonly AllowedWifi[]
  readonly wifiProof: WifiProofPolicy
}

/** What is kept of a site without problems: the fence in the kept system beside the one entered, canonical BSSIDs. */
export function keptPlace(site: JudgedSite): KeptPlace {
  const { fence, system, mainlandChina, wifi, gateway } = site
  return {
    fence: toKeptFence(fence, system, mainlandChina),
    original: { system, fence },
    wifi: wifi.flatMap(({ ssid, bssid }) => {
      const canonical = normaliseBssid(bssid)
      return canonical === null ? [] : [{ ssid, bssid: canonical }]
    }),
    wifiProof: site.wifiProof ?? (gateway === null ? 'bssid' : 'gateway'),
  }
}
