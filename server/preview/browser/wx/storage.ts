import type { Phone } from '../phone'
import { call, WxFault } from './api'

interface Entry {
  readonly data: unknown
  readonly encrypted: boolean
}

interface KeyOptions {
  readonly key: string
  readonly encrypt?: boolean
}

/** Storage is apart for each phone and each person on it, as WeCom keeps it. Encrypted entries are read as such alone. */
export function storageCalls({ id, settings }: Phone) {
  const prefix = () => `preview:${id}:data:${settings.current.person}:`
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix()))
  const write = (key: string, data: unknown, encrypted = false) =>
    localStorage.setItem(prefix() + key, JSON.stringify({ data, encrypted } satisfies Entry))
  const read = (key: string, encrypted = false): Entry | null => {
    const text = localStorage.getItem(prefix() + key)
    const entry = text === null ? null : (JSON.parse(text) as Entry)
    return entry?.encrypted === encrypted ? entry : null
  }
  const remove = (key: string) => localStorage.removeItem(prefix() + key)
  const clear = () => keys().forEach((key) => localStorage.removeItem(key))
  const info = () => ({
    keys: keys().map((key) => key.slice(prefix().length)),
    currentSize: Math.ceil(keys().reduce((sum, key) => sum + (localStorage.getItem(key)?.length ?? 0), 0) / 1024),
    limitSize: 10_240,
  })
  return {
    getStorageSync: (key: string) => read(key)?.data ?? '',
    setStorageSync: (key: string, data: unknown) => write(key, data),
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    getStorage: call<KeyOptions, object>('getStorage', ({ key, encrypt }) => {
      const entry = read(key, encrypt)
      if (entry === null) throw new WxFault('data not found')
      return { data: entry.data }
    }),
    setStorage: call<KeyOptions & { data: unknown }, void>('setStorage', ({ key, data, encrypt }) =>
      write(key, data, encrypt),
    ),
    removeStorage: call<KeyOptions, void>('removeStorage', ({ key }) => remove(key)),
    clearStorage: call('clearStorage', clear),
    getStorageInfo: call('getStorageInfo', info),
  }
}
