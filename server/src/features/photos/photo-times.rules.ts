const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** How long a ticket serves, unless the deadline comes first: OSS takes no form that was signed longer ago. */
const TICKET_MS = 15 * MINUTE_MS
/** A phone says when it is done; this is for the one that cannot any more. */
const FIRST_LOOK_AFTER_TICKET_MS = MINUTE_MS
/** How long the address of a view serves. */
export const VIEW_MS = 5 * MINUTE_MS

/** Also how long a worker may take over a photo before another one looks for it too. */
const FIRST_PAUSE_MS = MINUTE_MS
const LONGEST_PAUSE_MS = 10 * MINUTE_MS
/** An upload that was under way at the deadline has ended by then. */
const LATE_UPLOAD_MS = 10 * MINUTE_MS

/** @param deadlineMs null: nothing that comes now is judged */
export function mayStillUpload(deadlineMs: number | null, nowMs: number): deadlineMs is number {
  return deadlineMs !== null && nowMs < deadlineMs
}

export function ticketTimes(deadlineMs: number, nowMs: number) {
  return {
    expiresAtMs: Math.min(nowMs + TICKET_MS, deadlineMs),
    lookAtMs: Math.min(nowMs + FIRST_LOOK_AFTER_TICKET_MS, deadlineMs),
  }
}

/**
 * When a photo is looked for again should this look settle nothing: after 1 min, 2, 4, 8, then every 10; and at the
 * deadline, which is the look that decides that it did not come.
 */
export function nextLookAtMs(
  { checkCount, deadlineMs }: { readonly checkCount: number; readonly deadlineMs: number | null },
  nowMs: number,
): number {
  const next = nowMs + Math.min(FIRST_PAUSE_MS * 2 ** Math.min(checkCount, 10), LONGEST_PAUSE_MS)
  return deadlineMs !== null && nowMs < deadlineMs ? Math.min(next, deadlineMs) : next
}

/**
 * As of when a photo that is there counts. Its ticket ended with the deadline, so it was sent in time, however late the
 * store or this worker let it be read.
 */
export function evidenceAtMs(deadlineMs: number | null, nowMs: number): number {
  return deadlineMs === null ? nowMs : Math.min(nowMs, deadlineMs)
}

export function deleteLateUploadAtMs(nowMs: number): number {
  return nowMs + LATE_UPLOAD_MS
}
