const EVERY_MS = 25
const LONGEST_MS = 60_000

/**
 * Asks again until something is so.
 * @param isSo default: the value itself is true
 * @throws Error with the last value when it never is
 */
export async function until<Value>(
  read: () => Promise<Value> | Value,
  isSo: (value: Value) => boolean = Boolean,
): Promise<Value> {
  const deadline = performance.now() + LONGEST_MS
  for (;;) {
    const value = await read()
    if (isSo(value)) return value
    if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}
