/** Asking for a forgotten check-in 补卡, where the server's capability `corrections` says that it may be asked for. */
import type { IsoTime, PhotoClaim } from './api'
import type { SlotKind, SlotName } from './work-day'

export const CORRECTION_REASON_LENGTH = { shortest: 5, longest: 200 } as const

/** The body of `POST /api/v1/corrections`: one slot that nothing stands for. */
export interface CorrectionRequest extends SlotName {
  /** Visits have no fixed slot that could be missed. */
  readonly kind: Exclude<SlotKind, 'visit'>
  /** When the person says to have been there: within the slot's window. */
  readonly claimedAt: IsoTime
  /** 5 to 200 characters. */
  readonly reason: string
  readonly photos: readonly PhotoClaim[]
}
