import type { WorkDay } from '#contract/work-day'
import type { PersonSchedule } from '../../features/shifts/rule-book.rules'
import { chunk } from './chunk'
import type { Client } from './database'
import { groupBy } from './index-by'
import { dateToWorkDay, workDayToDate } from './work-day'

const PEOPLE_PER_QUERY = 1_000

type Roster = ReadonlyMap<WorkDay, string | null>

const NO_ROSTER: Roster = new Map()

/** The rows behind some people's schedules. */
export interface PersonScheduleRows {
  readonly employees: readonly {
    readonly id: string
    readonly departmentId: string | null
    readonly zone: string | null
  }[]
  readonly memberships: readonly {
    readonly employeeId: string
    readonly teamId: string
    readonly validFrom: Date
    readonly validUntil: Date | null
  }[]
  /** Those of the people, and those of all teams. */
  readonly entries: readonly {
    readonly targetKind: string
    readonly targetId: string
    readonly workDay: Date
    readonly shiftId: string | null
  }[]
}

export type ReadPersonScheduleRows = (
  read: Client,
  employeeIds: readonly string[],
  fromDay: Date,
  toDay: Date,
) => Promise<PersonScheduleRows>

/** The same few queries for up to 1 000 people, then as many for each further thousand. */
export async function readPersonSchedules(
  read: Client,
  readRows: ReadPersonScheduleRows,
  employeeIds: readonly string[],
  fromDay: WorkDay,
  toDay: WorkDay,
): Promise<Map<string, PersonSchedule>> {
  const schedules = new Map<string, PersonSchedule>()
  for (const ids of chunk([...new Set(employeeIds)], PEOPLE_PER_QUERY)) {
    const rows = await readRows(read, ids, workDayToDate(fromDay), workDayToDate(toDay))
    for (const schedule of toSchedules(rows)) schedules.set(schedule.employeeId, schedule)
  }
  return schedules
}

/** By Prisma's own queries, on any engine. */
export const readPersonScheduleRows: ReadPersonScheduleRows = async (read, employeeIds, fromDay, toDay) => {
  const ids = [...employeeIds]
  const [employees, memberships, entries] = await Promise.all([
    read.employee.findMany({ where: { id: { in: ids } }, select: { id: true, departmentId: true, zone: true } }),
    read.teamMember.findMany({ where: { employeeId: { in: ids }, validFrom: { lte: toDay } } }),
    // Teams are few: all of their entries for these days, so that this query need not wait for the memberships.
    read.rosterEntry.findMany({
      where: {
        workDay: { gte: fromDay, lte: toDay },
        OR: [{ targetKind: 'team' }, { targetKind: 'employee', targetId: { in: ids } }],
      },
    }),
  ])
  return { employees, memberships, entries }
}

function toSchedules({ employees, memberships, entries }: PersonScheduleRows): PersonSchedule[] {
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
