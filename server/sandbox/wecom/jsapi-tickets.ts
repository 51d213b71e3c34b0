import type { Clock } from '../../src/ports/system'
import type { Json } from './answer'
import { Refusal } from './errors'
import { perHour, type RateLimits } from './limits'
import type { SandboxApp, SandboxBehaviour } from './options'

/** `GET /cgi-bin/get_jsapi_ticket` (the company's) and `/ticket/get?type=agent_config` (the app's), document 90539. */
export function createJsapiTickets(
  rates: RateLimits,
  { ticketSeconds, limits }: Pick<SandboxBehaviour, 'ticketSeconds' | 'limits'>,
  clock: Clock,
  randomText: (bytes: number) => string,
) {
  const tickets = new Map<string, { readonly text: string; readonly expiresAtMs: number }>()

  function ticket(name: string): Json {
    const known = tickets.get(name)
    if (known !== undefined && known.expiresAtMs > clock.nowMs()) {
      return { ticket: known.text, expires_in: Math.ceil((known.expiresAtMs - clock.nowMs()) / 1000) }
    }
    const text = randomText(64)
    tickets.set(name, { text, expiresAtMs: clock.nowMs() + ticketSeconds * 1000 })
    return { ticket: text, expires_in: ticketSeconds }
  }

  return {
    corp({ agentId }: SandboxApp): Json {
      rates.require('jsapi tickets', [perHour(limits.corpTicketsPerHour)])
      rates.require(`jsapi tickets of ${agentId}`, [perHour(limits.appTicketsPerHour)])
      return ticket('corp')
    },
    app({ agentId }: SandboxApp, query: URLSearchParams): Json {
      if (query.get('type') !== 'agent_config') throw new Refusal(40058, 'type')
      rates.require(`agent tickets of ${agentId}`, [perHour(limits.appTicketsPerHour)])
      return ticket(`app ${agentId}`)
    },
  }
}
