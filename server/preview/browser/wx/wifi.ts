import type { Phone } from '../phone'
import type { PhoneSettings, WifiTrouble } from '../../settings'
import { call, WxFault } from './api'

/** https://developers.weixin.qq.com/miniprogram/dev/api/device/wifi/wx.getConnectedWifi.html */
const FAULTS: Readonly<Record<Exclude<WifiTrouble, 'none'>, readonly [errCode: number, reason: string]>> = {
  unsupported: [12001, 'system not support'],
  'switched-off': [12005, 'wifi not turned on'],
  'location-off': [12006, 'gps not turned on'],
  unreadable: [12010, 'currentWifi is null'],
}
const NOT_STARTED = 12000

interface WifiInfo {
  readonly SSID: string
  readonly BSSID: string
  readonly secure: boolean
  readonly signalStrength: number
  readonly frequency: number
}

export function wifiCalls({ settings }: Phone) {
  let started = false
  return {
    startWifi: call('startWifi', () => {
      if (settings.current.wifiTrouble === 'unsupported') throw fault('unsupported')
      started = true
    }),
    stopWifi: call('stopWifi', () => {
      started = false
    }),
    getConnectedWifi: call<{ partialInfo?: boolean }, { wifi: object }>('getConnectedWifi', ({ partialInfo }) => {
      if (!started) throw new WxFault('not invoke startWifi', { errCode: NOT_STARTED })
      const wifi = connectedWifi(settings.current)
      return { wifi: partialInfo === true ? { SSID: wifi.SSID } : wifi }
    }),
  }
}

function connectedWifi({ wifi, wifiTrouble, locationService, platform }: PhoneSettings): WifiInfo {
  if (wifiTrouble !== 'none') throw fault(wifiTrouble)
  if (!locationService && platform === 'android') throw fault('location-off')
  if (wifi === null) throw fault('unreadable')
  const { ssid, bssid } = wifi
  return { SSID: ssid, BSSID: bssid, secure: true, signalStrength: 88, frequency: 5180 }
}

function fault(trouble: Exclude<WifiTrouble, 'none'>): WxFault {
  const [errCode, reason] = FAULTS[trouble]
  return new WxFault(reason, { errCode })
}
