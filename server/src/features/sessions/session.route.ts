import { defineRoute, type Route } from '../../http/route'
import { sessionReplySchema } from '../../http/session-schema'
import type { EndSession } from './end-session.usecase'
import type { Login } from './login.usecase'
import type { Refresh } from './refresh.usecase'
import { presentSession } from './session-reply.rules'
import type { PublicKeys } from './signing-keys.usecase'
import { jwksSchema, loginRequestSchema, refreshRequestSchema } from './session.schema'

export interface SessionUseCases {
  readonly login: Login
  readonly refresh: Refresh
  readonly endSession: EndSession
  readonly publicKeys: PublicKeys
}

export function sessionRoutes({ login, refresh, endSession, publicKeys }: SessionUseCases): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/sessions',
      operationId: 'login',
      tag: 'sessions',
      summary: '用企业微信登录凭证登录',
      access: 'public',
      errors: ['LOGIN_CODE_INVALID', 'WRONG_COMPANY', 'EMPLOYEE_UNKNOWN', 'EMPLOYEE_LEFT', 'WECOM_UNAVAILABLE'],
      body: loginRequestSchema,
      reply: sessionReplySchema,
      replyStatus: 201,
      handle: async ({ body, request }) => {
        const { requestId } = request
        const opened = await login({ code: body.code, keyThumbprint: body.keyThumbprint ?? null, requestId })
        return { status: 201, json: presentSession(opened) }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/sessions/refresh',
      operationId: 'refreshSession',
      tag: 'sessions',
      summary: '用手机密钥签名续期登录',
      access: 'public',
      signed: true,
      errors: [
        'REFRESH_TOKEN_INVALID',
        'REFRESH_TOKEN_REUSED',
        'SESSION_REVOKED',
        'DEVICE_SIGNATURE_INVALID',
        'EMPLOYEE_LEFT',
      ],
      body: refreshRequestSchema,
      reply: sessionReplySchema,
      handle: async ({ body, request, signed }) => {
        const opened = await refresh({ refreshToken: body.refreshToken, signed, requestId: request.requestId })
        return { json: presentSession(opened) }
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/sessions/current',
      operationId: 'logout',
      tag: 'sessions',
      summary: '退出登录',
      access: 'session',
      handle: async ({ caller, request }) => {
        const { sessionId, employeeId } = caller
        await endSession({ sessionId, employeeId, reason: 'logout', requestId: request.requestId })
        return { status: 204 }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/.well-known/jwks.json',
      operationId: 'sessionKeys',
      tag: 'sessions',
      summary: '验证访问令牌的公钥',
      access: 'public',
      reply: jwksSchema,
      handle: async ({ request }) => ({ json: { keys: await publicKeys(request.receivedAtMs) } }),
    }),
  ]
}
