import type { Log } from '../ports/log'
import { watchJob } from './job-watch'
import { startRepeating, type Timer } from './repeat'

const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A timer whose work the test lets go on. */
function handTimer() {
  let next: (() => void) | null = null
  const timer: Timer = (work) => {
    next = work
    return () => (next = null)
  }
  return {
    timer,
    /** Runs the round that is next, until the one after it is scheduled. */
    round: async () => {
      const work = next
      next = null
      work?.()
      while (next === null) await Promise.resolve()
    },
  }
}

it('tells when a round ended, and whether it wrote an error with its cause', async () => {
  const hand = handTimer()
  const told: unknown[] = []
  let nowMs = 1_000
  const rounds: ((log: Log) => void)[] = [
    () => undefined,
    (log) => log.error({ err: new Error('away') }, 'it is tried again'),
    // About something that was found, not about the job.
    (log) => log.error({ day: '2026-11-22' }, 'the seal differs'),
  ]
  const watched = watchJob(
    {
      log: NO_LOG,
      clock: { nowMs: () => nowMs },
      tell: (job, round) => told.push([job, round]),
      timer: hand.timer,
    },
    'sealing',
    (log, timer) =>
      startRepeating(() => {
        rounds.shift()?.(log)
        nowMs += 500
        return Promise.resolve(0)
      }, timer),
  )
  for (let count = 0; count < 3; count++) await hand.round()
  await watched.stop()
  expect(told).toEqual([
    ['sealing', { endedAtMs: 1_500, failed: false }],
    ['sealing', { endedAtMs: 2_000, failed: true }],
    ['sealing', { endedAtMs: 2_500, failed: false }],
  ])
})

it('hands every line on', async () => {
  const lines: string[] = []
  const keep = (_: unknown, text: string) => lines.push(text)
  const hand = handTimer()
  const watched = watchJob(
    {
      log: { info: keep, warn: keep, error: keep },
      clock: { nowMs: () => 0 },
      tell: () => undefined,
      timer: hand.timer,
    },
    'any',
    (log, timer) =>
      startRepeating(() => {
        log.info({}, 'one')
        log.warn({}, 'two')
        log.error({}, 'three')
        return Promise.resolve(0)
      }, timer),
  )
  await hand.round()
  await watched.stop()
  expect(lines).toEqual(['one', 'two', 'three'])
})
