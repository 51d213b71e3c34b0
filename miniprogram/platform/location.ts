import { failure, success } from '../result'
import { callWx, type WxFailure } from './call-wx'
import type { Location, LocationProblem, LocationReading, Time } from './platform'

/** At least 3 000, or the platform takes no notice of it. */
const HIGH_ACCURACY_MS = 4_000
const TIMEOUT_MS = 12_000
/** Platforms say "success" with a place this rough when only a rough one is allowed. */
const ROUGH_METRES = 1_000

type Place = Pick<WechatMiniprogram.GetLocationSuccessCallbackResult, 'latitude' | 'longitude' | 'accuracy'>

export function createLocation(time: Pick<Time, 'nowMs'>): Location {
  let last: LocationReading | null = null

  return {
    async read() {
      const askedAtMs = time.nowMs()
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
      if (!found.ok) return failure(problemOf(found.problem))
      const { latitude, longitude, accuracy } = found.value
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

function isPrecise(accuracyMetres: number | null): boolean | null {
  const { locationReducedAccuracy } = authorizations()
  if (typeof locationReducedAccuracy === 'boolean') return !locationReducedAccuracy
  return accuracyMetres !== null && accuracyMetres >= ROUGH_METRES ? false : null
}

interface Authorizations {
  readonly locationReducedAccuracy?: boolean
  readonly locationAuthorized?: 'authorized' | 'denied' | 'not determined' | boolean
  readonly locationEnabled?: boolean
}

/** WeCom lacks the newer calls; the older one tells the same. */
function authorizations(): Authorizations {
  try {
    return { ...wx.getSystemSetting(), ...wx.getAppAuthorizeSetting() }
  } catch {
    return systemInfo()
  }
}

function systemInfo(): Authorizations {
  try {
    return wx.getSystemInfoSync()
  } catch {
    return {}
  }
}

function problemOf(problem: WxFailure): LocationProblem {
  if (problem.kind === 'missing') return 'unsupported'
  const { locationAuthorized, locationEnabled } = authorizations()
  if (locationEnabled === false) return 'switched_off'
  if (locationAuthorized === 'denied' || locationAuthorized === false) return 'wecom_refused'
  if (problem.kind === 'timeout') return 'timeout'
  const { message } = problem
  if (/system permission denied|ERROR_NETWORK.*denied/i.test(message)) return 'wecom_refused'
  if (/auth deny|auth denied|authorize no response|privacy|permission|unauthorized/i.test(message)) return 'refused'
  if (/frequen|too often/i.test(message)) return 'too_often'
  if (/ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF|switch ?off|LOCATION_OFF|not enabled/i.test(message)) return 'switched_off'
  return /time ?out/i.test(message) ? 'timeout' : 'failed'
}
