import type { SiteForCheckIn, SiteStore } from '../../ports/site-store'
import { groupWork } from './group'
import { indexBy } from './index-by'

/** The sites of check-ins that come together, read by the same queries. */
export function groupSites(sites: Pick<SiteStore, 'loadSites'>, groupSize: number): Pick<SiteStore, 'loadSites'> {
  const load = groupWork({
    maxItems: groupSize,
    run: async (wishes: readonly (readonly string[])[]): Promise<SiteForCheckIn[][]> => {
      const rows = await sites.loadSites([...new Set(wishes.flat())])
      const byId = indexBy(rows, (row) => row.id)
      return wishes.map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
    },
  })
  return { loadSites: async (ids) => (ids.length === 0 ? [] : load(ids)) }
}
