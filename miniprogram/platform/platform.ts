/**
 * What we need of a phone, in our own words. Nothing here throws or rejects: what can go wrong is in the types, and every
 * call answers within a time of its own. `create-platform.ts` makes the real one, `test/fake-platform.ts` one for tests.
 */
import type { Sha256Hex } from '../contract/api'
import type { ConnectedWifi, NetworkType } from '../contract/place'
import type { Result } from '../result'

export interface Platform {
  readonly http: Http
  readonly login: Login
  readonly storage: Storage
  readonly files: Files
  readonly location: Location
  readonly wifi: Wifi
  readonly network: Network
  readonly camera: Camera
  readonly pictures: Pictures
  readonly device: Device
  readonly random: Random
  readonly lifecycle: Lifecycle
  readonly navigation: Navigation
  readonly screen: Screen
  readonly settings: Settings
  readonly privacy: Privacy
  readonly time: Time
}

/** Ends what it came with: a subscription, a timer. Calling it again does nothing. */
export type Stop = () => void

// ---- http -----------------------------------------------------------------------------------------------------

export interface HttpRequest {
  /** The platform has no PATCH. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent exactly as it is, in UTF-8. */
  readonly body?: string
  readonly timeoutMs: number
}

export interface HttpUpload {
  readonly url: string
  readonly filePath: string
  /** Name of the form's last part, the file. */
  readonly fileField: string
  readonly fields: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** @param share of the bytes sent, 0 to 1 */
  readonly onProgress?: (share: number) => void
}

export interface HttpReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** `domain_refused`: the host is not on the mini-program's list; `unreachable`: no answer, for whatever reason. */
export type HttpProblem = 'unreachable' | 'timeout' | 'aborted' | 'domain_refused'

export interface HttpCall {
  readonly reply: Promise<Result<HttpReply, HttpProblem>>
  abort(): void
}

export interface Http {
  send(request: HttpRequest): HttpCall
  upload(upload: HttpUpload): HttpCall
}

// ---- who ------------------------------------------------------------------------------------------------------

export type LoginProblem = 'outside_wecom' | 'timeout' | 'failed'

export interface Login {
  /** A code of `wx.qy.login`: good once, for five minutes. */
  code(): Promise<Result<string, LoginProblem>>
}

// ---- keeping --------------------------------------------------------------------------------------------------

export interface Storage {
  /** Null when there is nothing, or nothing readable. */
  read(key: string): Promise<string | null>
  /** Encrypted where the platform can. @returns false when it could not be kept */
  write(key: string, text: string): Promise<boolean>
  remove(key: string): Promise<void>
  /** Keys that begin so, in no order. */
  keys(prefix: string): Promise<readonly string[]>
}

export interface FileFacts {
  readonly sha256: Sha256Hex
  readonly byteLength: number
}

export interface Files {
  /** Moves a temporary file to where the system does not clear it away. @returns its new path */
  keep(temporaryPath: string): Promise<Result<string, 'full' | 'failed'>>
  facts(path: string): Promise<Result<FileFacts, 'missing' | 'failed'>>
  remove(path: string): Promise<void>
}

// ---- where ----------------------------------------------------------------------------------------------------

/** A place in GCJ-02 as the platform gave it, with what it does not say itself: how old it may be. */
export interface LocationReading {
  readonly latitude: number
  readonly longitude: number
  /** Null where the platform gives none. */
  readonly accuracyMetres: number | null
  readonly askedAtMs: number
  /** Since when exactly these figures have been coming. */
  readonly sameSinceMs: number
  /** False: the person lets us see only roughly where the phone is; null: not known. */
  readonly precise: boolean | null
}

/**
 * `refused`: by the person, for this mini-program; `wecom_refused`: the system does not let WeCom locate; `switched_off`:
 * location is off on the phone; `too_often`: the platform limits how often one may ask.
 */
export type LocationProblem =
  'refused' | 'wecom_refused' | 'switched_off' | 'timeout' | 'too_often' | 'unsupported' | 'failed'

export interface Location {
  /**
   * In the foreground only, with the best accuracy that there is. `hidden`: the app was not in front, which says nothing
   * about the place; the camera hides it too.
   */
  read(): Promise<Result<LocationReading, LocationProblem | 'hidden'>>
}

/**
 * `switched_off`: Wi-Fi is off; `location_needed`: the phone tells networks only while location is on; `refused`: no
 * permission for it; `not_connected`: on, and on no network; `system`: the phone's own trouble.
 */
export type WifiProblem =
  'switched_off' | 'location_needed' | 'refused' | 'not_connected' | 'unsupported' | 'system' | 'timeout' | 'failed'

export interface Wifi {
  /** With the BSSID: full information is asked for. */
  read(): Promise<Result<ConnectedWifi, WifiProblem>>
}

export interface Network {
  read(): Promise<NetworkType>
  onChange(listener: (network: NetworkType) => void): Stop
}

// ---- pictures -------------------------------------------------------------------------------------------------

export type CameraProblem = 'cancelled' | 'refused' | 'unsupported' | 'failed'

export interface Camera {
  /** By the camera only, never from the album. @returns a temporary path */
  takePhoto(): Promise<Result<string, CameraProblem>>
}

/** A `<canvas type="2d">` node of the page that shows it; the platform draws on it. */
export type CanvasNode = object

export interface Stamp {
  readonly canvas: CanvasNode
  readonly photoPath: string
  /** Written into the band at the foot of the picture, the first one larger. */
  readonly lines: readonly string[]
  /** Of the picture's height. */
  readonly bandShare: number
  /** A larger picture is made smaller. */
  readonly longestSidePixels: number
  /** JPEG, 0 to 1. */
  readonly quality: number
}

export interface Pictures {
  /** Writes the lines into the photo and compresses it. @returns a temporary path */
  stamp(stamp: Stamp): Promise<Result<string, 'unsupported' | 'failed'>>
}

// ---- the phone ------------------------------------------------------------------------------------------------

export interface Device {
  /** The facts that a mini-program can read; no hardware id exists. */
  readonly brand: string
  readonly model: string
  readonly platform: string
  readonly system: string
  readonly insideWecom: boolean
  /** Of WeCom and of its base library, for the fault report; empty where not told. */
  readonly appVersion: string
  readonly baseLibraryVersion: string
  /** The text size that the person set, 1 to 1.3. */
  readonly textScale: number
  readonly windowWidthPixels: number
  /** Whether the `map` tag is drawn. */
  readonly hasMap: boolean
  /** What a develop, trial or released package runs as. */
  readonly release: 'develop' | 'trial' | 'release'
}

export interface Random {
  /** Null where the platform has no source of its own: WeCom promises none. */
  bytes(length: number): Promise<Uint8Array | null>
  /** 0 to 1, to spread things out; not for secrets. */
  share(): number
}

export interface Lifecycle {
  onShow(listener: () => void): Stop
  onHide(listener: () => void): Stop
}

export interface TabItem {
  readonly text: string
  readonly icon: 'note' | 'stamp'
}

export interface Navigation {
  open(url: string): void
  /** In place of the page on top. */
  replace(url: string): void
  /** Closes all pages first. */
  restart(url: string): void
  tab(url: string): void
  back(): void
  /** Of the page on top. */
  title(text: string): void
  /** A number on a tab, counted from 0; 0 takes it away. Nothing happens while no tab's page is on top. */
  badge(tabIndex: number, count: number): void
  /** Another word and icon for a tab, counted from 0. Nothing happens while no tab's page is on top. */
  tabItem(tabIndex: number, item: TabItem): void
}

export interface Question {
  readonly title: string
  readonly text: string
  readonly agree: string
  readonly decline: string
}

export interface Screen {
  toast(text: string): void
  vibrate(): void
  copy(text: string): Promise<boolean>
  /** Pictures full size, from this one on. @returns false where the platform has no such view */
  preview(urls: readonly string[], current: string): Promise<boolean>
  /** @returns whether the person agreed */
  ask(question: Question): Promise<boolean>
  endPullDown(): void
  /** Whether the system shows dark colours now. */
  isDark(): boolean
}

/** What was allowed; null: not asked yet, or not told. */
export interface Permissions {
  /** To this mini-program. */
  readonly location: boolean | null
  readonly camera: boolean | null
  /** To WeCom, by the phone's system. */
  readonly wecomLocation: boolean | null
  readonly wecomCamera: boolean | null
  /** Whether location is on at all. */
  readonly locationService: boolean | null
}

export interface Settings {
  /** Asks nobody and reads no place. */
  permissions(): Promise<Permissions>
  /** Opens the mini-program's permissions; resolves when the person is back. */
  open(): Promise<void>
}

/** The host's own privacy authorisation, beside our notice. */
export interface Privacy {
  /** Null where the host has none of its own. */
  hostState(): Promise<{ readonly needsAuthorisation: boolean; readonly contractName: string } | null>
  /** Opens the host's own page about privacy. @returns false when it could not be opened */
  openContract(): Promise<boolean>
}

export interface Time {
  /** The phone's clock, milliseconds since the epoch. */
  nowMs(): number
  after(delayMs: number, action: () => void): Stop
  every(periodMs: number, action: () => void): Stop
}
