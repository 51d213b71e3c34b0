import { callWx } from './call-wx'
import type { Storage } from './platform'

const TIMEOUT_MS = 5_000
/** What could not be encrypted stands under a key of its own, so that reading knows. */
const PLAIN = 'plain:'

interface Encryptable {
  readonly encrypt?: boolean
}

export function createStorage(): Storage {
  const read = (key: string, option: Encryptable) =>
    callWx<{ data: unknown }>((callbacks) => wx.getStorage({ key, ...option, ...callbacks }), TIMEOUT_MS)
  const write = (key: string, data: string, option: Encryptable) =>
    callWx((callbacks) => wx.setStorage({ key, data, ...option, ...callbacks }), TIMEOUT_MS)
  const remove = (key: string) => callWx((callbacks) => wx.removeStorage({ key, ...callbacks }), TIMEOUT_MS)

  return {
    async read(key) {
      const encrypted = await read(key, { encrypt: true })
      if (encrypted.ok && typeof encrypted.value.data === 'string') return encrypted.value.data
      const plain = await read(PLAIN + key, {})
      return plain.ok && typeof plain.value.data === 'string' ? plain.value.data : null
    },

    async write(key, text) {
      const encrypted = await write(key, text, { encrypt: true })
      if (encrypted.ok) {
        await remove(PLAIN + key)
        return true
      }
      const plain = await write(PLAIN + key, text, {})
      if (plain.ok) await remove(key)
      return plain.ok
    },

    async remove(key) {
      await remove(key)
      await remove(PLAIN + key)
    },

    async keys(prefix) {
      const info = await callWx<{ keys?: readonly string[] }>((callbacks) => wx.getStorageInfo(callbacks), TIMEOUT_MS)
      if (!info.ok) return []
      const names = (info.value.keys ?? []).map((key) => (key.startsWith(PLAIN) ? key.slice(PLAIN.length) : key))
      return Array.from(new Set(names)).filter((key) => key.startsWith(prefix))
    },
  }
}
