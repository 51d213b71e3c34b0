/**
 * A stand-in for WeCom's server API that speaks its real paths, parameters and error codes, for development and tests.
 * Never mounted in production. What it issues lives in this process's memory and dies with it.
 */
import type { Clock, Random } from '../../src/ports/system'

export interface WecomSandboxOptions {
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  /** Who may log in with our company, as WeCom knows them. */
  readonly hasMember: (userId: string) => Promise<boolean>
  readonly clock: Clock
  readonly random: Random
}

export interface SandboxRequest {
  readonly method: string
  /** Below where it is mounted, e.g. `/cgi-bin/gettoken`. */
  readonly path: string
  readonly query: URLSearchParams
  /** UTF-8 text. */
  readonly body: string
}

export interface SandboxAnswer {
  readonly status: number
  readonly json: Readonly<Record<string, unknown>>
}

export interface WecomSandbox {
  handle(request: SandboxRequest): Promise<SandboxAnswer>
  /** Ends every access token before its time, as WeCom may: the next call gets 40014. */
  endAccessTokens(): void
}

const ACCESS_TOKEN_SECONDS = 7_200
const CODE_MS = 5 * 60_000

interface LoginCode {
  readonly corpId: string
  readonly userId: string
  readonly expiresAtMs: number
}

export function createWecomSandbox(options: WecomSandboxOptions): WecomSandbox {
  const { corpId, agentId, secret, hasMember, clock, random } = options
  /** Token → when it expires. */
  const accessTokens = new Map<string, number>()
  const codes = new Map<string, LoginCode>()
  const randomText = (length: number) => Buffer.from(random.bytes(length)).toString('base64url')

  function getToken(query: URLSearchParams): SandboxAnswer {
    if (query.get('corpid') !== corpId) return refuse(40013, 'invalid corpid')
    if (query.get('corpsecret') !== secret) return refuse(40001, 'invalid credential')
    const token = randomText(48)
    accessTokens.set(token, clock.nowMs() + ACCESS_TOKEN_SECONDS * 1000)
    return accept({ access_token: token, expires_in: ACCESS_TOKEN_SECONDS })
  }

  function tokenProblem(query: URLSearchParams): SandboxAnswer | null {
    const token = query.get('access_token')
    if (!token) return refuse(41001, 'access_token missing')
    const expiresAtMs = accessTokens.get(token)
    if (expiresAtMs === undefined) return refuse(40014, 'invalid access_token')
    return expiresAtMs <= clock.nowMs() ? refuse(42001, 'access_token expired') : null
  }

  function jsCodeToSession(query: URLSearchParams): SandboxAnswer {
    if (query.get('grant_type') !== 'authorization_code') return refuse(40035, 'invalid parameter grant_type')
    const text = query.get('js_code') ?? ''
    const code = codes.get(text)
    codes.delete(text)
    if (code === undefined || code.expiresAtMs <= clock.nowMs()) return refuse(40029, 'invalid code')
    const sessionKey = Buffer.from(random.bytes(16)).toString('base64')
    return accept({ corpid: code.corpId, userid: code.userId, session_key: sessionKey })
  }

  /** What `wx.qy.login` gives a phone. Our own addition, so it does not pretend to be a WeCom path. */
  async function issueCode(body: string): Promise<SandboxAnswer> {
    const asked = parseObject(body)
    const userId = asked?.['userId']
    const askedCorpId = asked?.['corpId'] ?? corpId
    if (typeof userId !== 'string' || userId === '' || typeof askedCorpId !== 'string') {
      return { status: 400, json: { errcode: 40035, errmsg: 'send { userId, corpId? }' } }
    }
    if (askedCorpId === corpId && !(await hasMember(userId))) {
      return { status: 404, json: { errcode: 60111, errmsg: 'userid not found' } }
    }
    const nowMs = clock.nowMs()
    for (const [text, code] of codes) if (code.expiresAtMs <= nowMs) codes.delete(text)
    const code = randomText(32)
    codes.set(code, { corpId: askedCorpId, userId, expiresAtMs: nowMs + CODE_MS })
    return { status: 201, json: { code, agentId, expiresInSeconds: CODE_MS / 1000 } }
  }

  return {
    async handle({ method, path, query, body }) {
      if (method === 'POST' && path === '/login-codes') return issueCode(body)
      if (method === 'GET' && path === '/cgi-bin/gettoken') return getToken(query)
      if (method === 'GET' && path === '/cgi-bin/miniprogram/jscode2session') {
        return tokenProblem(query) ?? jsCodeToSession(query)
      }
      return { status: 404, json: { errcode: -1, errmsg: `the sandbox does not know ${method} ${path}` } }
    },
    endAccessTokens: () => accessTokens.clear(),
  }
}

function accept(json: Readonly<Record<string, unknown>>): SandboxAnswer {
  return { status: 200, json: { errcode: 0, errmsg: 'ok', ...json } }
}

/** WeCom answers its refusals with HTTP 200. */
function refuse(errcode: number, errmsg: string): SandboxAnswer {
  return { status: 200, json: { errcode, errmsg } }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
