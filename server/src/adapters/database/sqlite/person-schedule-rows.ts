import type { PersonScheduleRows, ReadPersonScheduleRows } from '../rule-store-people'
import { columns, jsonObject, jsonRows, readJson } from './json-rows'

/** {@link PersonScheduleRows} in one statement. */
export const readPersonScheduleRows: ReadPersonScheduleRows = (read, employeeIds, fromDay, toDay) =>
  readJson<PersonScheduleRows>(read, SQL, JSON.stringify(employeeIds), fromDay, toDay)

const LISTS: { readonly [Name in keyof PersonScheduleRows]: string } = {
  employees: jsonRows(
    columns('e', 'id', 'departmentId', 'zone'),
    `json_each(?1) p CROSS JOIN "Employee" e ON e."id" = p.value`,
  ),
  memberships: jsonRows(
    columns('t', 'employeeId', 'teamId', 'validFrom', 'validUntil'),
    `json_each(?1) p CROSS JOIN "TeamMember" t ON t."employeeId" = p.value AND t."validFrom" <= ?3`,
  ),
  entries: jsonRows(
    columns('r', 'targetKind', 'targetId', 'workDay', 'shiftId'),
    `"RosterEntry" r WHERE r."workDay" BETWEEN ?2 AND ?3 AND (r."targetKind" = 'team'
      OR (r."targetKind" = 'employee' AND r."targetId" IN (SELECT value FROM json_each(?1))))`,
  ),
}

const SQL = `SELECT ${jsonObject(LISTS)} AS json`
