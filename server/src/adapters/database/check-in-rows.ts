import type { CheckInQuery } from '../../ports/check-in-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { coordinatesText, deviceFactsText } from './check-in-text'
import type { Client } from './database'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** The longest window that a policy may ask for. */
const UNPROVEN_WINDOW_DAYS = 90
const EARLIER_FIX_DAYS = 7
const SAME_COORDINATES_DAYS = 30
const SHARED_HANDSET_MS = 600_000

/** Enough for the sign of a constant accuracy and for the speed since the last place. */
export const EARLIER_FIXES = 6

/** What one attempt asks the database for. */
export interface CheckInWish extends CheckInQuery {
  readonly placeHash: string | null
  readonly factsHash: string
  readonly addressHash: string
}

/** From when on rows matter to a group. */
export interface CheckInSince {
  readonly received: Date
  readonly lastHour: Date
  readonly unproven: Date
  readonly earlierFixes: Date
  readonly sameCoordinates: Date
  readonly sharedHandset: Date
}

export interface DeviceRow {
  readonly id: string
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly publicKey: string
  readonly state: string
  readonly brand: string
  readonly model: string
  readonly platform: string
  readonly system: string
  readonly boundAt: Date | null
  readonly revokedAt: Date | null
  readonly replacedAt: Date | null
}

export interface EarlierFixRow {
  readonly id: string
  readonly employeeId: string
  readonly capturedAt: Date
  readonly accuracyMetres: number | null
  readonly placeEncrypted: string | null
}

/** The rows behind a group's facts; each list may hold more than the group needs, never less. */
export interface CheckInRows {
  readonly days: readonly DayKey<{ readonly version: number; readonly zone: string }>[]
  readonly employees: readonly { readonly id: string; readonly leftAt: Date | null }[]
  /** Newest first, as the notices. */
  readonly consents: readonly {
    readonly employeeId: string
    readonly version: number
    readonly givenAt: Date
    readonly withdrawnAt: Date | null
  }[]
  readonly notices: readonly { readonly version: number; readonly publishedAt: Date }[]
  readonly devices: readonly DeviceRow[]
  /** Of the candidates among the devices, in time. */
  readonly openRebinds: readonly { readonly subjectId: string; readonly requesterId: string }[]
  readonly challenges: readonly {
    readonly id: string
    readonly keyThumbprint: string
    readonly issuedAt: Date
    readonly clockOffsetMs: number
    /** When the next one was issued to the same key. */
    readonly nextIssuedAt: Date | null
  }[]
  readonly usedPositions: readonly {
    readonly id: string
    readonly challengeId: string | null
    readonly challengePosition: number | null
  }[]
  readonly repeats: readonly {
    readonly id: string
    readonly employeeId: string
    readonly keyThumbprint: string
    readonly requestId: string | null
    readonly bodyHash: string
    readonly replyJson: string
  }[]
  readonly judgedLastHour: readonly { readonly employeeId: string; readonly count: number }[]
  readonly refusedOfDay: readonly DayKey<{ readonly count: number }>[]
  /** Accepted and pending ones, in the order of capture. */
  readonly dayAttempts: readonly DayKey<{
    readonly id: string
    readonly slotKind: string
    readonly slotSpan: number
    readonly outcome: string
    readonly capturedAt: Date
    readonly siteId: string | null
  }>[]
  readonly unprovenCaptures: readonly { readonly employeeId: string; readonly capturedAt: Date }[]
  /** In the order in which they were made. */
  readonly plans: readonly DayKey<{
    readonly siteId: string
    readonly createdAt: Date
    readonly cancelledAt: Date | null
  }>[]
  readonly outages: readonly { readonly startsAt: Date; readonly endsAt: Date }[]
  /** The newest first, at least the last {@link EARLIER_FIXES} of each person. */
  readonly earlierFixes: readonly EarlierFixRow[]
  readonly samePlacePeople: readonly { readonly placeHash: string | null; readonly employeeId: string }[]
  readonly samePlaceDays: readonly DayKey<{ readonly placeHash: string | null }>[]
  readonly sameHandsets: readonly {
    readonly factsHash: string | null
    readonly networkAddressHash: string | null
    readonly employeeId: string
  }[]
  /** By site id. */
  readonly addresses: readonly { readonly addressHash: string; readonly siteId: string; readonly siteName: string }[]
}

type DayKey<Columns> = { readonly employeeId: string; readonly workDay: Date } & Columns

/** Reads the rows for a group. The number of queries does not depend on its size. */
export type ReadCheckInRows = (
  read: Client,
  wishes: readonly CheckInWish[],
  since: CheckInSince,
) => Promise<CheckInRows>

export function toWish(cipher: FieldCipher, query: CheckInQuery): CheckInWish {
  const { coordinates, deviceFacts, networkAddress } = query
  return {
    ...query,
    placeHash: coordinates === null ? null : cipher.keyedHash(coordinatesText(coordinates), 'coordinates'),
    factsHash: cipher.keyedHash(deviceFactsText(deviceFacts), 'device-facts'),
    addressHash: cipher.keyedHash(networkAddress, 'network-address'),
  }
}

/** Counted from the first receipt of the group. */
export function sinceOf(queries: readonly CheckInQuery[]): CheckInSince {
  const receivedAtMs = Math.min(...queries.map((query) => query.receivedAtMs))
  const before = (durationMs: number) => new Date(receivedAtMs - durationMs)
  return {
    received: before(0),
    lastHour: before(HOUR_MS),
    unproven: before(UNPROVEN_WINDOW_DAYS * DAY_MS),
    earlierFixes: before(EARLIER_FIX_DAYS * DAY_MS),
    sameCoordinates: before(SAME_COORDINATES_DAYS * DAY_MS),
    sharedHandset: before(SHARED_HANDSET_MS),
  }
}

/** The people of a group, each once. */
export function peopleOf(wishes: readonly CheckInWish[]): string[] {
  return [...new Set(wishes.map((wish) => wish.employeeId))]
}
