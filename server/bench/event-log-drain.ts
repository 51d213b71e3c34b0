import { Presets, SingleBar } from 'cli-progress'
import type { World } from './event-log-world'

/** Where the output is no terminal. */
const LINE_EVERY_MS = 10_000

/** A whole backlog, as after an outage: how long it takes and how much memory the worker needs for it. */
export async function drain(
  { backlog, elasticWorker, drained }: World,
  events: number,
  isCancelled: () => boolean,
): Promise<void> {
  const format = '{what} [{bar}] {percentage}% {value}/{total} {eta_formatted}'
  const bar = new SingleBar({ format, noTTYOutput: true, notTTYSchedule: LINE_EVERY_MS }, Presets.legacy)
  bar.start(events, 0, { what: 'seeding ' })
  await backlog.seed(events, (count) => {
    bar.update(count)
    return !isCancelled()
  })
  bar.update(0, { what: 'draining' })
  const worker = await elasticWorker()
  const startedAt = performance.now()
  let [left, peak]: [number, number | null] = [events, null]
  await drained((open) => {
    left = open
    peak = worker.peakMegabytes() ?? peak
    // The relay may still have had others before it.
    bar.update(Math.max(0, events - open))
  })
  const seconds = (performance.now() - startedAt) / 1_000
  bar.stop()
  await worker.stop()
  const [gone, memory] = [events - left, peak === null ? 'not known here' : `${peak} MB`]
  const speed = `${(gone / seconds).toFixed(0)}/s, its start included`
  console.log(`drained ${gone} of ${events} in ${seconds.toFixed(1)} s (${speed}); the worker's memory peak: ${memory}`)
}
