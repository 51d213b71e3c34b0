import { createIntegrationTokenStore } from '../adapters/database/integration-token-store'
import type { Database } from '../adapters/database/database'
import { createWecomApi, type WecomApi } from '../adapters/wecom/wecom-api'
import { wecomBaseUrl, type Config } from '../config'
import type { FieldCipher } from '../ports/field-cipher'
import type { Log } from '../ports/log'
import type { Clock } from '../ports/system'

export interface WecomParts {
  readonly database: Database
  readonly cipher: FieldCipher
  readonly clock: Clock
  readonly log: Log
}

export interface WecomApps {
  /** The app that people open, and that writes to them. */
  readonly app: WecomApi
  /** 通讯录同步; null: no secret for it. */
  readonly contacts: WecomApi | null
}

/**
 * WeCom as this process reaches it, one client for each secret.
 * @param webPort where the web process listens; asked at the first call, because the sandbox is served by it
 */
export function openWecomApps(config: Config, parts: WecomParts, webPort: () => number): WecomApps {
  const { database, cipher, clock, log } = parts
  const { corpId, agentId, secret, contactSecret } = config.wecom
  const tokens = createIntegrationTokenStore(database, cipher)
  const open = (app: string, appSecret: string) =>
    whenAsked(() =>
      createWecomApi({ baseUrl: wecomBaseUrl(config, webPort()), corpId, app, secret: appSecret, tokens, clock, log }),
    )
  return {
    app: open(String(agentId), secret),
    contacts: contactSecret === null ? null : open('contacts', contactSecret),
  }
}

function whenAsked(make: () => WecomApi): WecomApi {
  let made: WecomApi | null = null
  const api = () => (made ??= make())
  return {
    get: (path, query) => api().get(path, query),
    post: (path, body, options) => api().post(path, body, options),
    isBroken: () => made?.isBroken() ?? false,
  }
}
