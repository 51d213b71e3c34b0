/** What a draft holds: texts, choices and photos, each within what the server takes. */
import type { NewPhoto } from './take-photo'

export interface DraftText {
  /** Of an application. */
  readonly reason: string
  readonly applies: boolean
  readonly note: string
  /** Of a visit; null: none chosen, or not on the list. */
  readonly siteId: string | null
  readonly isUnlisted: boolean
  readonly customer: string
  readonly contact: string
  readonly contactPhone: string
  readonly purpose: string
  /** In the person's own words, not one of the usual ones. */
  readonly isOwnPurpose: boolean
  readonly outcome: string
  readonly isOwnOutcome: boolean
  readonly notes: string
  /** Of the visit record that was read before it was edited; 0: there was none. */
  readonly version: number
}

export interface DraftContent extends DraftText {
  readonly photos: readonly NewPhoto[]
}

/** Nothing begun: an opened draft holds exactly this one until something changes. */
export const EMPTY_DRAFT: DraftContent = {
  reason: '',
  applies: false,
  note: '',
  siteId: null,
  isUnlisted: false,
  customer: '',
  contact: '',
  contactPhone: '',
  purpose: '',
  isOwnPurpose: false,
  outcome: '',
  isOwnOutcome: false,
  notes: '',
  version: 0,
  photos: [],
}

/** The longest that the pages let anybody write; the server takes as much or more. */
export const LONGEST = {
  reason: 200,
  note: 500,
  customer: 200,
  contact: 100,
  contactPhone: 40,
  purpose: 200,
  outcome: 200,
  notes: 500,
} as const satisfies Partial<Record<keyof DraftText, number>>

/** Pure. */
export function clipped(change: Partial<DraftText>): Partial<DraftText> {
  const entries = Object.entries(change).map(([field, value]) => [
    field,
    typeof value === 'string' && field in LONGEST ? value.slice(0, LONGEST[field as keyof typeof LONGEST]) : value,
  ])
  return Object.fromEntries(entries) as Partial<DraftText>
}
