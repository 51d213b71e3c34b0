/** Longer timers of a page in jsdom, run by hand: what goes on behind a page, and when, without waiting for it. */
import type { DOMWindow } from 'jsdom'

interface HandTimer {
  readonly delayMs: number
  readonly action: () => void
  readonly repeats: boolean
}

export interface HandTimers {
  /** Delays of the timers that are set, shortest first. */
  delays(): number[]
  /** Runs what is set with this delay once. @returns how many ran */
  run(delayMs: number): number
}

/** @param window of a page that is running; timers set from now on, of at least `fromMs`, wait for `run` */
export function handTimers(window: DOMWindow, fromMs = 3_000): HandTimers {
  const timers = new Map<number, HandTimer>()
  let count = 1_000_000
  const own = {
    setTimeout: window.setTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    clearInterval: window.clearInterval.bind(window),
  }
  const setter =
    (name: 'setTimeout' | 'setInterval') =>
    (action: () => void, delayMs = 0) => {
      if (delayMs < fromMs) return own[name](action, delayMs)
      timers.set(++count, { delayMs, action, repeats: name === 'setInterval' })
      return count
    }
  const clearer = (name: 'clearTimeout' | 'clearInterval') => (id: number) => {
    if (!timers.delete(id)) own[name](id)
  }
  Object.assign(window, {
    setTimeout: setter('setTimeout'),
    setInterval: setter('setInterval'),
    clearTimeout: clearer('clearTimeout'),
    clearInterval: clearer('clearInterval'),
  })
  return {
    delays: () => [...timers.values()].map(({ delayMs }) => delayMs).sort((left, right) => left - right),
    run(delayMs) {
      const due = [...timers].filter(([, timer]) => timer.delayMs === delayMs)
      for (const [id, { action, repeats }] of due) {
        if (!repeats) timers.delete(id)
        action()
      }
      return due.length
    },
  }
}
