import type { KeptSeal } from './check-seal.rules'

/** A seal that was made known as the newest of a day (`YYYY-MM-DD`, UTC). */
export interface PublishedSeal {
  readonly day: string
  readonly number: number
  /** Where it says so: a file's name, or an audit line's id. */
  readonly source: string
}

export interface StepBack extends PublishedSeal {
  readonly earlierDay: string
  readonly earlierNumber: number
}

/**
 * Those below one of an earlier day. The chain only grows: a day whose newest seal is older than that of a day before
 * would leave everything since then without a seal kept outside.
 */
export function stepsBack(published: readonly PublishedSeal[]): StepBack[] {
  const inOrder = [...published].sort((one, other) => compare(one.day, other.day))
  const found: StepBack[] = []
  let highest: PublishedSeal | undefined
  let highestOfDay: PublishedSeal | undefined
  for (const one of inOrder) {
    if (highestOfDay !== undefined && highestOfDay.day !== one.day) {
      highest = higher(highest, highestOfDay)
      highestOfDay = undefined
    }
    if (highest !== undefined && one.number < highest.number) {
      found.push({ ...one, earlierDay: highest.day, earlierNumber: highest.number })
    }
    highestOfDay = higher(highestOfDay, one)
  }
  return found
}

function higher(one: PublishedSeal | undefined, other: PublishedSeal): PublishedSeal {
  return one === undefined || other.number > one.number ? other : one
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** What the sealer writes into the audit line and the event of a publication. */
export function publicationDetail(day: string, { number, hash }: KeptSeal) {
  return { day, sealNumber: number, sealHash: hash }
}

/** @returns null when it is not what {@link publicationDetail} makes */
export function readPublication(detailJson: string): KeptSeal | null {
  const { sealNumber, sealHash } = readMembers(detailJson)
  return Number.isSafeInteger(sealNumber) && typeof sealHash === 'string'
    ? { number: sealNumber as number, hash: sealHash }
    : null
}

/** How many details an erasure says that it took. @returns null when it does not say */
export function readErasedCount(detailJson: string): number | null {
  const { count } = readMembers(detailJson)
  return Number.isSafeInteger(count) && (count as number) >= 0 ? (count as number) : null
}

function readMembers(detailJson: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(detailJson) as Readonly<Record<string, unknown>> | null) ?? {}
  } catch {
    return {}
  }
}
