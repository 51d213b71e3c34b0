/** A phone for tests: everything in memory, a clock that moves by hand, and a kill that only storage and files survive. */
import { sha256 } from '../bytes/sha256'
import { hex, utf8 } from '../bytes/text'
import type { NetworkType } from '../contract/place'
import type {
  FileFacts,
  HttpProblem,
  HttpReply,
  HttpRequest,
  HttpUpload,
  LocationReading,
  Platform,
} from '../platform/platform'
import { failure, success, type Result } from '../result'

export const START_MS = Date.parse('2026-11-18T08:52:07+08:00')

export type Handler = (request: HttpRequest) => Promise<Result<HttpReply, HttpProblem>> | Result<HttpReply, HttpProblem>
type UploadHandler = (upload: HttpUpload) => Result<HttpReply, HttpProblem>

/** An answer, or how it comes about. */
type Told<Read extends () => Promise<unknown>> = Awaited<ReturnType<Read>> | Read

function told<Value extends object>(answer: Value | (() => Promise<Value>)): Promise<Value> {
  return typeof answer === 'function' ? (answer as () => Promise<Value>)() : Promise.resolve(answer)
}

/** What survives when the app is killed. */
export interface Disk {
  readonly storage: Map<string, string>
  readonly files: Map<string, FileFacts>
}

export function emptyDisk(): Disk {
  return { storage: new Map(), files: new Map() }
}

export function createFakePlatform(disk: Disk = emptyDisk()) {
  const sent: HttpRequest[] = []
  const uploads: HttpUpload[] = []
  const timers = new Map<
    number,
    { readonly dueMs: number; readonly everyMs: number | null; readonly action: () => void }
  >()
  const networkListeners = new Set<(network: NetworkType) => void>()
  const showListeners = new Set<() => void>()
  const hideListeners = new Set<() => void>()
  const opened: string[] = []
  let nowMs = START_MS
  let isShown = true
  let timerCount = 0
  let photoCount = 0
  let handler: Handler = () => failure('unreachable')
  let uploadHandler: UploadHandler = () => failure('unreachable')

  const controls = {
    sent,
    uploads,
    opened,
    disk,
    badges: new Map<number, number>(),
    tabTexts: new Map<number, string>(),
    storageWorks: true,
    /** Keys that cannot be written now, as when the phone is full at that very moment. */
    refusesToKeep: (_key: string): boolean => false,
    /** Files are there, and cannot be read now. */
    filesReadable: true,
    loginCodes: [] as string[],
    random: null as Uint8Array | null,
    network: '4g' as NetworkType,
    /** What is read, or a reading that takes its time. */
    location: failure('failed') as Told<Platform['location']['read']>,
    wifi: failure('not_connected') as Told<Platform['wifi']['read']>,
    answer: (next: Handler) => void (handler = next),
    answerUploads: (next: UploadHandler) => void (uploadHandler = next),

    /** Moves the clock and lets what falls due run, each with what it sets off. */
    async advance(byMs: number): Promise<void> {
      await settle()
      const untilMs = nowMs + byMs
      for (;;) {
        const due = Array.from(timers).filter(([, timer]) => timer.dueMs <= untilMs)
        const [first] = due.sort(([, left], [, right]) => left.dueMs - right.dueMs)
        if (first === undefined) break
        const [id, timer] = first
        nowMs = Math.max(nowMs, timer.dueMs)
        if (timer.everyMs === null) timers.delete(id)
        else timers.set(id, { ...timer, dueMs: timer.dueMs + timer.everyMs })
        timer.action()
        await settle()
      }
      nowMs = untilMs
      await settle()
    },

    changeNetwork(network: NetworkType): void {
      controls.network = network
      networkListeners.forEach((listener) => listener(network))
    },
    show() {
      isShown = true
      showListeners.forEach((listener) => listener())
    },
    /** To the background, or behind the camera. */
    hide() {
      isShown = false
      hideListeners.forEach((listener) => listener())
    },
    setClock: (toMs: number) => void (nowMs = toMs),
  }

  const platform: Platform = {
    http: {
      send(request) {
        sent.push(request)
        return { reply: Promise.resolve(handler(request)), abort: () => {} }
      },
      upload(upload) {
        uploads.push(upload)
        upload.onProgress?.(0.5)
        return { reply: Promise.resolve(uploadHandler(upload)), abort: () => {} }
      },
    },
    login: {
      code: () => {
        const code = controls.loginCodes.shift()
        return Promise.resolve(code === undefined ? failure('outside_wecom') : success(code))
      },
    },
    storage: {
      read: (key) => Promise.resolve(disk.storage.get(key) ?? null),
      write(key, text) {
        const isKept = controls.storageWorks && !controls.refusesToKeep(key)
        if (isKept) disk.storage.set(key, text)
        return Promise.resolve(isKept)
      },
      remove: (key) => Promise.resolve(void disk.storage.delete(key)),
      keys: (prefix) => Promise.resolve(Array.from(disk.storage.keys()).filter((key) => key.startsWith(prefix))),
    },
    files: {
      keep(path) {
        const facts = disk.files.get(path)
        if (facts === undefined) return Promise.resolve(failure('failed'))
        disk.files.delete(path)
        disk.files.set(`kept/${path}`, facts)
        return Promise.resolve(success(`kept/${path}`))
      },
      facts(path) {
        const facts = disk.files.get(path)
        if (!controls.filesReadable) return Promise.resolve(failure('failed'))
        return Promise.resolve(facts === undefined ? failure('missing') : success(facts))
      },
      remove: (path) => Promise.resolve(void disk.files.delete(path)),
    },
    location: { read: () => (isShown ? told(controls.location) : Promise.resolve(failure('hidden'))) },
    wifi: { read: () => told(controls.wifi) },
    network: {
      read: () => Promise.resolve(controls.network),
      onChange(listener) {
        networkListeners.add(listener)
        return () => void networkListeners.delete(listener)
      },
    },
    camera: {
      takePhoto() {
        const path = `photo-${++photoCount}`
        disk.files.set(path, { sha256: hex(sha256(utf8(path))), byteLength: 1_000 + photoCount })
        return Promise.resolve(success(path))
      },
    },
    pictures: { stamp: ({ photoPath }) => Promise.resolve(success(photoPath)) },
    device: {
      brand: 'HUAWEI',
      model: 'NOH-AN00',
      platform: 'android',
      system: 'Android 12',
      insideWecom: true,
      appVersion: '4.1.36',
      baseLibraryVersion: '3.8.12',
      textScale: 1,
      windowWidthPixels: 375,
      hasMap: true,
      release: 'develop',
    },
    random: { bytes: (length) => Promise.resolve(controls.random?.slice(0, length) ?? null), share: () => 0.5 },
    lifecycle: {
      onShow(listener) {
        showListeners.add(listener)
        return () => void showListeners.delete(listener)
      },
      onHide(listener) {
        hideListeners.add(listener)
        return () => void hideListeners.delete(listener)
      },
    },
    navigation: {
      open: (url) => void opened.push(url),
      replace: (url) => void opened.push(url),
      restart: (url) => void opened.push(url),
      tab: (url) => void opened.push(url),
      back: () => {},
      title: () => {},
      badge: (tabIndex, count) => void controls.badges.set(tabIndex, count),
      tabItem: (tabIndex, { text }) => void controls.tabTexts.set(tabIndex, text),
    },
    screen: {
      toast: () => {},
      vibrate: () => {},
      copy: () => Promise.resolve(true),
      preview: () => Promise.resolve(true),
      ask: () => Promise.resolve(true),
      endPullDown: () => {},
      isDark: () => false,
    },
    privacy: { hostState: () => Promise.resolve(null), openContract: () => Promise.resolve(false) },
    settings: {
      permissions: () =>
        Promise.resolve({
          location: true,
          camera: null,
          wecomLocation: true,
          wecomCamera: null,
          locationService: true,
        }),
      open: () => Promise.resolve(),
    },
    time: {
      nowMs: () => nowMs,
      after(delayMs, action) {
        const id = ++timerCount
        timers.set(id, { dueMs: nowMs + delayMs, everyMs: null, action })
        return () => void timers.delete(id)
      },
      every(periodMs, action) {
        const id = ++timerCount
        timers.set(id, { dueMs: nowMs + periodMs, everyMs: periodMs, action })
        return () => void timers.delete(id)
      },
    },
  }

  return { ...platform, controls }
}

/** Lets everything that waits for nothing but itself run on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve()
}

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Result<HttpReply, HttpProblem> {
  return success({ status, headers, text: JSON.stringify(body) })
}

export function refusal(status: number, code: string): Result<HttpReply, HttpProblem> {
  return json(status, { code, message: code, hint: '', requestId: 'request-1', details: [] })
}

export function reading(change: Partial<LocationReading> = {}): LocationReading {
  return {
    latitude: 31.2041,
    longitude: 121.5906,
    accuracyMetres: 12,
    askedAtMs: START_MS,
    sameSinceMs: START_MS,
    precise: null,
    ...change,
  }
}
