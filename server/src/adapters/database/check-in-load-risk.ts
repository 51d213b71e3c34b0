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
  const [fixes, samePlaces, sameHandsets, addresses] = await Promise.all([
    read.attempt.findMany({
      where: {
        employeeId: { in: queries.map((query) => query.employeeId) },
        capturedAt: { gt: new Date(receivedAtMs - EARLIER_FIX_DAYS * DAY_MS) },
        outcome: { in: ['accepted', 'pending'] },
        placeEncrypted: { not: null },
        accuracyMetres: { not: null },
      },
      select: { id: true, employeeId: true, capturedAt: true, accuracyMetres: true, placeEncrypted: true },
      orderBy: { capturedAt: 'desc' },
    }),
    read.attempt.groupBy({
      by: ['placeHash', 'employeeId', 'workDay'],
      where: {
        placeHash: { in: hashed.flatMap(({ placeHash }) => (placeHash === null ? [] : [placeHash])) },
        capturedAt: { gt: new Date(receivedAtMs - SAME_COORDINATES_DAYS * DAY_MS) },
      },
    }),
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
  const placesOf = groupBy(samePlaces, (row) => row.placeHash)
  const handsetsOf = groupBy(sameHandsets, (row) => `${row.factsHash} ${row.networkAddressHash}`)
  const sitesOf = groupBy(addresses, (row) => row.addressHash)

  return hashed.map(({ query, placeHash, factsHash, addressHash }): RiskFacts => {
    const { employeeId, workDay } = query
    const places = placeHash === null ? [] : (placesOf.get(placeHash) ?? [])
    const site = sitesOf.get(addressHash)?.[0]
    return {
      earlierFixes: (fixesOf.get(employeeId) ?? []).slice(0, EARLIER_FIXES).map((row) => toEarlierFix(cipher, row)),
      sameCoordinates: {
        otherPeople: new Set(places.map((row) => row.employeeId).filter((id) => id !== employeeId)).size,
        otherDays: new Set(places.map((row) => dateToWorkDay(row.workDay)).filter((day) => day !== workDay)).size,
      },
      sharedHandset: {
        otherPeople: (handsetsOf.get(`${factsHash} ${addressHash}`) ?? []).filter(
          (row) => row.employeeId !== employeeId,
        ).length,
        networkAddressKnownSiteId: site?.siteId ?? null,
      },
      networkSiteId: site?.siteId ?? null,
      networkSiteName: site?.site.name ?? null,
    }
  })
}

function toEarlierFix(
  cipher: FieldCipher,
  row: { id: string; capturedAt: Date; accuracyMetres: number | null; placeEncrypted: string | null },
): EarlierFix {
  const place = JSON.parse(cipher.decrypt(row.placeEncrypted ?? '', `Attempt.place:${row.id}`)) as Fix
  return {
    attemptId: row.id,
    capturedAtMs: row.capturedAt.getTime(),
    coordinates: { latitude: place.latitude, longitude: place.longitude },
    system: place.system,
    accuracyMetres: row.accuracyMetres ?? 0,
  }
}
