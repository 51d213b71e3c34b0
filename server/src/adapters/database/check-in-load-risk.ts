import type { Fix } from '#contract/place'
import type { EarlierFix, RiskFacts } from '../../features/check-in/check-in-facts.rules'
import type { FieldCipher } from '../../ports/field-cipher'
import { EARLIER_FIXES, type CheckInRows, type CheckInWish, type EarlierFixRow } from './check-in-rows'
import { groupBy } from './index-by'
import { dateToWorkDay } from './work-day'

/** The facts behind the risk signs. */
export function riskOf(cipher: FieldCipher, rows: CheckInRows): (wish: CheckInWish) => RiskFacts {
  const fixesOf = groupBy(rows.earlierFixes, (row) => row.employeeId)
  const peopleAt = groupBy(rows.samePlacePeople, (row) => row.placeHash)
  const daysAt = groupBy(rows.samePlaceDays, (row) => `${row.placeHash} ${row.employeeId}`)
  const handsetsOf = groupBy(rows.sameHandsets, (row) => `${row.factsHash} ${row.networkAddressHash}`)
  const sitesOf = groupBy(rows.addresses, (row) => row.addressHash)

  return ({ employeeId, workDay, placeHash, factsHash, addressHash }) => {
    const others = (people: readonly { readonly employeeId: string }[] = []) =>
      people.filter((row) => row.employeeId !== employeeId).length
    const days = daysAt.get(`${placeHash} ${employeeId}`) ?? []
    const site = sitesOf.get(addressHash)?.[0]
    return {
      earlierFixes: (fixesOf.get(employeeId) ?? []).slice(0, EARLIER_FIXES).flatMap((row) => toEarlierFix(cipher, row)),
      sameCoordinates: {
        otherPeople: others(peopleAt.get(placeHash)),
        otherDays: days.filter((row) => dateToWorkDay(row.workDay) !== workDay).length,
      },
      sharedHandset: {
        otherPeople: others(handsetsOf.get(`${factsHash} ${addressHash}`)),
        networkAddressKnownSiteId: site?.siteId ?? null,
      },
      networkAddressHash: addressHash,
      networkSiteId: site?.siteId ?? null,
      networkSiteName: site?.siteName ?? null,
    }
  }
}

/** None for a place that cannot be read any more: these are signs, and no sign may keep people from checking in. */
function toEarlierFix(cipher: FieldCipher, row: EarlierFixRow): EarlierFix[] {
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

function readPlace(cipher: FieldCipher, row: EarlierFixRow): Fix | null {
  try {
    return JSON.parse(cipher.decrypt(row.placeEncrypted ?? '', `Attempt.place:${row.id}`)) as Fix
  } catch {
    return null
  }
}
