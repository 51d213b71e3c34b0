/** The customers and sites that a visit may name: planned ones first, then the nearest. */
import type { OpenSiteReply } from '../contract/api'
import { signedDistanceMetres } from '../contract/fence'
import type { Coordinates } from '../contract/place'

const MOST_FOUND = 50

export interface FoundSite {
  readonly site: OpenSiteReply
  /** To the fence's edge, negative inside; null where the phone's place is not known. */
  readonly distanceMetres: number | null
}

/**
 * Pure. Every word of the query has to be in the name or the address.
 * @param place of the phone, null when not known: then planned ones come first, then by name
 */
export function searchSites(
  sites: readonly OpenSiteReply[],
  query: string,
  place: Coordinates | null,
): readonly FoundSite[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return sites
    .filter(({ name, address }) => words.every((word) => plain(`${name} ${address}`).includes(word)))
    .map((site) => ({ site, distanceMetres: place === null ? null : signedDistanceMetres(site.fence, place) }))
    .sort(byUse)
    .slice(0, MOST_FOUND)
}

/** Offices come last among equals: who visits goes to customers. */
function byUse(left: FoundSite, right: FoundSite): number {
  return (
    Number(right.site.planned) - Number(left.site.planned) ||
    distanceOrder(left, right) ||
    Number(left.site.kind === 'office') - Number(right.site.kind === 'office') ||
    (left.site.name < right.site.name ? -1 : left.site.name > right.site.name ? 1 : 0)
  )
}

function distanceOrder(left: FoundSite, right: FoundSite): number {
  if (left.distanceMetres === null || right.distanceMetres === null) return 0
  return left.distanceMetres - right.distanceMetres
}

/** Full-width letters, figures and brackets as their plain ones, and lower case. */
function plain(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).toLowerCase()
}
