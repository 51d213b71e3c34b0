import type { FileStore } from './files/file-store'
import type { PhoneClock } from './phone-clock'
import type { Screen } from './screen/screen'
import type { SettingsStore } from './settings-store'

/** One phone of the preview: what its tags and its `wx` work on. */
export interface Phone {
  /** Storage and files of phones with different ids are apart. */
  readonly id: string
  readonly settings: SettingsStore
  readonly clock: PhoneClock
  readonly files: FileStore
  readonly screen: Screen
  /** A new picture each time, JPEG. */
  readonly takePicture: () => Promise<Blob>
}
