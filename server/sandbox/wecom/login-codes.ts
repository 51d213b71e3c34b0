import type { Clock } from '../../src/ports/system'
import type { Json } from './answer'
import { BoundedMap } from './bounded'
import type { Directory } from './directory'
import { Refusal } from './errors'
import type { SandboxApp } from './options'

/** What a code was given for: the codes of one way in are no good on another. */
export type CodeUse = 'mini-program' | 'web'

export interface LoginCode {
  readonly use: CodeUse
  readonly agentId: number
  readonly corpId: string
  readonly userId: string
  /** OAuth: whether the member let the app see private fields. */
  readonly scope: 'snsapi_base' | 'snsapi_privateinfo'
}

export interface LoginCodes {
  issue(code: LoginCode): string
  /** Good once, for five minutes, for the app that it was given to. @throws Refusal 40029 */
  redeem(text: string, use: CodeUse, app: SandboxApp): LoginCode
}

const MOST_CODES = 10_000

export function createLoginCodes(clock: Clock, seconds: number, randomText: (bytes: number) => string): LoginCodes {
  const codes = new BoundedMap<string, LoginCode & { readonly expiresAtMs: number }>(MOST_CODES)
  return {
    issue(code) {
      const text = randomText(32)
      codes.set(text, { ...code, expiresAtMs: clock.nowMs() + seconds * 1000 })
      return text
    },
    redeem(text, use, app) {
      const code = codes.get(text)
      codes.delete(text)
      if (code === undefined || code.expiresAtMs <= clock.nowMs()) throw new Refusal(40029, 'unknown, used or expired')
      if (code.use !== use || code.agentId !== app.agentId) throw new Refusal(40029, 'of another app or way of login')
      return code
    },
  }
}

/** `GET /cgi-bin/miniprogram/jscode2session` (document 91507). */
export function jsCodeToSession(
  codes: LoginCodes,
  app: SandboxApp,
  query: URLSearchParams,
  randomBytes: (length: number) => Uint8Array,
): Json {
  if (query.get('grant_type') !== 'authorization_code') throw new Refusal(40058, 'grant_type')
  const { corpId, userId } = codes.redeem(query.get('js_code') ?? '', 'mini-program', app)
  return { corpid: corpId, userid: userId, session_key: Buffer.from(randomBytes(16)).toString('base64') }
}

export interface OauthUsers {
  /** `GET /cgi-bin/auth/getuserinfo` (document 91023). */
  info(app: SandboxApp, query: URLSearchParams): Promise<Json>
  /** `POST /cgi-bin/auth/getuserdetail` (document 96714). */
  detail(app: SandboxApp, body: Json): Promise<Json>
}

const MOST_TICKETS = 10_000

export function createOauthUsers(
  codes: LoginCodes,
  directory: Directory,
  clock: Clock,
  seconds: number,
  randomText: (bytes: number) => string,
): OauthUsers {
  const tickets = new BoundedMap<string, { agentId: number; userId: string; expiresAtMs: number }>(MOST_TICKETS)
  return {
    async info(app, query) {
      const { userId, scope } = codes.redeem(query.get('code') ?? '', 'web', app)
      const member = await directory.member(userId)
      if (member === null) return { openid: `o-${userId}` }
      if (scope === 'snsapi_base' || !directory.isVisible(member, app)) return { userid: member.userId }
      const ticket = randomText(32)
      tickets.set(ticket, { agentId: app.agentId, userId, expiresAtMs: clock.nowMs() + seconds * 1000 })
      return { userid: member.userId, user_ticket: ticket }
    },
    async detail(app, body) {
      const ticket = tickets.get(typeof body['user_ticket'] === 'string' ? body['user_ticket'] : '')
      if (ticket === undefined || ticket.agentId !== app.agentId || ticket.expiresAtMs <= clock.nowMs()) {
        throw new Refusal(84014)
      }
      const member = await directory.member(ticket.userId)
      if (member === null) throw new Refusal(60111)
      const { userId, gender, avatar, mobile, email, bizMail, address } = member
      return { userid: userId, gender, avatar, qr_code: '', mobile, email, biz_mail: bizMail, address }
    },
  }
}
