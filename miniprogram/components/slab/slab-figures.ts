import type { SlotReply } from '../../contract/api'

/** The figures that the shared rules of lateness take. */
export function slotFigures({ kind, dueAt, graceMinutes }: SlotReply) {
  return { kind, dueAtMs: dueAt === null ? null : Date.parse(dueAt), graceMinutes }
}
