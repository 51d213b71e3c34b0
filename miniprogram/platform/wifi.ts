import type { ConnectedWifi } from '../contract/place'
import { failure, success } from '../result'
import { callWx, type WxFailure } from './call-wx'
import type { Wifi, WifiProblem } from './platform'

const TIMEOUT_MS = 4_000

/** Error codes of the platform's Wi-Fi calls, from its documentation. */
const PROBLEMS: Readonly<Record<number, WifiProblem>> = {
  12000: 'failed',
  12001: 'unsupported',
  12003: 'timeout',
  12005: 'switched_off',
  12006: 'location_needed',
  12007: 'refused',
  12010: 'system',
  12011: 'failed',
  12013: 'not_connected',
}

export function createWifi(): Wifi {
  return {
    async read() {
      const started = await callWx((callbacks) => wx.startWifi(callbacks), TIMEOUT_MS)
      if (!started.ok) return failure(problemOf(started.problem))
      const connected = await callWx<{ wifi?: Partial<WechatMiniprogram.WifiInfo> }>(
        // Partial information has no BSSID on Android.
        (callbacks) => wx.getConnectedWifi({ partialInfo: false, ...callbacks }),
        TIMEOUT_MS,
      )
      if (!connected.ok) return failure(problemOf(connected.problem))
      const { SSID: ssid = '', BSSID: bssid = '' } = connected.value.wifi ?? {}
      return ssid === '' && bssid === '' ? failure('not_connected') : success<ConnectedWifi>({ ssid, bssid })
    },
  }
}

function problemOf(problem: WxFailure): WifiProblem {
  if (problem.kind === 'missing') return 'unsupported'
  if (problem.kind === 'timeout') return 'timeout'
  const known = problem.code === null ? undefined : PROBLEMS[problem.code]
  if (known !== undefined) return known
  if (/auth deny|permission|unauthorized|privacy/i.test(problem.message)) return 'refused'
  return /no wifi|not connected|current ?wifi/i.test(problem.message) ? 'not_connected' : 'failed'
}
