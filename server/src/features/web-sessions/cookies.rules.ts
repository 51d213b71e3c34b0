/** The two cookies of a browser's session. */

export interface CookieNames {
  /** What a log-in under way is checked against. */
  readonly login: string
  readonly refresh: string
}

/** What the prefix `__Host-` asks for. */
export const COOKIE_PATH = '/'

/**
 * Over HTTPS the prefix makes browsers refuse a cookie that a neighbouring host tries to plant, or that came over plain
 * HTTP (RFC 6265bis, 4.1.3).
 */
export function cookieNames(secure: boolean): CookieNames {
  return secure
    ? { login: '__Host-waiqin-login', refresh: '__Host-waiqin-refresh' }
    : { login: 'waiqin-login', refresh: 'waiqin-refresh' }
}
