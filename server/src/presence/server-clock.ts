import { medianSkewMs, type ClockSample } from '../features/sites-gateway/gateway-clock.rules'
import type { Clock } from '../ports/system'

const SAMPLES = 5
const TIMEOUT_MS = 3_000
/** `Date` counts whole seconds: on average the true time is half a second later. */
const HALF_SECOND_MS = 500

/**
 * Our clock minus the server's, by the `Date` header of its `/healthz`: exact to about a second, which is plenty beside
 * the 30 s that alarm. Null when the server does not answer.
 */
export async function measureOwnSkewMs(serverUrl: string, clock: Clock): Promise<number | null> {
  const samples: ClockSample[] = []
  try {
    for (let count = 0; count < SAMPLES; count++) {
      const askedAtMs = clock.nowMs()
      const response = await fetch(`${serverUrl}/healthz`, {
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const answeredAtMs = clock.nowMs()
      await response.body?.cancel()
      const theirMs = Date.parse(response.headers.get('date') ?? '') + HALF_SECOND_MS
      if (Number.isNaN(theirMs)) return null
      samples.push({ askedAtMs, answeredAtMs, theirMs })
    }
  } catch {
    return null
  }
  const theirs = medianSkewMs(samples)
  return theirs === null ? null : -theirs
}
