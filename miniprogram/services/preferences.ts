/** What somebody chose for this phone. Kept per person: phones are handed on, choices are not. */
import type { Platform } from '../platform/platform'
import { kept, listeners } from './memory'
import type { Session } from './session'

export interface PreferenceValues {
  /** Check in by itself when the check-in page opens and everything holds. Off until chosen. */
  readonly quickCheckIn: boolean
}

export interface Preferences {
  /** Of the person who is logged in; without one, what holds unless chosen. */
  read(): Promise<PreferenceValues>
  /** @returns false when it could not be kept: it stays as it was */
  write(change: Partial<PreferenceValues>): Promise<boolean>
  onChange(listener: (values: PreferenceValues) => void): () => void
}

const UNLESS_CHOSEN: PreferenceValues = { quickCheckIn: false }
const PREFERENCES_PREFIX = 'preferences:'

export function createPreferences(platform: Pick<Platform, 'storage'>, session: Pick<Session, 'current'>): Preferences {
  const changes = listeners<PreferenceValues>()

  async function own() {
    const current = await session.current()
    return current === null
      ? null
      : kept<Partial<PreferenceValues>>(platform.storage, PREFERENCES_PREFIX + current.employee.id)
  }

  async function read(): Promise<PreferenceValues> {
    return { ...UNLESS_CHOSEN, ...(await (await own())?.read()) }
  }

  return {
    read,

    async write(change) {
      const store = await own()
      if (store === null) return false
      const values = { ...(await read()), ...change }
      if (!(await store.write(values))) return false
      changes.tell(values)
      return true
    },

    onChange: changes.add,
  }
}
