import type { Context } from 'koa'
import type { AnswerCookie, BrowserFacts } from './route'

const LONGEST_COOKIE = 512

export function browserFacts(context: Context): BrowserFacts {
  return {
    origin: context.get('origin') || null,
    cookie: (name) => {
      const value = context.cookies.get(name)
      return value === undefined || value.length > LONGEST_COOKIE ? null : value
    },
  }
}

export function setCookies(context: Context, cookies: readonly AnswerCookie[]): void {
  // TLS ends at a proxy in front, which need not tell: whether a cookie is for HTTPS alone is the answer's to say.
  context.cookies.secure = true
  for (const { name, value, path, sameSite, secure, maxAgeSeconds } of cookies) {
    const maxAge = value === null ? 0 : maxAgeSeconds * 1_000
    context.cookies.set(name, value, { path, sameSite, secure, maxAge, httpOnly: true, overwrite: true })
  }
}
