import type { Phone } from '../phone'
import { networkTypeOf } from '../../settings'
import { call } from './api'
import type { Listeners } from './listeners'

export function networkCalls({ settings }: Phone, listeners: Listeners) {
  settings.watch((now, before) => {
    const networkType = networkTypeOf(now)
    const isOther = networkType !== networkTypeOf(before) || now.wifi?.bssid !== before.wifi?.bssid
    if (isOther) listeners.emit('NetworkStatusChange', { isConnected: networkType !== 'none', networkType })
  })
  return {
    getNetworkType: call('getNetworkType', () => ({
      networkType: networkTypeOf(settings.current),
      signalStrength: -60,
      hasSystemProxy: false,
    })),
    ...listeners.pair('NetworkStatusChange'),
  }
}
