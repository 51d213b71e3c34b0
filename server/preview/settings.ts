/** What a phone of the preview is told about the world; the side panel changes it, tests too. */

export interface PhoneSettings {
  /** Whose phone it is: a WeCom user id. */
  readonly person: string
  /** `wechat`: opened outside WeCom; `other-company`: WeCom of a company that is not ours. */
  readonly host: 'wecom' | 'other-company' | 'wechat'
  readonly platform: 'android' | 'ios'
  readonly brand: string
  readonly model: string
  /** 1 is WeCom's usual size. */
  readonly textScale: number
  /** Null: no fix can be had. GCJ-02 in mainland China, else WGS-84. */
  readonly place: PhonePlace | null
  readonly accuracyMetres: number
  readonly locationService: boolean
  /** Of the mini-program in WeCom; WeCom asks for them itself. */
  readonly permissions: { readonly location: Permission; readonly camera: Permission }
  /** Of WeCom in the phone's own settings. */
  readonly wecomPermissions: { readonly location: boolean; readonly camera: boolean }
  readonly wifi: PhoneWifi | null
  readonly wifiTrouble: WifiTrouble
  /** Whether the presence gateways answer this phone. */
  readonly gatewayReachable: boolean
  /** Without Wi-Fi. */
  readonly cellular: '5g' | '4g' | '3g' | '2g' | 'none'
  readonly offline: boolean
  readonly slow: boolean
  readonly uploadsFail: boolean
  /** Phone's clock minus the server's. */
  readonly clockOffsetMs: number
}

export type Permission = 'ask' | 'granted' | 'denied'

/** `wx.getConnectedWifi` errors 12005, 12006, 12001 and 12010. */
export type WifiTrouble = 'none' | 'switched-off' | 'location-off' | 'unsupported' | 'unreadable'

export interface PhonePlace {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly mainlandChina: boolean
}

export interface PhoneWifi {
  readonly ssid: string
  readonly bssid: string
}

export const DEFAULT_SETTINGS: PhoneSettings = {
  person: '',
  host: 'wecom',
  platform: 'android',
  brand: 'HUAWEI',
  model: 'Mate 60',
  textScale: 1,
  place: null,
  accuracyMetres: 12,
  locationService: true,
  permissions: { location: 'ask', camera: 'ask' },
  wecomPermissions: { location: true, camera: true },
  wifi: null,
  wifiTrouble: 'none',
  gatewayReachable: true,
  cellular: '5g',
  offline: false,
  slow: false,
  uploadsFail: false,
  clockOffsetMs: 0,
}

/** Phones have models of their own: several people on one handset are a sign of a shared one. */
export const MODELS = [
  { platform: 'android', brand: 'HUAWEI', model: 'Mate 60' },
  { platform: 'ios', brand: 'iPhone', model: 'iPhone 15' },
  { platform: 'android', brand: 'Xiaomi', model: 'Xiaomi 14' },
  { platform: 'android', brand: 'OPPO', model: 'Find X7' },
] as const

/** As `wx.getNetworkType` names it. */
export function networkTypeOf(settings: PhoneSettings): string {
  const { offline, wifi, wifiTrouble, cellular } = settings
  if (offline) return 'none'
  return wifi !== null && wifiTrouble !== 'switched-off' ? 'wifi' : cellular
}

/** The company's people and places, for the side panel. */
export interface PreviewWorld {
  /** The server's clock minus its computer's: phones take their time from it. */
  readonly clockOffsetMs: number
  readonly people: readonly { readonly userId: string; readonly name: string; readonly situation: string }[]
  readonly sites: readonly PreviewSite[]
}

export interface PreviewSite extends PhonePlace {
  readonly id: string
  /** From its middle northwards to the edge. */
  readonly edgeMetres: number
  readonly wifi: readonly PhoneWifi[]
  readonly hasGateway: boolean
}

/** How a phone begins: another person on each, at the first place. @param index from 0 */
export function firstSettings(world: PreviewWorld, index: number): Partial<PhoneSettings> {
  const { platform, brand, model } = MODELS[index % MODELS.length] ?? MODELS[0]
  const site = world.sites[0]
  return {
    platform,
    brand,
    model,
    person: (world.people[FIRST_PEOPLE[index] ?? index] ?? world.people[0])?.userId ?? '',
    ...(site === undefined ? {} : { place: placeAt(site) }),
  }
}

/** The second phone is the manager's of the first one's owner, in the order of the demo company's people. */
const FIRST_PEOPLE: Readonly<Record<number, number>> = { 1: 4 }
const METRES_PER_DEGREE = 111_195

/** A place at a site, so many metres north of its middle. */
export function placeAt(site: PreviewSite, metresNorth = 0): PhonePlace {
  const { name, latitude, longitude, mainlandChina } = site
  return { name, latitude: latitude + metresNorth / METRES_PER_DEGREE, longitude, mainlandChina }
}
