import type { ContextReply } from '../../contract/api'
import { texts } from '../../texts/texts'
import { queuedAtMsOf, queuedState } from './slab-queued.view'
import type { SlabDraft, SlabInput } from './slab.view'

const words = texts.slab

/** Where no slot waits for the person: a day off, or nothing left of the day. A visit is possible all the same. Pure. */
export function dayState(context: ContextReply, input: Pick<SlabInput, 'nowMs' | 'queued' | 'place'>): SlabDraft {
  const { nowMs } = input
  const { slots, workDay, capabilities } = context
  const work = slots.filter((slot) => slot.kind !== 'visit' && slot.workDay === workDay)
  const canVisit = slots.some(
    ({ kind, opensAt, closesAt }) => kind === 'visit' && Date.parse(opensAt) <= nowMs && nowMs <= Date.parse(closesAt),
  )
  if (work.length === 0) {
    const hint = context.off === 'not_rostered' || context.off === 'no_rule' ? words.unplannedHint : words.dayOffHint
    return {
      state: 'day_off',
      look: 'plain',
      title: dayOffTitle(context),
      reason: canVisit ? words.visitAnyway : hint,
      icon: canVisit ? 'visit' : 'calendar',
      act: canVisit ? 'visit' : 'none',
    }
  }
  const unanswered = work.filter(({ standing }) => standing === null)
  const missing = unanswered.find((slot) => queuedAtMsOf(slot, input) === null)
  const [waiting] = unanswered
  const waitsSinceMs = waiting === undefined ? null : queuedAtMsOf(waiting, input)
  if (missing === undefined && waiting !== undefined && waitsSinceMs !== null) {
    return queuedState(waiting, waitsSinceMs, input)
  }
  const title = words.dayOver
  if (missing === undefined) {
    return { state: 'day_over', look: 'plain', title, reason: words.dayOverDone, icon: 'fix', act: 'none' }
  }
  const name = texts.slotName[missing.kind]
  const canCorrect = capabilities.corrections
  return {
    state: 'day_over',
    look: 'plain',
    title,
    reason: canCorrect ? words.dayOverCorrect(name) : words.dayOverMissing(name),
    icon: 'fix',
    act: canCorrect ? 'correct' : 'none',
  }
}

function dayOffTitle({ off, calendarName }: ContextReply): string {
  if (off === 'holiday') return calendarName === null ? words.holiday : words.holidayNamed(calendarName)
  if (off === 'not_rostered' || off === 'no_rule') return words.unplanned
  return off === null ? words.nothingToday : words.restDay
}
