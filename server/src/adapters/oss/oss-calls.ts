import OSS from 'ali-oss'
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel'
import { AppError } from '../../app-error'
import type { OssConfig } from '../../config.oss'
import type { Log } from '../../ports/log'
import type { Credential, Credentials } from './credentials'
import { faultOf, OssFault } from './oss-problems'

export interface OssCallsOptions {
  readonly config: OssConfig
  readonly credentials: Credentials
  readonly log?: Log
  /** Of one try. */
  readonly timeoutMs?: number
  /** Waits before the second and later tries begin at this. */
  readonly firstWaitMs?: number
  /** After so many failures in a row nothing is asked for a while. */
  readonly failuresToBreak?: number
  readonly breakMs?: number
}

export interface OssCalls {
  /**
   * One call that may be repeated. What may pass is tried three times in all; a credential that OSS no longer takes is
   * fetched anew once.
   * @param what names the call in the log, e.g. `read`
   * @throws OssFault: OSS refused (`absent`, `operator`, `request`); AppError PHOTO_STORE_UNAVAILABLE otherwise
   */
  run<Result>(what: string, call: (client: OSS) => Promise<Result>): Promise<Result>
  /** @throws AppError PHOTO_STORE_UNAVAILABLE */
  credential(): Promise<Credential>
}

const TIMEOUT_MS = 10_000
const FIRST_WAIT_MS = 200
const MOST_TRIES = 3
const FAILURES_TO_BREAK = 8
const BREAK_MS = 15_000

export function createOssCalls(options: OssCallsOptions): OssCalls {
  const { config, credentials, log, timeoutMs = TIMEOUT_MS, breakMs = BREAK_MS } = options
  const breaker = circuitBreaker(handleWhen(isTransient), {
    halfOpenAfter: breakMs,
    breaker: new ConsecutiveBreaker(options.failuresToBreak ?? FAILURES_TO_BREAK),
  })
  breaker.onBreak(() => log?.error({ bucket: config.bucket }, 'OSS keeps failing: no calls for a while'))
  breaker.onReset(() => log?.info({ bucket: config.bucket }, 'OSS answers again'))
  const again = retry(handleWhen(isWorthAnotherTry), {
    maxAttempts: MOST_TRIES - 1,
    backoff: new ExponentialBackoff({ initialDelay: options.firstWaitMs ?? FIRST_WAIT_MS }),
  })
  // ali-oss ends what takes too long; this is for what it does not notice.
  const policy = wrap(again, breaker, timeout(timeoutMs * 1.5, TimeoutStrategy.Aggressive))
  let made: { readonly credential: Credential; readonly client: OSS } | null = null

  const clientFor = (credential: Credential): OSS => {
    if (made?.credential !== credential) made = { credential, client: makeClient(config, credential, timeoutMs) }
    return made.client
  }

  async function credential(): Promise<Credential> {
    try {
      return await credentials.current()
    } catch (error) {
      const { message } = error as Error
      log?.error({}, message)
      throw unavailable(message)
    }
  }

  async function run<Result>(what: string, call: (client: OSS) => Promise<Result>): Promise<Result> {
    const attempt = (used: Credential) => policy.execute(() => call(clientFor(used)).catch(rethrowAsFault))
    const used = await credential()
    try {
      return await attempt(used).catch(async (fault: unknown) => {
        if (!(fault instanceof OssFault) || fault.kind !== 'credential') throw fault
        return attempt(await credentials.renew(used).catch(() => used))
      })
    } catch (fault) {
      throw translated(what, fault)
    }
  }

  function translated(what: string, fault: unknown): unknown {
    if (fault instanceof BrokenCircuitError) return unavailable('no calls for a while', Math.ceil(breakMs / 1_000))
    if (fault instanceof TaskCancelledError) return unavailable(`${what}: no answer in time`)
    if (!(fault instanceof OssFault)) return fault
    const { kind, code, status, requestId } = fault
    if (kind === 'absent' || kind === 'request') return fault
    if (kind === 'operator') {
      log?.error({ what, code, status, ossRequestId: requestId }, fault.message)
      return fault
    }
    log?.warn({ what, code, status, ossRequestId: requestId }, 'OSS did not do what was asked')
    return unavailable(`${what}: ${code}`)
  }

  return { run, credential }
}

/** @param internalText no secret, no address */
export function unavailable(internalText: string, retryAfterSeconds?: number): AppError {
  return new AppError('PHOTO_STORE_UNAVAILABLE', {
    internalText: `OSS: ${internalText}`,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

function makeClient(config: OssConfig, credential: Credential, timeoutMs: number): OSS {
  const { bucket, region, endpoint, domain } = config
  const address = endpoint ?? domain
  return new OSS({
    bucket,
    region: `oss-${region}`,
    ...(address !== null && { endpoint: address }),
    cname: endpoint === null && domain !== null,
    secure: true,
    authorizationV4: true,
    timeout: timeoutMs,
    accessKeyId: credential.accessKeyId,
    accessKeySecret: credential.accessKeySecret,
    // Without an interval the package prints advice; credentials are renewed here, not there.
    ...(credential.securityToken !== null && { stsToken: credential.securityToken, refreshSTSTokenInterval: 1 }),
  })
}

function rethrowAsFault(error: unknown): never {
  throw faultOf(error)
}

/** A sign that OSS, or the way to it, is unwell. */
function isTransient(fault: Error): boolean {
  return fault instanceof OssFault ? fault.kind === 'busy' || fault.kind === 'silent' : true
}

/** Whoever did not get an answer in time has waited long enough. */
function isWorthAnotherTry(fault: Error): boolean {
  return fault instanceof OssFault && fault.kind === 'busy'
}
