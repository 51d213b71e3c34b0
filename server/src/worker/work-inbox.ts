import { workInbox, type WorkInboxPorts } from '../features/callbacks/work-inbox.usecase'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const PAGE_SIZE = 50
const IDLE_MS = 1_000
const AFTER_FAILURE_MS = 10_000

/** Until stopped, does what WeCom's callbacks left to be done. */
export function startWorkingInbox(ports: WorkInboxPorts, timer: Timer = systemTimer): Repeating {
  return startRepeating(async (mayGoOn) => {
    try {
      return (await workInbox(ports, PAGE_SIZE, mayGoOn)) === PAGE_SIZE ? 0 : IDLE_MS
    } catch (error) {
      ports.log.error({ err: error }, 'the inbox of callbacks could not be read; it is tried again')
      return AFTER_FAILURE_MS
    }
  }, timer)
}
