import type { Json } from './answer'
import { isObject } from './answer'
import { pushBounded } from './bounded'
import type { Directory } from './directory'
import { Refusal } from './errors'
import type { SandboxApp } from './options'

/** A record that an app wrote into WeCom's own attendance. */
export interface CheckinRecord {
  readonly userId: string
  /** Unix seconds */
  readonly checkinTime: number
  readonly locationTitle: string
  readonly locationDetail: string
  readonly notes: string
  readonly wifiName: string
  readonly wifiMac: string
  readonly mediaIds: readonly string[]
  /** GCJ-02, degrees × 10⁶ */
  readonly lat: number
  readonly lng: number
  readonly deviceDetail: string
}

export interface PunchCorrection {
  readonly userId: string
  readonly scheduleDateTime: number
  readonly scheduleCheckinTime: number | null
  readonly checkinTime: number
  readonly remark: string
}

const MOST_RECORDS = 5_000
const MOST_RECORDS_PER_CALL = 200
const MOST_USERS = 100
const MOST_SPAN_SECONDS = 30 * 86_400
const DAY_SECONDS = 86_400
const SHANGHAI_SECONDS = 8 * 3_600
const BAD_PARAMETER = 301075

/** WeCom's attendance, as far as apps may write and read it (documents 99647, 95803, 90262). */
export function createCheckin(directory: Directory) {
  const records: CheckinRecord[] = []
  const corrections: PunchCorrection[] = []

  async function requireMember(app: SandboxApp, value: unknown): Promise<string> {
    const userId = text({ userid: value }, 'userid', { required: true })
    const member = await directory.member(userId)
    if (member === null) throw new Refusal(301069, userId)
    if (!directory.isVisible(member, app)) throw new Refusal(301002, userId)
    return member.userId
  }

  return {
    async addRecords(app: SandboxApp, body: Json): Promise<Json> {
      const given = body['records']
      if (!Array.isArray(given) || given.length < 1 || given.length > MOST_RECORDS_PER_CALL || !given.every(isObject)) {
        throw new Refusal(BAD_PARAMETER, `records: 1 to ${MOST_RECORDS_PER_CALL}`)
      }
      const read: CheckinRecord[] = []
      for (const record of given) read.push(readRecord(record, await requireMember(app, record['userid'])))
      for (const record of read) pushBounded(records, record, MOST_RECORDS)
      return {}
    },

    async correctPunch(app: SandboxApp, body: Json): Promise<Json> {
      const correction = {
        userId: await requireMember(app, body['userid']),
        scheduleDateTime: seconds(body, 'schedule_date_time'),
        scheduleCheckinTime: body['schedule_checkin_time'] === undefined ? null : offset(body),
        checkinTime: seconds(body, 'checkin_time'),
        remark: text(body, 'remark', { bytes: 512 }),
      }
      if ((correction.scheduleDateTime + SHANGHAI_SECONDS) % DAY_SECONDS !== 0) {
        throw new Refusal(BAD_PARAMETER, 'schedule_date_time: midnight of the day')
      }
      pushBounded(corrections, correction, MOST_RECORDS)
      return {}
    },

    async read(app: SandboxApp, body: Json): Promise<Json> {
      const { opencheckindatatype: type, starttime: start, endtime: end, useridlist: users } = body
      if (type !== 1 && type !== 2 && type !== 3) throw new Refusal(40058, 'opencheckindatatype')
      if (!Array.isArray(users) || users.length < 1 || users.length > MOST_USERS) throw new Refusal(301023)
      const isSpan = isSeconds(start) && isSeconds(end) && end >= start && end - start <= MOST_SPAN_SECONDS
      if (!isSpan) throw new Refusal(301024)
      const asked = new Set<string>()
      for (const userId of users as unknown[]) {
        const member = await directory.member(String(userId))
        if (member === null) throw new Refusal(301021, String(userId))
        if (!directory.isVisible(member, app)) throw new Refusal(301002, member.userId)
        asked.add(member.userId)
      }
      const found = records.filter(
        ({ userId, checkinTime }) => asked.has(userId) && checkinTime >= start && checkinTime <= end,
      )
      // What apps write counts for the rule of the day, so it is no 外出打卡.
      return { checkindata: type === 2 ? [] : found.map((record) => readBack(record, records)) }
    },

    records: (): readonly CheckinRecord[] => records,
    corrections: (): readonly PunchCorrection[] => corrections,
  }
}

function readRecord(given: Json, userId: string): CheckinRecord {
  const wifiName = text(given, 'wifiname')
  const mediaIds = given['mediaids'] ?? []
  const deviceType = given['device_type']
  if (!Array.isArray(mediaIds) || mediaIds.length > 1) throw new Refusal(BAD_PARAMETER, 'mediaids: at most 1')
  if (deviceType !== 1 && deviceType !== 2 && deviceType !== 3) throw new Refusal(BAD_PARAMETER, 'device_type')
  return {
    userId,
    checkinTime: seconds(given, 'checkin_time'),
    locationTitle: text(given, 'location_title', { required: true, bytes: 1_024 }),
    locationDetail: text(given, 'location_detail', { required: true, bytes: 1_024 }),
    notes: text(given, 'notes'),
    wifiName,
    wifiMac: text(given, 'wifimac', { required: wifiName !== '' }),
    mediaIds: mediaIds.map(String),
    lat: microdegrees(given, 'lat', 90),
    lng: microdegrees(given, 'lng', 180),
    deviceDetail: text(given, 'device_detail', { required: true, bytes: 40 }),
  }
}

function readBack(record: CheckinRecord, all: readonly CheckinRecord[]): Json {
  const dayOf = ({ checkinTime }: CheckinRecord) => Math.floor((checkinTime + SHANGHAI_SECONDS) / DAY_SECONDS)
  const isFirst = !all.some(
    (other) =>
      other.userId === record.userId && dayOf(other) === dayOf(record) && other.checkinTime < record.checkinTime,
  )
  return {
    userid: record.userId,
    groupname: '',
    checkin_type: isFirst ? '上班打卡' : '下班打卡',
    exception_type: '',
    checkin_time: record.checkinTime,
    location_title: record.locationTitle,
    location_detail: record.locationDetail,
    wifiname: record.wifiName,
    notes: record.notes,
    wifimac: record.wifiMac,
    mediaids: record.mediaIds,
    lat: record.lat,
    lng: record.lng,
    deviceid: '',
    sch_checkin_time: 0,
    groupid: 0,
    schedule_id: 0,
    timeline_id: 0,
  }
}

function text(object: Json, member: string, { required = false, bytes = Infinity } = {}): string {
  const value = object[member] ?? ''
  if (typeof value !== 'string' || (required && value === '') || Buffer.byteLength(value, 'utf8') > bytes) {
    throw new Refusal(BAD_PARAMETER, member)
  }
  return value
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 4_000_000_000
}

function seconds(object: Json, member: string): number {
  const value = object[member]
  if (!isSeconds(value)) throw new Refusal(BAD_PARAMETER, member)
  return value
}

/** Seconds after midnight; a shift may end on the next day. */
function offset({ schedule_checkin_time: value }: Json): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 2 * DAY_SECONDS) {
    throw new Refusal(BAD_PARAMETER, 'schedule_checkin_time')
  }
  return value
}

function microdegrees(object: Json, member: string, most: number): number {
  const value = object[member] ?? 0
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > most * 1_000_000) {
    throw new Refusal(BAD_PARAMETER, member)
  }
  return value
}
