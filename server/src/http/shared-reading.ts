/**
 * What the gauges of one scrape share, as they are collected side by side.
 * @returns null when it could not be read: such gauges have no value then, and the other figures are told all the same
 */
export function sharedReading<Result>(read: () => Promise<Result>): () => Promise<Result | null> {
  let reading: Promise<Result | null> | null = null
  return () => {
    reading ??= read()
      .catch(() => null)
      .finally(() => {
        reading = null
      })
    return reading
  }
}
