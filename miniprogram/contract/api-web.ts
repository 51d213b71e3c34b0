/** Requests and replies of browsers: log-in and JS-SDK signatures. */
import type { ConsentState, SessionReply } from './api'
import type { Role } from './roles'

/** How a browser can log in. Its cookie holds what `state` is checked against. */
export interface WebSessionAttempt {
  readonly state: string
  /** For a browser inside WeCom: it comes back to the console with `code` and `state`. */
  readonly authorizeUrl: string
  /** For `createWWLoginPanel` of `@wecom/jssdk`. */
  readonly scan: Readonly<Record<string, string>>
}

export interface WebSessionRequest {
  readonly code: string
  readonly state: string
}

/** The refresh token is in a cookie that no script reads. */
export interface WebSessionReply {
  readonly accessToken: string
  readonly accessTokenExpiresAt: string
  /** Until then it can be refreshed. */
  readonly sessionExpiresAt: string
  readonly employee: SessionReply['employee']
  readonly roles: readonly Role[]
  readonly consent: ConsentState
}

export const JS_SIGNATURE_KINDS = ['config', 'agentConfig'] as const
export type JsSignatureKind = (typeof JS_SIGNATURE_KINDS)[number]

/** What the callbacks of `ww.register` answer. */
export interface JsSignatureReply {
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly nonceStr: string
  readonly signature: string
}
