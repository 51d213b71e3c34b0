/** The facts of a fault report, and how each is put: pure. */
import { clockText, dateText } from '../texts/format'
import type { ProofState } from './presence'

const LONGEST_TEXT = 200

export const FACT_NAMES = [
  'networkType',
  'serverReachable',
  'clockDifferenceSeconds',
  'locationPermission',
  'wecomLocationPermission',
  'locationService',
  'preciseAllowed',
  'accuracyClass',
  'wifiState',
  'gatewayState',
  'cameraPermission',
  'wecomCameraPermission',
  'queueLength',
  'stuckCount',
  'attemptId',
  'attemptCode',
  'lastErrorCode',
  'lastRequestId',
  'appVersion',
  'wecomVersion',
  'baseLibraryVersion',
  'phoneModel',
  'phoneSystem',
  'phoneTime',
] as const

export type FactName = (typeof FACT_NAMES)[number]
/** A `Diagnosis` of the contract; what is not known is left out. */
export type Facts = Partial<Record<FactName, string | number | boolean>>

/** How exact the last fix was, in metres; else why there was none. */
export const ACCURACY_CLASSES = ['to20', 'to50', 'to200', 'over200', 'unknown', 'not_asked'] as const

/** As the phone itself shows it, with the zone that it is set to: `2026-11-18 08:52:07 +08:00`. */
export function phoneTimeText(nowMs: number): string {
  const offset = -new Date(nowMs).getTimezoneOffset()
  const two = (figure: number) => String(figure).padStart(2, '0')
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return `${dateText(nowMs, offset)} ${clockText(nowMs, offset)} ${zone}`
}

export function accuracyClass(metres: number | null): (typeof ACCURACY_CLASSES)[number] {
  if (metres === null || metres <= 0) return 'unknown'
  if (metres <= 20) return 'to20'
  if (metres <= 50) return 'to50'
  return metres <= 200 ? 'to200' : 'over200'
}

/** What became of asking a gateway. */
export function gatewayState(proof: ProofState | null): string {
  if (proof === null || proof.kind === 'none') return 'not_asked'
  return proof.kind === 'held' ? 'held' : proof.problem
}

/** Without what the phone does not tell. */
export function known(facts: Partial<Record<FactName, boolean | null>>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Facts
}

/** In the order of the list, without what is empty, and none longer than the contract takes. */
export function fitting(facts: Facts): Facts {
  return Object.fromEntries(
    FACT_NAMES.flatMap((name) => {
      const value = facts[name]
      if (value === undefined || value === '') return []
      return [[name, typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value] as const]
    }),
  )
}
