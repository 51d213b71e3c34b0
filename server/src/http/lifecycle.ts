/** What the server and its request handling share about coming to an end. */
export interface Lifecycle {
  /** True from the first moment of shutting down: readiness fails, no connection is kept; requests are still served. */
  readonly leaving: boolean
  /** New requests get 503. */
  readonly stopping: boolean
  begin(): void
  end(): void
  leave(): void
  stop(): void
  /** Resolves once every request that was let in has been answered. */
  idle(): Promise<void>
}

export function createLifecycle(): Lifecycle {
  let leaving = false
  let stopping = false
  let running = 0
  let whenIdle: (() => void)[] = []
  return {
    get leaving() {
      return leaving
    },
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
    leave: () => {
      leaving = true
    },
    stop: () => {
      leaving = true
      stopping = true
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
  }
}
