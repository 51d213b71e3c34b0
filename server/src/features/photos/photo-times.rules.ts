const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/** How long a ticket serves, unless the deadline comes first: OSS takes no form that was signed longer ago. */
const TICKET_MS = 15 * MINUTE_MS
/** A phone says when it is done; this is for the one that cannot any more. */
const FIRST_LOOK_AFTER_TICKET_MS = MINUTE_MS
/** How long the address of a view serves. */
export const VIEW_MS = 5 * MINUTE_MS

/** Also how long a worker may take over a photo before another one looks for it too. */
const PAUSE_MS = 5 * MINUTE_MS
/** After a decoder was lost: what is amiss may be the machine. */
const FIRST_PAUSE_AFTER_LOSS_MS = MINUTE_MS
/** An upload may begin until the deadline and last a minute; the store answers 200 for it, so it counts. */
const UPLOAD_MS = 2 * MINUTE_MS
/** An upload that was under way when its ticket ended is over by then, however slow the store is. */
const LATE_UPLOAD_MS = 10 * MINUTE_MS
/**
 * The privacy notice promises at most a year. A day less: a photo may have been taken on the day before its attempt was
 * received.
 */
const KEPT_MS = 364 * DAY_MS

/** Awaited with a ticket, or without one. */
interface Awaited {
  readonly objectKey: string | null
  readonly deadlineMs: number | null
}

/** @param deadlineMs null: nothing that comes now is judged */
export function mayStillUpload(deadlineMs: number | null, nowMs: number): deadlineMs is number {
  return deadlineMs !== null && nowMs < deadlineMs
}

export function ticketTimes(deadlineMs: number, nowMs: number) {
  return { expiresAtMs: Math.min(nowMs + TICKET_MS, deadlineMs), lookAtMs: nowMs + FIRST_LOOK_AFTER_TICKET_MS }
}

/** Whether a photo that is not there at this look has failed to come: nothing that began in time can still be on its way. */
export function isGivenUp(photo: Awaited, lookedAtMs: number): boolean {
  return lookedAtMs >= lastLookAtMs(photo)
}

/** Without a ticket at the deadline, as nothing can be on its way; without a deadline there are no tickets. */
function lastLookAtMs({ objectKey, deadlineMs }: Awaited): number {
  if (deadlineMs === null) return -Infinity
  return objectKey === null ? deadlineMs : deadlineMs + UPLOAD_MS
}

/** When a photo is looked for again should this look settle nothing: after 5 min, and at the look that gives it up. */
export function nextLookAtMs(photo: Awaited, nowMs: number): number {
  return isGivenUp(photo, nowMs) ? nowMs + PAUSE_MS : Math.min(nowMs + PAUSE_MS, lastLookAtMs(photo))
}

/** After 1 min, 2, 4, 8. @param lostCount decoders lost before this one */
export function nextLookAfterLossMs(lostCount: number, nowMs: number): number {
  return nowMs + FIRST_PAUSE_AFTER_LOSS_MS * 2 ** lostCount
}

/**
 * As of when a photo that is there counts. Its ticket ended with the deadline, so it was sent in time, however late the
 * store or this worker let it be read.
 */
export function evidenceAtMs(deadlineMs: number | null, nowMs: number): number {
  return deadlineMs === null ? nowMs : Math.min(nowMs, deadlineMs)
}

/**
 * When what lies under the key of a failed photo is deleted: as long as a ticket serves, or an upload is under way, a
 * free key would be filled again, and nobody would look there any more. Null: it has no key.
 */
export function deleteFailedAtMs({ objectKey, deadlineMs }: Awaited, nowMs: number): number | null {
  if (objectKey === null) return null
  const lastTicketEndsAtMs = Math.min(nowMs + TICKET_MS, deadlineMs ?? Infinity)
  return Math.max(nowMs, lastTicketEndsAtMs) + LATE_UPLOAD_MS
}

/** When a verified photo and its views are deleted. @param receivedAtMs its attempt was received */
export function deleteVerifiedAtMs(receivedAtMs: number): number {
  return receivedAtMs + KEPT_MS
}
