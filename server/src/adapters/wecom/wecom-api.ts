import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  CircuitState,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
  type ICancellationContext,
} from 'cockatiel'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../app-error'
import type { IntegrationTokenStore } from '../../ports/integration-token-store'
import type { Log } from '../../ports/log'
import type { Clock } from '../../ports/system'
import { createAccessTokens } from './access-tokens'
import { exchange, unavailable, type WecomAnswer, type WecomCall } from './wecom-calls'
import { WecomError } from './wecom-problems'

export interface WecomApiOptions {
  /** See `exchange`. */
  readonly baseUrl: string
  readonly corpId: string
  /** Names the token in the store: one per secret, e.g. the agent id, or `contacts`. */
  readonly app: string
  readonly secret: string
  readonly tokens: IntegrationTokenStore
  readonly clock: Clock
  readonly log?: Log
  readonly timeoutMs?: number
  /** Waits before the second and later tries begin at this. */
  readonly firstWaitMs?: number
  /** Of one path, in a minute, from this process. WeCom allows a company 10 000. */
  readonly callsPerMinute?: number
  /** After so many failures in a row nothing is asked for a while. */
  readonly failuresToBreak?: number
  readonly breakMs?: number
  /** Told of every call. */
  readonly onCall?: (path: string, outcome: WecomOutcome) => void
}

export type WecomOutcome = 'ok' | 'refused' | 'unavailable' | 'limited' | 'broken'

/**
 * WeCom's server API for one secret of one company. A token that WeCom no longer takes is fetched anew once; `busy`
 * answers and broken connections are tried three times in all, if the call may be repeated.
 * @throws WecomError when WeCom refused: kinds `operator` and `request`; AppError WECOM_UNAVAILABLE for everything that
 *   may pass, with `retryAfterSeconds` where it is known
 */
export interface WecomApi {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<WecomAnswer>
  /** @param options.repeatable false: a call whose answer got lost may have been done, and must not be done twice */
  post(
    path: string,
    body: Readonly<Record<string, unknown>>,
    options?: { readonly repeatable?: boolean },
  ): Promise<WecomAnswer>
  /** True while calls fail at once, because many failed before. */
  isBroken(): boolean
}

const TIMEOUT_MS = 5_000
const FIRST_WAIT_MS = 200
const CALLS_PER_MINUTE = 3_000
const MOST_TRIES = 3
const FAILURES_TO_BREAK = 8
const BREAK_MS = 15_000
/** A minute's limit bans for a minute; asking meanwhile helps nothing. */
const BAN_SECONDS = 60

export function createWecomApi(options: WecomApiOptions): WecomApi {
  const { baseUrl, corpId, app, secret, tokens, clock, log, onCall = () => {} } = options
  const oneTry = timeout(options.timeoutMs ?? TIMEOUT_MS, TimeoutStrategy.Aggressive)
  const breaker = circuitBreaker(handleWhen(isTransient), {
    halfOpenAfter: options.breakMs ?? BREAK_MS,
    breaker: new ConsecutiveBreaker(options.failuresToBreak ?? FAILURES_TO_BREAK),
  })
  breaker.onBreak(() => log?.error({ app }, 'WeCom keeps failing: no calls for a while'))
  breaker.onReset(() => log?.info({ app }, 'WeCom answers again'))
  const again = retry(handleWhen(isWorthAnotherTry), {
    maxAttempts: MOST_TRIES - 1,
    backoff: new ExponentialBackoff({ initialDelay: options.firstWaitMs ?? FIRST_WAIT_MS }),
  })
  const once = wrap(breaker, oneTry)
  const repeated = wrap(again, breaker, oneTry)
  const limiter = new RateLimiterMemory({ points: options.callsPerMinute ?? CALLS_PER_MINUTE, duration: 60 })

  const accessTokens = createAccessTokens({
    name: `wecom:${corpId}:${app}`,
    store: tokens,
    clock,
    fetchToken: () =>
      run({ method: 'GET', path: '/cgi-bin/gettoken', query: { corpid: corpId, corpsecret: secret } }, true),
  })

  async function run(call: WecomCall, repeatable: boolean): Promise<WecomAnswer> {
    await limiter.consume(call.path).catch((left: RateLimiterRes) => {
      onCall(call.path, 'limited')
      throw unavailable(call.path, 'own limit reached', Math.ceil(left.msBeforeNext / 1_000))
    })
    try {
      const policy = repeatable ? repeated : once
      const answer = await policy.execute(({ signal }: ICancellationContext) => exchange(baseUrl, call, signal))
      onCall(call.path, 'ok')
      return answer
    } catch (fault) {
      throw await translated(call.path, fault)
    }
  }

  async function translated(path: string, fault: unknown): Promise<unknown> {
    if (fault instanceof BrokenCircuitError) {
      onCall(path, 'broken')
      return unavailable(path, 'no calls for a while', Math.ceil((options.breakMs ?? BREAK_MS) / 1_000))
    }
    if (!(fault instanceof WecomError)) {
      onCall(path, 'unavailable')
      if (fault instanceof TaskCancelledError) return unavailable(path, 'no answer in time')
      return fault instanceof AppError ? fault : unavailable(path, (fault as Error).name)
    }
    if (fault.kind === 'limited') {
      await limiter.block(path, BAN_SECONDS)
      onCall(path, 'limited')
      return unavailable(path, `errcode ${fault.errcode}`, BAN_SECONDS)
    }
    if (fault.kind === 'busy') {
      onCall(path, 'unavailable')
      return unavailable(path, `errcode ${fault.errcode}`)
    }
    onCall(path, 'refused')
    if (fault.kind === 'operator') log?.error({ app, path, errcode: fault.errcode }, fault.message)
    return fault
  }

  async function withToken(call: WecomCall, repeatable: boolean): Promise<WecomAnswer> {
    const token = await accessTokens.current()
    const send = (value: string) => run({ ...call, query: { access_token: value, ...call.query } }, repeatable)
    try {
      return await send(token)
    } catch (fault) {
      if (!(fault instanceof WecomError) || fault.kind !== 'token') throw fault
      return send(await accessTokens.renew(token))
    }
  }

  return {
    get: (path, query = {}) => withToken({ method: 'GET', path, query }, true),
    post: (path, body, { repeatable = true } = {}) => withToken({ method: 'POST', path, query: {}, body }, repeatable),
    isBroken: () => breaker.state === CircuitState.Open,
  }
}

/** A sign that WeCom is unwell. */
function isTransient(fault: Error): boolean {
  return fault instanceof WecomError ? fault.kind === 'busy' : true
}

/** Whoever did not get an answer in time has waited long enough. */
function isWorthAnotherTry(fault: Error): boolean {
  return isTransient(fault) && !(fault instanceof TaskCancelledError) && !(fault instanceof BrokenCircuitError)
}
