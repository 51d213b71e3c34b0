import { NETWORK_TYPES, type NetworkType } from '../contract/place'
import { callWx } from './call-wx'
import type { Network } from './platform'

const TIMEOUT_MS = 3_000

export function createNetwork(): Network {
  return {
    async read() {
      const found = await callWx<{ networkType?: string }>((callbacks) => wx.getNetworkType(callbacks), TIMEOUT_MS)
      return found.ok ? networkOf(found.value.networkType) : 'unknown'
    },

    onChange(listener) {
      let isStopped = false
      const handle = ({ networkType, isConnected }: { networkType: string; isConnected: boolean }) => {
        if (!isStopped) listener(isConnected ? networkOf(networkType) : 'none')
      }
      try {
        wx.onNetworkStatusChange(handle)
      } catch {
        return () => {}
      }
      return () => {
        // A client may be able to tell of changes, and not to stop it.
        isStopped = true
        // The typings give the handle of `off` another argument than that of `on`.
        wx.offNetworkStatusChange?.(handle as never)
      }
    },
  }
}

function networkOf(name: string | undefined): NetworkType {
  return NETWORK_TYPES.find((type) => type === name) ?? 'unknown'
}
