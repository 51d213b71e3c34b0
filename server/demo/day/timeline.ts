/** Runs what many phones do in the order of a simulated day, several at once, as fast as the server answers. */

/** Something that happens at an instant of the day. */
export interface Happening {
  readonly atMs: number
  /** Happenings of one actor follow one another; several actors go on side by side. */
  readonly actor: string
  /** Alone: everything before it has ended, and nothing else begins until it has. */
  readonly alone?: boolean
  readonly run: () => Promise<void>
}

export interface TimelineOptions {
  readonly clock: { set(ms: number): void; nowMs(): number }
  /** How many go on at once. */
  readonly lanes: number
  /** The clock waits for whoever is further behind than this. */
  readonly spanMs: number
  readonly onProgress?: (done: number, atMs: number) => void
}

/** @throws whatever a happening throws, once those under way have ended */
export async function runTimeline(happenings: readonly Happening[], options: TimelineOptions): Promise<void> {
  const { clock, lanes, spanMs, onProgress = () => {} } = options
  const ordered = [...happenings].sort((left, right) => left.atMs - right.atMs)
  const running = new Map<Promise<void>, number>()
  const lastOf = new Map<string, Promise<void>>()
  let done = 0
  const faults: Error[] = []

  const oldestMs = () => Math.min(...running.values())
  const isFull = (next: Happening) =>
    running.size > 0 && (next.alone === true || running.size >= lanes || next.atMs - oldestMs() > spanMs)

  for (const next of ordered) {
    while (faults.length === 0 && isFull(next)) await Promise.race(running.keys())
    // An actor's earlier happening may still be under way: the later one does not overtake it.
    await lastOf.get(next.actor)
    if (faults.length > 0) break
    clock.set(Math.max(clock.nowMs(), next.atMs))
    const run: Promise<void> = next
      .run()
      .catch((error: unknown) => {
        faults.push(error instanceof Error ? error : new Error(String(error)))
      })
      .finally(() => {
        running.delete(run)
        onProgress(++done, next.atMs)
      })
    running.set(run, next.atMs)
    lastOf.set(next.actor, run)
    if (next.alone === true) await run
  }
  await Promise.all(running.keys())
  if (faults[0] !== undefined) throw faults[0]
}
