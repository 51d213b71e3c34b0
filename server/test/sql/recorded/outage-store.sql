-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What outage-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== declare ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`OutageInterval` (`id`, `startsAt`, `endsAt`, `reason`, `declaredBy`, `declaredAt`)
VALUES (?,?,?,?,?,?)
RETURNING `id` AS `id`, `startsAt` AS `startsAt`, `endsAt` AS `endsAt`, `reason` AS `reason`, `declaredBy` AS
    `declaredBy`, `declaredAt` AS `declaredAt`, `withdrawnAt` AS `withdrawnAt`;
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
INSERT INTO [dbo].[OutageInterval] ([id],[startsAt],[endsAt],[reason],[declaredBy],[declaredAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,@P4,CAST(@P5 AS VARCHAR(36)),@P6)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[OutageInterval] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[OutageInterval].[id], [dbo].[OutageInterval].[startsAt], [dbo].[OutageInterval].[endsAt],
    [dbo].[OutageInterval].[reason], [dbo].[OutageInterval].[declaredBy], [dbo].[OutageInterval].[declaredAt],
    [dbo].[OutageInterval].[withdrawnAt]
FROM [dbo].[OutageInterval]
WHERE [dbo].[OutageInterval].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== list: first page ========

-- SQLite: 3 statements
SELECT `main`.`OutageInterval`.`id`, `main`.`OutageInterval`.`startsAt`, `main`.`OutageInterval`.`endsAt`,
    `main`.`OutageInterval`.`reason`, `main`.`OutageInterval`.`declaredBy`, `main`.`OutageInterval`.`declaredAt`,
    `main`.`OutageInterval`.`withdrawnAt`
FROM `main`.`OutageInterval`
WHERE 1=1
ORDER BY `main`.`OutageInterval`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[OutageInterval].[id], [dbo].[OutageInterval].[startsAt], [dbo].[OutageInterval].[endsAt],
    [dbo].[OutageInterval].[reason], [dbo].[OutageInterval].[declaredBy], [dbo].[OutageInterval].[declaredAt],
    [dbo].[OutageInterval].[withdrawnAt]
FROM [dbo].[OutageInterval]
WHERE 1=1
ORDER BY [dbo].[OutageInterval].[id] DESC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== list: next page ========

-- SQLite: 3 statements
SELECT `main`.`OutageInterval`.`id`, `main`.`OutageInterval`.`startsAt`, `main`.`OutageInterval`.`endsAt`,
    `main`.`OutageInterval`.`reason`, `main`.`OutageInterval`.`declaredBy`, `main`.`OutageInterval`.`declaredAt`,
    `main`.`OutageInterval`.`withdrawnAt`
FROM `main`.`OutageInterval`
WHERE `main`.`OutageInterval`.`id` < ?
ORDER BY `main`.`OutageInterval`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE 1=0
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[OutageInterval].[id], [dbo].[OutageInterval].[startsAt], [dbo].[OutageInterval].[endsAt],
    [dbo].[OutageInterval].[reason], [dbo].[OutageInterval].[declaredBy], [dbo].[OutageInterval].[declaredAt],
    [dbo].[OutageInterval].[withdrawnAt]
FROM [dbo].[OutageInterval]
WHERE [dbo].[OutageInterval].[id] < CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[OutageInterval].[id] DESC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE 1=0;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (NULL);

-- ======== find ========

-- SQLite: 3 statements
SELECT `main`.`OutageInterval`.`id`, `main`.`OutageInterval`.`startsAt`, `main`.`OutageInterval`.`endsAt`,
    `main`.`OutageInterval`.`reason`, `main`.`OutageInterval`.`declaredBy`, `main`.`OutageInterval`.`declaredAt`,
    `main`.`OutageInterval`.`withdrawnAt`
FROM `main`.`OutageInterval`
WHERE (`main`.`OutageInterval`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[OutageInterval].[id], [dbo].[OutageInterval].[startsAt], [dbo].[OutageInterval].[endsAt],
    [dbo].[OutageInterval].[reason], [dbo].[OutageInterval].[declaredBy], [dbo].[OutageInterval].[declaredAt],
    [dbo].[OutageInterval].[withdrawnAt]
FROM [dbo].[OutageInterval]
WHERE ([dbo].[OutageInterval].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== withdraw ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`OutageInterval`
SET `withdrawnAt` = ?
WHERE (`main`.`OutageInterval`.`id` = ? AND `main`.`OutageInterval`.`withdrawnAt` IS NULL);
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
UPDATE [dbo].[OutageInterval]
SET [withdrawnAt] = @P1
WHERE ([dbo].[OutageInterval].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[OutageInterval].[withdrawnAt] IS NULL);
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
