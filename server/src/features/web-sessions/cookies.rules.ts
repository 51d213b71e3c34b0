/** The two cookies of a browser's session. */

export interface CookieNames {
  /** What a log-in under way is checked against. */
  readonly login: string
  readonly refresh: string
}

export const LOGIN_PATH = '/'
export const REFRESH_PATH = '/api/v1/web-sessions'

/**
 * Over HTTPS the prefixes make browsers refuse a cookie that a neighbouring host tries to plant (`__Host-`), or that
 * came over plain HTTP (RFC 6265bis, 4.1.3).
 */
export function cookieNames(secure: boolean): CookieNames {
  return secure
    ? { login: '__Host-waiqin-login', refresh: '__Secure-waiqin-refresh' }
    : { login: 'waiqin-login', refresh: 'waiqin-refresh' }
}
