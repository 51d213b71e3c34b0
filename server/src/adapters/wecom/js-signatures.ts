import { getJsApiSignature } from '@wecom/crypto'
import type { IntegrationTokenStore } from '../../ports/integration-token-store'
import type { Clock, Random } from '../../ports/system'
import type { JsSignatures } from '../../ports/web-login'
import { createAccessTokens } from './access-tokens'
import { refused } from './refused'
import type { WecomApi } from './wecom-api'

export interface JsSignaturesOptions {
  readonly api: Pick<WecomApi, 'get'>
  /** Names the tickets in the store: the corp id and the agent id. */
  readonly app: string
  readonly tokens: IntegrationTokenStore
  readonly clock: Clock
  readonly random: Random
}

/**
 * Signatures for JS-SDK (developer.work.weixin.qq.com/document/path/90539). Tickets live two hours and may be asked for
 * 100 times an hour: they are shared through the database, as access tokens are.
 */
export function createJsSignatures({ api, app, tokens, clock, random }: JsSignaturesOptions): JsSignatures {
  const ticketsOf = (kind: string, path: string, query: Readonly<Record<string, string>>) =>
    createAccessTokens({
      name: `wecom-ticket:${kind}:${app}`,
      store: tokens,
      clock,
      fetchToken: async () => {
        const { ticket, expires_in } = await api.get(path, query).catch((fault: unknown) => {
          throw refused(fault)
        })
        return { access_token: ticket, expires_in }
      },
    })
  const tickets = {
    config: ticketsOf('config', '/cgi-bin/get_jsapi_ticket', {}),
    agentConfig: ticketsOf('agent', '/cgi-bin/ticket/get', { type: 'agent_config' }),
  }

  return {
    async sign(kind, url) {
      const ticket = await tickets[kind].current()
      const nonceStr = Buffer.from(random.bytes(12)).toString('hex')
      const timestamp = Math.floor(clock.nowMs() / 1_000)
      const [address = ''] = url.split('#')
      const { signature } = getJsApiSignature({ url: address, ticket, nonceStr, timestamp })
      return { timestamp, nonceStr, signature }
    },
  }
}
