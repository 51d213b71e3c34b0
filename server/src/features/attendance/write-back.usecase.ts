import { SLOT_NAMES } from '#contract/shown-words'
import { nextTry } from '../../next-try.rules'
import type { Attendance, AttendanceRecord } from '../../ports/attendance'
import type { Log } from '../../ports/log'
import type { Clock } from '../../ports/system'
import type { WaitingRecord, WriteBackStore } from '../../ports/write-back-store'
import { attendanceTexts as texts } from './attendance-texts.rules'

export interface WriteBackPorts {
  readonly writeBacks: Pick<WriteBackStore, 'due' | 'begin' | 'sent' | 'postpone'>
  readonly attendance: Pick<Attendance, 'add' | 'has'>
  readonly clock: Clock
  readonly log: Log
}

/** About four days in all: WeCom's month closes later than that. */
const LIMITS = { firstWaitMs: 30_000, longestWaitMs: 60 * 60_000, mostTries: 100 }
/** Longer than any call to WeCom with its repeats. */
const HOLD_MS = 60_000

/**
 * Writes what waits, oldest first; one that is refused stands in nobody's way.
 * @param mayGoOn asked before each one
 * @returns how many there were
 */
export async function writeBack(
  ports: WriteBackPorts,
  limit: number,
  mayGoOn: () => boolean = () => true,
): Promise<number> {
  const { writeBacks, clock } = ports
  const due = await writeBacks.due(clock.nowMs(), limit)
  for (const record of due) {
    if (!mayGoOn()) break
    if (await writeBacks.begin(record, clock.nowMs() + HOLD_MS)) await write(ports, record)
  }
  return due.length
}

async function write({ writeBacks, attendance, clock, log }: WriteBackPorts, waiting: WaitingRecord): Promise<void> {
  const { attemptId, tries } = waiting
  try {
    const record = recordOf(waiting)
    // An earlier try may have arrived without our hearing of it.
    if (tries > 0 && (await attendance.has(record))) return await writeBacks.sent(attemptId, clock.nowMs())
    const written = await attendance.add(record)
    if (written.kind === 'written') return await writeBacks.sent(attemptId, clock.nowMs())
    await writeBacks.postpone(attemptId, written.errcode, null)
    log.error({ attemptId, errcode: written.errcode }, 'WeCom’s attendance does not take this check-in')
  } catch (error) {
    const next = nextTry(LIMITS, tries, error, clock.nowMs())
    await writeBacks.postpone(attemptId, null, next.atMs)
    const fields = { err: error, attemptId, tries: next.tries }
    if (next.atMs === null) log.error(fields, 'a check-in was not written back: given up')
    else log.warn(fields, 'a check-in could not be written back; it is tried again')
  }
}

function recordOf({
  userId,
  capturedAtMs,
  siteName,
  siteAddress,
  slotKind,
  deferred,
}: WaitingRecord): AttendanceRecord {
  return {
    userId,
    atMs: capturedAtMs,
    placeTitle: siteName ?? texts.noSite,
    placeDetail: siteAddress ?? siteName ?? texts.noSite,
    note: texts.note(SLOT_NAMES.zh[slotKind], deferred),
  }
}
