import { writeBack, type WriteBackPorts } from '../features/attendance/write-back.usecase'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

/** WeCom takes 60 calls a minute: two workers together stay below. What it refuses of more is tried again. */
const PAGE_SIZE = 7
const EVERY_MS = 15_000

/** Until stopped, writes accepted check-ins into WeCom's own attendance. */
export function startWritingBack(ports: WriteBackPorts, timer: Timer = systemTimer): Repeating {
  return startRepeating(async (mayGoOn) => {
    try {
      await writeBack(ports, PAGE_SIZE, mayGoOn)
    } catch (error) {
      ports.log.error({ err: error }, 'check-ins could not be written back; it is tried again')
    }
    return EVERY_MS
  }, timer)
}
