/** A map that forgets its least recently used entry beyond `maxEntries`. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

export function boundedMap<Key, Value>(maxEntries: number): BoundedMap<Key, Value> {
  // A Map iterates in order of insertion: the first key is the one that was unused for longest.
  const entries = new Map<Key, Value>()
  return {
    get(key) {
      const value = entries.get(key)
      if (value === undefined) return undefined
      entries.delete(key)
      entries.set(key, value)
      return value
    },
    set(key, value) {
      entries.delete(key)
      entries.set(key, value)
      if (entries.size > maxEntries) entries.delete(entries.keys().next().value as Key)
    },
  }
}
