/** The list in which a visit's customer is chosen. */
import type { ContextReply } from '../../contract/api'
import type { Coordinates } from '../../contract/place'
import { searchSites } from '../../services/site-search'
import { metresText } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface SiteRow {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly distance: string
  readonly isPlanned: boolean
  readonly isChosen: boolean
}

export interface SitesView {
  readonly rows: readonly SiteRow[]
  /** Nothing found: why, and what to do. */
  readonly none: string
  readonly noneHint: string
}

const words = texts.visit

/** Pure. Plans say what is planned today; a site may be listed for it or not. */
export function sitesView(input: {
  readonly context: Pick<ContextReply, 'sites'>
  readonly query: string
  readonly near: Coordinates | null
  readonly chosenId: string | null
}): SitesView {
  const { context, query, near, chosenId } = input
  const found = searchSites(context.sites, query, near)
  const isSearch = query.trim() !== ''
  return {
    rows: found.map(({ site, distanceMetres }) => ({
      id: site.id,
      name: site.name,
      address: site.address,
      distance: distanceMetres === null ? '' : distanceMetres > 0 ? metresText(distanceMetres) : words.inside,
      isPlanned: site.planned,
      isChosen: site.id === chosenId,
    })),
    none: found.length > 0 ? '' : isSearch ? words.searchNone(query.trim()) : words.searchEmpty,
    noneHint: found.length > 0 || near !== null ? '' : words.searchEmptyHint,
  }
}
