import { distanceMetres } from '#contract/fence'
import type { Box } from '../../features/sites/fence-box.rules'
import type { Client } from './database'

/** So many boxes at most are compared; more customers within a few kilometres are cut off by id. */
const MOST_CANDIDATES = 1_000

/** Ids of customers' sites in use whose box meets the given one, the nearest to its middle first. */
export async function customerSiteIdsNear(read: Client, asked: Box, limit: number): Promise<readonly string[]> {
  const { south, west, north } = asked
  const east = asked.east < west ? asked.east + 360 : asked.east
  const rows = await read.site.findMany({
    where: {
      kind: 'customer',
      archivedAt: null,
      south: { lte: north },
      north: { gte: south },
      // Stored boxes begin between -180 and 180; the asked one may begin a turn before or after.
      OR: [-360, 0, 360].map((turn) => ({ west: { lte: east + turn }, east: { gte: west + turn } })),
    },
    select: { id: true, south: true, west: true, north: true, east: true },
    orderBy: { id: 'asc' },
    take: MOST_CANDIDATES,
  })
  const middle = middleOf({ south, west, north, east })
  return rows
    .map((row) => ({ id: row.id, metres: distanceMetres(middle, middleOf(row)) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
    .map(({ id }) => id)
}

function middleOf({ south, west, north, east }: Box) {
  return { latitude: (south + north) / 2, longitude: (west + east) / 2 }
}
