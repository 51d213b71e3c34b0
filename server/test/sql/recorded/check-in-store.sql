-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What check-in-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== load: one ========

-- SQLite: 3 statements
WITH wish AS MATERIALIZED (
  SELECT value ->> 'employeeId' AS "employeeId", value ->> 'workDay' AS "workDay", value ->> 'keyThumbprint' AS
    "keyThumbprint", value ->> 'requestId' AS "requestId", value ->> 'challengeId' AS "challengeId", value ->>
    'challengePosition' AS "challengePosition", value ->> 'placeHash' AS "placeHash", value ->> 'factsHash' AS
    "factsHash", value ->> 'addressHash' AS "addressHash" FROM json_each(?1)
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM wish),
person_day AS MATERIALIZED (SELECT DISTINCT "employeeId", "workDay" FROM wish)
SELECT json_object('days', json((SELECT json_group_array(json_object('employeeId', d."employeeId", 'workDay',
    d."workDay", 'version', d."version", 'zone', d."zone")) FROM person_day w CROSS JOIN "EmployeeDay" d ON
    d."employeeId" = w."employeeId" AND d."workDay" = w."workDay")),
'employees', json((SELECT json_group_array(json_object('id', e."id", 'leftAt', e."leftAt")) FROM person w CROSS JOIN
    "Employee" e ON e."id" = w."employeeId")),
'consents', json((SELECT json_group_array(json_object('employeeId', c."employeeId", 'version', c."version",
    'givenAt', c."givenAt", 'withdrawnAt', c."withdrawnAt") ORDER BY c."givenAt" DESC) FROM person w CROSS JOIN
    "Consent" c ON c."employeeId" = w."employeeId")),
'notices', json((SELECT json_group_array(json_object('version', n."version", 'publishedAt', n."publishedAt") ORDER
    BY n."version" DESC) FROM "ConsentNotice" n)),
'devices', json((SELECT json_group_array(json_object('id', d."id", 'employeeId', d."employeeId", 'keyThumbprint',
    d."keyThumbprint", 'publicKey', d."publicKey", 'state', d."state", 'brand', d."brand", 'model', d."model",
    'platform', d."platform", 'system', d."system", 'boundAt', d."boundAt", 'revokedAt', d."revokedAt", 'replacedAt',
    d."replacedAt")) FROM "Device" d WHERE d.rowid IN (
  SELECT k.rowid FROM wish w CROSS JOIN "Device" k ON k."keyThumbprint" = w."keyThumbprint"
  UNION SELECT p.rowid FROM person w CROSS JOIN "Device" p ON p."employeeId" = w."employeeId" AND p."state" =
    'active'))),
'openRebinds', json((SELECT json_group_array(json_object('subjectId', r."subjectId", 'requesterId',
    r."requesterId")) FROM (SELECT DISTINCT r."subjectId", r."requesterId" FROM wish w
  CROSS JOIN "Device" d ON d."keyThumbprint" = w."keyThumbprint" AND d."state" = 'candidate'
  CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending'
    AND r."expiresAt" > ?2) r)),
'challenges', json((SELECT json_group_array(json_object('id', c."id", 'keyThumbprint', c."keyThumbprint", 'issuedAt',
    c."issuedAt", 'clockOffsetMs', json(format('%!.17g', c."clockOffsetMs")), 'nextIssuedAt', (SELECT
    min(n."issuedAt") FROM "Challenge" n
  WHERE n."keyThumbprint" = c."keyThumbprint" AND n."issuedAt" > c."issuedAt"))) FROM (SELECT DISTINCT "challengeId"
    FROM wish) w CROSS JOIN "Challenge" c ON c."id" = w."challengeId")),
'usedPositions', json((SELECT json_group_array(json_object('id', a."id", 'challengeId', a."challengeId",
    'challengePosition', a."challengePosition")) FROM wish w CROSS JOIN "Attempt" a
      ON a."challengeId" = w."challengeId" AND a."challengePosition" = w."challengePosition")),
'repeats', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'keyThumbprint',
    a."keyThumbprint", 'requestId', a."requestId", 'bodyHash', a."bodyHash", 'replyJson', a."replyJson")) FROM wish
    w CROSS JOIN "Attempt" a ON a."keyThumbprint" = w."keyThumbprint" AND a."requestId" = w."requestId")),
'judgedLastHour', json((SELECT json_group_array(json_object('employeeId', w."employeeId", 'count', (SELECT count(*)
    FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."receivedAt" > ?3))) FROM person w)),
'refusedOfDay', json((SELECT json_group_array(json_object('employeeId', w."employeeId", 'workDay', w."workDay",
    'count', (SELECT count(*) FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."workDay" = w."workDay" AND +a."outcome" = 'refused'))) FROM
    person_day w)),
'dayAttempts', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'workDay',
    a."workDay", 'slotKind', a."slotKind", 'slotSpan', a."slotSpan", 'outcome', a."outcome", 'capturedAt',
    a."capturedAt", 'siteId', a."siteId") ORDER BY a."capturedAt", a."id") FROM person_day w CROSS JOIN "Attempt" a
    ON a."employeeId" = w."employeeId" AND a."workDay" = w."workDay" AND a."outcome" IN ('accepted', 'pending'))),
'unprovenCaptures', json((SELECT json_group_array(json_object('employeeId', a."employeeId", 'capturedAt',
    a."capturedAt")) FROM person w CROSS JOIN "Attempt" a
      ON a."employeeId" = w."employeeId" AND a."captureUnproven" = 1 AND a."capturedAt" > ?4)),
'plans', json((SELECT json_group_array(json_object('employeeId', f."employeeId", 'workDay', f."workDay", 'siteId',
    f."siteId", 'createdAt', f."createdAt", 'cancelledAt', f."cancelledAt") ORDER BY f."createdAt", f."id") FROM
    "FieldPlan" f WHERE f."workDay" IN (SELECT "workDay" FROM wish)
      AND f."employeeId" IN (SELECT "employeeId" FROM wish))),
'outages', json((SELECT json_group_array(json_object('startsAt', o."startsAt", 'endsAt', o."endsAt")) FROM
    "OutageInterval" o WHERE o."endsAt" > ?4 AND o."withdrawnAt" IS NULL)),
'earlierFixes', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'capturedAt',
    a."capturedAt", 'placeEncrypted', a."placeEncrypted", 'accuracyMetres', json(format('%!.17g',
    a."accuracyMetres"))) ORDER BY a."capturedAt" DESC) FROM person w CROSS JOIN "Attempt" a ON a.rowid IN (
  SELECT f.rowid FROM "Attempt" f WHERE f."employeeId" = w."employeeId" AND f."capturedAt" > ?5
    AND f."outcome" IN ('accepted', 'pending') AND f."placeEncrypted" IS NOT NULL AND f."accuracyMetres" IS NOT NULL
  ORDER BY f."capturedAt" DESC LIMIT 6))),
'samePlacePeople', json((SELECT json_group_array(json_object('placeHash', a."placeHash", 'employeeId',
    a."employeeId")) FROM (SELECT DISTINCT a."placeHash", a."employeeId" FROM (SELECT DISTINCT "placeHash" FROM wish
    WHERE "placeHash" IS NOT NULL) w
  CROSS JOIN "Attempt" a ON a."placeHash" = w."placeHash" AND a."capturedAt" > ?6) a)),
'samePlaceDays', json((SELECT json_group_array(json_object('placeHash', a."placeHash", 'employeeId', a."employeeId",
    'workDay', a."workDay")) FROM (SELECT DISTINCT a."placeHash", a."employeeId", a."workDay" FROM (SELECT DISTINCT
    "placeHash" FROM wish WHERE "placeHash" IS NOT NULL) w
  CROSS JOIN "Attempt" a ON a."placeHash" = w."placeHash" AND a."capturedAt" > ?6
      WHERE a."employeeId" IN (SELECT "employeeId" FROM wish)) a)),
'sameHandsets', json((SELECT json_group_array(json_object('factsHash', a."factsHash", 'networkAddressHash',
    a."networkAddressHash", 'employeeId', a."employeeId")) FROM (SELECT DISTINCT a."factsHash",
    a."networkAddressHash", a."employeeId"
  FROM (SELECT DISTINCT "factsHash", "addressHash" FROM wish) w
  CROSS JOIN "Attempt" a ON a."factsHash" = w."factsHash" AND a."networkAddressHash" = w."addressHash"
    AND a."receivedAt" > ?7) a)),
'addresses', json((SELECT json_group_array(json_object('addressHash', h."addressHash", 'siteId', h."siteId",
    'siteName', s."name") ORDER BY h."siteId") FROM (SELECT DISTINCT "addressHash" FROM wish) w
  CROSS JOIN "SiteAddress" h ON h."addressHash" = w."addressHash"
  CROSS JOIN "Site" s ON s."id" = h."siteId" AND s."archivedAt" IS NULL))) AS json;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`sha256` IN (?)
ORDER BY `main`.`AttemptPhoto`.`attemptId` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`receivedAt`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 24 statements
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P2);
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[sha256] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[AttemptPhoto].[attemptId] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[outcome], [dbo].[Attempt].[receivedAt]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (NULL);
SELECT [dbo].[Employee].[id], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Consent].[givenAt] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1
ORDER BY [dbo].[ConsentNotice].[version] DESC
OFFSET @P1 ROWS;
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[FieldPlan].[workDay] IN (@P2))
ORDER BY [dbo].[FieldPlan].[createdAt] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[OutageInterval].[id], [dbo].[OutageInterval].[startsAt], [dbo].[OutageInterval].[endsAt]
FROM [dbo].[OutageInterval]
WHERE ([dbo].[OutageInterval].[endsAt] > @P1 AND [dbo].[OutageInterval].[withdrawnAt] IS NULL);
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[keyThumbprint] IN (CAST(@P1 AS VARCHAR(400))) OR ([dbo].[Device].[employeeId] IN (CAST(@P2 AS
    VARCHAR(400))) AND [dbo].[Device].[state] = CAST(@P3 AS VARCHAR(20))));
SELECT [dbo].[Challenge].[id], [dbo].[Challenge].[keyThumbprint], [dbo].[Challenge].[employeeId],
    [dbo].[Challenge].[issuedAt], [dbo].[Challenge].[clockOffsetMs]
FROM [dbo].[Challenge]
WHERE [dbo].[Challenge].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[challengeId], [dbo].[Attempt].[challengePosition]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[challengeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[challengePosition] = @P2);
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[keyThumbprint],
    [dbo].[Attempt].[requestId], [dbo].[Attempt].[bodyHash], [dbo].[Attempt].[replyJson]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[keyThumbprint] = CAST(@P1 AS VARCHAR(400)) AND [dbo].[Attempt].[requestId] = CAST(@P2 AS
    VARCHAR(36)));
SELECT COUNT(*) AS [_count$_all], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[receivedAt] > @P2)
GROUP BY [dbo].[Attempt].[employeeId];
SELECT COUNT(*) AS [_count$_all], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[workDay] IN (@P2) AND
    [dbo].[Attempt].[outcome] = CAST(@P3 AS VARCHAR(20)))
GROUP BY [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay];
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[workDay] IN (@P2) AND
    [dbo].[Attempt].[outcome] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[capturedAt]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[captureUnproven] = @P2 AND
    [dbo].[Attempt].[capturedAt] > @P3);
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[capturedAt] > @P2 AND
    [dbo].[Attempt].[outcome] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[Attempt].[placeEncrypted] IS NOT NULL AND [dbo].[Attempt].[accuracyMetres] IS NOT NULL)
ORDER BY [dbo].[Attempt].[capturedAt] DESC
OFFSET @P5 ROWS;
SELECT [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeHash] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[capturedAt] > @P2)
GROUP BY [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId];
SELECT [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeHash] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[capturedAt] > @P2 AND
    [dbo].[Attempt].[employeeId] IN (CAST(@P3 AS VARCHAR(400))))
GROUP BY [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay];
SELECT [dbo].[Attempt].[factsHash], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[factsHash] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[networkAddressHash] IN
    (CAST(@P2 AS VARCHAR(400))) AND [dbo].[Attempt].[receivedAt] > @P3)
GROUP BY [dbo].[Attempt].[factsHash], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[employeeId];
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[SiteAddress].[siteId]))
WHERE ([dbo].[SiteAddress].[addressHash] IN (CAST(@P1 AS VARCHAR(400))) AND ([j0].[archivedAt] IS NULL AND
    ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[SiteAddress].[siteId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Challenge].[id], [dbo].[Challenge].[keyThumbprint], [dbo].[Challenge].[issuedAt]
FROM [dbo].[Challenge]
WHERE ([dbo].[Challenge].[keyThumbprint] = CAST(@P1 AS VARCHAR(400)) AND [dbo].[Challenge].[issuedAt] > @P2)
ORDER BY [dbo].[Challenge].[issuedAt] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[capturedAt],
    [dbo].[Attempt].[accuracyMetres], [dbo].[Attempt].[placeEncrypted]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)),
    CAST(@P4 AS VARCHAR(400)))
ORDER BY [dbo].[Attempt].[capturedAt] DESC
OFFSET @P5 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== load: one of a phone that waits for a rebind ========

-- SQLite: 1 statement
WITH wish AS MATERIALIZED (
  SELECT value ->> 'employeeId' AS "employeeId", value ->> 'workDay' AS "workDay", value ->> 'keyThumbprint' AS
    "keyThumbprint", value ->> 'requestId' AS "requestId", value ->> 'challengeId' AS "challengeId", value ->>
    'challengePosition' AS "challengePosition", value ->> 'placeHash' AS "placeHash", value ->> 'factsHash' AS
    "factsHash", value ->> 'addressHash' AS "addressHash" FROM json_each(?1)
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM wish),
person_day AS MATERIALIZED (SELECT DISTINCT "employeeId", "workDay" FROM wish)
SELECT json_object('days', json((SELECT json_group_array(json_object('employeeId', d."employeeId", 'workDay',
    d."workDay", 'version', d."version", 'zone', d."zone")) FROM person_day w CROSS JOIN "EmployeeDay" d ON
    d."employeeId" = w."employeeId" AND d."workDay" = w."workDay")),
'employees', json((SELECT json_group_array(json_object('id', e."id", 'leftAt', e."leftAt")) FROM person w CROSS JOIN
    "Employee" e ON e."id" = w."employeeId")),
'consents', json((SELECT json_group_array(json_object('employeeId', c."employeeId", 'version', c."version",
    'givenAt', c."givenAt", 'withdrawnAt', c."withdrawnAt") ORDER BY c."givenAt" DESC) FROM person w CROSS JOIN
    "Consent" c ON c."employeeId" = w."employeeId")),
'notices', json((SELECT json_group_array(json_object('version', n."version", 'publishedAt', n."publishedAt") ORDER
    BY n."version" DESC) FROM "ConsentNotice" n)),
'devices', json((SELECT json_group_array(json_object('id', d."id", 'employeeId', d."employeeId", 'keyThumbprint',
    d."keyThumbprint", 'publicKey', d."publicKey", 'state', d."state", 'brand', d."brand", 'model', d."model",
    'platform', d."platform", 'system', d."system", 'boundAt', d."boundAt", 'revokedAt', d."revokedAt", 'replacedAt',
    d."replacedAt")) FROM "Device" d WHERE d.rowid IN (
  SELECT k.rowid FROM wish w CROSS JOIN "Device" k ON k."keyThumbprint" = w."keyThumbprint"
  UNION SELECT p.rowid FROM person w CROSS JOIN "Device" p ON p."employeeId" = w."employeeId" AND p."state" =
    'active'))),
'openRebinds', json((SELECT json_group_array(json_object('subjectId', r."subjectId", 'requesterId',
    r."requesterId")) FROM (SELECT DISTINCT r."subjectId", r."requesterId" FROM wish w
  CROSS JOIN "Device" d ON d."keyThumbprint" = w."keyThumbprint" AND d."state" = 'candidate'
  CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending'
    AND r."expiresAt" > ?2) r)),
'challenges', json((SELECT json_group_array(json_object('id', c."id", 'keyThumbprint', c."keyThumbprint", 'issuedAt',
    c."issuedAt", 'clockOffsetMs', json(format('%!.17g', c."clockOffsetMs")), 'nextIssuedAt', (SELECT
    min(n."issuedAt") FROM "Challenge" n
  WHERE n."keyThumbprint" = c."keyThumbprint" AND n."issuedAt" > c."issuedAt"))) FROM (SELECT DISTINCT "challengeId"
    FROM wish) w CROSS JOIN "Challenge" c ON c."id" = w."challengeId")),
'usedPositions', json((SELECT json_group_array(json_object('id', a."id", 'challengeId', a."challengeId",
    'challengePosition', a."challengePosition")) FROM wish w CROSS JOIN "Attempt" a
      ON a."challengeId" = w."challengeId" AND a."challengePosition" = w."challengePosition")),
'repeats', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'keyThumbprint',
    a."keyThumbprint", 'requestId', a."requestId", 'bodyHash', a."bodyHash", 'replyJson', a."replyJson")) FROM wish
    w CROSS JOIN "Attempt" a ON a."keyThumbprint" = w."keyThumbprint" AND a."requestId" = w."requestId")),
'judgedLastHour', json((SELECT json_group_array(json_object('employeeId', w."employeeId", 'count', (SELECT count(*)
    FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."receivedAt" > ?3))) FROM person w)),
'refusedOfDay', json((SELECT json_group_array(json_object('employeeId', w."employeeId", 'workDay', w."workDay",
    'count', (SELECT count(*) FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."workDay" = w."workDay" AND +a."outcome" = 'refused'))) FROM
    person_day w)),
'dayAttempts', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'workDay',
    a."workDay", 'slotKind', a."slotKind", 'slotSpan', a."slotSpan", 'outcome', a."outcome", 'capturedAt',
    a."capturedAt", 'siteId', a."siteId") ORDER BY a."capturedAt", a."id") FROM person_day w CROSS JOIN "Attempt" a
    ON a."employeeId" = w."employeeId" AND a."workDay" = w."workDay" AND a."outcome" IN ('accepted', 'pending'))),
'unprovenCaptures', json((SELECT json_group_array(json_object('employeeId', a."employeeId", 'capturedAt',
    a."capturedAt")) FROM person w CROSS JOIN "Attempt" a
      ON a."employeeId" = w."employeeId" AND a."captureUnproven" = 1 AND a."capturedAt" > ?4)),
'plans', json((SELECT json_group_array(json_object('employeeId', f."employeeId", 'workDay', f."workDay", 'siteId',
    f."siteId", 'createdAt', f."createdAt", 'cancelledAt', f."cancelledAt") ORDER BY f."createdAt", f."id") FROM
    "FieldPlan" f WHERE f."workDay" IN (SELECT "workDay" FROM wish)
      AND f."employeeId" IN (SELECT "employeeId" FROM wish))),
'outages', json((SELECT json_group_array(json_object('startsAt', o."startsAt", 'endsAt', o."endsAt")) FROM
    "OutageInterval" o WHERE o."endsAt" > ?4 AND o."withdrawnAt" IS NULL)),
'earlierFixes', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'capturedAt',
    a."capturedAt", 'placeEncrypted', a."placeEncrypted", 'accuracyMetres', json(format('%!.17g',
    a."accuracyMetres"))) ORDER BY a."capturedAt" DESC) FROM person w CROSS JOIN "Attempt" a ON a.rowid IN (
  SELECT f.rowid FROM "Attempt" f WHERE f."employeeId" = w."employeeId" AND f."capturedAt" > ?5
    AND f."outcome" IN ('accepted', 'pending') AND f."placeEncrypted" IS NOT NULL AND f."accuracyMetres" IS NOT NULL
  ORDER BY f."capturedAt" DESC LIMIT 6))),
'samePlacePeople', json((SELECT json_group_array(json_object('placeHash', a."placeHash", 'employeeId',
    a."employeeId")) FROM (SELECT DISTINCT a."placeHash", a."employeeId" FROM (SELECT DISTINCT "placeHash" FROM wish
    WHERE "placeHash" IS NOT NULL) w
  CROSS JOIN "Attempt" a ON a."placeHash" = w."placeHash" AND a."capturedAt" > ?6) a)),
'samePlaceDays', json((SELECT json_group_array(json_object('placeHash', a."placeHash", 'employeeId', a."employeeId",
    'workDay', a."workDay")) FROM (SELECT DISTINCT a."placeHash", a."employeeId", a."workDay" FROM (SELECT DISTINCT
    "placeHash" FROM wish WHERE "placeHash" IS NOT NULL) w
  CROSS JOIN "Attempt" a ON a."placeHash" = w."placeHash" AND a."capturedAt" > ?6
      WHERE a."employeeId" IN (SELECT "employeeId" FROM wish)) a)),
'sameHandsets', json((SELECT json_group_array(json_object('factsHash', a."factsHash", 'networkAddressHash',
    a."networkAddressHash", 'employeeId', a."employeeId")) FROM (SELECT DISTINCT a."factsHash",
    a."networkAddressHash", a."employeeId"
  FROM (SELECT DISTINCT "factsHash", "addressHash" FROM wish) w
  CROSS JOIN "Attempt" a ON a."factsHash" = w."factsHash" AND a."networkAddressHash" = w."addressHash"
    AND a."receivedAt" > ?7) a)),
'addresses', json((SELECT json_group_array(json_object('addressHash', h."addressHash", 'siteId', h."siteId",
    'siteName', s."name") ORDER BY h."siteId") FROM (SELECT DISTINCT "addressHash" FROM wish) w
  CROSS JOIN "SiteAddress" h ON h."addressHash" = w."addressHash"
  CROSS JOIN "Site" s ON s."id" = h."siteId" AND s."archivedAt" IS NULL))) AS json;

-- SQL Server: 22 statements
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P2);
SELECT [dbo].[Employee].[id], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Consent].[givenAt] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1
ORDER BY [dbo].[ConsentNotice].[version] DESC
OFFSET @P1 ROWS;
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[FieldPlan].[workDay] IN (@P2))
ORDER BY [dbo].[FieldPlan].[createdAt] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[OutageInterval].[id], [dbo].[OutageInterval].[startsAt], [dbo].[OutageInterval].[endsAt]
FROM [dbo].[OutageInterval]
WHERE ([dbo].[OutageInterval].[endsAt] > @P1 AND [dbo].[OutageInterval].[withdrawnAt] IS NULL);
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[keyThumbprint] IN (CAST(@P1 AS VARCHAR(400))) OR ([dbo].[Device].[employeeId] IN (CAST(@P2 AS
    VARCHAR(400))) AND [dbo].[Device].[state] = CAST(@P3 AS VARCHAR(20))));
SELECT [dbo].[Challenge].[id], [dbo].[Challenge].[keyThumbprint], [dbo].[Challenge].[employeeId],
    [dbo].[Challenge].[issuedAt], [dbo].[Challenge].[clockOffsetMs]
FROM [dbo].[Challenge]
WHERE [dbo].[Challenge].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[challengeId], [dbo].[Attempt].[challengePosition]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[challengeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[challengePosition] = @P2);
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[keyThumbprint],
    [dbo].[Attempt].[requestId], [dbo].[Attempt].[bodyHash], [dbo].[Attempt].[replyJson]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[keyThumbprint] = CAST(@P1 AS VARCHAR(400)) AND [dbo].[Attempt].[requestId] = CAST(@P2 AS
    VARCHAR(36)));
SELECT COUNT(*) AS [_count$_all], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[receivedAt] > @P2)
GROUP BY [dbo].[Attempt].[employeeId];
SELECT COUNT(*) AS [_count$_all], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[workDay] IN (@P2) AND
    [dbo].[Attempt].[outcome] = CAST(@P3 AS VARCHAR(20)))
GROUP BY [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay];
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[workDay] IN (@P2) AND
    [dbo].[Attempt].[outcome] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[capturedAt]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[captureUnproven] = @P2 AND
    [dbo].[Attempt].[capturedAt] > @P3);
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[capturedAt] > @P2 AND
    [dbo].[Attempt].[outcome] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[Attempt].[placeEncrypted] IS NOT NULL AND [dbo].[Attempt].[accuracyMetres] IS NOT NULL)
ORDER BY [dbo].[Attempt].[capturedAt] DESC
OFFSET @P5 ROWS;
SELECT [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeHash] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[capturedAt] > @P2)
GROUP BY [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId];
SELECT [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeHash] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[capturedAt] > @P2 AND
    [dbo].[Attempt].[employeeId] IN (CAST(@P3 AS VARCHAR(400))))
GROUP BY [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay];
SELECT [dbo].[Attempt].[factsHash], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[factsHash] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[networkAddressHash] IN
    (CAST(@P2 AS VARCHAR(400))) AND [dbo].[Attempt].[receivedAt] > @P3)
GROUP BY [dbo].[Attempt].[factsHash], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[employeeId];
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[SiteAddress].[siteId]))
WHERE ([dbo].[SiteAddress].[addressHash] IN (CAST(@P1 AS VARCHAR(400))) AND ([j0].[archivedAt] IS NULL AND
    ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[SiteAddress].[siteId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Challenge].[id], [dbo].[Challenge].[keyThumbprint], [dbo].[Challenge].[issuedAt]
FROM [dbo].[Challenge]
WHERE ([dbo].[Challenge].[keyThumbprint] = CAST(@P1 AS VARCHAR(400)) AND [dbo].[Challenge].[issuedAt] > @P2)
ORDER BY [dbo].[Challenge].[issuedAt] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[capturedAt],
    [dbo].[Attempt].[accuracyMetres], [dbo].[Attempt].[placeEncrypted]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Attempt].[capturedAt] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== load: a group of 64 ========

-- SQLite: 3 statements
WITH wish AS MATERIALIZED (
  SELECT value ->> 'employeeId' AS "employeeId", value ->> 'workDay' AS "workDay", value ->> 'keyThumbprint' AS
    "keyThumbprint", value ->> 'requestId' AS "requestId", value ->> 'challengeId' AS "challengeId", value ->>
    'challengePosition' AS "challengePosition", value ->> 'placeHash' AS "placeHash", value ->> 'factsHash' AS
    "factsHash", value ->> 'addressHash' AS "addressHash" FROM json_each(?1)
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM wish),
person_day AS MATERIALIZED (SELECT DISTINCT "employeeId", "workDay" FROM wish)
SELECT json_object('days', json((SELECT json_group_array(json_object('employeeId', d."employeeId", 'workDay',
    d."workDay", 'version', d."version", 'zone', d."zone")) FROM person_day w CROSS JOIN "EmployeeDay" d ON
    d."employeeId" = w."employeeId" AND d."workDay" = w."workDay")),
'employees', json((SELECT json_group_array(json_object('id', e."id", 'leftAt', e."leftAt")) FROM person w CROSS JOIN
    "Employee" e ON e."id" = w."employeeId")),
'consents', json((SELECT json_group_array(json_object('employeeId', c."employeeId", 'version', c."version",
    'givenAt', c."givenAt", 'withdrawnAt', c."withdrawnAt") ORDER BY c."givenAt" DESC) FROM person w CROSS JOIN
    "Consent" c ON c."employeeId" = w."employeeId")),
'notices', json((SELECT json_group_array(json_object('version', n."version", 'publishedAt', n."publishedAt") ORDER
    BY n."version" DESC) FROM "ConsentNotice" n)),
'devices', json((SELECT json_group_array(json_object('id', d."id", 'employeeId', d."employeeId", 'keyThumbprint',
    d."keyThumbprint", 'publicKey', d."publicKey", 'state', d."state", 'brand', d."brand", 'model', d."model",
    'platform', d."platform", 'system', d."system", 'boundAt', d."boundAt", 'revokedAt', d."revokedAt", 'replacedAt',
    d."replacedAt")) FROM "Device" d WHERE d.rowid IN (
  SELECT k.rowid FROM wish w CROSS JOIN "Device" k ON k."keyThumbprint" = w."keyThumbprint"
  UNION SELECT p.rowid FROM person w CROSS JOIN "Device" p ON p."employeeId" = w."employeeId" AND p."state" =
    'active'))),
'openRebinds', json((SELECT json_group_array(json_object('subjectId', r."subjectId", 'requesterId',
    r."requesterId")) FROM (SELECT DISTINCT r."subjectId", r."requesterId" FROM wish w
  CROSS JOIN "Device" d ON d."keyThumbprint" = w."keyThumbprint" AND d."state" = 'candidate'
  CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending'
    AND r."expiresAt" > ?2) r)),
'challenges', json((SELECT json_group_array(json_object('id', c."id", 'keyThumbprint', c."keyThumbprint", 'issuedAt',
    c."issuedAt", 'clockOffsetMs', json(format('%!.17g', c."clockOffsetMs")), 'nextIssuedAt', (SELECT
    min(n."issuedAt") FROM "Challenge" n
  WHERE n."keyThumbprint" = c."keyThumbprint" AND n."issuedAt" > c."issuedAt"))) FROM (SELECT DISTINCT "challengeId"
    FROM wish) w CROSS JOIN "Challenge" c ON c."id" = w."challengeId")),
'usedPositions', json((SELECT json_group_array(json_object('id', a."id", 'challengeId', a."challengeId",
    'challengePosition', a."challengePosition")) FROM wish w CROSS JOIN "Attempt" a
      ON a."challengeId" = w."challengeId" AND a."challengePosition" = w."challengePosition")),
'repeats', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'keyThumbprint',
    a."keyThumbprint", 'requestId', a."requestId", 'bodyHash', a."bodyHash", 'replyJson', a."replyJson")) FROM wish
    w CROSS JOIN "Attempt" a ON a."keyThumbprint" = w."keyThumbprint" AND a."requestId" = w."requestId")),
'judgedLastHour', json((SELECT json_group_array(json_object('employeeId', w."employeeId", 'count', (SELECT count(*)
    FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."receivedAt" > ?3))) FROM person w)),
'refusedOfDay', json((SELECT json_group_array(json_object('employeeId', w."employeeId", 'workDay', w."workDay",
    'count', (SELECT count(*) FROM "Attempt" a
        WHERE a."employeeId" = w."employeeId" AND a."workDay" = w."workDay" AND +a."outcome" = 'refused'))) FROM
    person_day w)),
'dayAttempts', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'workDay',
    a."workDay", 'slotKind', a."slotKind", 'slotSpan', a."slotSpan", 'outcome', a."outcome", 'capturedAt',
    a."capturedAt", 'siteId', a."siteId") ORDER BY a."capturedAt", a."id") FROM person_day w CROSS JOIN "Attempt" a
    ON a."employeeId" = w."employeeId" AND a."workDay" = w."workDay" AND a."outcome" IN ('accepted', 'pending'))),
'unprovenCaptures', json((SELECT json_group_array(json_object('employeeId', a."employeeId", 'capturedAt',
    a."capturedAt")) FROM person w CROSS JOIN "Attempt" a
      ON a."employeeId" = w."employeeId" AND a."captureUnproven" = 1 AND a."capturedAt" > ?4)),
'plans', json((SELECT json_group_array(json_object('employeeId', f."employeeId", 'workDay', f."workDay", 'siteId',
    f."siteId", 'createdAt', f."createdAt", 'cancelledAt', f."cancelledAt") ORDER BY f."createdAt", f."id") FROM
    "FieldPlan" f WHERE f."workDay" IN (SELECT "workDay" FROM wish)
      AND f."employeeId" IN (SELECT "employeeId" FROM wish))),
'outages', json((SELECT json_group_array(json_object('startsAt', o."startsAt", 'endsAt', o."endsAt")) FROM
    "OutageInterval" o WHERE o."endsAt" > ?4 AND o."withdrawnAt" IS NULL)),
'earlierFixes', json((SELECT json_group_array(json_object('id', a."id", 'employeeId', a."employeeId", 'capturedAt',
    a."capturedAt", 'placeEncrypted', a."placeEncrypted", 'accuracyMetres', json(format('%!.17g',
    a."accuracyMetres"))) ORDER BY a."capturedAt" DESC) FROM person w CROSS JOIN "Attempt" a ON a.rowid IN (
  SELECT f.rowid FROM "Attempt" f WHERE f."employeeId" = w."employeeId" AND f."capturedAt" > ?5
    AND f."outcome" IN ('accepted', 'pending') AND f."placeEncrypted" IS NOT NULL AND f."accuracyMetres" IS NOT NULL
  ORDER BY f."capturedAt" DESC LIMIT 6))),
'samePlacePeople', json((SELECT json_group_array(json_object('placeHash', a."placeHash", 'employeeId',
    a."employeeId")) FROM (SELECT DISTINCT a."placeHash", a."employeeId" FROM (SELECT DISTINCT "placeHash" FROM wish
    WHERE "placeHash" IS NOT NULL) w
  CROSS JOIN "Attempt" a ON a."placeHash" = w."placeHash" AND a."capturedAt" > ?6) a)),
'samePlaceDays', json((SELECT json_group_array(json_object('placeHash', a."placeHash", 'employeeId', a."employeeId",
    'workDay', a."workDay")) FROM (SELECT DISTINCT a."placeHash", a."employeeId", a."workDay" FROM (SELECT DISTINCT
    "placeHash" FROM wish WHERE "placeHash" IS NOT NULL) w
  CROSS JOIN "Attempt" a ON a."placeHash" = w."placeHash" AND a."capturedAt" > ?6
      WHERE a."employeeId" IN (SELECT "employeeId" FROM wish)) a)),
'sameHandsets', json((SELECT json_group_array(json_object('factsHash', a."factsHash", 'networkAddressHash',
    a."networkAddressHash", 'employeeId', a."employeeId")) FROM (SELECT DISTINCT a."factsHash",
    a."networkAddressHash", a."employeeId"
  FROM (SELECT DISTINCT "factsHash", "addressHash" FROM wish) w
  CROSS JOIN "Attempt" a ON a."factsHash" = w."factsHash" AND a."networkAddressHash" = w."addressHash"
    AND a."receivedAt" > ?7) a)),
'addresses', json((SELECT json_group_array(json_object('addressHash', h."addressHash", 'siteId', h."siteId",
    'siteName', s."name") ORDER BY h."siteId") FROM (SELECT DISTINCT "addressHash" FROM wish) w
  CROSS JOIN "SiteAddress" h ON h."addressHash" = w."addressHash"
  CROSS JOIN "Site" s ON s."id" = h."siteId" AND s."archivedAt" IS NULL))) AS json;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`sha256` IN (?, … 62 more …, ?)
ORDER BY `main`.`AttemptPhoto`.`attemptId` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`receivedAt`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 23 statements
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE (([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P2) OR … 62
    more … OR ([dbo].[EmployeeDay].[employeeId] = CAST(@P127 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] =
    @P128));
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[sha256] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400)))
ORDER BY [dbo].[AttemptPhoto].[attemptId] DESC
OFFSET @P65 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[outcome], [dbo].[Attempt].[receivedAt]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (NULL);
SELECT [dbo].[Employee].[id], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400)));
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400)))
ORDER BY [dbo].[Consent].[givenAt] DESC
OFFSET @P65 ROWS;
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1
ORDER BY [dbo].[ConsentNotice].[version] DESC
OFFSET @P1 ROWS;
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[FieldPlan].[workDay] IN (@P65))
ORDER BY [dbo].[FieldPlan].[createdAt] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P66 ROWS;
SELECT [dbo].[OutageInterval].[id], [dbo].[OutageInterval].[startsAt], [dbo].[OutageInterval].[endsAt]
FROM [dbo].[OutageInterval]
WHERE ([dbo].[OutageInterval].[endsAt] > @P1 AND [dbo].[OutageInterval].[withdrawnAt] IS NULL);
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[keyThumbprint] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) OR
    ([dbo].[Device].[employeeId] IN (CAST(@P65 AS VARCHAR(400)), … 62 more …, CAST(@P128 AS VARCHAR(400))) AND
    [dbo].[Device].[state] = CAST(@P129 AS VARCHAR(20))));
SELECT [dbo].[Challenge].[id], [dbo].[Challenge].[keyThumbprint], [dbo].[Challenge].[employeeId],
    [dbo].[Challenge].[issuedAt], [dbo].[Challenge].[clockOffsetMs]
FROM [dbo].[Challenge]
WHERE [dbo].[Challenge].[id] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400)));
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[challengeId], [dbo].[Attempt].[challengePosition]
FROM [dbo].[Attempt]
WHERE (([dbo].[Attempt].[challengeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[challengePosition] = @P2) OR …
    62 more … OR ([dbo].[Attempt].[challengeId] = CAST(@P127 AS VARCHAR(36)) AND [dbo].[Attempt].[challengePosition]
    = @P128));
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[keyThumbprint],
    [dbo].[Attempt].[requestId], [dbo].[Attempt].[bodyHash], [dbo].[Attempt].[replyJson]
FROM [dbo].[Attempt]
WHERE (([dbo].[Attempt].[keyThumbprint] = CAST(@P1 AS VARCHAR(400)) AND [dbo].[Attempt].[requestId] = CAST(@P2 AS
    VARCHAR(36))) OR … 62 more … OR ([dbo].[Attempt].[keyThumbprint] = CAST(@P127 AS VARCHAR(400)) AND
    [dbo].[Attempt].[requestId] = CAST(@P128 AS VARCHAR(36))));
SELECT COUNT(*) AS [_count$_all], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[receivedAt] > @P65)
GROUP BY [dbo].[Attempt].[employeeId];
SELECT COUNT(*) AS [_count$_all], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[workDay] IN (@P65) AND [dbo].[Attempt].[outcome] = CAST(@P66 AS VARCHAR(20)))
GROUP BY [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay];
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[workDay] IN (@P65) AND [dbo].[Attempt].[outcome] IN (CAST(@P66 AS VARCHAR(400)),CAST(@P67 AS
    VARCHAR(400))))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P68 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[capturedAt]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[captureUnproven] = @P65 AND [dbo].[Attempt].[capturedAt] > @P66);
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[capturedAt] > @P65 AND [dbo].[Attempt].[outcome] IN (CAST(@P66 AS VARCHAR(400)),CAST(@P67 AS
    VARCHAR(400))) AND [dbo].[Attempt].[placeEncrypted] IS NOT NULL AND [dbo].[Attempt].[accuracyMetres] IS NOT
    NULL)
ORDER BY [dbo].[Attempt].[capturedAt] DESC
OFFSET @P68 ROWS;
SELECT [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeHash] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[capturedAt] > @P65)
GROUP BY [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId];
SELECT [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeHash] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[capturedAt] > @P65 AND [dbo].[Attempt].[employeeId] IN (CAST(@P66 AS VARCHAR(400)), … 62 more …,
    CAST(@P129 AS VARCHAR(400))))
GROUP BY [dbo].[Attempt].[placeHash], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay];
SELECT [dbo].[Attempt].[factsHash], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[factsHash] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    [dbo].[Attempt].[networkAddressHash] IN (CAST(@P65 AS VARCHAR(400)), … 62 more …, CAST(@P128 AS VARCHAR(400)))
    AND [dbo].[Attempt].[receivedAt] > @P129)
GROUP BY [dbo].[Attempt].[factsHash], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[employeeId];
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[SiteAddress].[siteId]))
WHERE ([dbo].[SiteAddress].[addressHash] IN (CAST(@P1 AS VARCHAR(400)), … 62 more …, CAST(@P64 AS VARCHAR(400))) AND
    ([j0].[archivedAt] IS NULL AND ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[SiteAddress].[siteId] ASC
OFFSET @P65 ROWS;
SELECT [dbo].[Challenge].[id], [dbo].[Challenge].[keyThumbprint], [dbo].[Challenge].[issuedAt]
FROM [dbo].[Challenge]
WHERE ([dbo].[Challenge].[keyThumbprint] = CAST(@P1 AS VARCHAR(400)) AND [dbo].[Challenge].[issuedAt] > @P2)
ORDER BY [dbo].[Challenge].[issuedAt] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== commit: a first one of the day ========

-- SQLite: 7 statements
BEGIN TRANSACTION;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "EmployeeDay" ("employeeId", "workDay", "zone") SELECT cells ->> 0, cells ->> 1, cells ->> 2 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Attempt" ("id", "employeeId", "sessionId", "workDay", "slotKind", "slotSpan", "slotKey", "zone",
    "requestId", "keyThumbprint", "bodyHash", "challengeId", "challengePosition", "phoneTime", "capturedAt",
    "receivedAt", "deferred", "captureUnproven", "applicationReason", "note", "siteId", "presenceBy", "ruleId",
    "ruleVersion", "networkType", "networkAddressHash", "factsHash", "deviceJson", "clientVersion", "accuracyMetres",
    "placeEncrypted", "wifiEncrypted", "placeHash", "cellLatitude", "cellLongitude", "replyJson", "outcome", "code",
    "evidenceState", "evidenceDeadline") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4,
    cells ->> 5, cells ->> 6, cells ->> 7, cells ->> 8, cells ->> 9, cells ->> 10, cells ->> 11, cells ->> 12, cells
    ->> 13, cells ->> 14, cells ->> 15, cells ->> 16, cells ->> 17, cells ->> 18, cells ->> 19, cells ->> 20, cells
    ->> 21, cells ->> 22, cells ->> 23, cells ->> 24, cells ->> 25, cells ->> 26, cells ->> 27, cells ->> 28, cells
    ->> 29, cells ->> 30, cells ->> 31, cells ->> 32, cells ->> 33, cells ->> 34, cells ->> 35, cells ->> 36, cells
    ->> 37, cells ->> 38, cells ->> 39 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Decision" ("attemptId", "number", "decidedAt", "decidedBy", "outcome", "code", "findingsJson",
    "checksJson", "effect") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5,
    cells ->> 6, cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Challenge" ("id", "employeeId", "keyThumbprint", "clockOffsetMs", "issuedAt") SELECT cells ->> 0, cells
    ->> 1, cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditRecord" ("id", "at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "requestId",
    "detailHash") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5, cells ->> 6,
    cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditDetail" ("auditId", "salt", "detailJson") SELECT cells ->> 0, cells ->> 1, cells ->> 2 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "OutboxEvent" ("id", "aggregateKey", "type", "payloadJson", "createdAt") SELECT cells ->> 0, cells ->> 1,
    cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
COMMIT;

-- SQL Server: 7 statements
BEGIN TRANSACTION;
INSERT INTO [dbo].[EmployeeDay] ([dbo].[EmployeeDay].[employeeId],[dbo].[EmployeeDay].[workDay],
    [dbo].[EmployeeDay].[version],[dbo].[EmployeeDay].[zone])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(64)));
INSERT INTO [dbo].[Attempt] ([dbo].[Attempt].[id],[dbo].[Attempt].[employeeId],[dbo].[Attempt].[workDay],
    [dbo].[Attempt].[slotKind],[dbo].[Attempt].[slotSpan],[dbo].[Attempt].[slotKey],[dbo].[Attempt].[zone],
    [dbo].[Attempt].[requestId],[dbo].[Attempt].[keyThumbprint],[dbo].[Attempt].[bodyHash],
    [dbo].[Attempt].[challengeId],[dbo].[Attempt].[challengePosition],[dbo].[Attempt].[sessionId],
    [dbo].[Attempt].[phoneTime],[dbo].[Attempt].[capturedAt],[dbo].[Attempt].[receivedAt],[dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven],[dbo].[Attempt].[applicationReason],[dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId],[dbo].[Attempt].[presenceBy],[dbo].[Attempt].[ruleId],[dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType],[dbo].[Attempt].[networkAddressHash],[dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson],[dbo].[Attempt].[clientVersion],[dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted],[dbo].[Attempt].[wifiEncrypted],[dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude],[dbo].[Attempt].[cellLongitude],[dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome],[dbo].[Attempt].[code],[dbo].[Attempt].[evidenceState],[dbo].[Attempt].[decisionCount],
    [dbo].[Attempt].[evidenceDeadline])
VALUES (CAST(@P1 AS VARCHAR(36)), … 39 more …, @P41);
INSERT INTO [dbo].[Decision] ([dbo].[Decision].[attemptId],[dbo].[Decision].[number],[dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy],[dbo].[Decision].[outcome],[dbo].[Decision].[code],[dbo].[Decision].[findingsJson],
    [dbo].[Decision].[checksJson],[dbo].[Decision].[effect])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)));
INSERT INTO [dbo].[Challenge] ([dbo].[Challenge].[id],[dbo].[Challenge].[keyThumbprint],
    [dbo].[Challenge].[employeeId],[dbo].[Challenge].[issuedAt],[dbo].[Challenge].[clockOffsetMs])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(36)),@P4,@P5);
INSERT INTO [dbo].[AuditRecord] ([dbo].[AuditRecord].[id],[dbo].[AuditRecord].[at],[dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId],[dbo].[AuditRecord].[action],[dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId],[dbo].[AuditRecord].[requestId],[dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(80)),CAST(@P5 AS VARCHAR(60)),
    CAST(@P6 AS VARCHAR(40)),CAST(@P7 AS VARCHAR(80)),CAST(@P8 AS VARCHAR(64)),CAST(@P9 AS VARCHAR(400)),@P10);
INSERT INTO [dbo].[AuditDetail] ([dbo].[AuditDetail].[auditId],[dbo].[AuditDetail].[salt],
    [dbo].[AuditDetail].[detailJson])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3);
INSERT INTO [dbo].[OutboxEvent] ([dbo].[OutboxEvent].[id],[dbo].[OutboxEvent].[aggregateKey],
    [dbo].[OutboxEvent].[type],[dbo].[OutboxEvent].[payloadJson],[dbo].[OutboxEvent].[createdAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(80)),CAST(@P3 AS VARCHAR(60)),@P4,@P5);
COMMIT;

-- ======== commit: a visit with a photo ========

-- SQLite: 9 statements
BEGIN TRANSACTION;
UPDATE "EmployeeDay" SET "version" = "version" + 1 WHERE rowid IN (
SELECT d.rowid FROM json_each(?1) seen CROSS JOIN "EmployeeDay" d
  ON d."employeeId" = seen.value ->> 0 AND d."workDay" = seen.value ->> 1 AND d."version" = seen.value ->> 2);
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Attempt" ("id", "employeeId", "sessionId", "workDay", "slotKind", "slotSpan", "slotKey", "zone",
    "requestId", "keyThumbprint", "bodyHash", "challengeId", "challengePosition", "phoneTime", "capturedAt",
    "receivedAt", "deferred", "captureUnproven", "applicationReason", "note", "siteId", "presenceBy", "ruleId",
    "ruleVersion", "networkType", "networkAddressHash", "factsHash", "deviceJson", "clientVersion", "accuracyMetres",
    "placeEncrypted", "wifiEncrypted", "placeHash", "cellLatitude", "cellLongitude", "replyJson", "outcome", "code",
    "evidenceState", "evidenceDeadline") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4,
    cells ->> 5, cells ->> 6, cells ->> 7, cells ->> 8, cells ->> 9, cells ->> 10, cells ->> 11, cells ->> 12, cells
    ->> 13, cells ->> 14, cells ->> 15, cells ->> 16, cells ->> 17, cells ->> 18, cells ->> 19, cells ->> 20, cells
    ->> 21, cells ->> 22, cells ->> 23, cells ->> 24, cells ->> 25, cells ->> 26, cells ->> 27, cells ->> 28, cells
    ->> 29, cells ->> 30, cells ->> 31, cells ->> 32, cells ->> 33, cells ->> 34, cells ->> 35, cells ->> 36, cells
    ->> 37, cells ->> 38, cells ->> 39 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Decision" ("attemptId", "number", "decidedAt", "decidedBy", "outcome", "code", "findingsJson",
    "checksJson", "effect") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5,
    cells ->> 6, cells ->> 7, cells ->> 8 FROM input;
INSERT INTO `main`.`AttemptPhoto` (`attemptId`, `sha256`, `byteLength`, `takenAt`, `state`, `checkCount`)
VALUES (?,?,?,?,?,?);
INSERT INTO `main`.`VisitRecord` (`attemptId`, `customer`, `contactEncrypted`, `contactPhoneEncrypted`, `purpose`,
    `outcome`, `notes`, `version`, `updatedAt`)
VALUES (?,?,?,?,?,?,?,?,?);
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Challenge" ("id", "employeeId", "keyThumbprint", "clockOffsetMs", "issuedAt") SELECT cells ->> 0, cells
    ->> 1, cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditRecord" ("id", "at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "requestId",
    "detailHash") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5, cells ->> 6,
    cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditDetail" ("auditId", "salt", "detailJson") SELECT cells ->> 0, cells ->> 1, cells ->> 2 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "OutboxEvent" ("id", "aggregateKey", "type", "payloadJson", "createdAt") SELECT cells ->> 0, cells ->> 1,
    cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
COMMIT;

-- SQL Server: 9 statements
BEGIN TRANSACTION;
UPDATE [dbo].[EmployeeDay]
SET [version] = ([dbo].[EmployeeDay].[version] + @P1)
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[version] = @P3 AND
    [dbo].[EmployeeDay].[workDay] = @P4);
INSERT INTO [dbo].[Attempt] ([dbo].[Attempt].[id],[dbo].[Attempt].[employeeId],[dbo].[Attempt].[workDay],
    [dbo].[Attempt].[slotKind],[dbo].[Attempt].[slotSpan],[dbo].[Attempt].[slotKey],[dbo].[Attempt].[zone],
    [dbo].[Attempt].[requestId],[dbo].[Attempt].[keyThumbprint],[dbo].[Attempt].[bodyHash],
    [dbo].[Attempt].[challengeId],[dbo].[Attempt].[challengePosition],[dbo].[Attempt].[sessionId],
    [dbo].[Attempt].[phoneTime],[dbo].[Attempt].[capturedAt],[dbo].[Attempt].[receivedAt],[dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven],[dbo].[Attempt].[applicationReason],[dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId],[dbo].[Attempt].[presenceBy],[dbo].[Attempt].[ruleId],[dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType],[dbo].[Attempt].[networkAddressHash],[dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson],[dbo].[Attempt].[clientVersion],[dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted],[dbo].[Attempt].[wifiEncrypted],[dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude],[dbo].[Attempt].[cellLongitude],[dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome],[dbo].[Attempt].[code],[dbo].[Attempt].[evidenceState],[dbo].[Attempt].[decisionCount],
    [dbo].[Attempt].[evidenceDeadline])
VALUES (CAST(@P1 AS VARCHAR(36)), … 39 more …, @P41);
INSERT INTO [dbo].[Decision] ([dbo].[Decision].[attemptId],[dbo].[Decision].[number],[dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy],[dbo].[Decision].[outcome],[dbo].[Decision].[code],[dbo].[Decision].[findingsJson],
    [dbo].[Decision].[checksJson],[dbo].[Decision].[effect])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)));
INSERT INTO [dbo].[AttemptPhoto] ([dbo].[AttemptPhoto].[attemptId],[dbo].[AttemptPhoto].[sha256],
    [dbo].[AttemptPhoto].[byteLength],[dbo].[AttemptPhoto].[takenAt],[dbo].[AttemptPhoto].[state],
    [dbo].[AttemptPhoto].[checkCount])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3,@P4,CAST(@P5 AS VARCHAR(20)),@P6);
INSERT INTO [dbo].[VisitRecord] ([dbo].[VisitRecord].[attemptId],[dbo].[VisitRecord].[customer],
    [dbo].[VisitRecord].[contactEncrypted],[dbo].[VisitRecord].[contactPhoneEncrypted],[dbo].[VisitRecord].[purpose],
    [dbo].[VisitRecord].[outcome],[dbo].[VisitRecord].[notes],[dbo].[VisitRecord].[version],
    [dbo].[VisitRecord].[updatedAt])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,@P4,@P5,@P6,@P7,@P8,@P9);
INSERT INTO [dbo].[Challenge] ([dbo].[Challenge].[id],[dbo].[Challenge].[keyThumbprint],
    [dbo].[Challenge].[employeeId],[dbo].[Challenge].[issuedAt],[dbo].[Challenge].[clockOffsetMs])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(36)),@P4,@P5);
INSERT INTO [dbo].[AuditRecord] ([dbo].[AuditRecord].[id],[dbo].[AuditRecord].[at],[dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId],[dbo].[AuditRecord].[action],[dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId],[dbo].[AuditRecord].[requestId],[dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(80)),CAST(@P5 AS VARCHAR(60)),
    CAST(@P6 AS VARCHAR(40)),CAST(@P7 AS VARCHAR(80)),CAST(@P8 AS VARCHAR(64)),CAST(@P9 AS VARCHAR(400)),@P10);
INSERT INTO [dbo].[AuditDetail] ([dbo].[AuditDetail].[auditId],[dbo].[AuditDetail].[salt],
    [dbo].[AuditDetail].[detailJson])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3);
INSERT INTO [dbo].[OutboxEvent] ([dbo].[OutboxEvent].[id],[dbo].[OutboxEvent].[aggregateKey],
    [dbo].[OutboxEvent].[type],[dbo].[OutboxEvent].[payloadJson],[dbo].[OutboxEvent].[createdAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(80)),CAST(@P3 AS VARCHAR(60)),@P4,@P5);
COMMIT;

-- ======== commit: a later one that supersedes ========

-- SQLite: 10 statements
BEGIN TRANSACTION;
UPDATE "EmployeeDay" SET "version" = "version" + 1 WHERE rowid IN (
SELECT d.rowid FROM json_each(?1) seen CROSS JOIN "EmployeeDay" d
  ON d."employeeId" = seen.value ->> 0 AND d."workDay" = seen.value ->> 1 AND d."version" = seen.value ->> 2);
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` IN (?) AND `main`.`Attempt`.`outcome` = ?)
LIMIT ?
OFFSET ?;
UPDATE `main`.`Attempt`
SET `outcome` = ?, `decisionCount` = (`main`.`Attempt`.`decisionCount` + ?)
WHERE `main`.`Attempt`.`id` IN (?);
INSERT INTO `main`.`Decision` (`attemptId`, `number`, `decidedAt`, `decidedBy`, `outcome`, `code`, `findingsJson`,
    `checksJson`, `effect`)
VALUES (?,?,?,?,?,?,?,?,?);
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Attempt" ("id", "employeeId", "sessionId", "workDay", "slotKind", "slotSpan", "slotKey", "zone",
    "requestId", "keyThumbprint", "bodyHash", "challengeId", "challengePosition", "phoneTime", "capturedAt",
    "receivedAt", "deferred", "captureUnproven", "applicationReason", "note", "siteId", "presenceBy", "ruleId",
    "ruleVersion", "networkType", "networkAddressHash", "factsHash", "deviceJson", "clientVersion", "accuracyMetres",
    "placeEncrypted", "wifiEncrypted", "placeHash", "cellLatitude", "cellLongitude", "replyJson", "outcome", "code",
    "evidenceState", "evidenceDeadline") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4,
    cells ->> 5, cells ->> 6, cells ->> 7, cells ->> 8, cells ->> 9, cells ->> 10, cells ->> 11, cells ->> 12, cells
    ->> 13, cells ->> 14, cells ->> 15, cells ->> 16, cells ->> 17, cells ->> 18, cells ->> 19, cells ->> 20, cells
    ->> 21, cells ->> 22, cells ->> 23, cells ->> 24, cells ->> 25, cells ->> 26, cells ->> 27, cells ->> 28, cells
    ->> 29, cells ->> 30, cells ->> 31, cells ->> 32, cells ->> 33, cells ->> 34, cells ->> 35, cells ->> 36, cells
    ->> 37, cells ->> 38, cells ->> 39 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Decision" ("attemptId", "number", "decidedAt", "decidedBy", "outcome", "code", "findingsJson",
    "checksJson", "effect") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5,
    cells ->> 6, cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Challenge" ("id", "employeeId", "keyThumbprint", "clockOffsetMs", "issuedAt") SELECT cells ->> 0, cells
    ->> 1, cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditRecord" ("id", "at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "requestId",
    "detailHash") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5, cells ->> 6,
    cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditDetail" ("auditId", "salt", "detailJson") SELECT cells ->> 0, cells ->> 1, cells ->> 2 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "OutboxEvent" ("id", "aggregateKey", "type", "payloadJson", "createdAt") SELECT cells ->> 0, cells ->> 1,
    cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
COMMIT;

-- SQL Server: 10 statements
BEGIN TRANSACTION;
UPDATE [dbo].[EmployeeDay]
SET [version] = ([dbo].[EmployeeDay].[version] + @P1)
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[version] = @P3 AND
    [dbo].[EmployeeDay].[workDay] = @P4);
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[outcome] = CAST(@P2 AS VARCHAR(20)));
UPDATE [dbo].[Attempt]
SET [outcome] = CAST(@P1 AS VARCHAR(20)), [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P2)
WHERE [dbo].[Attempt].[id] IN (CAST(@P3 AS VARCHAR(400)));
INSERT INTO [dbo].[Decision] ([dbo].[Decision].[attemptId],[dbo].[Decision].[number],[dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy],[dbo].[Decision].[outcome],[dbo].[Decision].[code],[dbo].[Decision].[findingsJson],
    [dbo].[Decision].[checksJson],[dbo].[Decision].[effect])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)));
INSERT INTO [dbo].[Attempt] ([dbo].[Attempt].[id],[dbo].[Attempt].[employeeId],[dbo].[Attempt].[workDay],
    [dbo].[Attempt].[slotKind],[dbo].[Attempt].[slotSpan],[dbo].[Attempt].[slotKey],[dbo].[Attempt].[zone],
    [dbo].[Attempt].[requestId],[dbo].[Attempt].[keyThumbprint],[dbo].[Attempt].[bodyHash],
    [dbo].[Attempt].[challengeId],[dbo].[Attempt].[challengePosition],[dbo].[Attempt].[sessionId],
    [dbo].[Attempt].[phoneTime],[dbo].[Attempt].[capturedAt],[dbo].[Attempt].[receivedAt],[dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven],[dbo].[Attempt].[applicationReason],[dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId],[dbo].[Attempt].[presenceBy],[dbo].[Attempt].[ruleId],[dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType],[dbo].[Attempt].[networkAddressHash],[dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson],[dbo].[Attempt].[clientVersion],[dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted],[dbo].[Attempt].[wifiEncrypted],[dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude],[dbo].[Attempt].[cellLongitude],[dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome],[dbo].[Attempt].[code],[dbo].[Attempt].[evidenceState],[dbo].[Attempt].[decisionCount],
    [dbo].[Attempt].[evidenceDeadline])
VALUES (CAST(@P1 AS VARCHAR(36)), … 39 more …, @P41);
INSERT INTO [dbo].[Decision] ([dbo].[Decision].[attemptId],[dbo].[Decision].[number],[dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy],[dbo].[Decision].[outcome],[dbo].[Decision].[code],[dbo].[Decision].[findingsJson],
    [dbo].[Decision].[checksJson],[dbo].[Decision].[effect])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)));
INSERT INTO [dbo].[Challenge] ([dbo].[Challenge].[id],[dbo].[Challenge].[keyThumbprint],
    [dbo].[Challenge].[employeeId],[dbo].[Challenge].[issuedAt],[dbo].[Challenge].[clockOffsetMs])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(36)),@P4,@P5);
INSERT INTO [dbo].[AuditRecord] ([dbo].[AuditRecord].[id],[dbo].[AuditRecord].[at],[dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId],[dbo].[AuditRecord].[action],[dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId],[dbo].[AuditRecord].[requestId],[dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(80)),CAST(@P5 AS VARCHAR(60)),
    CAST(@P6 AS VARCHAR(40)),CAST(@P7 AS VARCHAR(80)),CAST(@P8 AS VARCHAR(64)),CAST(@P9 AS VARCHAR(400)),@P10);
INSERT INTO [dbo].[AuditDetail] ([dbo].[AuditDetail].[auditId],[dbo].[AuditDetail].[salt],
    [dbo].[AuditDetail].[detailJson])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3);
INSERT INTO [dbo].[OutboxEvent] ([dbo].[OutboxEvent].[id],[dbo].[OutboxEvent].[aggregateKey],
    [dbo].[OutboxEvent].[type],[dbo].[OutboxEvent].[payloadJson],[dbo].[OutboxEvent].[createdAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(80)),CAST(@P3 AS VARCHAR(60)),@P4,@P5);
COMMIT;

-- ======== commit: a group of 64 ========

-- SQLite: 7 statements
BEGIN TRANSACTION;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "EmployeeDay" ("employeeId", "workDay", "zone") SELECT cells ->> 0, cells ->> 1, cells ->> 2 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Attempt" ("id", "employeeId", "sessionId", "workDay", "slotKind", "slotSpan", "slotKey", "zone",
    "requestId", "keyThumbprint", "bodyHash", "challengeId", "challengePosition", "phoneTime", "capturedAt",
    "receivedAt", "deferred", "captureUnproven", "applicationReason", "note", "siteId", "presenceBy", "ruleId",
    "ruleVersion", "networkType", "networkAddressHash", "factsHash", "deviceJson", "clientVersion", "accuracyMetres",
    "placeEncrypted", "wifiEncrypted", "placeHash", "cellLatitude", "cellLongitude", "replyJson", "outcome", "code",
    "evidenceState", "evidenceDeadline") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4,
    cells ->> 5, cells ->> 6, cells ->> 7, cells ->> 8, cells ->> 9, cells ->> 10, cells ->> 11, cells ->> 12, cells
    ->> 13, cells ->> 14, cells ->> 15, cells ->> 16, cells ->> 17, cells ->> 18, cells ->> 19, cells ->> 20, cells
    ->> 21, cells ->> 22, cells ->> 23, cells ->> 24, cells ->> 25, cells ->> 26, cells ->> 27, cells ->> 28, cells
    ->> 29, cells ->> 30, cells ->> 31, cells ->> 32, cells ->> 33, cells ->> 34, cells ->> 35, cells ->> 36, cells
    ->> 37, cells ->> 38, cells ->> 39 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Decision" ("attemptId", "number", "decidedAt", "decidedBy", "outcome", "code", "findingsJson",
    "checksJson", "effect") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5,
    cells ->> 6, cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Challenge" ("id", "employeeId", "keyThumbprint", "clockOffsetMs", "issuedAt") SELECT cells ->> 0, cells
    ->> 1, cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditRecord" ("id", "at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "requestId",
    "detailHash") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5, cells ->> 6,
    cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditDetail" ("auditId", "salt", "detailJson") SELECT cells ->> 0, cells ->> 1, cells ->> 2 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "OutboxEvent" ("id", "aggregateKey", "type", "payloadJson", "createdAt") SELECT cells ->> 0, cells ->> 1,
    cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
COMMIT;

-- SQL Server: 8 statements
BEGIN TRANSACTION;
INSERT INTO [dbo].[EmployeeDay] ([dbo].[EmployeeDay].[employeeId],[dbo].[EmployeeDay].[workDay],
    [dbo].[EmployeeDay].[version],[dbo].[EmployeeDay].[zone])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(64))), … 62 more …, (CAST(@P253 AS VARCHAR(36)),@P254,
    @P255,CAST(@P256 AS VARCHAR(64)));
-- 2 times
INSERT INTO [dbo].[Attempt] ([dbo].[Attempt].[id],[dbo].[Attempt].[employeeId],[dbo].[Attempt].[workDay],
    [dbo].[Attempt].[slotKind],[dbo].[Attempt].[slotSpan],[dbo].[Attempt].[slotKey],[dbo].[Attempt].[zone],
    [dbo].[Attempt].[requestId],[dbo].[Attempt].[keyThumbprint],[dbo].[Attempt].[bodyHash],
    [dbo].[Attempt].[challengeId],[dbo].[Attempt].[challengePosition],[dbo].[Attempt].[sessionId],
    [dbo].[Attempt].[phoneTime],[dbo].[Attempt].[capturedAt],[dbo].[Attempt].[receivedAt],[dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven],[dbo].[Attempt].[applicationReason],[dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId],[dbo].[Attempt].[presenceBy],[dbo].[Attempt].[ruleId],[dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType],[dbo].[Attempt].[networkAddressHash],[dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson],[dbo].[Attempt].[clientVersion],[dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted],[dbo].[Attempt].[wifiEncrypted],[dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude],[dbo].[Attempt].[cellLongitude],[dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome],[dbo].[Attempt].[code],[dbo].[Attempt].[evidenceState],[dbo].[Attempt].[decisionCount],
    [dbo].[Attempt].[evidenceDeadline])
VALUES (CAST(@P1 AS VARCHAR(36)), … 39 more …, @P41), … 49 more …, (CAST(@P2051 AS VARCHAR(36)), … 39 more …,
    @P2091);
INSERT INTO [dbo].[Decision] ([dbo].[Decision].[attemptId],[dbo].[Decision].[number],[dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy],[dbo].[Decision].[outcome],[dbo].[Decision].[code],[dbo].[Decision].[findingsJson],
    [dbo].[Decision].[checksJson],[dbo].[Decision].[effect])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40))), … 62 more …, (CAST(@P568 AS VARCHAR(36)),@P569,@P570,CAST(@P571 AS
    VARCHAR(36)),CAST(@P572 AS VARCHAR(20)),CAST(@P573 AS VARCHAR(40)),@P574,@P575,CAST(@P576 AS VARCHAR(40)));
INSERT INTO [dbo].[Challenge] ([dbo].[Challenge].[id],[dbo].[Challenge].[keyThumbprint],
    [dbo].[Challenge].[employeeId],[dbo].[Challenge].[issuedAt],[dbo].[Challenge].[clockOffsetMs])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(36)),@P4,@P5), … 62 more …,
    (CAST(@P316 AS VARCHAR(36)),CAST(@P317 AS VARCHAR(400)),CAST(@P318 AS VARCHAR(36)),@P319,@P320);
INSERT INTO [dbo].[AuditRecord] ([dbo].[AuditRecord].[id],[dbo].[AuditRecord].[at],[dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId],[dbo].[AuditRecord].[action],[dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId],[dbo].[AuditRecord].[requestId],[dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(80)),CAST(@P5 AS VARCHAR(60)),
    CAST(@P6 AS VARCHAR(40)),CAST(@P7 AS VARCHAR(80)),CAST(@P8 AS VARCHAR(64)),CAST(@P9 AS VARCHAR(400)),@P10), … 62
    more …, (CAST(@P631 AS VARCHAR(36)),@P632,CAST(@P633 AS VARCHAR(20)),CAST(@P634 AS VARCHAR(80)),CAST(@P635 AS
    VARCHAR(60)),CAST(@P636 AS VARCHAR(40)),CAST(@P637 AS VARCHAR(80)),CAST(@P638 AS VARCHAR(64)),CAST(@P639 AS
    VARCHAR(400)),@P640);
INSERT INTO [dbo].[AuditDetail] ([dbo].[AuditDetail].[auditId],[dbo].[AuditDetail].[salt],
    [dbo].[AuditDetail].[detailJson])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3), … 62 more …, (CAST(@P190 AS VARCHAR(36)),CAST(@P191
    AS VARCHAR(400)),@P192);
INSERT INTO [dbo].[OutboxEvent] ([dbo].[OutboxEvent].[id],[dbo].[OutboxEvent].[aggregateKey],
    [dbo].[OutboxEvent].[type],[dbo].[OutboxEvent].[payloadJson],[dbo].[OutboxEvent].[createdAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(80)),CAST(@P3 AS VARCHAR(60)),@P4,@P5), … 62 more …,
    (CAST(@P316 AS VARCHAR(36)),CAST(@P317 AS VARCHAR(80)),CAST(@P318 AS VARCHAR(60)),@P319,@P320);
COMMIT;

-- ======== commit: another group of 64 on the same day ========

-- SQLite: 9 statements
BEGIN TRANSACTION;
UPDATE "EmployeeDay" SET "version" = "version" + 1 WHERE rowid IN (
SELECT d.rowid FROM json_each(?1) seen CROSS JOIN "EmployeeDay" d
  ON d."employeeId" = seen.value ->> 0 AND d."workDay" = seen.value ->> 1 AND d."version" = seen.value ->> 2);
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Attempt" ("id", "employeeId", "sessionId", "workDay", "slotKind", "slotSpan", "slotKey", "zone",
    "requestId", "keyThumbprint", "bodyHash", "challengeId", "challengePosition", "phoneTime", "capturedAt",
    "receivedAt", "deferred", "captureUnproven", "applicationReason", "note", "siteId", "presenceBy", "ruleId",
    "ruleVersion", "networkType", "networkAddressHash", "factsHash", "deviceJson", "clientVersion", "accuracyMetres",
    "placeEncrypted", "wifiEncrypted", "placeHash", "cellLatitude", "cellLongitude", "replyJson", "outcome", "code",
    "evidenceState", "evidenceDeadline") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4,
    cells ->> 5, cells ->> 6, cells ->> 7, cells ->> 8, cells ->> 9, cells ->> 10, cells ->> 11, cells ->> 12, cells
    ->> 13, cells ->> 14, cells ->> 15, cells ->> 16, cells ->> 17, cells ->> 18, cells ->> 19, cells ->> 20, cells
    ->> 21, cells ->> 22, cells ->> 23, cells ->> 24, cells ->> 25, cells ->> 26, cells ->> 27, cells ->> 28, cells
    ->> 29, cells ->> 30, cells ->> 31, cells ->> 32, cells ->> 33, cells ->> 34, cells ->> 35, cells ->> 36, cells
    ->> 37, cells ->> 38, cells ->> 39 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Decision" ("attemptId", "number", "decidedAt", "decidedBy", "outcome", "code", "findingsJson",
    "checksJson", "effect") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5,
    cells ->> 6, cells ->> 7, cells ->> 8 FROM input;
INSERT INTO `main`.`AttemptPhoto` (`attemptId`, `sha256`, `byteLength`, `takenAt`, `state`, `checkCount`)
VALUES (?,?,?,?,?,?), … 62 more …, (?,?,?,?,?,?);
INSERT INTO `main`.`VisitRecord` (`attemptId`, `customer`, `contactEncrypted`, `contactPhoneEncrypted`, `purpose`,
    `outcome`, `notes`, `version`, `updatedAt`)
VALUES (?,?,?,?,?,?,?,?,?), … 62 more …, (?,?,?,?,?,?,?,?,?);
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "Challenge" ("id", "employeeId", "keyThumbprint", "clockOffsetMs", "issuedAt") SELECT cells ->> 0, cells
    ->> 1, cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditRecord" ("id", "at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "requestId",
    "detailHash") SELECT cells ->> 0, cells ->> 1, cells ->> 2, cells ->> 3, cells ->> 4, cells ->> 5, cells ->> 6,
    cells ->> 7, cells ->> 8 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "AuditDetail" ("auditId", "salt", "detailJson") SELECT cells ->> 0, cells ->> 1, cells ->> 2 FROM input;
WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
INSERT INTO "OutboxEvent" ("id", "aggregateKey", "type", "payloadJson", "createdAt") SELECT cells ->> 0, cells ->> 1,
    cells ->> 2, cells ->> 3, cells ->> 4 FROM input;
COMMIT;

-- SQL Server: 10 statements
BEGIN TRANSACTION;
UPDATE [dbo].[EmployeeDay]
SET [version] = ([dbo].[EmployeeDay].[version] + @P1)
WHERE (([dbo].[EmployeeDay].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[version] = @P3 AND
    [dbo].[EmployeeDay].[workDay] = @P4) OR … 62 more … OR ([dbo].[EmployeeDay].[employeeId] = CAST(@P191 AS
    VARCHAR(36)) AND [dbo].[EmployeeDay].[version] = @P192 AND [dbo].[EmployeeDay].[workDay] = @P193));
-- 2 times
INSERT INTO [dbo].[Attempt] ([dbo].[Attempt].[id],[dbo].[Attempt].[employeeId],[dbo].[Attempt].[workDay],
    [dbo].[Attempt].[slotKind],[dbo].[Attempt].[slotSpan],[dbo].[Attempt].[slotKey],[dbo].[Attempt].[zone],
    [dbo].[Attempt].[requestId],[dbo].[Attempt].[keyThumbprint],[dbo].[Attempt].[bodyHash],
    [dbo].[Attempt].[challengeId],[dbo].[Attempt].[challengePosition],[dbo].[Attempt].[sessionId],
    [dbo].[Attempt].[phoneTime],[dbo].[Attempt].[capturedAt],[dbo].[Attempt].[receivedAt],[dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven],[dbo].[Attempt].[applicationReason],[dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId],[dbo].[Attempt].[presenceBy],[dbo].[Attempt].[ruleId],[dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType],[dbo].[Attempt].[networkAddressHash],[dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson],[dbo].[Attempt].[clientVersion],[dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted],[dbo].[Attempt].[wifiEncrypted],[dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude],[dbo].[Attempt].[cellLongitude],[dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome],[dbo].[Attempt].[code],[dbo].[Attempt].[evidenceState],[dbo].[Attempt].[decisionCount],
    [dbo].[Attempt].[evidenceDeadline])
VALUES (CAST(@P1 AS VARCHAR(36)), … 39 more …, @P41), … 49 more …, (CAST(@P2051 AS VARCHAR(36)), … 39 more …,
    @P2091);
INSERT INTO [dbo].[Decision] ([dbo].[Decision].[attemptId],[dbo].[Decision].[number],[dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy],[dbo].[Decision].[outcome],[dbo].[Decision].[code],[dbo].[Decision].[findingsJson],
    [dbo].[Decision].[checksJson],[dbo].[Decision].[effect])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40))), … 62 more …, (CAST(@P568 AS VARCHAR(36)),@P569,@P570,CAST(@P571 AS
    VARCHAR(36)),CAST(@P572 AS VARCHAR(20)),CAST(@P573 AS VARCHAR(40)),@P574,@P575,CAST(@P576 AS VARCHAR(40)));
INSERT INTO [dbo].[AttemptPhoto] ([dbo].[AttemptPhoto].[attemptId],[dbo].[AttemptPhoto].[sha256],
    [dbo].[AttemptPhoto].[byteLength],[dbo].[AttemptPhoto].[takenAt],[dbo].[AttemptPhoto].[state],
    [dbo].[AttemptPhoto].[checkCount])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3,@P4,CAST(@P5 AS VARCHAR(20)),@P6), … 62 more …,
    (CAST(@P379 AS VARCHAR(36)),CAST(@P380 AS VARCHAR(400)),@P381,@P382,CAST(@P383 AS VARCHAR(20)),@P384);
INSERT INTO [dbo].[VisitRecord] ([dbo].[VisitRecord].[attemptId],[dbo].[VisitRecord].[customer],
    [dbo].[VisitRecord].[contactEncrypted],[dbo].[VisitRecord].[contactPhoneEncrypted],[dbo].[VisitRecord].[purpose],
    [dbo].[VisitRecord].[outcome],[dbo].[VisitRecord].[notes],[dbo].[VisitRecord].[version],
    [dbo].[VisitRecord].[updatedAt])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,@P4,@P5,@P6,@P7,@P8,@P9), … 62 more …, (CAST(@P568 AS VARCHAR(36)),@P569,
    @P570,@P571,@P572,@P573,@P574,@P575,@P576);
INSERT INTO [dbo].[Challenge] ([dbo].[Challenge].[id],[dbo].[Challenge].[keyThumbprint],
    [dbo].[Challenge].[employeeId],[dbo].[Challenge].[issuedAt],[dbo].[Challenge].[clockOffsetMs])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(36)),@P4,@P5), … 62 more …,
    (CAST(@P316 AS VARCHAR(36)),CAST(@P317 AS VARCHAR(400)),CAST(@P318 AS VARCHAR(36)),@P319,@P320);
INSERT INTO [dbo].[AuditRecord] ([dbo].[AuditRecord].[id],[dbo].[AuditRecord].[at],[dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId],[dbo].[AuditRecord].[action],[dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId],[dbo].[AuditRecord].[requestId],[dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(80)),CAST(@P5 AS VARCHAR(60)),
    CAST(@P6 AS VARCHAR(40)),CAST(@P7 AS VARCHAR(80)),CAST(@P8 AS VARCHAR(64)),CAST(@P9 AS VARCHAR(400)),@P10), … 62
    more …, (CAST(@P631 AS VARCHAR(36)),@P632,CAST(@P633 AS VARCHAR(20)),CAST(@P634 AS VARCHAR(80)),CAST(@P635 AS
    VARCHAR(60)),CAST(@P636 AS VARCHAR(40)),CAST(@P637 AS VARCHAR(80)),CAST(@P638 AS VARCHAR(64)),CAST(@P639 AS
    VARCHAR(400)),@P640);
INSERT INTO [dbo].[AuditDetail] ([dbo].[AuditDetail].[auditId],[dbo].[AuditDetail].[salt],
    [dbo].[AuditDetail].[detailJson])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3), … 62 more …, (CAST(@P190 AS VARCHAR(36)),CAST(@P191
    AS VARCHAR(400)),@P192);
INSERT INTO [dbo].[OutboxEvent] ([dbo].[OutboxEvent].[id],[dbo].[OutboxEvent].[aggregateKey],
    [dbo].[OutboxEvent].[type],[dbo].[OutboxEvent].[payloadJson],[dbo].[OutboxEvent].[createdAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(80)),CAST(@P3 AS VARCHAR(60)),@P4,@P5), … 62 more …,
    (CAST(@P316 AS VARCHAR(36)),CAST(@P317 AS VARCHAR(80)),CAST(@P318 AS VARCHAR(60)),@P319,@P320);
COMMIT;
