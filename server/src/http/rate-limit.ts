import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../app-error'
import type { Config } from '../config'
import type { Route } from './route'
import type { RequestState } from './state'

const WINDOW_SECONDS = 60

/**
 * Limits per minute, in this process's memory: they protect the server and decide nothing. A session has its own; an
 * address counts only requests without a session and failed log-ins, since a whole office shares one address.
 */
export interface RateLimits {
  /** @throws AppError TOO_MANY_REQUESTS */
  forAddress(state: RequestState): Promise<void>
  /** Like `forAddress` without counting this request. */
  peekAddress(state: RequestState): Promise<void>
  /** @throws AppError TOO_MANY_REQUESTS */
  forSession(state: RequestState, sessionId: string): Promise<void>
  /** @throws AppError TOO_MANY_REQUESTS @param key session id or address */
  forRoute(state: RequestState, route: Route, key: string): Promise<void>
}

export function createRateLimits(limits: Config['rateLimits'], routes: readonly Route[]): RateLimits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS })
  const addresses = limiter(limits.perAddressPerMinute)
  const sessions = limiter(limits.perSessionPerMinute)
  const perRoute = new Map(
    routes.flatMap((route) =>
      route.requestsPerMinute === undefined ? [] : [[route, limiter(route.requestsPerMinute)]],
    ),
  )
  return {
    forAddress: (state) => consume(addresses, state, state.request.networkAddress),
    peekAddress: async (state) => {
      const used = await addresses.get(state.request.networkAddress)
      if (used !== null && used.consumedPoints > addresses.points) refuse(state, used, addresses.points)
    },
    forSession: (state, sessionId) => consume(sessions, state, sessionId),
    forRoute: async (state, route, key) => {
      const routeLimiter = perRoute.get(route)
      if (routeLimiter !== undefined) await consume(routeLimiter, state, key)
    },
  }
}

async function consume(limiter: RateLimiterMemory, state: RequestState, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    refuse(state, refused, limiter.points)
  }
}

function refuse(state: RequestState, used: RateLimiterRes, points: number): never {
  state.auditable = used.consumedPoints === points + 1
  throw new AppError('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.max(1, Math.ceil(used.msBeforeNext / 1_000)) })
}
