import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Lifecycle } from './lifecycle'
import type { Metrics } from './metrics'

/** Something that is served under a path of its own, with a protocol of its own: the photo store, the WeCom sandbox. */
export interface Mount {
  /** Without a slash at its end, e.g. `/sandbox/wecom`. */
  readonly prefix: string
  /** @param refusal why the edge wants the request refused, in the mount's own words; null: it may be answered */
  readonly handle: (request: IncomingMessage, response: ServerResponse, refusal: MountRefusal | null) => void
}

export type MountRefusal = 'stopping' | 'too_many_requests'

export interface MountParts {
  readonly mounts: readonly Mount[]
  /** Per minute and address; like elsewhere what was in order does not count, since a whole office shares one address. */
  readonly failuresPerMinute: number
  readonly addressOf: (request: IncomingMessage, response: ServerResponse) => string
  readonly lifecycle: Pick<Lifecycle, 'stopping'>
  readonly metrics: Pick<Metrics, 'observeRequest'>
}

const WINDOW_SECONDS = 60
/** There is no such object, or it is there already: answers to honest requests. */
const HONEST_FAILURES: readonly number[] = [404, 409]

/** @returns false when the request is for no mount */
export function createMountHandler(parts: MountParts): (request: IncomingMessage, response: ServerResponse) => boolean {
  const failures = new RateLimiterMemory({ points: parts.failuresPerMinute, duration: WINDOW_SECONDS })
  return (request, response) => {
    const mount = parts.mounts.find(({ prefix }) => request.url?.startsWith(`${prefix}/`))
    if (mount === undefined) return false
    const { method = '' } = request
    const startedAt = process.hrtime.bigint()
    const address = parts.addressOf(request, response)
    request.url = request.url?.slice(mount.prefix.length)
    // A request counts while it is under way, lest a thousand at once are all the first.
    const admitted = failures.consume(address).then(
      () => true,
      () => false,
    )
    response.once('close', () => {
      const { statusCode } = response
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9
      parts.metrics.observeRequest({ method, route: mount.prefix, status: statusCode, seconds })
      const isInOrder = statusCode < 400 || HONEST_FAILURES.includes(statusCode)
      if (isInOrder && response.writableFinished) void failures.reward(address)
    })
    void admitted.then((isAdmitted) => {
      const refusal = parts.lifecycle.stopping ? 'stopping' : isAdmitted ? null : 'too_many_requests'
      mount.handle(request, response, refusal)
    })
    return true
  }
}
