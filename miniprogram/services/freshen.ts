/** The last look before a check-in is sent: a place that is no older than a minute, a challenge that makes it live, a proof. */
import type { Platform } from '../platform/platform'
import type { Contexts } from './context'
import { PLACE_KEPT_MS, type PlaceState } from './place-state'
import type { PlaceWatch } from './place-watch'
import { within } from './within'

/** A check-in is live while its challenge is at most 180 s old. */
export const CONTEXT_MS = 150_000
const CONTEXT_PATIENCE_MS = 2_500
const PROOF_PATIENCE_MS = 3_000

/**
 * A short try for what is missing, at most about 8 s; without a network for nothing but the place. The time of capture is
 * taken before it: this waits.
 * @returns the place to send
 */
export type Freshen = () => Promise<PlaceState>

export function createFreshen(
  { time }: Pick<Platform, 'time'>,
  contexts: Pick<Contexts, 'current' | 'load'>,
  placeWatch: Pick<PlaceWatch, 'state' | 'fresh' | 'prove'>,
): Freshen {
  async function renewContext(): Promise<void> {
    const { network, location } = placeWatch.state()
    const known = await contexts.current()
    // A clock that was set back says nothing about age.
    const ageMs = known === null ? Infinity : time.nowMs() - known.receivedAtMs
    if (network === 'none' || (ageMs >= 0 && ageMs <= CONTEXT_MS)) return
    const near = location?.ok === true ? location.value : null
    await contexts.load({ near, timeoutMs: CONTEXT_PATIENCE_MS })
  }

  return async () => {
    await Promise.all([placeWatch.fresh(PLACE_KEPT_MS), within(time, CONTEXT_PATIENCE_MS, renewContext(), undefined)])
    await within(time, PROOF_PATIENCE_MS, placeWatch.prove(), undefined)
    return placeWatch.state()
  }
}
