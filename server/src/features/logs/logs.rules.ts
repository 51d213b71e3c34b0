/** What a bucket may be long: minutes, hours, a day, a week. */
export const BUCKET_SECONDS = [60, 300, 900, 3_600, 10_800, 21_600, 86_400, 604_800] as const
export const MOST_BUCKETS = 500
/** What a chart shows well; chosen where nobody asks for a size. */
const BUCKETS_WANTED = 100

/**
 * @param asked one of {@link BUCKET_SECONDS}; null: the shortest that gives at most a hundred, else the longest
 * @returns null when that would be more than {@link MOST_BUCKETS}
 */
export function bucketSecondsFor(fromMs: number, untilMs: number, asked: number | null): number | null {
  const countOf = (seconds: number) => Math.ceil((untilMs - fromMs) / (seconds * 1_000))
  const seconds = asked ?? BUCKET_SECONDS.find((size) => countOf(size) <= BUCKETS_WANTED) ?? BUCKET_SECONDS.at(-1)
  return seconds === undefined || countOf(seconds) > MOST_BUCKETS ? null : seconds
}

/** All buckets of the range, also those that nothing was found in, which stores leave out. */
export function fillBuckets(
  range: { readonly fromMs: number; readonly untilMs: number; readonly bucketSeconds: number },
  found: readonly { readonly fromMs: number; readonly count: number }[],
): { readonly fromMs: number; readonly count: number }[] {
  const countFrom = new Map(found.map(({ fromMs, count }) => [fromMs, count]))
  const bucketMs = range.bucketSeconds * 1_000
  return Array.from({ length: Math.ceil((range.untilMs - range.fromMs) / bucketMs) }, (_, index) => {
    const fromMs = range.fromMs + index * bucketMs
    return { fromMs, count: countFrom.get(fromMs) ?? 0 }
  })
}
