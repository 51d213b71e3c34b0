/**
 * Slot instances: what "today" means. The server computes instants from rules and zones;
 * the phone gets instants and computes no zones. All instants are milliseconds since the epoch, UTC.
 */

export const SLOT_KINDS = ['early', 'visit', 'late'] as const
export type SlotKind = (typeof SLOT_KINDS)[number]

/** A work day as `YYYY-MM-DD`: the day that a shift starts on, not the calendar date of the check-in. */
export type WorkDay = string

/** Names one slot instance of a person; `span` counts the shift's spans from 1, visits use 0. */
export interface SlotName {
  readonly workDay: WorkDay
  readonly kind: SlotKind
  readonly span: number
}

export interface SlotInstance extends SlotName {
  readonly opensAtMs: number
  readonly closesAtMs: number
  /** Attempts for this slot that arrive later are refused (`TOO_LATE_FOR_DAY`). */
  readonly uploadUntilMs: number
  /** When work starts (early) or ends (late), with the shift's grace; null where the rule sets no time. */
  readonly dueAtMs: number | null
  readonly graceMinutes: number
  /** IANA name of the zone that the work day is counted in. */
  readonly zone: string
}

export type SlotPhase = 'upcoming' | 'open' | 'upload_only' | 'over'

/** Stable text key of a slot within its work day, e.g. `early-1`; unique per person and work day. */
export function slotKey(slot: Pick<SlotName, 'kind' | 'span'>): string {
  return `${slot.kind}-${slot.span}`
}

export function isSameSlot(left: SlotName, right: SlotName): boolean {
  return left.workDay === right.workDay && left.kind === right.kind && left.span === right.span
}

/** Both ends belong to the window. */
export function isWithinWindow(slot: Pick<SlotInstance, 'opensAtMs' | 'closesAtMs'>, instantMs: number): boolean {
  return slot.opensAtMs <= instantMs && instantMs <= slot.closesAtMs
}

/** Whether an attempt captured in the window may still arrive. */
export function mayStillArrive(slot: Pick<SlotInstance, 'uploadUntilMs'>, receivedAtMs: number): boolean {
  return receivedAtMs <= slot.uploadUntilMs
}

/** Whole minutes after the due time beyond grace, as the day result would count them; 0 when on time. */
export function lateMinutes(slot: Pick<SlotInstance, 'kind' | 'dueAtMs' | 'graceMinutes'>, instantMs: number): number {
  if (slot.dueAtMs === null || slot.kind !== 'early') return 0
  const minutes = Math.floor((instantMs - slot.dueAtMs) / 60_000)
  return minutes > slot.graceMinutes ? minutes : 0
}

/** Whole minutes before the end of work that someone left; 0 when not early. */
export function leftEarlyMinutes(slot: Pick<SlotInstance, 'kind' | 'dueAtMs' | 'graceMinutes'>, instantMs: number): number {
  if (slot.dueAtMs === null || slot.kind !== 'late') return 0
  const minutes = Math.ceil((slot.dueAtMs - instantMs) / 60_000)
  return minutes > slot.graceMinutes ? minutes : 0
}

export function phaseOf(slot: SlotInstance, nowMs: number): SlotPhase {
  if (nowMs < slot.opensAtMs) return 'upcoming'
  if (nowMs <= slot.closesAtMs) return 'open'
  return nowMs <= slot.uploadUntilMs ? 'upload_only' : 'over'
}
