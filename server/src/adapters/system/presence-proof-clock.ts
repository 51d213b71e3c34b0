import type { GatewayHealth } from '#contract/presence-proof'
import type { ReadGatewayClock } from '../../ports/presence-proof'
import type { Clock } from '../../ports/system'

const SAMPLES = 5
const TIMEOUT_MS = 3_000
const MAX_REPLY_BYTES = 4_096

/** Reads gateways' clocks by `GET <gatewayUrl>/healthz`, five times one after the other. */
export function createGatewayClockReader(clock: Clock): ReadGatewayClock {
  return async ({ siteId, url }) => {
    const samples = []
    try {
      for (let count = 0; count < SAMPLES; count++) {
        const askedAtMs = clock.nowMs()
        const health = await getHealth(url)
        const answeredAtMs = clock.nowMs()
        if (health.siteId !== siteId) return { result: 'other_site' }
        samples.push({ askedAtMs, answeredAtMs, theirMs: health.nowMs })
      }
      return { result: 'read', samples }
    } catch {
      return { result: 'unreachable' }
    }
  }
}

async function getHealth(gatewayUrl: string): Promise<Pick<GatewayHealth, 'siteId' | 'nowMs'>> {
  const response = await fetch(`${gatewayUrl.replace(/\/+$/, '')}/healthz`, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new Error(`gateway answered ${response.status}`)
  }
  const health = JSON.parse(await boundedText(response)) as Record<string, unknown> | null
  const siteId = health?.['siteId']
  const nowMs = health?.['nowMs']
  if (typeof siteId !== 'string' || typeof nowMs !== 'number') throw new Error('not the health of a gateway')
  return { siteId, nowMs }
}

/** Whatever stands at the address, it cannot make us hold more than a few kilobytes. */
async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > MAX_REPLY_BYTES) throw new Error('reply too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
