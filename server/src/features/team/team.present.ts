import type { TeamMemberReply, TeamTodayReply } from '#contract/api-team'
import { presentDaySlot } from '../context/day-slot.rules'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import type { TeamMember, TeamToday } from './team-today.usecase'

export function presentTeamToday({ nowMs, zone, summary, members, nextCursor }: TeamToday): TeamTodayReply {
  return { serverTime: toIsoWithOffset(nowMs, zone), summary, items: members.map(presentMember), nextCursor }
}

function presentMember({ person, day }: TeamMember): TeamMemberReply {
  const { workDay, off, standing, slots, visitCount, lastSite, pendingApprovals } = day
  return {
    employee: person,
    workDay,
    off,
    standing,
    slots: slots.map(presentDaySlot),
    visitCount,
    lastSite:
      lastSite === null ? null : { name: lastSite.name, capturedAt: toIsoWithOffset(lastSite.capturedAtMs, day.zone) },
    pendingApprovals,
  }
}
