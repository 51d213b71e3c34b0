import { EARLIER_FIXES, peopleOf, type CheckInRows, type CheckInSince, type CheckInWish } from './check-in-rows'
import type { Client } from './database'
import { groupBy } from './index-by'

type RiskRows = Pick<CheckInRows, 'earlierFixes' | 'samePlacePeople' | 'samePlaceDays' | 'sameHandsets' | 'addresses'>

/** The rows behind the risk signs, on any engine, by Prisma's own queries. */
export async function readRisk(read: Client, wishes: readonly CheckInWish[], since: CheckInSince): Promise<RiskRows> {
  const employeeId = { in: peopleOf(wishes) }
  const placeHashes = wishes.flatMap(({ placeHash }) => (placeHash === null ? [] : [placeHash]))
  const samePlace = { placeHash: { in: placeHashes }, capturedAt: { gt: since.sameCoordinates } }
  const addressHash = { in: wishes.map((wish) => wish.addressHash) }
  const [earlierFixes, samePlacePeople, samePlaceDays, sameHandsets, addresses] = await Promise.all([
    readEarlierFixes(read, wishes, since),
    read.attempt.groupBy({ by: ['placeHash', 'employeeId'], where: samePlace }),
    // Days of the group's own people alone: everybody's would be people times days.
    read.attempt.groupBy({ by: ['placeHash', 'employeeId', 'workDay'], where: { ...samePlace, employeeId } }),
    read.attempt.groupBy({
      by: ['factsHash', 'networkAddressHash', 'employeeId'],
      where: {
        factsHash: { in: wishes.map((wish) => wish.factsHash) },
        networkAddressHash: addressHash,
        receivedAt: { gt: since.sharedHandset },
      },
    }),
    read.siteAddress.findMany({
      where: { addressHash, site: { archivedAt: null } },
      select: { addressHash: true, siteId: true, site: { select: { name: true } } },
      orderBy: { siteId: 'asc' },
    }),
  ])
  return {
    earlierFixes,
    samePlacePeople,
    samePlaceDays,
    sameHandsets,
    addresses: addresses.map(({ site, ...row }) => ({ ...row, siteName: site.name })),
  }
}

/** Finds the newest of each person first, so that the ciphertext of a whole week is not read. */
async function readEarlierFixes(read: Client, wishes: readonly CheckInWish[], since: CheckInSince) {
  const found = await read.attempt.findMany({
    where: {
      employeeId: { in: peopleOf(wishes) },
      capturedAt: { gt: since.earlierFixes },
      outcome: { in: ['accepted', 'pending'] },
      placeEncrypted: { not: null },
      accuracyMetres: { not: null },
    },
    select: { id: true, employeeId: true },
    orderBy: { capturedAt: 'desc' },
  })
  const newest = [...groupBy(found, (row) => row.employeeId).values()].flatMap((rows) => rows.slice(0, EARLIER_FIXES))
  if (newest.length === 0) return []
  return read.attempt.findMany({
    where: { id: { in: newest.map((row) => row.id) } },
    select: { id: true, employeeId: true, capturedAt: true, accuracyMetres: true, placeEncrypted: true },
    orderBy: { capturedAt: 'desc' },
  })
}
