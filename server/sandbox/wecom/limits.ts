import type { Clock } from '../../src/ports/system'
import { BoundedMap } from './bounded'
import { Refusal } from './errors'
import type { SandboxLimits } from './options'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
const MOST_WINDOWS = 20_000

export interface Rate {
  readonly most: number
  readonly windowMs: number
}

export interface RateLimits {
  /**
   * Counts a use against every rate; one that is over bars the name for as long as its window (document 90312).
   * @returns false when it is over, and while it is barred
   */
  take(name: string, rates: readonly Rate[], amount?: number): boolean
  /** @throws Refusal 45009 */
  require(name: string, rates: readonly Rate[], amount?: number): void
  /** General limits of an API and of the caller's address. @throws Refusal 45009 */
  requireGeneral(path: string, address: string): void
  /** @returns what ends it. @throws Refusal 45033 when too many calls of one API are under way */
  begin(path: string): () => void
}

interface Window {
  startedAtMs: number
  used: number
  barredUntilMs: number
}

export const perMinute = (most: number): Rate => ({ most, windowMs: MINUTE_MS })
export const perHour = (most: number): Rate => ({ most, windowMs: HOUR_MS })
export const perDay = (most: number): Rate => ({ most, windowMs: DAY_MS })

export function createRateLimits(clock: Clock, limits: SandboxLimits): RateLimits {
  const windows = new BoundedMap<string, Window>(MOST_WINDOWS)
  const underWay = new Map<string, number>()

  function windowOf(name: string, { windowMs }: Rate): Window {
    const nowMs = clock.nowMs()
    const key = `${name} ${windowMs}`
    const known = windows.get(key)
    if (known !== undefined && nowMs - known.startedAtMs < windowMs) return known
    const fresh = { startedAtMs: nowMs, used: 0, barredUntilMs: known?.barredUntilMs ?? 0 }
    windows.set(key, fresh)
    return fresh
  }

  function take(name: string, rates: readonly Rate[], amount = 1): boolean {
    const nowMs = clock.nowMs()
    let isAllowed = true
    for (const rate of rates) {
      const window = windowOf(name, rate)
      if (nowMs < window.barredUntilMs) isAllowed = false
      else if (window.used + amount > rate.most) {
        window.barredUntilMs = nowMs + rate.windowMs
        isAllowed = false
      } else window.used += amount
    }
    return isAllowed
  }

  function require(name: string, rates: readonly Rate[], amount = 1): void {
    if (!take(name, rates, amount)) throw new Refusal(45009, name)
  }

  return {
    take,
    require,
    requireGeneral(path, address) {
      require(`api ${path}`, [perMinute(limits.perApiPerMinute), perHour(limits.perApiPerHour)])
      require(`address ${address}`, [perMinute(limits.perAddressPerMinute), perHour(limits.perAddressPerHour)])
    },
    begin(path) {
      const count = underWay.get(path) ?? 0
      if (count >= limits.atOncePerApi) throw new Refusal(45033, path)
      underWay.set(path, count + 1)
      return () => underWay.set(path, (underWay.get(path) ?? 1) - 1)
    },
  }
}
