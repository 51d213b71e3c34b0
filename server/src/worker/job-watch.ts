import type { Log } from '../ports/log'
import type { Clock } from '../ports/system'
import { systemTimer, type Repeating, type Timer } from './repeat'

/** Told of each round of a job that repeats; a round failed when it wrote an error with its cause to the log. */
export type TellRound = (job: string, round: { readonly endedAtMs: number; readonly failed: boolean }) => void

export interface JobWatchParts {
  readonly log: Log
  readonly clock: Clock
  readonly tell: TellRound
  readonly timer?: Timer
}

/**
 * Watches a job from outside: `startRepeating` asks its timer for the next round when one has ended, and what went wrong
 * stands in the log.
 * @param start hands log and timer on to the job, and to no other
 */
export function watchJob(
  { log, clock, tell, timer = systemTimer }: JobWatchParts,
  job: string,
  start: (log: Log, timer: Timer) => Repeating,
): Repeating {
  let isRunning = false
  let failed = false
  const watchedLog: Log = {
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => log.warn(fields, text),
    error: (fields, text) => {
      if ('err' in fields) failed = true
      log.error(fields, text)
    },
  }
  const watchedTimer: Timer = (work, delayMs) => {
    if (isRunning) tell(job, { endedAtMs: clock.nowMs(), failed })
    isRunning = false
    return timer(() => {
      isRunning = true
      failed = false
      work()
    }, delayMs)
  }
  return start(watchedLog, watchedTimer)
}
