import type { Clock } from '../../src/ports/system'
import type { Json } from './answer'
import { BoundedMap } from './bounded'
import { Refusal } from './errors'
import type { SandboxApp, WecomSandboxOptions } from './options'

export interface AccessTokens {
  /** `GET /cgi-bin/gettoken?corpid&corpsecret` @throws Refusal 40013, 40001, 40091 */
  issue(query: URLSearchParams): Json
  /** Whose token the query carries. @throws Refusal 41001, 40014, 42001, 60020 */
  check(query: URLSearchParams, address: string): SandboxApp
  /** Ends every token before its time, as WeCom may: the next call gets 40014. */
  endAll(): void
}

interface Token {
  readonly app: SandboxApp
  readonly expiresAtMs: number
}

const MOST_TOKENS = 1_000

/** One access token per secret: those of different apps are not interchangeable (document 91039). */
export function createAccessTokens(
  options: Pick<WecomSandboxOptions, 'corpId' | 'apps' | 'foreignSecrets'>,
  rules: { readonly tokenSeconds: number; readonly sameTokenWhileGood: boolean },
  clock: Clock,
  randomText: (bytes: number) => string,
): AccessTokens {
  const tokens = new BoundedMap<string, Token>(MOST_TOKENS)
  const isGood = ({ expiresAtMs }: Token) => expiresAtMs > clock.nowMs()

  return {
    issue(query) {
      if (query.get('corpid') !== options.corpId) throw new Refusal(40013)
      const secret = query.get('corpsecret') ?? ''
      const app = options.apps.find((known) => known.secret === secret)
      if (app === undefined) throw new Refusal(options.foreignSecrets?.includes(secret) === true ? 40091 : 40001)
      const same = [...tokens].find(([, token]) => token.app === app && isGood(token))
      if (rules.sameTokenWhileGood && same !== undefined) {
        const seconds = Math.floor((same[1].expiresAtMs - clock.nowMs()) / 1000)
        return { access_token: same[0], expires_in: seconds }
      }
      const text = randomText(48)
      tokens.set(text, { app, expiresAtMs: clock.nowMs() + rules.tokenSeconds * 1000 })
      return { access_token: text, expires_in: rules.tokenSeconds }
    },

    check(query, address) {
      const text = query.get('access_token')
      if (!text) throw new Refusal(41001)
      const token = tokens.get(text)
      if (token === undefined) throw new Refusal(40014)
      if (!isGood(token)) throw new Refusal(42001)
      const { trustedIps } = token.app
      if (trustedIps !== undefined && !trustedIps.includes(address)) throw new Refusal(60020, `from ip: ${address}`)
      return token.app
    },

    endAll: () => tokens.clear(),
  }
}
