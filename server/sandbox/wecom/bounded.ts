/** A map that forgets its oldest entries: the sandbox lives in memory, for as long as its process. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  constructor(readonly limit: number) {
    super()
  }

  override set(key: Key, value: Value): this {
    super.delete(key)
    super.set(key, value)
    if (this.size > this.limit) super.delete(this.keys().next().value as Key)
    return this
  }
}

/** Adds to the end and drops from the front what is too many. */
export function pushBounded<Item>(list: Item[], item: Item, limit: number): void {
  list.push(item)
  if (list.length > limit) list.splice(0, list.length - limit)
}
