/** What the records page works with and does not show. */
import type { SlotName } from '../../contract/work-day'
import type { Stop } from '../../platform/platform'
import { platform, services } from '../../services/app'
import type { KnownDay, KnownMonth } from '../../services/own-records'
import type { ApiProblem } from '../../services/transport'
import { dateText } from '../../texts/format'
import type { LoadTrouble } from './records.view'

export const records = {
  /** `YYYY-MM`; empty until the page was first shown. */
  month: '',
  /** Chosen by hand; empty: the one that the month opens with. */
  selected: '',
  knownMonth: null as KnownMonth | null,
  knownDay: null as KnownDay | null,
  monthTrouble: null as LoadTrouble | null,
  dayTrouble: null as LoadTrouble | null,
  waiting: [] as readonly SlotName[],
  canCorrect: false,
  /** Of the zone of the person's work day. */
  offsetMinutes: 0,
  /** Server's clock minus phone's. */
  clockOffsetMs: 0,
  stops: [] as Stop[],
}

export function troubleOf(problem: ApiProblem): LoadTrouble {
  return problem.kind === 'unreachable' ? 'offline' : 'failed'
}

/** Takes over what the check-in page learned. */
export async function learnContext(): Promise<void> {
  const known = await services.contexts.current()
  records.offsetMinutes = await services.contexts.offsetMinutes()
  records.canCorrect = known?.context.capabilities.corrections ?? false
  records.clockOffsetMs = known?.clockOffsetMs ?? 0
}

export async function learnWaiting(): Promise<void> {
  const entries = await services.queue.entries()
  records.waiting = entries.filter(({ state }) => state === 'waiting').map(({ slot }) => slot)
}

export function phoneToday(): string {
  return dateText(platform.time.nowMs() + records.clockOffsetMs, records.offsetMinutes)
}
