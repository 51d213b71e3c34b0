import { failure, success, type Result } from '../result'

/** How a call of the platform failed: not there, no answer in time, or as it said itself. */
export type WxFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed'; readonly message: string; readonly code: number | null }

export interface Callbacks<Reply> {
  readonly success: (reply: Reply) => void
  readonly fail: (error: unknown) => void
}

/**
 * A call with callbacks as a value. A call that does not exist on this client throws when it is tried, which makes the try
 * the feature test; a call that never answers is given up.
 */
export function callWx<Reply>(
  start: (callbacks: Callbacks<Reply>) => unknown,
  timeoutMs: number,
): Promise<Result<Reply, WxFailure>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(failure({ kind: 'timeout' })), timeoutMs)
    const settle = (result: Result<Reply, WxFailure>) => {
      clearTimeout(timer)
      resolve(result)
    }
    try {
      const started = start({
        success: (reply) => settle(success(reply)),
        fail: (error) => settle(failure(failureOf(error))),
      })
      if (isPromise(started)) started.catch((error: unknown) => settle(failure(failureOf(error))))
    } catch {
      settle(failure({ kind: 'missing' }))
    }
  })
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'catch' in value
}

function failureOf(error: unknown): WxFailure {
  const { errMsg, errCode, errno } = (error ?? {}) as { errMsg?: string; errCode?: number; errno?: number }
  const message = errMsg ?? String(error)
  // "File not exist" is no call that is missing.
  const isMissing =
    /not support|(api|function|method|event) (does )?not exist|not a function|no permission to|is not yet/i
  if (isMissing.test(message) && errCode === undefined) return { kind: 'missing' }
  return { kind: 'failed', message, code: errCode ?? errno ?? null }
}
