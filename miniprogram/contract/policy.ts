import type { WifiProofPolicy } from './place'

/** The figures of a rule version that judge a check-in. Every field has a default; a rule version stores the ones it changes. */
export interface Policy {
  readonly outOfRange: 'refuse' | 'application' | 'pending'
  readonly onReview: 'list' | 'pending'
  readonly deviceFactsChanged: 'pending' | 'refuse'
  readonly toleranceCapMetres: number
  readonly maxAccuracyMetres: number
  readonly visitRepeatMinutes: number
  /** A superseded consent version still serves for this many days. */
  readonly consentGraceDays: number
  readonly unprovenCapturesFreeCount: number
  readonly unprovenCapturesWindowDays: number
  /** Slot kinds that need a photo, a note, a visit record. */
  readonly photoFor: readonly ('early' | 'visit' | 'late')[]
  readonly noteFor: readonly ('early' | 'visit' | 'late')[]
  readonly visitRecordRequired: boolean
  /** Overrides each site's own choice when set. */
  readonly wifiProof: WifiProofPolicy | null
}

export const DEFAULT_POLICY: Policy = {
  outOfRange: 'application',
  onReview: 'list',
  deviceFactsChanged: 'pending',
  toleranceCapMetres: 50,
  maxAccuracyMetres: 200,
  visitRepeatMinutes: 10,
  consentGraceDays: 7,
  unprovenCapturesFreeCount: 3,
  unprovenCapturesWindowDays: 30,
  photoFor: [],
  noteFor: [],
  visitRecordRequired: false,
  wifiProof: null,
}
