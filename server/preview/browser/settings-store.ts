import { DEFAULT_SETTINGS, type PhoneSettings } from '../settings'

export interface SettingsStore {
  readonly current: PhoneSettings
  change(changes: Partial<PhoneSettings>): void
  /** @returns stops it */
  watch(listener: (now: PhoneSettings, before: PhoneSettings) => void): () => void
}

/** Settings of one phone; they outlive the page. */
export function openSettings(phoneId: string, storage: Storage, first: Partial<PhoneSettings>): SettingsStore {
  const key = `preview:${phoneId}:settings`
  const listeners = new Set<(now: PhoneSettings, before: PhoneSettings) => void>()
  let current: PhoneSettings = { ...DEFAULT_SETTINGS, ...first, ...stored(storage.getItem(key)) }
  return {
    get current() {
      return current
    },
    change(changes) {
      const before = current
      current = { ...current, ...changes }
      storage.setItem(key, JSON.stringify(current))
      for (const listener of listeners) listener(current, before)
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What an older preview stored in another shape is forgotten member by member. */
function stored(text: string | null): Partial<PhoneSettings> {
  if (text === null) return {}
  const value = JSON.parse(text) as Record<string, unknown>
  const known = Object.entries(value).filter(([name, given]) => {
    const usual = (DEFAULT_SETTINGS as unknown as Record<string, unknown>)[name]
    return usual !== undefined && (usual === null || typeof usual === typeof given)
  })
  return Object.fromEntries(known) as Partial<PhoneSettings>
}
