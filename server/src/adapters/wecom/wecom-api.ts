import { AppError } from '../../app-error'
import type { IntegrationTokenStore } from '../../ports/integration-token-store'
import type { Clock } from '../../ports/system'
import { createAccessTokens } from './access-tokens'

export interface WecomApiOptions {
  /** `https://qyapi.weixin.qq.com`, or where the sandbox is mounted; without a slash at the end. */
  readonly baseUrl: string
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  readonly tokens: IntegrationTokenStore
  readonly clock: Clock
  readonly timeoutMs?: number
}

/** The JSON of every answer; `errcode` 0 or absent means done. */
export type WecomAnswer = Readonly<Record<string, unknown>>

export interface WecomApi {
  /**
   * A GET with an access token; an access token that WeCom no longer takes is fetched anew once.
   * @returns the answer with errcode 0
   * @throws WecomError for any other errcode; AppError WECOM_UNAVAILABLE when there is no usable answer
   */
  get(path: string, query: Readonly<Record<string, string>>): Promise<WecomAnswer>
}

/** WeCom answered, and refused. Its errmsg may change and is not kept; the query, which holds secrets, neither. */
export class WecomError extends Error {
  constructor(
    readonly errcode: number,
    readonly path: string,
  ) {
    super(`WeCom ${path} answered errcode ${errcode}`)
    this.name = 'WecomError'
  }
}

const DEFAULT_TIMEOUT_MS = 5_000
/** 40014 invalid, 42001 expired: WeCom may end a token before its time. */
const TOKEN_OVER = new Set([40014, 42001])

/** WeCom's server API (`/cgi-bin`): one app of one company. */
export function createWecomApi(options: WecomApiOptions): WecomApi {
  const { baseUrl, corpId, agentId, secret, tokens, clock, timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const accessTokens = createAccessTokens({
    name: `wecom:${corpId}:${agentId}`,
    store: tokens,
    clock,
    fetchToken: () => getJson(baseUrl, '/cgi-bin/gettoken', { corpid: corpId, corpsecret: secret }, timeoutMs),
  })

  return {
    async get(path, query) {
      const token = await accessTokens.current()
      try {
        return await getJson(baseUrl, path, { access_token: token, ...query }, timeoutMs)
      } catch (fault) {
        if (!(fault instanceof WecomError) || !TOKEN_OVER.has(fault.errcode)) throw fault
        const renewed = await accessTokens.renew(token)
        return getJson(baseUrl, path, { access_token: renewed, ...query }, timeoutMs)
      }
    },
  }
}

async function getJson(
  baseUrl: string,
  path: string,
  query: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<WecomAnswer> {
  const answer = await fetchJson(baseUrl, path, query, timeoutMs)
  const errcode = answer['errcode'] ?? 0
  if (typeof errcode !== 'number') throw unavailable(path, 'errcode is no number')
  if (errcode !== 0) throw new WecomError(errcode, path)
  return answer
}

async function fetchJson(
  baseUrl: string,
  path: string,
  query: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<WecomAnswer> {
  let status: number
  let json: unknown
  try {
    const response = await fetch(`${baseUrl}${path}?${new URLSearchParams(query)}`, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    status = response.status
    json = await response.json()
  } catch (fault) {
    throw unavailable(path, reasonOf(fault))
  }
  if (status !== 200 || typeof json !== 'object' || json === null) throw unavailable(path, `HTTP ${status}`)
  return json as WecomAnswer
}

/** Names and codes only: fetch's own messages can hold the address, and with it the secret. */
function reasonOf(fault: unknown): string {
  const { name, cause } = fault as { name?: string; cause?: { code?: string } }
  return [name ?? 'unknown', cause?.code].filter(Boolean).join(' ')
}

export function unavailable(path: string, reason: string): AppError {
  return new AppError('WECOM_UNAVAILABLE', { internalText: `WeCom ${path}: ${reason}` })
}
