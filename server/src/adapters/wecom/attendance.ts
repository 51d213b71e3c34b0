import type { Attendance, AttendanceOutcome } from '../../ports/attendance'
import { refused } from './refused'
import type { WecomApi } from './wecom-api'
import { WecomError } from './wecom-problems'

const ADD = '/cgi-bin/checkin/add_checkin_record'
const READ = '/cgi-bin/checkin/getcheckindata'
const CORRECT = '/cgi-bin/checkin/punch_correction'
/** On and off duty, and outside. */
const EVERY_KIND = 3
const OTHER_DEVICE = 3
const LONGEST_PLACE_BYTES = 1_024
const LONGEST_REMARK_BYTES = 512
const DEVICE_NAME = 'waiqin'

/**
 * developer.work.weixin.qq.com/document/path/99647 (add_checkin_record, 60 a minute), 90262 (getcheckindata, 600) and
 * 95803 (punch_correction, 600). Exact coordinates stay here: a place's name is what attendance needs.
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

    async has({ userId, atMs, placeTitle }) {
      const seconds = Math.floor(atMs / 1_000)
      const title = cutBytes(placeTitle, LONGEST_PLACE_BYTES)
      const span = { starttime: seconds, endtime: seconds + 1 }
      const body = { opencheckindatatype: EVERY_KIND, ...span, useridlist: [userId] }
      try {
        const { checkindata: rows } = await api.post(READ, body)
        return (
          Array.isArray(rows) &&
          rows.some(
            (row: Readonly<Record<string, unknown>> | null) =>
              row?.['checkin_time'] === seconds && row['location_title'] === title,
          )
        )
      } catch (fault) {
        throw refused(fault)
      }
    },

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
    // A record whose answer got lost would stand there twice: it is looked for before the next try.
    await api.post(path, body, { repeatable: false })
    return { kind: 'written' }
  } catch (fault) {
    if (fault instanceof WecomError && fault.kind === 'request') return { kind: 'refused', errcode: fault.errcode }
    throw refused(fault)
  }
}

/** Whole characters only. */
function cutBytes(text: string, most: number): string {
  const characters = Array.from(text)
  let length = 0
  const end = characters.findIndex((character) => (length += Buffer.byteLength(character)) > most)
  return end === -1 ? text : characters.slice(0, end).join('')
}
