import { createIntegrationTokenStore } from '../adapters/database/integration-token-store'
import type { Database } from '../adapters/database/database'
import { createWecomBacklog } from '../adapters/database/wecom-backlog'
import { createWecomApi, type WecomApi, type WecomOutcome } from '../adapters/wecom/wecom-api'
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
 * @param onCall told of every call, by name of the app
 */
export function openWecomApps(
  config: Config,
  parts: WecomParts,
  webPort: () => number,
  onCall?: (app: string, path: string, outcome: WecomOutcome) => void,
): WecomApps {
  const { database, cipher, clock, log } = parts
  const { corpId, agentId, secret, contactSecret } = config.wecom
  const tokens = createIntegrationTokenStore(database, cipher)
  const open = (app: string, appSecret: string) =>
    whenAsked(() =>
      createWecomApi({
        ...{ baseUrl: wecomBaseUrl(config, webPort()), corpId, app, secret: appSecret, tokens, clock, log },
        ...(onCall === undefined ? {} : { onCall: (path, outcome) => onCall(app, path, outcome) }),
      }),
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

/** What is worth knowing about WeCom from outside: for metrics, and one word for the health page. */
export function watchedWecom(database: Database, { app, contacts }: WecomApps) {
  const readBacklog = createWecomBacklog(database)
  const isBroken = () => app.isBroken() || contacts?.isBroken() === true
  return {
    readBacklog,
    isBroken,
    /** `failing`: calls of this process fail; `retrying`: something has to be tried again, here or in the worker. */
    word: async (): Promise<'ok' | 'retrying' | 'failing'> => {
      if (isBroken()) return 'failing'
      const queues = Object.values(await readBacklog())
      return queues.some(({ retriedCount }) => retriedCount > 0) ? 'retrying' : 'ok'
    },
  }
}
