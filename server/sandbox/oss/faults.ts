/** What can go wrong between a client and OSS; a wrong clock and ended tokens are settings of the sandbox itself. */
export type FaultKind =
  /** Answers after `delayMs`. */
  | 'slow'
  /** HTTP 500 InternalError; nothing is done. */
  | 'server-error'
  /** HTTP 503 ServiceUnavailable; nothing is done. */
  | 'unavailable'
  /** The connection breaks before anything is done. */
  | 'reset'
  /** Does what was asked, then breaks the connection. */
  | 'answer-lost'
  /** Takes the request and never answers. */
  | 'silent'
  /** HTTP 502 with a page that is not OSS's. */
  | 'broken-page'

export interface FaultSwitch {
  readonly kind: FaultKind
  /** Of these requests only, e.g. `GET`. */
  readonly method?: string
  /** How often; default 1. */
  readonly times?: number
  readonly delayMs?: number
}

export interface Faults {
  set(fault: FaultSwitch): void
  clear(): void
  /** The oldest one for this method, counted as used. */
  take(method: string): FaultSwitch | null
}

const MOST_FAULTS = 100

export function createFaults(): Faults {
  let waiting: { readonly fault: FaultSwitch; left: number }[] = []
  return {
    set: (fault) => {
      if (waiting.length >= MOST_FAULTS) throw new RangeError('too many faults are set')
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    clear: () => {
      waiting = []
    },
    take: (method) => {
      const found = waiting.find(({ fault }) => fault.method === undefined || fault.method === method)
      if (found === undefined) return null
      found.left -= 1
      waiting = waiting.filter(({ left }) => left > 0)
      return found.fault
    },
  }
}
