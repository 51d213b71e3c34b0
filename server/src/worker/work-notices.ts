import { workNotices, type WorkNoticesPorts } from '../features/notices/work-notices.usecase'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const PAGE_SIZE = 50
const IDLE_MS = 2_000
const AFTER_FAILURE_MS = 10_000

/** Until stopped, sends what people have to be told. */
export function startWorkingNotices(ports: WorkNoticesPorts, timer: Timer = systemTimer): Repeating {
  return startRepeating(async (mayGoOn) => {
    try {
      return (await workNotices(ports, PAGE_SIZE, mayGoOn)) === PAGE_SIZE ? 0 : IDLE_MS
    } catch (error) {
      ports.log.error({ err: error }, 'messages could not be worked on; it is tried again')
      return AFTER_FAILURE_MS
    }
  }, timer)
}
