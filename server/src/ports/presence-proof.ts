import type { PresenceProofFacts } from '../features/check-in/check-in-facts.rules'
import type { ClockSample } from '../features/sites-gateway/gateway-clock.rules'
import type { Trail } from './trail'

export interface PresenceProofQuestion {
  /** As the phone sent it, unread; null when it sent none. */
  readonly proof: string | null
  /** Public JWK (JSON text) of every gateway whose site is open to this person, by site id. */
  readonly gatewayJwksBySite: ReadonlyMap<string, string>
  /** Gateway clock minus server clock as last measured, by site id; a site without an entry counts as exact. */
  readonly skewMsBySite: ReadonlyMap<string, number>
  readonly challenge: string
  readonly position: number
  readonly deviceKeyThumbprint: string
}

/** Checks signature and claims of a presence proof. Whatever was sent, it answers and does not throw. */
export type VerifyPresenceProof = (question: PresenceProofQuestion) => Promise<PresenceProofFacts>

export type GatewayClockReading =
  | { readonly result: 'read'; readonly samples: readonly ClockSample[] }
  /** `other_site`: the address led to another site's gateway, as the company's DNS may do from the server's network. */
  | { readonly result: 'unreachable' | 'other_site' }

/** Reads a gateway's clock beside ours over HTTP. Answers, and does not throw, when the gateway is away. */
export type ReadGatewayClock = (gateway: {
  readonly siteId: string
  readonly url: string
}) => Promise<GatewayClockReading>

export interface GatewayRow {
  readonly siteId: string
  readonly url: string
  readonly skewMs: number
  readonly skewMeasuredAtMs: number | null
}

export interface GatewayStore {
  /** The gateways of sites that are not archived. */
  listGateways(): Promise<readonly GatewayRow[]>
  recordSkew(
    measurement: { readonly siteId: string; readonly skewMs: number; readonly measuredAtMs: number },
    trail: Trail,
  ): Promise<void>
}
