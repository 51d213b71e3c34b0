import type { OrganisationDiff } from './organisation-diff.rules'

/** Why a whole synchronisation is not applied: the source is probably not seen whole. */
export type GuardVerdict = 'ok' | 'NOBODY_SEEN' | 'MANY_WOULD_LEAVE'

/** Fewer are always believed. */
const FEW = 5
const LARGEST_SHARE = 0.2

/** So many may leave at once. */
export function mostLeavers(employedCount: number): number {
  return Math.max(FEW, Math.floor(employedCount * LARGEST_SHARE))
}

export function judgeLeavers(
  diff: Pick<OrganisationDiff, 'seenCount' | 'employedCount'> & { readonly left: readonly unknown[] },
): GuardVerdict {
  if (diff.seenCount === 0) return 'NOBODY_SEEN'
  return diff.left.length > mostLeavers(diff.employedCount) ? 'MANY_WOULD_LEAVE' : 'ok'
}
