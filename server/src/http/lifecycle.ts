/** What the server and its request handling share about coming to an end. */
export interface Lifecycle {
  /** True from the first moment of shutting down: new requests get 503, readiness fails. */
  readonly stopping: boolean
  begin(): void
  end(): void
  stop(): void
  /** Resolves once every request that was let in has been answered. */
  idle(): Promise<void>
}

export function createLifecycle(): Lifecycle {
  let stopping = false
  let running = 0
  let whenIdle: (() => void)[] = []
  return {
    get stopping() {
      return stopping
    },
    begin: () => {
      running++
    },
    end: () => {
      running--
      if (running > 0) return
      for (const resolve of whenIdle) resolve()
      whenIdle = []
    },
    stop: () => {
      stopping = true
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
  }
}
