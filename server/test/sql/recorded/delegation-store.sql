-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What delegation-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== create ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Delegation`.`id`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` = ? AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` < ? AND `main`.`Delegation`.`endsAt` > ?)
LIMIT ?
OFFSET ?) AS `sub`;
INSERT INTO `main`.`Delegation` (`id`, `leaderId`, `delegateId`, `startsAt`, `endsAt`)
VALUES (?,?,?,?,?)
RETURNING `id` AS `id`, `leaderId` AS `leaderId`, `delegateId` AS `delegateId`, `startsAt` AS `startsAt`, `endsAt`
    AS `endsAt`, `revokedAt` AS `revokedAt`;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 6 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Delegation].[id]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Delegation].[revokedAt] IS NULL AND
    [dbo].[Delegation].[startsAt] < @P2 AND [dbo].[Delegation].[endsAt] > @P3)) AS [sub];
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Delegation] ([id],[leaderId],[delegateId],[startsAt],[endsAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(36)),@P4,@P5)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Delegation] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId],
    [dbo].[Delegation].[startsAt], [dbo].[Delegation].[endsAt], [dbo].[Delegation].[revokedAt]
FROM [dbo].[Delegation]
WHERE [dbo].[Delegation].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== revoke ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`Delegation`
SET `revokedAt` = ?
WHERE (`main`.`Delegation`.`id` = ? AND `main`.`Delegation`.`leaderId` = ? AND `main`.`Delegation`.`revokedAt` IS
    NULL AND `main`.`Delegation`.`endsAt` > ?);
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
UPDATE [dbo].[Delegation]
SET [revokedAt] = @P1
WHERE ([dbo].[Delegation].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Delegation].[leaderId] = CAST(@P3 AS
    VARCHAR(36)) AND [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[endsAt] > @P4);
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

-- ======== find ========

-- SQLite: 4 statements
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`,
    `main`.`Delegation`.`startsAt`, `main`.`Delegation`.`endsAt`, `main`.`Delegation`.`revokedAt`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId],
    [dbo].[Delegation].[startsAt], [dbo].[Delegation].[endsAt], [dbo].[Delegation].[revokedAt]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== listOf: first page ========

-- SQLite: 4 statements
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`,
    `main`.`Delegation`.`startsAt`, `main`.`Delegation`.`endsAt`, `main`.`Delegation`.`revokedAt`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` = ? OR `main`.`Delegation`.`delegateId` = ?)
ORDER BY `main`.`Delegation`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId],
    [dbo].[Delegation].[startsAt], [dbo].[Delegation].[endsAt], [dbo].[Delegation].[revokedAt]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] = CAST(@P1 AS VARCHAR(36)) OR [dbo].[Delegation].[delegateId] = CAST(@P2 AS
    VARCHAR(36)))
ORDER BY [dbo].[Delegation].[id] DESC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== listOf: next page ========

-- SQLite: 4 statements
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`,
    `main`.`Delegation`.`startsAt`, `main`.`Delegation`.`endsAt`, `main`.`Delegation`.`revokedAt`
FROM `main`.`Delegation`
WHERE ((`main`.`Delegation`.`leaderId` = ? OR `main`.`Delegation`.`delegateId` = ?) AND `main`.`Delegation`.`id` <
    ?)
ORDER BY `main`.`Delegation`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId],
    [dbo].[Delegation].[startsAt], [dbo].[Delegation].[endsAt], [dbo].[Delegation].[revokedAt]
FROM [dbo].[Delegation]
WHERE (([dbo].[Delegation].[leaderId] = CAST(@P1 AS VARCHAR(36)) OR [dbo].[Delegation].[delegateId] = CAST(@P2 AS
    VARCHAR(36))) AND [dbo].[Delegation].[id] < CAST(@P3 AS VARCHAR(36)))
ORDER BY [dbo].[Delegation].[id] DESC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
