/** Which of several sites is the one that is spoken of. */
import type { ConnectedWifi } from './place'
import type { SitePresence } from './presence'
import { hasNameOf } from './wifi'

/**
 * Where presence holds nowhere. Without a place all sites are equally far: then, of those that lack the same as the first
 * one, the one whose network the phone is on, by its name at least. That changes no code, only which site is named.
 */
export function nearestToPassing(sites: readonly SitePresence[], wifi: ConnectedWifi | null): SitePresence | null {
  const nearest = first(sites, byDistanceThenPlan)
  if (nearest === null || nearest.fence.signedDistanceMetres !== null) return nearest
  const rivals = sites.filter(
    (entry) =>
      entry.fence.code === nearest.fence.code &&
      entry.wifi.code === nearest.wifi.code &&
      entry.wifi.offered === nearest.wifi.offered,
  )
  return first(rivals, (left, right) => byNetwork(wifi)(left, right) || byPlan(left, right) || byId(left, right))
}

type Order = (left: SitePresence, right: SitePresence) => number

const distanceOf = (entry: SitePresence) => entry.fence.signedDistanceMetres ?? Infinity
/** Compares without subtracting: two infinite distances are equal. */
const byDistance: Order = (left, right) => compare(distanceOf(left), distanceOf(right))
const byPlan: Order = (left, right) => compare(left.site.planned ? 0 : 1, right.site.planned ? 0 : 1)
/** By its BSSID, else by its name: a name proves nothing, and tells which site somebody means. */
const byNetwork = (wifi: ConnectedWifi | null): Order => {
  const rank = ({ site, wifi: side }: SitePresence) => (side.onAllowedWifi ? 0 : hasNameOf(wifi, site.wifi) ? 1 : 2)
  return (left, right) => compare(rank(left), rank(right))
}
const byId: Order = (left, right) => compare(left.site.id, right.site.id)
/** Where presence holds. */
export const byPlanThenDistance: Order = (left, right) => byPlan(left, right) || byDistance(left, right) || byId(left, right)
const byDistanceThenPlan: Order = (left, right) => byDistance(left, right) || byPlan(left, right) || byId(left, right)

function compare<Value extends number | string>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Null where there is none. */
export function first(entries: readonly SitePresence[], order: Order): SitePresence | null {
  return entries.slice().sort(order)[0] ?? null
}
