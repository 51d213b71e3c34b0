interface Waiting {
  readonly key: string
  readonly start: () => Promise<unknown>
}

/**
 * Lets works in cohorts: the next cohort is whoever queued while the last one ran, at most `maxWorks`, one per key.
 * The works of a cohort run side by side and in step, so that what they load and store travels together; works of one
 * key never overlap. A lone work starts at once.
 */
export function createInCohorts(
  maxWorks: number,
): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  let queue: Waiting[] = []
  let running = false

  async function runAll(): Promise<void> {
    running = true
    // One turn of the event loop, so that requests that were parsed together travel together.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (queue.length > 0) await Promise.allSettled(nextCohort().map(({ start }) => start()))
    running = false
  }

  function nextCohort(): Waiting[] {
    const keys = new Set<string>()
    const cohort: Waiting[] = []
    const rest: Waiting[] = []
    for (const waiting of queue) {
      const fits = cohort.length < maxWorks && !keys.has(waiting.key)
      if (fits) keys.add(waiting.key)
      ;(fits ? cohort : rest).push(waiting)
    }
    queue = rest
    return cohort
  }

  return (key, work) =>
    new Promise((resolve, reject) => {
      queue.push({ key, start: () => work().then(resolve, reject) })
      if (!running) void runAll()
    })
}
