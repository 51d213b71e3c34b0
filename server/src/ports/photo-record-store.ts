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
  /** Looks before this one. */
  readonly checkCount: number
}

export type PhotoVerdict =
  | (Pick<
      Extract<VerifiedPhoto, { verified: true }>,
      'verified' | 'perceptualHash' | 'widthPixels' | 'heightPixels'
    > & {
      /** As of when it counts: never after the deadline, see `evidenceAtMs`. */
      readonly verifiedAtMs: number
    })
  | {
      readonly verified: false
      readonly problem: PhotoProblem
      /** When what lies under its key is to be deleted; null: it has no key. */
      readonly deleteObjectAtMs: number | null
    }

/** A failed photo whose object may still be there. */
export interface PhotoLeftover {
  readonly attemptId: string
  readonly sha256: string
  readonly objectKey: string
}

export interface PhotoRecordStore {
  /** Null: no such attempt, or it keeps no photos. */
  ofAttempt(attemptId: string): Promise<PhotosOfAttempt | null>
  /**
   * Notes a ticket: the key stays what it was, the next look comes no later than `lookAtMs`.
   * @returns false, and no trail, when the photo is not awaited any more
   */
  noteTicket(
    photo: Pick<PhotoRecord, 'attemptId' | 'sha256'>,
    ticket: { readonly objectKey: string; readonly lookAtMs: number },
    trail: Trail,
    nowMs: number,
  ): Promise<boolean>
  /** The next look is now, if a ticket was given; book-keeping that leaves no trail. */
  noteUploaded(photo: Pick<PhotoRecord, 'attemptId' | 'sha256'>, nowMs: number): Promise<void>
  /** An audit line and nothing else. */
  noteView(trail: Trail, nowMs: number): Promise<void>

  /** Awaited photos whose look is due, and such as nobody asked a ticket for by the deadline; the longest due first. */
  due(limit: number, nowMs: number): Promise<readonly DuePhoto[]>
  /**
   * Takes a due photo for this look and moves the next one ahead, which comes only if this one settles nothing.
   * @returns false when somebody else took it
   */
  claim(photo: DuePhoto, nextLookAtMs: number): Promise<boolean>
  /** @returns false, and no trail, when the photo is not awaited any more */
  finish(
    tx: StoreTransaction,
    photo: Pick<PhotoRecord, 'attemptId' | 'sha256'>,
    verdict: PhotoVerdict,
    trail: Trail,
    nowMs: number,
  ): Promise<boolean>

  /** Failed photos whose objects are to be deleted by now. */
  leftovers(limit: number, nowMs: number): Promise<readonly PhotoLeftover[]>
  /** What lay under its key is gone; book-keeping that leaves no trail. */
  forgetLeftover(leftover: PhotoLeftover): Promise<void>
}
