/** How often a person may ask for a change of phones: each request writes to every leader who is asked. */
import type { DeviceRecord } from './binding.rules'

const MOST_A_DAY = 5
const DAY_MS = 86_400_000

/**
 * Until when the person may not ask again; null: now. Each request of the last 24 hours left a device, which was made
 * before it was bound, if ever; one bound unaided was bound as it was made.
 * @param own the person's devices, in any order
 */
export function mayAskAgainAtMs(own: readonly DeviceRecord[], nowMs: number): number | null {
  const askedAtMs = own
    .filter(({ createdAtMs, boundAtMs }) => createdAtMs > nowMs - DAY_MS && boundAtMs !== createdAtMs)
    .map(({ createdAtMs }) => createdAtMs)
    .sort((left, right) => right - left)
  const oldestThatCounts = askedAtMs[MOST_A_DAY - 1]
  return oldestThatCounts === undefined ? null : oldestThatCounts + DAY_MS
}
