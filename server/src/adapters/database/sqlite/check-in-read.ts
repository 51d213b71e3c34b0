import { EARLIER_FIXES, type CheckInRows, type CheckInSince, type CheckInWish } from '../check-in-rows'
import type { Client } from '../database'
import { workDayToDate } from '../work-day'
import { columns, exactNumber, jsonObject, jsonRows, readJson, storedInstant } from './json-rows'

/**
 * {@link CheckInRows} in one statement, and so of one snapshot. `CROSS JOIN` keeps SQLite to the order written: from the
 * few rows of the group by index to the many of the tables. A `+` keeps it from an index that would bring everybody's.
 */
export function readCheckInRows(
  read: Client,
  wishes: readonly CheckInWish[],
  since: CheckInSince,
): Promise<CheckInRows> {
  const group = wishes.map((wish) => ({
    employeeId: wish.employeeId,
    workDay: storedInstant(workDayToDate(wish.workDay)),
    keyThumbprint: wish.keyThumbprint,
    requestId: wish.requestId,
    challengeId: wish.challengeId,
    challengePosition: wish.challengePosition,
    placeHash: wish.placeHash,
    factsHash: wish.factsHash,
    addressHash: wish.addressHash,
  }))
  return readJson(
    read,
    SQL,
    JSON.stringify(group),
    since.received,
    since.lastHour,
    since.unproven,
    since.earlierFixes,
    since.sameCoordinates,
    since.sharedHandset,
  )
}

const [WISHES, RECEIVED, LAST_HOUR, UNPROVEN, EARLIER_FIX, SAME_COORDINATES, SHARED_HANDSET] = [
  1, 2, 3, 4, 5, 6, 7,
].map((number) => `?${number}`)

const WISH_COLUMNS = [
  'employeeId',
  'workDay',
  'keyThumbprint',
  'requestId',
  'challengeId',
  'challengePosition',
  'placeHash',
  'factsHash',
  'addressHash',
]

const OF_DAY = `person_day w CROSS JOIN "Attempt" a ON a."employeeId" = w."employeeId" AND a."workDay" = w."workDay"`

const NEXT_ISSUED = `(SELECT min(n."issuedAt") FROM "Challenge" n
  WHERE n."keyThumbprint" = c."keyThumbprint" AND n."issuedAt" > c."issuedAt")`

const DEVICES = `"Device" d WHERE d.rowid IN (
  SELECT k.rowid FROM wish w CROSS JOIN "Device" k ON k."keyThumbprint" = w."keyThumbprint"
  UNION SELECT p.rowid FROM person w CROSS JOIN "Device" p ON p."employeeId" = w."employeeId" AND p."state" = 'active')`

const OPEN_REBINDS = `(SELECT DISTINCT r."subjectId", r."requesterId" FROM wish w
  CROSS JOIN "Device" d ON d."keyThumbprint" = w."keyThumbprint" AND d."state" = 'candidate'
  CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending'
    AND r."expiresAt" > ${RECEIVED}) r`

const EARLIER_FIX_SOURCE = `person w CROSS JOIN "Attempt" a ON a.rowid IN (
  SELECT f.rowid FROM "Attempt" f WHERE f."employeeId" = w."employeeId" AND f."capturedAt" > ${EARLIER_FIX}
    AND f."outcome" IN ('accepted', 'pending') AND f."placeEncrypted" IS NOT NULL AND f."accuracyMetres" IS NOT NULL
  ORDER BY f."capturedAt" DESC LIMIT ${EARLIER_FIXES})`

const SAME_PLACE = `FROM (SELECT DISTINCT "placeHash" FROM wish WHERE "placeHash" IS NOT NULL) w
  CROSS JOIN "Attempt" a ON a."placeHash" = w."placeHash" AND a."capturedAt" > ${SAME_COORDINATES}`

const SAME_HANDSETS = `(SELECT DISTINCT a."factsHash", a."networkAddressHash", a."employeeId"
  FROM (SELECT DISTINCT "factsHash", "addressHash" FROM wish) w
  CROSS JOIN "Attempt" a ON a."factsHash" = w."factsHash" AND a."networkAddressHash" = w."addressHash"
    AND a."receivedAt" > ${SHARED_HANDSET}) a`

const ADDRESSES = `(SELECT DISTINCT "addressHash" FROM wish) w
  CROSS JOIN "SiteAddress" h ON h."addressHash" = w."addressHash"
  CROSS JOIN "Site" s ON s."id" = h."siteId" AND s."archivedAt" IS NULL`

const LISTS: { readonly [Name in keyof CheckInRows]: string } = {
  days: jsonRows(
    columns('d', 'employeeId', 'workDay', 'version', 'zone'),
    `person_day w CROSS JOIN "EmployeeDay" d ON d."employeeId" = w."employeeId" AND d."workDay" = w."workDay"`,
  ),
  employees: jsonRows(columns('e', 'id', 'leftAt'), `person w CROSS JOIN "Employee" e ON e."id" = w."employeeId"`),
  consents: jsonRows(
    columns('c', 'employeeId', 'version', 'givenAt', 'withdrawnAt'),
    `person w CROSS JOIN "Consent" c ON c."employeeId" = w."employeeId"`,
    'c."givenAt" DESC',
  ),
  notices: jsonRows(columns('n', 'version', 'publishedAt'), `"ConsentNotice" n`, 'n."version" DESC'),
  devices: jsonRows(
    columns(
      'd',
      ...['id', 'employeeId', 'keyThumbprint', 'publicKey', 'state', 'brand', 'model', 'platform', 'system'],
      ...['boundAt', 'revokedAt', 'replacedAt'],
    ),
    DEVICES,
  ),
  openRebinds: jsonRows(columns('r', 'subjectId', 'requesterId'), OPEN_REBINDS),
  challenges: jsonRows(
    {
      ...columns('c', 'id', 'keyThumbprint', 'issuedAt'),
      clockOffsetMs: exactNumber('c."clockOffsetMs"'),
      nextIssuedAt: NEXT_ISSUED,
    },
    `(SELECT DISTINCT "challengeId" FROM wish) w CROSS JOIN "Challenge" c ON c."id" = w."challengeId"`,
  ),
  usedPositions: jsonRows(
    columns('a', 'id', 'challengeId', 'challengePosition'),
    `wish w CROSS JOIN "Attempt" a
      ON a."challengeId" = w."challengeId" AND a."challengePosition" = w."challengePosition"`,
  ),
  repeats: jsonRows(
    columns('a', 'id', 'employeeId', 'keyThumbprint', 'requestId', 'bodyHash', 'replyJson'),
    `wish w CROSS JOIN "Attempt" a ON a."keyThumbprint" = w."keyThumbprint" AND a."requestId" = w."requestId"`,
  ),
  judgedLastHour: jsonRows(
    {
      ...columns('w', 'employeeId'),
      count: `(SELECT count(*) FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."receivedAt" > ${LAST_HOUR})`,
    },
    'person w',
  ),
  refusedOfDay: jsonRows(
    {
      ...columns('w', 'employeeId', 'workDay'),
      count: `(SELECT count(*) FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."workDay" = w."workDay" AND +a."outcome" = 'refused')`,
    },
    'person_day w',
  ),
  dayAttempts: jsonRows(
    columns('a', 'id', 'employeeId', 'workDay', 'slotKind', 'slotSpan', 'outcome', 'capturedAt', 'siteId'),
    `${OF_DAY} AND a."outcome" IN ('accepted', 'pending')`,
    'a."capturedAt", a."id"',
  ),
  unprovenCaptures: jsonRows(
    columns('a', 'employeeId', 'capturedAt'),
    `person w CROSS JOIN "Attempt" a
      ON a."employeeId" = w."employeeId" AND a."captureUnproven" = 1 AND a."capturedAt" > ${UNPROVEN}`,
  ),
  plans: jsonRows(
    columns('f', 'employeeId', 'workDay', 'siteId', 'createdAt', 'cancelledAt'),
    `"FieldPlan" f WHERE f."workDay" IN (SELECT "workDay" FROM wish)
      AND f."employeeId" IN (SELECT "employeeId" FROM wish)`,
    'f."createdAt", f."id"',
  ),
  outages: jsonRows(
    columns('o', 'startsAt', 'endsAt'),
    `"OutageInterval" o WHERE o."endsAt" > ${UNPROVEN} AND o."withdrawnAt" IS NULL`,
  ),
  earlierFixes: jsonRows(
    {
      ...columns('a', 'id', 'employeeId', 'capturedAt', 'placeEncrypted'),
      accuracyMetres: exactNumber('a."accuracyMetres"'),
    },
    EARLIER_FIX_SOURCE,
    'a."capturedAt" DESC',
  ),
  samePlacePeople: jsonRows(
    columns('a', 'placeHash', 'employeeId'),
    `(SELECT DISTINCT a."placeHash", a."employeeId" ${SAME_PLACE}) a`,
  ),
  samePlaceDays: jsonRows(
    columns('a', 'placeHash', 'employeeId', 'workDay'),
    `(SELECT DISTINCT a."placeHash", a."employeeId", a."workDay" ${SAME_PLACE}
      WHERE a."employeeId" IN (SELECT "employeeId" FROM wish)) a`,
  ),
  sameHandsets: jsonRows(columns('a', 'factsHash', 'networkAddressHash', 'employeeId'), SAME_HANDSETS),
  addresses: jsonRows({ ...columns('h', 'addressHash', 'siteId'), siteName: 's."name"' }, ADDRESSES, 'h."siteId"'),
}

const SQL = `WITH wish AS MATERIALIZED (
  SELECT ${WISH_COLUMNS.map((name) => `value ->> '${name}' AS "${name}"`).join(', ')} FROM json_each(${WISHES})
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM wish),
person_day AS MATERIALIZED (SELECT DISTINCT "employeeId", "workDay" FROM wish)
SELECT ${jsonObject(LISTS)} AS json`
