import { AppError } from '../../app-error'
import type { IntegrationToken, IntegrationTokenStore } from '../../ports/integration-token-store'
import type { Clock } from '../../ports/system'

export interface AccessTokensOptions {
  /** Names the token in the store; one per app. */
  readonly name: string
  readonly store: IntegrationTokenStore
  readonly clock: Clock
  /** `GET /cgi-bin/gettoken` → `{ access_token, expires_in: seconds }` */
  readonly fetchToken: () => Promise<Readonly<Record<string, unknown>>>
}

export interface AccessTokens {
  current(): Promise<string>
  /** Another token than this one, which WeCom no longer takes. */
  renew(refused: string): Promise<string>
}

/** Renewed this long before the end, so that none ends on its way. */
const MARGIN_MS = 300_000

/** Access tokens shared by all processes through the database; one fetch at a time in this one. */
export function createAccessTokens({ name, store, clock, fetchToken }: AccessTokensOptions): AccessTokens {
  let fetching: Promise<string> | null = null

  async function fetchAndStore(): Promise<string> {
    const answer = await fetchToken()
    const { access_token: value, expires_in: seconds } = answer
    if (typeof value !== 'string' || value === '' || typeof seconds !== 'number') {
      throw new AppError('WECOM_UNAVAILABLE', { internalText: 'gettoken answered without access_token or expires_in' })
    }
    await store.save(name, { value, expiresAtMs: clock.nowMs() + seconds * 1000 })
    return value
  }

  function fetchOnce(): Promise<string> {
    fetching ??= fetchAndStore().finally(() => (fetching = null))
    return fetching
  }

  const isUsable = (token: IntegrationToken | null): token is IntegrationToken =>
    token !== null && token.expiresAtMs - MARGIN_MS > clock.nowMs()

  return {
    async current() {
      const stored = await store.find(name)
      return isUsable(stored) ? stored.value : fetchOnce()
    },

    async renew(refused) {
      const stored = await store.find(name)
      // Another process may have renewed it meanwhile.
      return isUsable(stored) && stored.value !== refused ? stored.value : fetchOnce()
    },
  }
}
