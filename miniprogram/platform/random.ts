import { callWx } from './call-wx'
import type { Random } from './platform'

const TIMEOUT_MS = 2_000

export function createRandom(): Random {
  return {
    share: Math.random,

    async bytes(length) {
      const found = await callWx<{ randomValues: ArrayBuffer }>(
        (callbacks) => wx.getRandomValues({ length, ...callbacks }),
        TIMEOUT_MS,
      )
      if (!found.ok) return null
      const bytes = new Uint8Array(found.value.randomValues)
      // A source that answers with nothing, or with nothing but zeros, is none.
      return bytes.length === length && bytes.some((byte) => byte !== 0) ? bytes : null
    },
  }
}
