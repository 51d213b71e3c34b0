import { callWx } from './call-wx'
import type { Storage } from './platform'

const TIMEOUT_MS = 5_000
/**
 * What a client refused to encrypt stands under a key of its own. Older clients refuse nothing: they take no notice of the
 * flag, so that plain text stands under the encrypted key until a newer client reads it.
 */
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

  async function keep(key: string, text: string): Promise<boolean> {
    const encrypted = await write(key, text, { encrypt: true })
    if (encrypted.ok) {
      await remove(PLAIN + key)
      return true
    }
    const plain = await write(PLAIN + key, text, {})
    if (plain.ok) await remove(key)
    return plain.ok
  }

  return {
    async read(key) {
      const encrypted = await read(key, { encrypt: true })
      if (encrypted.ok && typeof encrypted.value.data === 'string') return encrypted.value.data
      const plain = await read(PLAIN + key, {})
      if (plain.ok && typeof plain.value.data === 'string') return plain.value.data
      // No answer in time is no sign that it cannot be decrypted.
      if (!encrypted.ok && encrypted.problem.kind === 'timeout') return null
      const ignored = await read(key, {})
      if (!ignored.ok || !isOurs(ignored.value.data)) return null
      await keep(key, ignored.value.data)
      return ignored.value.data
    },

    write: keep,

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

/** All that is kept is JSON; what a client gives of an encrypted value without the flag is not, and stays as it is. */
function isOurs(data: unknown): data is string {
  if (typeof data !== 'string') return false
  try {
    JSON.parse(data)
    return true
  } catch {
    return false
  }
}
