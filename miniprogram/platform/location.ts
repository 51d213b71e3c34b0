import { failure, success } from '../result'
import { callWx, type WxFailure } from './call-wx'
import type { Lifecycle, Location, LocationProblem, LocationReading, Time } from './platform'
import { allowed, systemAuthorizations } from './system-authorizations'

/** At least 3 000, or the platform takes no notice of it. */
const HIGH_ACCURACY_MS = 4_000
const TIMEOUT_MS = 12_000
/** Platforms say "success" with a place this rough when only a rough one is allowed. */
const ROUGH_METRES = 1_000

type Place = Partial<Record<'latitude' | 'longitude' | 'accuracy', unknown>>

export function createLocation(time: Pick<Time, 'nowMs'>, lifecycle: Lifecycle): Location {
  let last: LocationReading | null = null
  let isShown = true
  let hiddenCount = 0
  lifecycle.onHide(() => {
    isShown = false
    hiddenCount++
  })
  lifecycle.onShow(() => (isShown = true))

  return {
    async read() {
      if (!isShown) return failure('hidden')
      const askedAtMs = time.nowMs()
      const hiddenBefore = hiddenCount
      const found = await callWx<Place>(
        (callbacks) =>
          wx.getLocation({
            type: 'gcj02',
            isHighAccuracy: true,
            highAccuracyExpireTime: HIGH_ACCURACY_MS,
            ...callbacks,
          }),
        TIMEOUT_MS,
      )
      // What failed while nobody looked on says nothing.
      if (!found.ok) return failure(hiddenCount === hiddenBefore ? problemOf(found.problem) : 'hidden')
      const { latitude, longitude, accuracy } = found.value
      if (!isNumber(latitude) || !isNumber(longitude)) return failure('failed')
      const accuracyMetres = typeof accuracy === 'number' ? accuracy : null
      const isSame =
        last !== null &&
        last.latitude === latitude &&
        last.longitude === longitude &&
        last.accuracyMetres === accuracyMetres
      const sameSinceMs = isSame && last !== null ? last.sameSinceMs : askedAtMs
      last = { latitude, longitude, accuracyMetres, askedAtMs, sameSinceMs, precise: isPrecise(accuracyMetres) }
      return success(last)
    },
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isPrecise(accuracyMetres: number | null): boolean | null {
  const { locationReducedAccuracy } = systemAuthorizations()
  if (typeof locationReducedAccuracy === 'boolean') return !locationReducedAccuracy
  return accuracyMetres !== null && accuracyMetres >= ROUGH_METRES ? false : null
}

function problemOf(problem: WxFailure): LocationProblem {
  if (problem.kind === 'missing') return 'unsupported'
  // Refused for the mini-program, which is asked before the system is.
  if (problem.kind === 'failed' && /auth deny|auth denied/i.test(problem.message)) return 'refused'
  const { locationAuthorized, locationEnabled } = systemAuthorizations()
  if (locationEnabled === false) return 'switched_off'
  if (allowed(locationAuthorized) === false) return 'wecom_refused'
  if (problem.kind === 'timeout') return 'timeout'
  const { message } = problem
  // The package was published without the interface or its entry in the privacy guide: no setting of the person's helps.
  if (/not declared/i.test(message)) return 'failed'
  if (/system permission denied|ERROR_NETWORK.*denied/i.test(message)) return 'wecom_refused'
  if (/authorize no response|privacy|permission|unauthorized/i.test(message)) return 'refused'
  if (/frequen|too often|频繁/i.test(message)) return 'too_often'
  if (/ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF|switch ?off|LOCATION_OFF|not enabled/i.test(message)) return 'switched_off'
  return /time ?out/i.test(message) ? 'timeout' : 'failed'
}
