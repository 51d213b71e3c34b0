/** Which of the day's slots the person most likely came for; the rail lets them choose another. */
import type { ContextReply, SlotReply } from '../../contract/api'

const opens = (slot: SlotReply) => Date.parse(slot.opensAt)
const isOpen = (slot: SlotReply, nowMs: number) => opens(slot) <= nowMs && nowMs <= Date.parse(slot.closesAt)
const SOON_MS = 4 * 60 * 60_000
const isSoon = (slot: SlotReply, nowMs: number) => opens(slot) > nowMs && opens(slot) - nowMs <= SOON_MS
const isFree = (slot: SlotReply) => slot.standing === null || slot.standing.outcome === 'refused'

const isWork = (slot: SlotReply) => slot.kind !== 'visit'

/** Pure. Null when today asks for nothing, or for nothing more; visits can be chosen all the same. */
export function chooseSlot(
  { slots, plans, workDay }: Pick<ContextReply, 'slots' | 'plans' | 'workDay'>,
  nowMs: number,
): SlotReply | null {
  const open = slots.filter((slot) => isOpen(slot, nowMs))
  const isPastDue = (slot: SlotReply) => slot.dueAt === null || nowMs >= Date.parse(slot.dueAt)
  const early = open.find((slot) => slot.kind === 'early' && isFree(slot))
  const late = open.find((slot) => slot.kind === 'late' && isFree(slot) && isPastDue(slot))
  const visit = plans.length > 0 ? open.find((slot) => slot.kind === 'visit') : undefined
  if (early !== undefined || late !== undefined || visit !== undefined) return early ?? late ?? visit ?? null
  // Of other days only what is open, or opens soon: a night shift begins before its day ends.
  const work = slots.filter(
    (slot) => isWork(slot) && (slot.workDay === workDay || isOpen(slot, nowMs) || isSoon(slot, nowMs)),
  )
  if (!work.some((slot) => nowMs <= Date.parse(slot.closesAt))) return null
  const done = work.filter((slot) => !isFree(slot)).sort((left, right) => opens(right) - opens(left))[0]
  const next = work.filter((slot) => opens(slot) > nowMs).sort((left, right) => opens(left) - opens(right))[0]
  return done ?? open.find(isWork) ?? next ?? null
}
