/** A check-in on its way: signed once, kept until the server has judged it and has its photos. */
import type { CheckInReply, IsoTime, Sha256Hex } from '../contract/api'
import type { PhotoType } from '../contract/photos'
import type { SlotName } from '../contract/work-day'

export interface QueuedPhoto {
  /** Where the phone keeps it; its watermark is in it already. */
  readonly path: string
  readonly sha256: Sha256Hex
  readonly byteLength: number
  readonly takenAtMs: number
  readonly contentType: PhotoType
  /** `in`: the server has it; `lost`: it cannot get there any more. */
  readonly state: 'waiting' | 'in' | 'lost'
}

/**
 * `waiting`: the server may or may not have heard of it; `judged`: it answered, photos may be missing; `stuck`: it does not
 * take these bytes, and sending them again helps nothing.
 */
export type QueueState = 'waiting' | 'judged' | 'stuck'

export interface QueueEntry {
  /** The request id. */
  readonly id: string
  /** What it was written in; absent where there was no draft, and in entries of older versions. */
  readonly draftId?: string
  readonly employeeId: string
  readonly slot: SlotName
  readonly siteName: string | null
  /** By the phone's clock. */
  readonly capturedAtMs: number
  /** Later it is refused. */
  readonly uploadUntil: IsoTime
  /** Exactly what was signed. */
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly photos: readonly QueuedPhoto[]
  readonly state: QueueState
  readonly reply: CheckInReply | null
  /** Why it is stuck, in the server's words. */
  readonly problem: { readonly message: string; readonly hint: string } | null
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The server takes photos for two hours after `uploadUntil`; a day more, because the phone's clock may be wrong. */
const PHOTOS_AFTER_MS = 2 * HOUR_MS + DAY_MS
/** Its challenge has expired, and no server judges it any more. */
const KEPT_MS = 14 * DAY_MS

/** Whether nothing of it can count any more: no photo is taken, and the check-in itself would be refused for its day. */
export function isTooLate({ uploadUntil }: QueueEntry, serverNowMs: number): boolean {
  return serverNowMs > Date.parse(uploadUntil) + PHOTOS_AFTER_MS
}

/**
 * Whether it may be cleared away unseen. One that no server heard of stays longer than its day: sent late it is refused, and
 * still shows when it was made.
 */
export function isOver(entry: QueueEntry, serverNowMs: number): boolean {
  return entry.state === 'judged'
    ? isTooLate(entry, serverNowMs)
    : isTooLate(entry, serverNowMs) && serverNowMs > entry.capturedAtMs + KEPT_MS
}

export function isFinished(entry: QueueEntry): boolean {
  return entry.state === 'judged' && entry.photos.every((photo) => photo.state !== 'waiting')
}

export function judged(entry: QueueEntry, reply: CheckInReply): QueueEntry {
  return { ...entry, state: 'judged', reply, problem: null }
}

export function withPhoto(entry: QueueEntry, sha256: Sha256Hex, state: QueuedPhoto['state']): QueueEntry {
  return { ...entry, photos: entry.photos.map((photo) => (photo.sha256 === sha256 ? { ...photo, state } : photo)) }
}

/** Oldest first: the first early check-in that the server takes is the one that stands. */
export function byCapture(left: QueueEntry, right: QueueEntry): number {
  return left.capturedAtMs - right.capturedAtMs || (left.id < right.id ? -1 : 1)
}
