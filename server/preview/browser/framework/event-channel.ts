type Listener = (...parameters: unknown[]) => void

/** Between a page and the one that it opened. */
export interface EventChannel {
  on(name: string, listener: Listener): void
  once(name: string, listener: Listener): void
  off(name: string, listener?: Listener): void
  emit(name: string, ...parameters: unknown[]): void
}

/** @param events listeners that the opener brings along */
export function createEventChannel(events: Readonly<Record<string, Listener>> = {}): EventChannel {
  const listeners = new Map<string, Set<Listener>>()
  const channel: EventChannel = {
    on: (name, listener) => void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
    once(name, listener) {
      const only: Listener = (...parameters) => {
        channel.off(name, only)
        listener(...parameters)
      }
      channel.on(name, only)
    },
    off(name, listener) {
      if (listener === undefined) listeners.delete(name)
      else listeners.get(name)?.delete(listener)
    },
    emit: (name, ...parameters) => listeners.get(name)?.forEach((listener) => listener(...parameters)),
  }
  for (const [name, listener] of Object.entries(events)) channel.on(name, listener)
  return channel
}
