import { AppError } from '../../app-error'
import { defineRoute, type AnswerCookie, type BrowserFacts, type Route } from '../../http/route'
import type { PresentableSession } from '../sessions/session-reply.rules'
import { COOKIE_PATH, cookieNames } from './cookies.rules'
import type { LoginAttempt, WebLogIn } from './web-log-in.usecase'
import { presentWebSession } from './web-session.present'
import { attemptReplySchema, webSessionReplySchema, webSessionRequestSchema } from './web-session.schema'

export interface WebSessionUseCases {
  readonly beginLogIn: () => LoginAttempt
  readonly logIn: WebLogIn
  readonly refresh: (input: {
    readonly refreshToken: string
    readonly requestId: string
  }) => Promise<PresentableSession>
  readonly endSession: (input: {
    readonly sessionId: string
    readonly employeeId: string
    readonly reason: 'logout'
    readonly requestId: string
  }) => Promise<void>
  /** Scheme, host and port under which browsers reach us. */
  readonly ownOrigin: () => string
  /** Cookies go over HTTPS alone. */
  readonly secureCookies: boolean
  readonly loginStateSeconds: number
}

const ATTEMPTS_PER_MINUTE = 120

/** Sessions of browsers. Other sites' pages are refused by their origin, whatever cookies come along. */
export function webSessionRoutes(useCases: WebSessionUseCases): Route[] {
  const { beginLogIn, logIn, refresh, endSession, ownOrigin, secureCookies } = useCases
  const names = cookieNames(secureCookies)

  function requireOwnPage({ origin }: BrowserFacts): void {
    if (origin !== ownOrigin()) throw new AppError('NOT_ALLOWED', { internalText: 'a page of another origin' })
  }

  const loginCookie = (value: string | null): AnswerCookie => ({
    name: names.login,
    value,
    path: COOKIE_PATH,
    sameSite: 'lax',
    secure: secureCookies,
    maxAgeSeconds: useCases.loginStateSeconds,
  })

  function refreshCookie(value: string | null, maxAgeSeconds = 0): AnswerCookie {
    const { refresh: name } = names
    return { name, value, path: COOKIE_PATH, sameSite: 'strict', secure: secureCookies, maxAgeSeconds }
  }

  function cookieOf({ refreshToken, refreshTokenExpiresAtMs }: PresentableSession, nowMs: number): AnswerCookie {
    const leftMs = Math.max(0, (refreshTokenExpiresAtMs ?? nowMs) - nowMs)
    return refreshCookie(refreshToken, Math.ceil(leftMs / 1_000))
  }

  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/web-sessions/attempts',
      operationId: 'beginWebLogin',
      tag: 'web-sessions',
      summary: '开始在浏览器里登录：企业微信内跳转，电脑上扫码',
      access: 'public',
      browser: true,
      requestsPerMinute: ATTEMPTS_PER_MINUTE,
      errors: ['NOT_ALLOWED'],
      reply: attemptReplySchema,
      replyStatus: 201,
      handle: async ({ browser }) => {
        requireOwnPage(browser)
        const { secret, ...json } = beginLogIn()
        return { status: 201, json, cookies: [loginCookie(secret)] }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/web-sessions',
      operationId: 'webLogin',
      tag: 'web-sessions',
      summary: '用企业微信网页登录凭证登录',
      access: 'public',
      browser: true,
      errors: [
        'LOGIN_CODE_INVALID',
        'WRONG_COMPANY',
        'EMPLOYEE_UNKNOWN',
        'EMPLOYEE_LEFT',
        'NOT_ALLOWED',
        'WECOM_UNAVAILABLE',
        'WECOM_REFUSED',
      ],
      body: webSessionRequestSchema,
      reply: webSessionReplySchema,
      replyStatus: 201,
      handle: async ({ body, browser, request }) => {
        requireOwnPage(browser)
        const { requestId, receivedAtMs } = request
        const opened = await logIn({ ...body, secret: browser.cookie(names.login), requestId })
        const cookies = [loginCookie(null), cookieOf(opened, receivedAtMs)]
        return { status: 201, json: presentWebSession(opened), cookies }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/web-sessions/refresh',
      operationId: 'refreshWebSession',
      tag: 'web-sessions',
      summary: '续期浏览器里的登录',
      access: 'public',
      browser: true,
      errors: ['REFRESH_TOKEN_INVALID', 'REFRESH_TOKEN_REUSED', 'SESSION_REVOKED', 'EMPLOYEE_LEFT', 'NOT_ALLOWED'],
      reply: webSessionReplySchema,
      handle: async ({ browser, request }) => {
        requireOwnPage(browser)
        const refreshToken = browser.cookie(names.refresh)
        if (refreshToken === null) throw new AppError('REFRESH_TOKEN_INVALID')
        const opened = await refresh({ refreshToken, requestId: request.requestId })
        return { json: presentWebSession(opened), cookies: [cookieOf(opened, request.receivedAtMs)] }
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/web-sessions/current',
      operationId: 'webLogout',
      tag: 'web-sessions',
      summary: '退出浏览器里的登录',
      access: 'session',
      browser: true,
      errors: ['NOT_ALLOWED'],
      handle: async ({ caller, browser, request }) => {
        requireOwnPage(browser)
        const { sessionId, employeeId } = caller
        await endSession({ sessionId, employeeId, reason: 'logout', requestId: request.requestId })
        return { status: 204, cookies: [refreshCookie(null)] }
      },
    }),
  ]
}
