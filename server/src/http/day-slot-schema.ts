/** An early or late check-in of a day, as calendar and team page show it. */
import { z } from 'zod'
import { SLOT_STATES, type DaySlotReply } from '#contract/api-days'
import type { AssertEqual } from './assert-equal'
import { isoTime } from './decided-schema'

export const daySlotShape = {
  kind: z.enum(['early', 'late']),
  span: z.int(),
  state: z.enum(SLOT_STATES),
  opensAt: isoTime,
  closesAt: isoTime,
  dueAt: isoTime.nullable(),
  capturedAt: isoTime.nullable(),
  lateMinutes: z.int(),
  leftEarlyMinutes: z.int(),
}

export const daySlotSchema = z.strictObject(daySlotShape).meta({ id: 'DaySlot' })

export const daySlotMatchesContract: AssertEqual<z.output<typeof daySlotSchema>, DaySlotReply> = true
