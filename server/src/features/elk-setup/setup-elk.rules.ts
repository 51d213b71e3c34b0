export type SetupStep = 'create' | 'update' | 'keep' | 'refuse'

/**
 * What to do about a template. A newer one is another, newer installation's: going back would take fields away that its
 * events have. One of our version that differs was changed by hand, or has another retention: it is written again.
 */
export function stepFor(
  wanted: { readonly version: number; readonly digest: string },
  found: { readonly version: number | null; readonly digest: string | null } | null,
): SetupStep {
  if (found === null) return 'create'
  if (found.version !== null && found.version > wanted.version) return 'refuse'
  return found.version === wanted.version && found.digest === wanted.digest ? 'keep' : 'update'
}

/** Eight: data stream lifecycle and `require_data_stream` are there since 8.14; nine takes the same requests. */
export function isServerGoodEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 9 || (major === 8 && minor >= 14)
}
