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
/** WeCom may answer the token that it gave before, with what is left of its life: asking again at once brings nothing new. */
const FETCH_EVERY_MS = 60_000
const LEAST_MARGIN_MS = 30_000

/** Access tokens shared by all processes through the database; one fetch at a time in this one. */
export function createAccessTokens({ name, store, clock, fetchToken }: AccessTokensOptions): AccessTokens {
  let fetching: Promise<string> | null = null
  let fetchedAtMs = Number.NEGATIVE_INFINITY

  async function fetchAndStore(): Promise<string> {
    const answer = await fetchToken()
    const { access_token: value, expires_in: seconds } = answer
    if (typeof value !== 'string' || value === '' || typeof seconds !== 'number') {
      throw new AppError('WECOM_UNAVAILABLE', { internalText: 'gettoken answered without access_token or expires_in' })
    }
    fetchedAtMs = clock.nowMs()
    await store.save(name, { value, expiresAtMs: fetchedAtMs + seconds * 1000 })
    return value
  }

  function fetchOnce(): Promise<string> {
    fetching ??= fetchAndStore().finally(() => (fetching = null))
    return fetching
  }

  function isUsable(token: IntegrationToken | null): token is IntegrationToken {
    const isFetchedNow = clock.nowMs() - fetchedAtMs < FETCH_EVERY_MS
    const marginMs = isFetchedNow ? LEAST_MARGIN_MS : MARGIN_MS
    return token !== null && token.expiresAtMs - marginMs > clock.nowMs()
  }

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
