/**
 * 极速签到: where everything holds, the page checks in by itself after two seconds in which a tap calls it off. It goes the
 * way of a tap, once for a slot while the app runs, whatever comes of it.
 */
import type { SlotReply } from '../contract/api'
import { slotKey } from '../contract/work-day'
import type { Platform, Stop } from '../platform/platform'
import { mayCheckInByItself, type QuickSituation } from './quick-check-in-rule'

const SECOND_MS = 1_000
const COUNT_SECONDS = 2

export interface QuickPage {
  /** How everything stands at this moment. */
  situation(): QuickSituation
  /** As a tap does. */
  submit(): void
  /** The countdown began, went on or ended. */
  changed(): void
}

export interface QuickWatch {
  /** Something changed: begins the countdown, or ends one that no longer holds. */
  consider(): void
  /** Until it goes out by itself; null: nothing is counted down. */
  secondsLeft(): number | null
  /** The person called it off: this slot waits for a tap. */
  cancel(): void
  /** The page is not in front any more. */
  stop(): void
}

export interface QuickCheckIn {
  /** From the moment that the page is shown until it is hidden. */
  watch(page: QuickPage): QuickWatch
}

interface Countdown {
  readonly key: string
  readonly secondsLeft: number
  readonly stopTimer: Stop
}

export function createQuickCheckIn({ time, lifecycle }: Pick<Platform, 'time' | 'lifecycle'>): QuickCheckIn {
  /** Slots that had their chance in this run. */
  const past = new Set<string>()

  return {
    watch(page) {
      let countdown: Countdown | null = null
      let isOver = false

      /** The slot that may go out by itself now. */
      function candidate(): string | null {
        const situation = page.situation()
        if (isOver || !mayCheckInByItself(situation) || situation.slot === null) return null
        const key = keyOf(situation.slot)
        return past.has(key) ? null : key
      }

      function set(next: Countdown | null): void {
        countdown?.stopTimer()
        countdown = next
        page.changed()
      }

      function count(key: string, secondsLeft: number): void {
        set({ key, secondsLeft, stopTimer: time.after(SECOND_MS, () => tick(key, secondsLeft - 1)) })
      }

      function tick(key: string, secondsLeft: number): void {
        if (candidate() !== key) return set(null)
        if (secondsLeft > 0) return count(key, secondsLeft)
        past.add(key)
        set(null)
        page.submit()
      }

      function consider(): void {
        const key = candidate()
        if (countdown !== null && countdown.key !== key) set(null)
        if (countdown === null && key !== null) count(key, COUNT_SECONDS)
      }

      function stop(): void {
        isOver = true
        countdown?.stopTimer()
        countdown = null
        stopHide()
      }

      const stopHide = lifecycle.onHide(stop)
      return {
        consider,
        secondsLeft: () => countdown?.secondsLeft ?? null,
        cancel() {
          if (countdown === null) return
          past.add(countdown.key)
          set(null)
        },
        stop,
      }
    },
  }
}

function keyOf(slot: SlotReply): string {
  return `${slot.workDay}/${slotKey(slot)}`
}
