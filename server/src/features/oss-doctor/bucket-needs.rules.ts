import type { CorsRule, LifecycleRule } from './answers.rules'

/** Where the doctor tries to write; no photo lies here. */
export const PROBE_PREFIX = 'oss-doctor/'
const PHOTO_PREFIX = 'attempts/'
/** The worker deletes after 364 days; this is for what it could not delete, or knows nothing of. */
const PHOTO_DAYS = 365
const METHODS = ['GET', 'HEAD', 'POST'] as const

/** The console reads photos, and a page that stands in for the mini-program uploads them: both from this server's origin. */
export function wantedCors(origin: string): CorsRule {
  return {
    origins: [origin],
    methods: METHODS,
    headers: ['*'],
    exposed: ['ETag', 'x-oss-request-id'],
    maxAgeSeconds: 600,
  }
}

export function allowsOrigin(rules: readonly CorsRule[], origin: string): boolean {
  return rules.some(
    ({ origins, methods, headers }) =>
      (origins.includes('*') || origins.includes(origin)) &&
      METHODS.every((method) => methods.includes(method)) &&
      headers.includes('*'),
  )
}

export const WANTED_LIFECYCLE: readonly LifecycleRule[] = [
  { id: 'waiqin-photos', prefix: PHOTO_PREFIX, isEnabled: true, expiresAfterDays: PHOTO_DAYS },
  { id: 'waiqin-doctor', prefix: PROBE_PREFIX, isEnabled: true, expiresAfterDays: 1 },
]

/** `early`: photos would go before their year is over; `missing`: some would stay. */
export function judgeLifecycle(rules: readonly LifecycleRule[]): 'ok' | 'early' | 'missing' {
  const ofPhotos = rules.filter(
    ({ prefix, isEnabled, expiresAfterDays }) =>
      isEnabled && expiresAfterDays !== null && (PHOTO_PREFIX.startsWith(prefix) || prefix.startsWith(PHOTO_PREFIX)),
  )
  if (ofPhotos.some(({ expiresAfterDays }) => (expiresAfterDays ?? 0) < PHOTO_DAYS)) return 'early'
  const coversAll = ofPhotos.some(
    ({ prefix, expiresAfterDays }) => PHOTO_PREFIX.startsWith(prefix) && (expiresAfterDays ?? 0) <= PHOTO_DAYS + 1,
  )
  return coversAll ? 'ok' : 'missing'
}

/** Rules of others, which the doctor would have to write again from what it understood of them. */
export function foreignRules(rules: readonly LifecycleRule[]): readonly LifecycleRule[] {
  return rules.filter(({ id }) => !WANTED_LIFECYCLE.some((wanted) => wanted.id === id))
}
