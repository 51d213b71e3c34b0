import type { Outcome } from '#contract/decision'
import type { PhotoProblem } from '#contract/photos'
import type { VerifiedPhoto } from './photo-verifier'
import type { StoreTransaction } from './transaction'
import type { Trail } from './trail'

/** One photo that a signed attempt names. */
export interface PhotoRecord {
  readonly attemptId: string
  readonly sha256: string
  readonly byteLength: number
  readonly takenAtMs: number
  readonly state: 'awaited' | 'verified' | 'failed'
  readonly problem: PhotoProblem | null
  /** Where its bytes belong; null before the first ticket. */
  readonly objectKey: string | null
  readonly widthPixels: number | null
  readonly heightPixels: number | null
  readonly verifiedAtMs: number | null
}

/** The photos of one attempt, in the order of their hashes. */
export interface PhotosOfAttempt {
  readonly attemptId: string
  readonly employeeId: string
  readonly outcome: Outcome
  /** Photos verified by then are judged; null: whatever comes is not. */
  readonly deadlineMs: number | null
  readonly photos: readonly PhotoRecord[]
}

/** An awaited photo that it is time to look for. */
export interface DuePhoto {
  readonly attemptId: string
  readonly employeeId: string
  readonly sha256: string
  readonly byteLength: number
  readonly objectKey: string | null
  readonly deadlineMs: number | null
  /** When its attempt was received. */
  readonly receivedAtMs: number
  /** Since when this look is due; null: nobody asked a ticket for it. */
  readonly dueAtMs: number | null
  /** Decoders that were lost over it before. */
  readonly lostCount: number
}

export type PhotoVerdict =
  | (Pick<
      Extract<VerifiedPhoto, { verified: true }>,
      'verified' | 'perceptualHash' | 'widthPixels' | 'heightPixels'
    > & {
      /** As of when it counts: never after the deadline, see `evidenceAtMs`. */
      readonly verifiedAtMs: number
      /** When it has been kept for long enough. */
      readonly deleteObjectAtMs: number
    })
  | {
      readonly verified: false
      readonly problem: PhotoProblem
      /** When what lies under its key is to be deleted; null: it has no key. */
      readonly deleteObjectAtMs: number | null
    }

/** A photo whose objects are to be deleted. */
export interface DeletablePhoto {
  readonly attemptId: string
  readonly sha256: string
  readonly objectKey: string
}

export interface PhotoRecordStore {
  /** Null: no such attempt, or it keeps no photos. */
  ofAttempt(attemptId: string): Promise<PhotosOfAttempt | null>
  /**
   * Notes a ticket: the key stays what it was, the next look comes no later than `lookAtMs`. Nothing is noted when the
   * photo is not awaited any more, or when it and the photos that this person has a ticket for, of attempts of the same
   * work day, are more than `mostBytesADay` together.
   */
  noteTicket(
    photo: Pick<PhotoRecord, 'attemptId' | 'sha256'>,
    ticket: { readonly objectKey: string; readonly lookAtMs: number; readonly mostBytesADay: number },
    trail: Trail,
    nowMs: number,
  ): Promise<'noted' | 'not_awaited' | 'over_budget'>
  /** The next look is now, if a ticket was given; book-keeping that leaves no trail. */
  noteUploaded(photo: Pick<PhotoRecord, 'attemptId' | 'sha256'>, nowMs: number): Promise<void>
  /** An audit line and nothing else. */
  noteView(trail: Trail, nowMs: number): Promise<void>

  /**
   * Awaited photos whose look is due, and such as nobody asked a ticket for by the deadline, or ever can as there is no
   * deadline; at most `limit` of either, the longest due first.
   */
  due(limit: number, nowMs: number): Promise<readonly DuePhoto[]>
  /**
   * Takes a due photo for this look and moves the next one ahead, which comes only if this one settles nothing.
   * @returns false when somebody else took it
   */
  claim(photo: DuePhoto, nextLookAtMs: number): Promise<boolean>
  /** Counts a decoder that was lost over a claimed photo; book-keeping that leaves no trail. */
  noteLost(photo: DuePhoto, nextLookAtMs: number): Promise<void>
  /** @returns false, and no trail, when the photo is not awaited any more */
  finish(
    tx: StoreTransaction,
    photo: Pick<PhotoRecord, 'attemptId' | 'sha256'>,
    verdict: PhotoVerdict,
    trail: Trail,
    nowMs: number,
  ): Promise<boolean>

  /** Failed photos whose objects are to be deleted by now, the longest due first. */
  leftovers(limit: number, nowMs: number): Promise<readonly DeletablePhoto[]>
  /** What lay under its key is gone; book-keeping that leaves no trail. */
  forgetLeftover(leftover: DeletablePhoto): Promise<void>
  /** Verified photos that were kept for long enough, the longest due first. */
  expired(limit: number, nowMs: number): Promise<readonly DeletablePhoto[]>
  /** Its bytes and views are gone; what was found of them stays. */
  forgetExpired(photo: DeletablePhoto, trail: Trail, nowMs: number): Promise<void>
  /** The objects of a settled photo could not be deleted: not before then is it tried again. */
  postponeDeletion(photo: DeletablePhoto, untilMs: number): Promise<void>
}
