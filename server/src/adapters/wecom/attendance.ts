import type { Attendance, AttendanceOutcome } from '../../ports/attendance'
import { refused } from './refused'
import type { WecomApi } from './wecom-api'
import { WecomError } from './wecom-problems'

const ADD = '/cgi-bin/checkin/add_checkin_record'
const CORRECT = '/cgi-bin/checkin/punch_correction'
const OTHER_DEVICE = 3
const LONGEST_PLACE_BYTES = 1_024
const LONGEST_REMARK_BYTES = 512
const DEVICE_NAME = 'waiqin'

/**
 * developer.work.weixin.qq.com/document/path/99647 (add_checkin_record, 60 a minute; punch_correction, 600). Exact
 * coordinates stay here: a place's name is what attendance needs.
 */
export function createAttendance(api: Pick<WecomApi, 'post'>): Attendance {
  return {
    add: ({ userId, atMs, placeTitle, placeDetail, note }) =>
      write(api, ADD, {
        records: [
          {
            userid: userId,
            checkin_time: Math.floor(atMs / 1_000),
            location_title: cutBytes(placeTitle, LONGEST_PLACE_BYTES),
            location_detail: cutBytes(placeDetail, LONGEST_PLACE_BYTES),
            notes: cutBytes(note, LONGEST_REMARK_BYTES),
            device_type: OTHER_DEVICE,
            device_detail: DEVICE_NAME,
          },
        ],
      }),

    correct: ({ userId, dayStartMs, scheduledMinutes, atMs, remark }) =>
      write(api, CORRECT, {
        userid: userId,
        schedule_date_time: Math.floor(dayStartMs / 1_000),
        ...(scheduledMinutes === null ? {} : { schedule_checkin_time: scheduledMinutes * 60 }),
        checkin_time: Math.floor(atMs / 1_000),
        remark: cutBytes(remark, LONGEST_REMARK_BYTES),
      }),
  }
}

async function write(
  api: Pick<WecomApi, 'post'>,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<AttendanceOutcome> {
  try {
    await api.post(path, body)
    return { kind: 'written' }
  } catch (fault) {
    if (fault instanceof WecomError && fault.kind === 'request') return { kind: 'refused', errcode: fault.errcode }
    throw refused(fault)
  }
}

/** Whole characters only. */
function cutBytes(text: string, most: number): string {
  let cut = text
  while (Buffer.byteLength(cut) > most) cut = Array.from(cut).slice(0, -1).join('')
  return cut
}
