import { askAgain, type AskAgainPorts } from '../features/check-in/ask-again.usecase'
import type { Log } from '../ports/log'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const EVERY_MS = 10 * 60_000
const PAGE_SIZE = 200

/**
 * Every ten minutes until stopped, asks for the approvals that no event asked for. A page at a time; one that fails is
 * tried again in the next round, after the others.
 */
export function startAskingAgain(ports: AskAgainPorts & { readonly log: Log }, timer: Timer = systemTimer): Repeating {
  const { log } = ports
  let afterId: string | null = null
  return startRepeating(async () => {
    try {
      const { asked, failed, nextAfterId } = await askAgain(ports, afterId, PAGE_SIZE)
      for (const { attemptId, error } of failed) {
        log.error({ err: error, attemptId }, 'an approval that was never asked for could not be opened; tried again')
      }
      if (asked > 0) log.warn({ asked }, 'approvals opened that no event had asked for')
      afterId = nextAfterId
      return nextAfterId === null ? EVERY_MS : 0
    } catch (error) {
      log.error({ err: error }, 'attempts without a request could not be looked for; it is tried again')
      return EVERY_MS
    }
  }, timer)
}
