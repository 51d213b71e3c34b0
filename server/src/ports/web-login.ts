/** Logging in with a browser: inside WeCom by OAuth2, on a PC by scanning. */

export interface WebLogin {
  /**
   * Where a browser inside WeCom is sent to; it comes back to `redirectUrl` with `code` and `state`.
   * @param state letters and digits, at most 128
   */
  authorizeUrl(redirectUrl: string, state: string): string
  /** What the scan panel of `@wecom/jssdk` is given. */
  scanParameters(redirectUrl: string, state: string): Readonly<Record<string, string>>
  /**
   * Redeems the code of either way: good once, for five minutes.
   * @returns null: somebody who is no member of the company
   * @throws AppError LOGIN_CODE_INVALID, WECOM_UNAVAILABLE, WECOM_REFUSED
   */
  redeem(code: string): Promise<{ readonly userId: string } | null>
}

export interface JsSignature {
  readonly timestamp: number
  readonly nonceStr: string
  readonly signature: string
}

export interface JsSignatures {
  /** For `ww.register`: `config` by the company's ticket, `agentConfig` by the app's. @param url its fragment is dropped */
  sign(kind: 'config' | 'agentConfig', url: string): Promise<JsSignature>
}

/** Ties the answer of a log-in to the browser that began it. */
export interface LoginStates {
  /** `secret` stays in the browser; `state` goes through WeCom and back, and tells nothing about it. */
  issue(nowMs: number): { readonly state: string; readonly secret: string }
  /** Whether this browser began this log-in, within the last ten minutes. Takes as long for a wrong state as for a right one. */
  matches(state: string, secret: string, nowMs: number): boolean
}
