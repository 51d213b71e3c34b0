/** What the scenes of the day have in common. */
import { createHash } from 'node:crypto'
import type { ConnectedWifi } from '#contract/place'
import { createFieldPhone, type DayPlace, type FieldPhone, type FieldPhoneOptions } from './field-phone'
import type { Tally } from './tally'
import type { Happening } from './timeline'

const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

export interface DayStaff {
  readonly userId: string
  readonly office: DayPlace
  readonly customers: readonly DayPlace[]
  /** Visits need a photo. */
  readonly photos: boolean
}

export interface Day {
  readonly baseUrl: string
  readonly workDay: string
  /** 00:00 of the work day in its zone. */
  readonly startMs: number
  readonly clock: { nowMs(): number }
  readonly tally: Tally
  /** When the server is away. */
  readonly outage: { readonly fromMs: number; readonly untilMs: number }
  /** The Wi-Fi of an office that has a presence gateway. */
  readonly guardedWifi: ConnectedWifi
  readonly farAway: DayPlace
}

export type Scene = (day: Day, staff: DayStaff) => Happening[]

/** Evenly from 0 to 1, the same for the same person and word. */
export function dice(staff: DayStaff, word: string): number {
  return createHash('sha256').update(`${staff.userId}/${word}`).digest().readUInt32BE() / 2 ** 32
}

/** `HH:MM` of the day, and up to so many minutes later. */
export function about(day: Day, staff: DayStaff, time: string, minutes: number): number {
  const [hours = 0, past = 0] = time.split(':').map(Number)
  return day.startMs + hours * HOUR_MS + past * MINUTE_MS + Math.round(dice(staff, time) * minutes * MINUTE_MS)
}

export function phoneOf(day: Day, { userId }: DayStaff, more: Partial<FieldPhoneOptions> = {}): FieldPhone {
  const { baseUrl, workDay, tally, clock } = day
  const facts = { brand: 'HUAWEI', model: `ALN-AL00 ${userId}`, platform: 'android', system: 'Android 14' }
  const headers = { 'x-forwarded-for': addressOf(userId) }
  return createFieldPhone({ baseUrl, workDay, tally, userId, facts, headers, nowMs: () => clock.nowMs(), ...more })
}

/** Of the mobile network: each person's own (RFC 6598). */
export function addressOf(userId: string): string {
  const [second = 0, third = 0, fourth = 0] = createHash('sha256').update(userId).digest()
  return `100.${64 + (second % 64)}.${third}.${fourth}`
}

export type Doing = (phone: FieldPhone) => Promise<unknown>

export function happenings(
  staff: DayStaff,
  phone: FieldPhone,
  steps: readonly (readonly [number, Doing])[],
): Happening[] {
  return steps.map(([atMs, doing]) => ({
    atMs,
    actor: staff.userId,
    run: async () => {
      await doing(phone)
    },
  }))
}

export const arrive = (staff: DayStaff): Doing => {
  return (phone) => phone.checkIn({ kind: 'early', at: staff.office })
}
export const leave = (staff: DayStaff): Doing => {
  return (phone) => phone.checkIn({ kind: 'late', at: staff.office })
}

export function visit(staff: DayStaff, number: number): Doing {
  const at = staff.customers[number % staff.customers.length] as DayPlace
  return async (phone) =>
    phone.checkIn({ kind: 'visit', at, pictures: staff.photos ? [await phone.takePicture()] : [] })
}

/** A picture where visits need one. */
export async function shot(staff: DayStaff, phone: FieldPhone) {
  return staff.photos ? { pictures: [await phone.takePicture()] } : {}
}
