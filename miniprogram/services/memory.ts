/** What the mini-program keeps between runs: one JSON text per key. */
import type { Storage } from '../platform/platform'

export interface Kept<Value> {
  read(): Promise<Value | null>
  /** @returns false when it could not be kept */
  write(value: Value): Promise<boolean>
  forget(): Promise<void>
}

/** @param key ours alone: what stands there was written by this version or an older one of the same shape */
export function kept<Value>(storage: Storage, key: string): Kept<Value> {
  return {
    async read() {
      const text = await storage.read(key)
      if (text === null) return null
      try {
        return JSON.parse(text) as Value
      } catch {
        return null
      }
    },
    write: (value) => storage.write(key, JSON.stringify(value)),
    forget: () => storage.remove(key),
  }
}

/** Runs one at a time: who asks while one runs gets the same. */
export function single<Value>(run: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | null = null
  return () => {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
}

/** Runs one at a time: who asks while one runs gets the next one, which begins with what is known by then. */
export function inTurn(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  function begin(): Promise<void> {
    running = run().finally(() => {
      running = null
    })
    return running
  }

  return () => {
    if (running === null) return begin()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return begin()
      })
    return next
  }
}

export interface Listeners<Value> {
  add(listener: (value: Value) => void): () => void
  tell(value: Value): void
}

export function listeners<Value>(): Listeners<Value> {
  const all = new Set<(value: Value) => void>()
  return {
    add(listener) {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell: (value) => all.forEach((listener) => listener(value)),
  }
}
