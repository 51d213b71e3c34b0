import type { Context } from 'koa'
import type { ErrorCode } from '#contract/error-codes'
import type { Language } from './language'
import type { Caller, RequestFacts, Route } from './route'

/** What the edge learns about a request on its way in; log, metrics and audit read it on the way out. */
export interface RequestState {
  readonly request: RequestFacts
  readonly language: Language
  route: Route | null
  /** The pattern of the matched route or page: paths themselves may carry anything. */
  pattern: string | null
  /** Left out of the access log. */
  quiet: boolean
  caller: Caller | null
  errorCode: ErrorCode | null
  /** False for all but the first refusal of a rate limit's window: a flood must not fill the audit trail. */
  auditable: boolean
}

const states = new WeakMap<Context, RequestState>()

export function setState(context: Context, state: RequestState): void {
  states.set(context, state)
}

export function stateOf(context: Context): RequestState {
  const state = states.get(context)
  if (state === undefined) throw new Error('the request has no state yet')
  return state
}
