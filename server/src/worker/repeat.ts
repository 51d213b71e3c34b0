/** Calls `work` once after the delay; the answer cancels it. */
export type Timer = (work: () => void, delayMs: number) => () => void

export const systemTimer: Timer = (work, delayMs) => {
  const handle = setTimeout(work, delayMs)
  return () => clearTimeout(handle)
}

export interface Repeating {
  /** Comes back when the round under way has ended; none begins after it. */
  stop(): Promise<void>
}

/**
 * Runs rounds one after the other, never two at once.
 * @param round never throws; answers how long to wait before the next one. `mayGoOn`: false once it is to stop, for
 *   rounds of many steps that take long
 */
export function startRepeating(round: (mayGoOn: () => boolean) => Promise<number>, timer: Timer): Repeating {
  let stopped = false
  let cancel = () => {}
  let running = Promise.resolve()

  const schedule = (delayMs: number) => {
    cancel = timer(() => {
      running = round(() => !stopped).then((nextDelayMs) => {
        if (!stopped) schedule(nextDelayMs)
      })
    }, delayMs)
  }
  schedule(0)

  return {
    stop: () => {
      stopped = true
      cancel()
      return running
    },
  }
}
