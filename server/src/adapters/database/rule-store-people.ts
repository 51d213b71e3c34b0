import type { WorkDay } from '#contract/work-day'
import type { PersonSchedule } from '../../features/shifts/rule-book.rules'
import { chunk } from './chunk'
import type { Client } from './database'
import { groupBy } from './index-by'
import { dateToWorkDay, workDayToDate } from './work-day'

const PEOPLE_PER_QUERY = 1_000

type Roster = ReadonlyMap<WorkDay, string | null>

const NO_ROSTER: Roster = new Map()

/** Three queries for up to 1 000 people, then three for each further thousand. */
export async function readPersonSchedules(
  read: Client,
  employeeIds: readonly string[],
  fromDay: WorkDay,
  toDay: WorkDay,
): Promise<Map<string, PersonSchedule>> {
  const schedules = new Map<string, PersonSchedule>()
  for (const ids of chunk([...new Set(employeeIds)], PEOPLE_PER_QUERY)) {
    for (const schedule of await readSome(read, ids, fromDay, toDay)) schedules.set(schedule.employeeId, schedule)
  }
  return schedules
}

async function readSome(read: Client, ids: string[], fromDay: WorkDay, toDay: WorkDay): Promise<PersonSchedule[]> {
  const days = { gte: workDayToDate(fromDay), lte: workDayToDate(toDay) }
  const [employees, memberships, entries] = await Promise.all([
    read.employee.findMany({ where: { id: { in: ids } }, select: { id: true, departmentId: true, zone: true } }),
    read.teamMember.findMany({ where: { employeeId: { in: ids }, validFrom: { lte: days.lte } } }),
    // Teams are few: all of their entries for these days, so that this query need not wait for the memberships.
    read.rosterEntry.findMany({
      where: { workDay: days, OR: [{ targetKind: 'team' }, { targetKind: 'employee', targetId: { in: ids } }] },
    }),
  ])
  const ownRosters = rostersOf(entries.filter((entry) => entry.targetKind === 'employee'))
  const teamRosters = rostersOf(entries.filter((entry) => entry.targetKind === 'team'))
  const teamsOf = groupBy(memberships, (row) => row.employeeId)
  return employees.map((row): PersonSchedule => {
    const teams = (teamsOf.get(row.id) ?? []).map((team) => ({
      teamId: team.teamId,
      validFrom: dateToWorkDay(team.validFrom),
      validUntil: team.validUntil === null ? null : dateToWorkDay(team.validUntil),
    }))
    return {
      employeeId: row.id,
      departmentId: row.departmentId,
      zone: row.zone,
      teams,
      ownRoster: ownRosters.get(row.id) ?? NO_ROSTER,
      teamRosters: new Map(teams.map(({ teamId }) => [teamId, teamRosters.get(teamId) ?? NO_ROSTER])),
    }
  })
}

function rostersOf(
  entries: readonly { readonly targetId: string; readonly workDay: Date; readonly shiftId: string | null }[],
): Map<string, Roster> {
  const rosters = new Map<string, Map<WorkDay, string | null>>()
  for (const { targetId, workDay, shiftId } of entries) {
    const roster = rosters.get(targetId) ?? new Map<WorkDay, string | null>()
    rosters.set(targetId, roster.set(dateToWorkDay(workDay), shiftId))
  }
  return rosters
}
