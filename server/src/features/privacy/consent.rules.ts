import type { ConsentState } from '#contract/api'

const MS_PER_DAY = 86_400_000

export interface PublishedNotice {
  readonly version: number
  readonly publishedAtMs: number
}

export interface GivenConsent {
  readonly version: number
  readonly givenAtMs: number
  readonly withdrawnAtMs: number | null
}

/**
 * What a person has agreed to at an instant. A new version is due at once, and refuses only when it was published more
 * than `graceDays` ago; with several newer versions the oldest of them counts. Without any published notice nothing
 * is sufficient and the current version is 0.
 * @param notices in any order; those published later than `nowMs` are not in force
 * @param consents in any order; as they stood at `nowMs`
 * @param nowMs epoch milliseconds: now, or the time of capture
 */
export function consentState(
  notices: readonly PublishedNotice[],
  consents: readonly GivenConsent[],
  nowMs: number,
  graceDays: number,
): ConsentState {
  const inForce = notices.filter((notice) => notice.publishedAtMs <= nowMs)
  const currentVersion = Math.max(0, ...inForce.map((notice) => notice.version))
  const agreedVersions = consents
    .filter((consent) => consent.givenAtMs <= nowMs && (consent.withdrawnAtMs ?? Infinity) > nowMs)
    .map((consent) => consent.version)
  const agreedVersion = agreedVersions.length === 0 ? null : Math.max(...agreedVersions)
  if (agreedVersion === null || currentVersion === 0) {
    return { currentVersion, agreedVersion, sufficient: false, due: currentVersion > 0 }
  }
  const supersededAtMs = Math.min(
    ...inForce.filter((notice) => notice.version > agreedVersion).map((notice) => notice.publishedAtMs),
  )
  return {
    currentVersion,
    agreedVersion,
    sufficient: nowMs <= supersededAtMs + graceDays * MS_PER_DAY,
    due: agreedVersion < currentVersion,
  }
}

/** The newest notice in force at an instant; null before the first. */
export function noticeInForce<Notice extends PublishedNotice>(
  notices: readonly Notice[],
  nowMs: number,
): Notice | null {
  return notices
    .filter((notice) => notice.publishedAtMs <= nowMs)
    .reduce<Notice | null>((newest, notice) => (newest && newest.version > notice.version ? newest : notice), null)
}
