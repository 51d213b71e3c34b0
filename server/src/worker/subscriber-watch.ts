import { DOWN_AFTER_FAILURES, type SeenOfSubscriber } from './delivery.rules'

/** Follows how one subscriber fares in this process; an event's fate hangs on it, never what is delivered. */
export interface SubscriberWatch {
  /** It took something. */
  took(): void
  /** At the end of a round: these keys' events failed in it, since it took something if it did. */
  failedSinceTaken(failedKeys: Iterable<string>): void
  isDown(): boolean
  seen(nowMs: number): SeenOfSubscriber
}

/** @param sinceMs when this process began to serve the subscriber */
export function watchSubscriber(sinceMs: number): SubscriberWatch {
  const failedKeys = new Set<string>()
  let hasTaken = false
  return {
    took: () => {
      hasTaken = true
      failedKeys.clear()
    },
    failedSinceTaken: (keys) => {
      for (const key of keys) {
        // More are not needed, and an outage may meet many.
        if (failedKeys.size < DOWN_AFTER_FAILURES) failedKeys.add(key)
      }
    },
    isDown: () => failedKeys.size >= DOWN_AFTER_FAILURES,
    seen: (nowMs) => ({ servedForMs: nowMs - sinceMs, hasTaken, failedKeyCount: failedKeys.size }),
  }
}
