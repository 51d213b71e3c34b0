import type { GatewayRow, GatewayStore, ReadGatewayClock } from '../../ports/presence-proof'
import type { Clock } from '../../ports/system'
import type { Trail } from '../../ports/trail'
import { gatewayClockStanding, medianSkewMs, type GatewayClockStanding } from './gateway-clock.rules'

export interface MeasureSkewsPorts {
  readonly gateways: GatewayStore
  readonly readGatewayClock: ReadGatewayClock
  readonly clock: Clock
}

export type SkewReport =
  | {
      readonly siteId: string
      readonly result: 'measured'
      readonly skewMs: number
      readonly standing: GatewayClockStanding
    }
  | {
      readonly siteId: string
      readonly result: 'unreachable' | 'other_site'
      /** Never: it may not have been set up yet. */
      readonly wasEverMeasured: boolean
    }

/**
 * Measures every gateway's clock against ours and keeps the result with its site, one site after the other; a gateway
 * that is away keeps its last figure. A change between right, alarm and wrong leaves an audit line.
 */
export async function measureSkews(ports: MeasureSkewsPorts): Promise<readonly SkewReport[]> {
  const reports: SkewReport[] = []
  for (const gateway of await ports.gateways.listGateways()) reports.push(await measureOne(ports, gateway))
  return reports
}

async function measureOne(ports: MeasureSkewsPorts, gateway: GatewayRow): Promise<SkewReport> {
  const { siteId } = gateway
  const wasEverMeasured = gateway.skewMeasuredAtMs !== null
  const reading = await ports.readGatewayClock(gateway)
  if (reading.result !== 'read') return { siteId, result: reading.result, wasEverMeasured }
  const skewMs = medianSkewMs(reading.samples)
  if (skewMs === null) return { siteId, result: 'unreachable', wasEverMeasured }
  const measurement = { siteId, skewMs, measuredAtMs: ports.clock.nowMs() }
  await ports.gateways.recordSkew(measurement, trailOf(gateway, skewMs))
  return { siteId, result: 'measured', skewMs, standing: gatewayClockStanding(skewMs) }
}

function trailOf(gateway: GatewayRow, skewMs: number): Trail {
  const before = gateway.skewMeasuredAtMs === null ? 'right' : gatewayClockStanding(gateway.skewMs)
  const after = gatewayClockStanding(skewMs)
  if (before === after) return { audit: [], events: [] }
  return {
    audit: [
      {
        actor: { kind: 'system', id: 'gateway-clock' },
        action: `gateway_clock.${after}`,
        subject: { kind: 'site', id: gateway.siteId },
        requestId: null,
        detail: { before, after, skewMs: Math.round(skewMs) },
      },
    ],
    events: [],
  }
}
