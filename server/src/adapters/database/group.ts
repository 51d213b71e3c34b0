export interface GroupOptions<Item, Result> {
  /** At most this many items in one run; 1 turns grouping off. */
  readonly maxItems: number
  /** Two items with the same key never share a run. */
  readonly keyOf?: (item: Item) => string
  /** Answers in the order of the items. A rejection rejects every item of the run. */
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>
}

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (fault: unknown) => void
}

/**
 * Runs items in groups without adding any wait: the next group is what queued while the last one ran.
 * A lone item starts at once.
 */
export function groupWork<Item, Result>(options: GroupOptions<Item, Result>): (item: Item) => Promise<Result> {
  let queue: Waiting<Item, Result>[] = []
  let running = false

  async function drain(): Promise<void> {
    running = true
    // One turn of the event loop lets requests that were parsed together travel together.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (queue.length > 0) {
      const group = takeGroup()
      try {
        const results = await options.run(group.map((waiting) => waiting.item))
        group.forEach((waiting, index) => waiting.resolve(results[index] as Result))
      } catch (fault) {
        for (const waiting of group) waiting.reject(fault)
      }
    }
    running = false
  }

  function takeGroup(): Waiting<Item, Result>[] {
    const keys = new Set<string>()
    const group: Waiting<Item, Result>[] = []
    const rest: Waiting<Item, Result>[] = []
    for (const waiting of queue) {
      const key = options.keyOf?.(waiting.item)
      const fits = group.length < options.maxItems && (key === undefined || !keys.has(key))
      if (fits && key !== undefined) keys.add(key)
      ;(fits ? group : rest).push(waiting)
    }
    queue = rest
    return group
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (!running) void drain()
    })
}
