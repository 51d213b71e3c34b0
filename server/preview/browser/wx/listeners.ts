type Listener = (event: unknown) => void

/** Behind `wx.onX` and `wx.offX`. */
export interface Listeners {
  emit(name: string, event: unknown): void
  /** `onName` and `offName`. */
  pair(name: string): Readonly<Record<string, (listener?: Listener) => void>>
}

export function createListeners(): Listeners {
  const all = new Map<string, Set<Listener>>()
  const of = (name: string) => {
    const known = all.get(name) ?? new Set()
    all.set(name, known)
    return known
  }
  return {
    emit: (name, event) => of(name).forEach((listener) => listener(event)),
    pair: (name) => ({
      [`on${name}`]: (listener) => void (listener && of(name).add(listener)),
      [`off${name}`]: (listener) => (listener === undefined ? of(name).clear() : void of(name).delete(listener)),
    }),
  }
}
