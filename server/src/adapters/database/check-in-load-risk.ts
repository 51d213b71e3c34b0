import type { Fix } from '#contract/place'
import type { EarlierFix, RiskFacts } from '../../features/check-in/check-in-facts.rules'
import type { CheckInQuery } from '../../ports/check-in-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { coordinatesText, deviceFactsText } from './check-in-text'
import type { Client } from './database'
import { groupBy } from './index-by'
import { dateToWorkDay } from './work-day'

const DAY_MS = 86_400_000
const SAME_COORDINATES_DAYS = 30
const EARLIER_FIX_DAYS = 7
/** Enough for the sign of a constant accuracy and for the speed since the last place. */
const EARLIER_FIXES = 6
const SHARED_HANDSET_MS = 600_000

/** The facts behind the risk signs, in the order of the queries. */
export async function loadRisk(
  read: Client,
  cipher: FieldCipher,
  queries: readonly CheckInQuery[],
): Promise<RiskFacts[]> {
  const hashed = queries.map((query) => ({
    query,
    placeHash: query.coordinates === null ? null : cipher.keyedHash(coordinatesText(query.coordinates), 'coordinates'),
    factsHash: cipher.keyedHash(deviceFactsText(query.deviceFacts), 'device-facts'),
    addressHash: cipher.keyedHash(query.networkAddress, 'network-address'),
  }))
  const receivedAtMs = Math.min(...queries.map((query) => query.receivedAtMs))
  const placeHashes = hashed.flatMap(({ placeHash }) => (placeHash === null ? [] : [placeHash]))
  const samePlace = {
    placeHash: { in: placeHashes },
    capturedAt: { gt: new Date(receivedAtMs - SAME_COORDINATES_DAYS * DAY_MS) },
  }
  const employeeId = { in: queries.map((query) => query.employeeId) }
  const [fixes, samePlacePeople, samePlaceDays, sameHandsets, addresses] = await Promise.all([
    read.attempt.findMany({
      where: {
        employeeId,
        capturedAt: { gt: new Date(receivedAtMs - EARLIER_FIX_DAYS * DAY_MS) },
        outcome: { in: ['accepted', 'pending'] },
        placeEncrypted: { not: null },
        accuracyMetres: { not: null },
      },
      select: { id: true, employeeId: true, capturedAt: true, accuracyMetres: true, placeEncrypted: true },
      orderBy: { capturedAt: 'desc' },
    }),
    read.attempt.groupBy({ by: ['placeHash', 'employeeId'], where: samePlace }),
    // Days of the group's own people alone: everybody's would be people times days.
    read.attempt.groupBy({ by: ['placeHash', 'employeeId', 'workDay'], where: { ...samePlace, employeeId } }),
    read.attempt.groupBy({
      by: ['factsHash', 'networkAddressHash', 'employeeId'],
      where: {
        factsHash: { in: hashed.map(({ factsHash }) => factsHash) },
        networkAddressHash: { in: hashed.map(({ addressHash }) => addressHash) },
        receivedAt: { gt: new Date(receivedAtMs - SHARED_HANDSET_MS) },
      },
    }),
    read.siteAddress.findMany({
      where: { addressHash: { in: hashed.map(({ addressHash }) => addressHash) }, site: { archivedAt: null } },
      select: { addressHash: true, siteId: true, site: { select: { name: true } } },
      orderBy: { siteId: 'asc' },
    }),
  ])
  const fixesOf = groupBy(fixes, (row) => row.employeeId)
  const peopleAt = groupBy(samePlacePeople, (row) => row.placeHash)
  const daysAt = groupBy(samePlaceDays, (row) => `${row.placeHash} ${row.employeeId}`)
  const handsetsOf = groupBy(sameHandsets, (row) => `${row.factsHash} ${row.networkAddressHash}`)
  const sitesOf = groupBy(addresses, (row) => row.addressHash)

  return hashed.map(({ query, placeHash, factsHash, addressHash }): RiskFacts => {
    const { employeeId, workDay } = query
    const days = daysAt.get(`${placeHash} ${employeeId}`) ?? []
    const site = sitesOf.get(addressHash)?.[0]
    return {
      earlierFixes: (fixesOf.get(employeeId) ?? []).slice(0, EARLIER_FIXES).flatMap((row) => toEarlierFix(cipher, row)),
      sameCoordinates: {
        otherPeople: (peopleAt.get(placeHash) ?? []).filter((row) => row.employeeId !== employeeId).length,
        otherDays: days.filter((row) => dateToWorkDay(row.workDay) !== workDay).length,
      },
      sharedHandset: {
        otherPeople: (handsetsOf.get(`${factsHash} ${addressHash}`) ?? []).filter(
          (row) => row.employeeId !== employeeId,
        ).length,
        networkAddressKnownSiteId: site?.siteId ?? null,
      },
      networkAddressHash: addressHash,
      networkSiteId: site?.siteId ?? null,
      networkSiteName: site?.site.name ?? null,
    }
  })
}

/** None for a place that cannot be read any more: these are signs, and no sign may keep people from checking in. */
function toEarlierFix(
  cipher: FieldCipher,
  row: { id: string; capturedAt: Date; accuracyMetres: number | null; placeEncrypted: string | null },
): EarlierFix[] {
  const place = readPlace(cipher, row)
  if (place === null) return []
  return [
    {
      attemptId: row.id,
      capturedAtMs: row.capturedAt.getTime(),
      coordinates: { latitude: place.latitude, longitude: place.longitude },
      system: place.system,
      accuracyMetres: row.accuracyMetres ?? 0,
    },
  ]
}

function readPlace(cipher: FieldCipher, row: { id: string; placeEncrypted: string | null }): Fix | null {
  try {
    return JSON.parse(cipher.decrypt(row.placeEncrypted ?? '', `Attempt.place:${row.id}`)) as Fix
  } catch {
    return null
  }
}
