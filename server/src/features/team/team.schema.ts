import { z } from 'zod'
import { OFF_REASONS } from '#contract/api-days'
import { TEAM_STANDINGS, type TeamTodayReply } from '#contract/api-team'
import { personReplySchema } from '../../http/approval-schema'
import type { AssertEqual } from '../../http/assert-equal'
import { daySlotSchema } from '../../http/day-slot-schema'
import { isoTime, workDaySchema } from '../../http/decided-schema'

export const teamQuerySchema = z.strictObject({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

const memberSchema = z
  .strictObject({
    employee: personReplySchema,
    workDay: workDaySchema,
    off: z.enum(OFF_REASONS).nullable(),
    standing: z.enum(TEAM_STANDINGS),
    slots: z.array(daySlotSchema).readonly(),
    visitCount: z.int(),
    lastSite: z.strictObject({ name: z.string(), capturedAt: isoTime }).nullable(),
    pendingApprovals: z.int(),
  })
  .meta({ id: 'TeamMember' })

const summarySchema = z.strictObject({
  people: z.int(),
  off: z.int(),
  missing: z.int(),
  pending: z.int(),
  late: z.int(),
  accepted: z.int(),
  waiting: z.int(),
  acceptedWithVisits: z.int(),
  missingPeople: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
})

export const teamTodayReplySchema = z
  .strictObject({
    serverTime: isoTime,
    summary: summarySchema.nullable(),
    items: z.array(memberSchema).readonly(),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'TeamToday' })

export const teamTodayMatchesContract: AssertEqual<z.output<typeof teamTodayReplySchema>, TeamTodayReply> = true
