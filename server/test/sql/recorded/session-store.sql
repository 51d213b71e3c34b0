-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What session-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== loadCaller ========

-- SQLite: 1 statement
WITH asked AS MATERIALIZED (
  SELECT s.* FROM json_each(?1) wanted CROSS JOIN "Session" s ON s."id" = wanted.value
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM asked)
SELECT json_object('sessions', json((SELECT json_group_array(json_object('id', s."id", 'employeeId', s."employeeId",
    'keyThumbprint', s."keyThumbprint", 'loggedInAt', s."loggedInAt", 'expiresAt', s."expiresAt", 'revokedAt',
    s."revokedAt")) FROM asked s)),
'employees', json((SELECT json_group_array(json_object('id', e."id", 'userId', e."userId", 'name', e."name",
    'leftAt', e."leftAt", 'departmentName', d."name")) FROM person p CROSS JOIN "Employee" e ON e."id" =
    p."employeeId" LEFT JOIN "Department" d ON d."id" = e."departmentId")),
'grants', json((SELECT json_group_array(json_object('employeeId', g."employeeId", 'role', g."role",
    'scopeDepartmentId', g."scopeDepartmentId")) FROM person p CROSS JOIN "RoleGrant" g ON g."employeeId" =
    p."employeeId" AND g."revokedAt" IS NULL)),
'departmentsLed', json((SELECT json_group_array(json_object('employeeId', l."employeeId", 'departmentId',
    l."departmentId")) FROM person p CROSS JOIN "DepartmentLeader" l ON l."employeeId" = p."employeeId")),
'leaders', json((SELECT json_group_array(json_object('leaderId', p."employeeId")) FROM person p WHERE EXISTS (SELECT
    1 FROM "EmployeeLeader" l WHERE l."leaderId" = p."employeeId"))),
'devices', json((SELECT json_group_array(json_object('id', d."id", 'employeeId', d."employeeId", 'keyThumbprint',
    d."keyThumbprint", 'state', d."state")) FROM person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId"
    AND d."state" IN ('active', 'candidate'))),
'openRebinds', json((SELECT json_group_array(json_object('subjectId', r."subjectId", 'requesterId', r."requesterId",
    'expiresAt', r."expiresAt")) FROM person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId" AND
    d."state" = 'candidate'
    CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending')),
'consents', json((SELECT json_group_array(json_object('employeeId', c."employeeId", 'version', c."version",
    'givenAt', c."givenAt", 'withdrawnAt', c."withdrawnAt")) FROM person p CROSS JOIN "Consent" c ON c."employeeId"
    = p."employeeId")),
'notices', json((SELECT json_group_array(json_object('version', n."version", 'publishedAt', n."publishedAt")) FROM
    "ConsentNotice" n))) AS json;

-- SQL Server: 9 statements
SELECT [dbo].[Session].[id], [dbo].[Session].[employeeId], [dbo].[Session].[keyThumbprint],
    [dbo].[Session].[loggedInAt], [dbo].[Session].[expiresAt], [dbo].[Session].[revokedAt]
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[state]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Device].[state] IN (CAST(@P2 AS
    VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[leftAt],
    [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[leaderId] IN (CAST(@P1 AS VARCHAR(400)))
GROUP BY [dbo].[EmployeeLeader].[leaderId];
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== loadCaller: of somebody who changes phones ========

-- SQLite: 1 statement
WITH asked AS MATERIALIZED (
  SELECT s.* FROM json_each(?1) wanted CROSS JOIN "Session" s ON s."id" = wanted.value
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM asked)
SELECT json_object('sessions', json((SELECT json_group_array(json_object('id', s."id", 'employeeId', s."employeeId",
    'keyThumbprint', s."keyThumbprint", 'loggedInAt', s."loggedInAt", 'expiresAt', s."expiresAt", 'revokedAt',
    s."revokedAt")) FROM asked s)),
'employees', json((SELECT json_group_array(json_object('id', e."id", 'userId', e."userId", 'name', e."name",
    'leftAt', e."leftAt", 'departmentName', d."name")) FROM person p CROSS JOIN "Employee" e ON e."id" =
    p."employeeId" LEFT JOIN "Department" d ON d."id" = e."departmentId")),
'grants', json((SELECT json_group_array(json_object('employeeId', g."employeeId", 'role', g."role",
    'scopeDepartmentId', g."scopeDepartmentId")) FROM person p CROSS JOIN "RoleGrant" g ON g."employeeId" =
    p."employeeId" AND g."revokedAt" IS NULL)),
'departmentsLed', json((SELECT json_group_array(json_object('employeeId', l."employeeId", 'departmentId',
    l."departmentId")) FROM person p CROSS JOIN "DepartmentLeader" l ON l."employeeId" = p."employeeId")),
'leaders', json((SELECT json_group_array(json_object('leaderId', p."employeeId")) FROM person p WHERE EXISTS (SELECT
    1 FROM "EmployeeLeader" l WHERE l."leaderId" = p."employeeId"))),
'devices', json((SELECT json_group_array(json_object('id', d."id", 'employeeId', d."employeeId", 'keyThumbprint',
    d."keyThumbprint", 'state', d."state")) FROM person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId"
    AND d."state" IN ('active', 'candidate'))),
'openRebinds', json((SELECT json_group_array(json_object('subjectId', r."subjectId", 'requesterId', r."requesterId",
    'expiresAt', r."expiresAt")) FROM person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId" AND
    d."state" = 'candidate'
    CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending')),
'consents', json((SELECT json_group_array(json_object('employeeId', c."employeeId", 'version', c."version",
    'givenAt', c."givenAt", 'withdrawnAt', c."withdrawnAt")) FROM person p CROSS JOIN "Consent" c ON c."employeeId"
    = p."employeeId")),
'notices', json((SELECT json_group_array(json_object('version', n."version", 'publishedAt', n."publishedAt")) FROM
    "ConsentNotice" n))) AS json;

-- SQL Server: 10 statements
SELECT [dbo].[Session].[id], [dbo].[Session].[employeeId], [dbo].[Session].[keyThumbprint],
    [dbo].[Session].[loggedInAt], [dbo].[Session].[expiresAt], [dbo].[Session].[revokedAt]
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[state]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Device].[state] IN (CAST(@P2 AS
    VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[leftAt],
    [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[leaderId] IN (CAST(@P1 AS VARCHAR(400)))
GROUP BY [dbo].[EmployeeLeader].[leaderId];
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[subjectId], [dbo].[ApprovalRequest].[requesterId],
    [dbo].[ApprovalRequest].[expiresAt]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[status] = CAST(@P2 AS
    VARCHAR(20)) AND [dbo].[ApprovalRequest].[subjectId] IN (CAST(@P3 AS VARCHAR(400))));

-- ======== loadCallers ========

-- SQLite: 3 statements
-- 3 times
WITH asked AS MATERIALIZED (
  SELECT s.* FROM json_each(?1) wanted CROSS JOIN "Session" s ON s."id" = wanted.value
), person AS MATERIALIZED (SELECT DISTINCT "employeeId" FROM asked)
SELECT json_object('sessions', json((SELECT json_group_array(json_object('id', s."id", 'employeeId', s."employeeId",
    'keyThumbprint', s."keyThumbprint", 'loggedInAt', s."loggedInAt", 'expiresAt', s."expiresAt", 'revokedAt',
    s."revokedAt")) FROM asked s)),
'employees', json((SELECT json_group_array(json_object('id', e."id", 'userId', e."userId", 'name', e."name",
    'leftAt', e."leftAt", 'departmentName', d."name")) FROM person p CROSS JOIN "Employee" e ON e."id" =
    p."employeeId" LEFT JOIN "Department" d ON d."id" = e."departmentId")),
'grants', json((SELECT json_group_array(json_object('employeeId', g."employeeId", 'role', g."role",
    'scopeDepartmentId', g."scopeDepartmentId")) FROM person p CROSS JOIN "RoleGrant" g ON g."employeeId" =
    p."employeeId" AND g."revokedAt" IS NULL)),
'departmentsLed', json((SELECT json_group_array(json_object('employeeId', l."employeeId", 'departmentId',
    l."departmentId")) FROM person p CROSS JOIN "DepartmentLeader" l ON l."employeeId" = p."employeeId")),
'leaders', json((SELECT json_group_array(json_object('leaderId', p."employeeId")) FROM person p WHERE EXISTS (SELECT
    1 FROM "EmployeeLeader" l WHERE l."leaderId" = p."employeeId"))),
'devices', json((SELECT json_group_array(json_object('id', d."id", 'employeeId', d."employeeId", 'keyThumbprint',
    d."keyThumbprint", 'state', d."state")) FROM person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId"
    AND d."state" IN ('active', 'candidate'))),
'openRebinds', json((SELECT json_group_array(json_object('subjectId', r."subjectId", 'requesterId', r."requesterId",
    'expiresAt', r."expiresAt")) FROM person p CROSS JOIN "Device" d ON d."employeeId" = p."employeeId" AND
    d."state" = 'candidate'
    CROSS JOIN "ApprovalRequest" r ON r."kind" = 'rebind' AND r."subjectId" = d."id" AND r."status" = 'pending')),
'consents', json((SELECT json_group_array(json_object('employeeId', c."employeeId", 'version', c."version",
    'givenAt', c."givenAt", 'withdrawnAt', c."withdrawnAt")) FROM person p CROSS JOIN "Consent" c ON c."employeeId"
    = p."employeeId")),
'notices', json((SELECT json_group_array(json_object('version', n."version", 'publishedAt', n."publishedAt")) FROM
    "ConsentNotice" n))) AS json;

-- SQL Server: 27 statements
SELECT [dbo].[Session].[id], [dbo].[Session].[employeeId], [dbo].[Session].[keyThumbprint],
    [dbo].[Session].[loggedInAt], [dbo].[Session].[expiresAt], [dbo].[Session].[revokedAt]
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)));
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[state]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Device].[state] IN (CAST(@P2 AS
    VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[leftAt],
    [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[leaderId] IN (CAST(@P1 AS VARCHAR(400)))
GROUP BY [dbo].[EmployeeLeader].[leaderId];
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Session].[id], [dbo].[Session].[employeeId], [dbo].[Session].[keyThumbprint],
    [dbo].[Session].[loggedInAt], [dbo].[Session].[expiresAt], [dbo].[Session].[revokedAt]
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)));
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[state]
FROM [dbo].[Device]
WHERE (1=0 AND [dbo].[Device].[state] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[leftAt],
    [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE 1=0;
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE (1=0 AND [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE 1=0;
SELECT [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE 1=0
GROUP BY [dbo].[EmployeeLeader].[leaderId];
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE 1=0;
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (NULL);
SELECT [dbo].[Session].[id], [dbo].[Session].[employeeId], [dbo].[Session].[keyThumbprint],
    [dbo].[Session].[loggedInAt], [dbo].[Session].[expiresAt], [dbo].[Session].[revokedAt]
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] IN (CAST(@P1 AS VARCHAR(400)), … 299 more …, CAST(@P301 AS VARCHAR(400)));
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[state]
FROM [dbo].[Device]
WHERE (1=0 AND [dbo].[Device].[state] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[leftAt],
    [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE 1=0;
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE (1=0 AND [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE 1=0;
SELECT [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE 1=0
GROUP BY [dbo].[EmployeeLeader].[leaderId];
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE 1=0;
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (NULL);

-- ======== open: of a bound phone ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Session` (`id`, `employeeId`, `keyThumbprint`, `loggedInAt`, `expiresAt`)
VALUES (?,?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `keyThumbprint` AS `keyThumbprint`, `loggedInAt` AS
    `loggedInAt`, `expiresAt` AS `expiresAt`, `revokedAt` AS `revokedAt`, `revokedReason` AS `revokedReason`;
INSERT INTO `main`.`RefreshToken` (`hash`, `sessionId`, `generation`, `issuedAt`)
VALUES (?,?,?,?)
RETURNING `hash` AS `hash`, `sessionId` AS `sessionId`, `generation` AS `generation`, `issuedAt` AS `issuedAt`,
    `replacedAt` AS `replacedAt`;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 7 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Session] ([id],[employeeId],[keyThumbprint],[loggedInAt],[expiresAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(400)),@P4,@P5)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Session] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Session].[id], [dbo].[Session].[employeeId], [dbo].[Session].[keyThumbprint],
    [dbo].[Session].[loggedInAt], [dbo].[Session].[expiresAt], [dbo].[Session].[revokedAt],
    [dbo].[Session].[revokedReason]
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
DECLARE @generated_keys table([hash] VARCHAR(64) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[RefreshToken] ([hash],[sessionId],[generation],[issuedAt])
OUTPUT [Inserted].[hash] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(36)),@P3,@P4)
SELECT [t].[hash]
FROM @generated_keys AS g
INNER JOIN [dbo].[RefreshToken] AS [t] ON [t].[hash] = [g].[hash]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[RefreshToken].[hash], [dbo].[RefreshToken].[sessionId], [dbo].[RefreshToken].[generation],
    [dbo].[RefreshToken].[issuedAt], [dbo].[RefreshToken].[replacedAt]
FROM [dbo].[RefreshToken]
WHERE [dbo].[RefreshToken].[hash] = CAST(@P1 AS VARCHAR(400))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
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

-- ======== open: of any other ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Session` (`id`, `employeeId`, `keyThumbprint`, `loggedInAt`, `expiresAt`)
VALUES (?,?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `keyThumbprint` AS `keyThumbprint`, `loggedInAt` AS
    `loggedInAt`, `expiresAt` AS `expiresAt`, `revokedAt` AS `revokedAt`, `revokedReason` AS `revokedReason`;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 5 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Session] ([id],[employeeId],[keyThumbprint],[loggedInAt],[expiresAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(400)),@P4,@P5)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Session] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Session].[id], [dbo].[Session].[employeeId], [dbo].[Session].[keyThumbprint],
    [dbo].[Session].[loggedInAt], [dbo].[Session].[expiresAt], [dbo].[Session].[revokedAt],
    [dbo].[Session].[revokedReason]
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
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

-- ======== findRefreshToken ========

-- SQLite: 1 statement
SELECT `main`.`RefreshToken`.`hash`, `main`.`RefreshToken`.`sessionId`, `main`.`RefreshToken`.`generation`,
    `main`.`RefreshToken`.`issuedAt`, `main`.`RefreshToken`.`replacedAt`
FROM `main`.`RefreshToken`
WHERE (`main`.`RefreshToken`.`hash` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[RefreshToken].[hash], [dbo].[RefreshToken].[sessionId], [dbo].[RefreshToken].[generation],
    [dbo].[RefreshToken].[issuedAt], [dbo].[RefreshToken].[replacedAt]
FROM [dbo].[RefreshToken]
WHERE ([dbo].[RefreshToken].[hash] = CAST(@P1 AS VARCHAR(400)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== replaceRefreshToken ========

-- SQLite: 3 statements
BEGIN TRANSACTION;
UPDATE `main`.`RefreshToken`
SET `replacedAt` = ?
WHERE (`main`.`RefreshToken`.`hash` = ? AND `main`.`RefreshToken`.`replacedAt` IS NULL AND EXISTS(SELECT `t0`.`id`
FROM `main`.`Session` AS `t0`
WHERE (`t0`.`revokedAt` IS NULL AND (`main`.`RefreshToken`.`sessionId`) = (`t0`.`id`) AND `t0`.`id` IS NOT NULL)));
SELECT `main`.`RefreshToken`.`hash`, `main`.`RefreshToken`.`sessionId`, `main`.`RefreshToken`.`generation`,
    `main`.`RefreshToken`.`issuedAt`, `main`.`RefreshToken`.`replacedAt`
FROM `main`.`RefreshToken`
WHERE (`main`.`RefreshToken`.`hash` = ? AND 1=1)
LIMIT ?
OFFSET ?;
INSERT INTO `main`.`RefreshToken` (`hash`, `sessionId`, `generation`, `issuedAt`)
VALUES (?,?,?,?)
RETURNING `hash` AS `hash`, `sessionId` AS `sessionId`, `generation` AS `generation`, `issuedAt` AS `issuedAt`,
    `replacedAt` AS `replacedAt`;
COMMIT;

-- SQL Server: 4 statements
BEGIN TRANSACTION;
UPDATE [dbo].[RefreshToken]
SET [replacedAt] = @P1
WHERE ([dbo].[RefreshToken].[hash] = CAST(@P2 AS VARCHAR(400)) AND [dbo].[RefreshToken].[replacedAt] IS NULL AND
    EXISTS(SELECT [t0].[id]
FROM [dbo].[Session] AS [t0]
WHERE ([t0].[revokedAt] IS NULL AND (([dbo].[RefreshToken].[sessionId] = [t0].[id])) AND [t0].[id] IS NOT NULL)));
SELECT [dbo].[RefreshToken].[hash], [dbo].[RefreshToken].[sessionId], [dbo].[RefreshToken].[generation],
    [dbo].[RefreshToken].[issuedAt], [dbo].[RefreshToken].[replacedAt]
FROM [dbo].[RefreshToken]
WHERE ([dbo].[RefreshToken].[hash] = CAST(@P1 AS VARCHAR(400)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
DECLARE @generated_keys table([hash] VARCHAR(64) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[RefreshToken] ([hash],[sessionId],[generation],[issuedAt])
OUTPUT [Inserted].[hash] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(36)),@P3,@P4)
SELECT [t].[hash]
FROM @generated_keys AS g
INNER JOIN [dbo].[RefreshToken] AS [t] ON [t].[hash] = [g].[hash]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[RefreshToken].[hash], [dbo].[RefreshToken].[sessionId], [dbo].[RefreshToken].[generation],
    [dbo].[RefreshToken].[issuedAt], [dbo].[RefreshToken].[replacedAt]
FROM [dbo].[RefreshToken]
WHERE [dbo].[RefreshToken].[hash] = CAST(@P1 AS VARCHAR(400))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== revoke ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`Session`
SET `revokedAt` = ?, `revokedReason` = ?
WHERE (`main`.`Session`.`id` = ? AND `main`.`Session`.`revokedAt` IS NULL);
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 4 statements
BEGIN TRANSACTION;
UPDATE [dbo].[Session]
SET [revokedAt] = @P1, [revokedReason] = CAST(@P2 AS VARCHAR(40))
WHERE ([dbo].[Session].[id] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[Session].[revokedAt] IS NULL);
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

-- ======== recordRefusal ========

-- SQLite: 3 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 3 statements
BEGIN TRANSACTION;
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
