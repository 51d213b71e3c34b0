import type { CompiledApp } from '../compiled-app'
import type { PhoneSettings } from '../settings'
import type { RunningPhone } from './boot'

declare global {
  interface Window {
    COMPILED_APP?: CompiledApp
    /** Set by tests before the page loads. */
    FIRST_SETTINGS?: Partial<PhoneSettings>
    runningPhone?: RunningPhone
  }
}
