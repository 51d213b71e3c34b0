import type { ReadSessionRows, SessionRows } from '../session-rows'
import { columns, jsonObject, jsonRows, readJson } from './json-rows'

/** {@link SessionRows} in one statement, and so of one snapshot. */
export const readSessionRows: ReadSessionRows = (read, sessionIds) =>
  readJson<SessionRows>(read, SQL, JSON.stringify(sessionIds))

const LISTS: { readonly [Name in keyof SessionRows]: string } = {
  sessions: jsonRows(
    columns('s', 'id', 'employeeId', 'keyThumbprint', 'loggedInAt', 'expiresAt', 'revokedAt'),
    'asked s',
  ),
  employees: jsonRows(
    { ...columns('e', 'id', 'userId', 'name', 'leftAt'), departmentName: 'd."name"' },
    `person p CROSS JOIN "Employee" e ON e."id" = p."employeeId" LEFT JOIN "Department" d ON d."id" = e."departmentId"`,
  ),
  grants: jsonRows(
    columns('g', 'employeeId', 'role', 'scopeDepartmentId'),
    `person p CROSS JOIN "RoleGrant" g ON g."employeeId" = p."employeeId" AND g."revokedAt" IS NULL`,
  ),
  departmentsLed: jsonRows(
    columns('l', 'employeeId', 'departmentId'),
    `person p CROSS JOIN "DepartmentLeader" l ON l."employeeId" = p."employeeId"`,
  ),
  leaders: jsonRows(
    { leaderId: 'p."employeeId"' },
    `person p WHERE EXISTS (SELECT 1 FROM "EmployeeLeader" l WHERE l."leaderId" = p."employeeId")`,
  ),
  devices: jsonRows(
    columns('d', 'id', 'employeeId', 'keyThumbprint', 'state'),
    `person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId" AND d."state" IN ('active', 'candidate')`,
  ),
  openRebinds: jsonRows(
    columns('r', 'subjectId', 'requesterId', 'expiresAt'),
    `person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId" AND d."state" = 'candidate'
    CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending'`,
  ),
  consents: jsonRows(
    columns('c', 'employeeId', 'version', 'givenAt', 'withdrawnAt'),
    `person p CROSS JOIN "Consent" c ON c."employeeId" = p."employeeId"`,
  ),
  notices: jsonRows(columns('n', 'version', 'publishedAt'), `"ConsentNotice" n`),
}

const SQL = `WITH asked AS MATERIALIZED (
  SELECT s.* FROM json_each(?1) wanted CROSS JOIN "Session" s ON s."id" = wanted.value
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM asked)
SELECT ${jsonObject(LISTS)} AS json`
