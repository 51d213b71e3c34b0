-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What device-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== ofEmployee ========

-- SQLite: 1 statement
SELECT `main`.`Device`.`id`, `main`.`Device`.`employeeId`, `main`.`Device`.`keyThumbprint`,
    `main`.`Device`.`publicKey`, `main`.`Device`.`state`, `main`.`Device`.`brand`, `main`.`Device`.`model`,
    `main`.`Device`.`platform`, `main`.`Device`.`system`, `main`.`Device`.`createdAt`, `main`.`Device`.`boundAt`,
    `main`.`Device`.`revokedAt`, `main`.`Device`.`revokedReason`, `main`.`Device`.`replacedAt`
FROM `main`.`Device`
WHERE `main`.`Device`.`employeeId` = ?
ORDER BY `main`.`Device`.`createdAt` DESC, `main`.`Device`.`id` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE [dbo].[Device].[employeeId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[Device].[createdAt] DESC, [dbo].[Device].[id] DESC
OFFSET @P2 ROWS;

-- ======== ofEmployees ========

-- SQLite: 3 statements
-- 3 times
SELECT `main`.`Device`.`id`, `main`.`Device`.`employeeId`, `main`.`Device`.`keyThumbprint`,
    `main`.`Device`.`publicKey`, `main`.`Device`.`state`, `main`.`Device`.`brand`, `main`.`Device`.`model`,
    `main`.`Device`.`platform`, `main`.`Device`.`system`, `main`.`Device`.`createdAt`, `main`.`Device`.`boundAt`,
    `main`.`Device`.`revokedAt`, `main`.`Device`.`revokedReason`, `main`.`Device`.`replacedAt`
FROM `main`.`Device`
WHERE `main`.`Device`.`employeeId` IN (?, … 898 more …, ?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
-- 3 times
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE [dbo].[Device].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)));

-- ======== ofKey ========

-- SQLite: 1 statement
SELECT `main`.`Device`.`id`, `main`.`Device`.`employeeId`, `main`.`Device`.`keyThumbprint`,
    `main`.`Device`.`publicKey`, `main`.`Device`.`state`, `main`.`Device`.`brand`, `main`.`Device`.`model`,
    `main`.`Device`.`platform`, `main`.`Device`.`system`, `main`.`Device`.`createdAt`, `main`.`Device`.`boundAt`,
    `main`.`Device`.`revokedAt`, `main`.`Device`.`revokedReason`, `main`.`Device`.`replacedAt`
FROM `main`.`Device`
WHERE `main`.`Device`.`keyThumbprint` = ?
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE [dbo].[Device].[keyThumbprint] = CAST(@P1 AS VARCHAR(400));

-- ======== find ========

-- SQLite: 1 statement
SELECT `main`.`Device`.`id`, `main`.`Device`.`employeeId`, `main`.`Device`.`keyThumbprint`,
    `main`.`Device`.`publicKey`, `main`.`Device`.`state`, `main`.`Device`.`brand`, `main`.`Device`.`model`,
    `main`.`Device`.`platform`, `main`.`Device`.`system`, `main`.`Device`.`createdAt`, `main`.`Device`.`boundAt`,
    `main`.`Device`.`revokedAt`, `main`.`Device`.`revokedReason`, `main`.`Device`.`replacedAt`
FROM `main`.`Device`
WHERE (`main`.`Device`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== bind ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Device` (`id`, `employeeId`, `keyThumbprint`, `publicKey`, `state`, `brand`, `model`, `platform`,
    `system`, `createdAt`, `boundAt`)
VALUES (?,?,?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `keyThumbprint` AS `keyThumbprint`, `publicKey` AS `publicKey`,
    `state` AS `state`, `brand` AS `brand`, `model` AS `model`, `platform` AS `platform`, `system` AS `system`,
    `createdAt` AS `createdAt`, `boundAt` AS `boundAt`, `revokedAt` AS `revokedAt`, `revokedReason` AS
    `revokedReason`, `replacedAt` AS `replacedAt`;
UPDATE `main`.`Device`
SET `replacedAt` = ?
WHERE (`main`.`Device`.`employeeId` = ? AND `main`.`Device`.`state` = ? AND `main`.`Device`.`replacedAt` IS NULL AND
    `main`.`Device`.`boundAt` IS NOT NULL);
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
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Device] ([id],[employeeId],[keyThumbprint],[publicKey],[state],[brand],[model],[platform],
    [system],[createdAt],[boundAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(64)),
    CAST(@P5 AS VARCHAR(20)),@P6,@P7,@P8,@P9,@P10,@P11)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Device] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Device].[id], [dbo].[Device].[employeeId], [dbo].[Device].[keyThumbprint], [dbo].[Device].[publicKey],
    [dbo].[Device].[state], [dbo].[Device].[brand], [dbo].[Device].[model], [dbo].[Device].[platform],
    [dbo].[Device].[system], [dbo].[Device].[createdAt], [dbo].[Device].[boundAt], [dbo].[Device].[revokedAt],
    [dbo].[Device].[revokedReason], [dbo].[Device].[replacedAt]
FROM [dbo].[Device]
WHERE [dbo].[Device].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
UPDATE [dbo].[Device]
SET [replacedAt] = @P1
WHERE ([dbo].[Device].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Device].[state] = CAST(@P3 AS VARCHAR(20))
    AND [dbo].[Device].[replacedAt] IS NULL AND [dbo].[Device].[boundAt] IS NOT NULL);
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

-- ======== unbind ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
UPDATE `main`.`Device`
SET `state` = ?, `revokedAt` = ?, `revokedReason` = ?
WHERE (`main`.`Device`.`id` = ? AND `main`.`Device`.`state` = ?);
UPDATE `main`.`Session`
SET `revokedAt` = ?, `revokedReason` = ?
WHERE (`main`.`Session`.`employeeId` = ? AND `main`.`Session`.`keyThumbprint` = ? AND `main`.`Session`.`revokedAt`
    IS NULL);
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
UPDATE [dbo].[Device]
SET [state] = CAST(@P1 AS VARCHAR(20)), [revokedAt] = @P2, [revokedReason] = CAST(@P3 AS VARCHAR(40))
WHERE ([dbo].[Device].[id] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[Device].[state] = CAST(@P5 AS VARCHAR(20)));
UPDATE [dbo].[Session]
SET [revokedAt] = @P1, [revokedReason] = CAST(@P2 AS VARCHAR(40))
WHERE ([dbo].[Session].[employeeId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[Session].[keyThumbprint] = CAST(@P4 AS
    VARCHAR(400)) AND [dbo].[Session].[revokedAt] IS NULL);
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
