import type { Time } from '../platform/platform'

/** What is asked for, or `instead` when it takes longer. */
export function within<Value>(
  time: Pick<Time, 'after'>,
  patienceMs: number,
  asked: Promise<Value>,
  instead: Value,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = time.after(patienceMs, () => resolve(instead))
    void asked.then(resolve, reject).finally(stop)
  })
}
