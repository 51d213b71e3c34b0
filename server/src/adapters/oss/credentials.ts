import type { Clock } from '../../ports/system'

export interface Credential {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** Null: a key of a RAM user, not of STS. */
  readonly securityToken: string | null
  /** Null: it does not end. */
  readonly expiresAtMs: number | null
}

export interface Credentials {
  /** @throws whatever the source throws, when nothing that still holds is at hand */
  current(): Promise<Credential>
  /** Another one after OSS took `stale` no longer; the same when the source has no other. */
  renew(stale: Credential): Promise<Credential>
}

/** A ticket is signed for 15 minutes and ends with the credential that signed it. */
const RENEWED_BEFORE_MS = 20 * 60_000
/** Before a source that failed, or had nothing newer, is asked again. */
const PAUSE_MS = 30_000

/** Keeps a credential and fetches the next one in time; those who ask at once wait for one fetch. */
export function createCredentials(source: () => Promise<Credential>, clock: Clock): Credentials {
  let held: Credential | null = null
  let fetching: Promise<Credential> | null = null
  let notBeforeMs = -Infinity

  const endsWithin = ({ expiresAtMs }: Credential, ms: number) =>
    expiresAtMs !== null && expiresAtMs - clock.nowMs() <= ms

  function fetchNext(): Promise<Credential> {
    fetching ??= source()
      .then((next) => (held = next))
      .finally(() => {
        fetching = null
        notBeforeMs = clock.nowMs() + PAUSE_MS
      })
    return fetching
  }

  return {
    current: async () => {
      if (held === null || endsWithin(held, 0)) return fetchNext()
      if (!endsWithin(held, RENEWED_BEFORE_MS) || clock.nowMs() < notBeforeMs) return held
      const usable = held
      return fetchNext().catch(() => usable)
    },
    renew: async (stale) => {
      const isNewer = held !== null && held.securityToken !== stale.securityToken
      return isNewer && held !== null ? held : fetchNext()
    },
  }
}
