import { isIP } from 'node:net'
import type { Context, Middleware } from 'koa'
import type { Clock, Random } from '../ports/system'
import { languageOf } from './language'
import type { RequestFacts } from './route'
import { parseSentAt } from './signature-headers'
import { setState } from './state'

/** Gives each request its state and answers with its id. */
export function requestFacts(parts: {
  readonly clock: Clock
  readonly random: Random
  readonly trustsProxy: boolean
}): Middleware {
  return async (context, next) => {
    const request: RequestFacts = {
      requestId: (parts.trustsProxy ? givenRequestId(context) : null) ?? parts.random.id(),
      receivedAtMs: parts.clock.nowMs(),
      networkAddress: networkAddress(context),
      sentAtMs: parseSentAt(context.headers),
    }
    setState(context, {
      request,
      language: languageOf(context),
      route: null,
      pattern: null,
      quiet: false,
      caller: null,
      errorCode: null,
      auditable: true,
    })
    context.set('X-Request-Id', request.requestId)
    await next()
  }
}

function givenRequestId(context: Context): string | null {
  const given = context.get('x-request-id')
  return /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : null
}

/** Koa reads `X-Forwarded-For` for as many hops as are trusted; what is no address there is not believed. */
export function networkAddress(context: Context): string {
  const socketAddress = context.req.socket.remoteAddress ?? ''
  const address = isIP(context.ip) === 0 ? socketAddress : context.ip
  return address.replace(/^::ffff:/, '')
}
