import type { Phone } from '../phone'
import { networkTypeOf } from '../../settings'
import { after } from './after'
import { WxFault } from './api'

const SLOW_MS = 3_000
const OWN_PATHS = /^\/(api|embedded-photos|sandbox)\//

export interface Way {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The way of a request from this phone: our server is where this page came from, whatever address the mini-program knows
 * it by; a presence gateway, which no page of another origin may ask, is asked through the preview's server.
 * @throws WxFault without a network, and where a gateway does not answer this phone
 */
export async function routeRequest({ settings }: Pick<Phone, 'settings'>, url: string): Promise<Way> {
  const { slow, gatewayReachable } = settings.current
  if (slow) await after(SLOW_MS)
  if (networkTypeOf(settings.current) === 'none') {
    throw new WxFault('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
      errno: 600_001,
    })
  }
  const asked = new URL(url, location.origin)
  if (OWN_PATHS.test(asked.pathname)) return { url: location.origin + asked.pathname + asked.search, headers: {} }
  if (!gatewayReachable || networkTypeOf(settings.current) !== 'wifi') {
    throw new WxFault('errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED', { errno: 600_001 })
  }
  return { url: `${location.origin}/preview/gateway`, headers: { 'x-gateway-url': asked.href } }
}
