import type { PlanCards } from '../features/approval-cards/plan-cards.usecase'
import { workCards, type WorkCardsPorts } from '../features/approval-cards/work-cards.usecase'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const PAGE_SIZE = 50
const IDLE_MS = 1_000
const AFTER_FAILURE_MS = 10_000
const REMIND_EVERY_MS = 5 * 60_000

/** Until stopped, sends and draws cards. */
export function startWorkingCards(ports: WorkCardsPorts, timer: Timer = systemTimer): Repeating {
  return startRepeating(async (mayGoOn) => {
    try {
      return (await workCards(ports, PAGE_SIZE, mayGoOn)) === PAGE_SIZE ? 0 : IDLE_MS
    } catch (error) {
      ports.log.error({ err: error }, 'cards could not be worked on; it is tried again')
      return AFTER_FAILURE_MS
    }
  }, timer)
}

/** Until stopped, reminds whoever has not answered, and follows stand-ins whose time begins or ends. */
export function startReminding(
  { plan, log }: { readonly plan: Pick<PlanCards, 'remind' | 'followStandIns'>; readonly log: WorkCardsPorts['log'] },
  timer: Timer = systemTimer,
): Repeating {
  let lookedUntilMs: number | null = null
  return startRepeating(async () => {
    try {
      lookedUntilMs = await plan.followStandIns(lookedUntilMs)
      return (await plan.remind(PAGE_SIZE)) === PAGE_SIZE ? 0 : REMIND_EVERY_MS
    } catch (error) {
      log.error({ err: error }, 'nobody could be reminded; it is tried again')
      return REMIND_EVERY_MS
    }
  }, timer)
}
