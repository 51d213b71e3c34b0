-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What audit-erase.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== erasableDetails: about a subject ========

-- SQLite: 1 statement
SELECT `main`.`AuditRecord`.`id`
FROM `main`.`AuditRecord`
LEFT JOIN `main`.`AuditDetail` AS `j0` ON (`j0`.`auditId`) = (`main`.`AuditRecord`.`id`)
WHERE (`main`.`AuditRecord`.`id` > ? AND `main`.`AuditRecord`.`subjectKind` = ? AND `main`.`AuditRecord`.`subjectId`
    = ? AND `main`.`AuditRecord`.`action` NOT IN (?,?) AND (NOT (`j0`.`auditId` IS NULL)))
ORDER BY `main`.`AuditRecord`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AuditRecord].[id]
FROM [dbo].[AuditRecord]
LEFT JOIN [dbo].[AuditDetail] AS [j0] ON (([j0].[auditId] = [dbo].[AuditRecord].[id]))
WHERE ([dbo].[AuditRecord].[id] > CAST(@P1 AS VARCHAR(36)) AND [dbo].[AuditRecord].[subjectKind] = CAST(@P2 AS
    VARCHAR(40)) AND [dbo].[AuditRecord].[subjectId] = CAST(@P3 AS VARCHAR(80)) AND [dbo].[AuditRecord].[action] NOT
    IN (CAST(@P4 AS VARCHAR(400)),CAST(@P5 AS VARCHAR(400))) AND (NOT ([j0].[auditId] IS NULL)))
ORDER BY [dbo].[AuditRecord].[id] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;

-- ======== erasableDetails: by an actor ========

-- SQLite: 1 statement
SELECT `main`.`AuditRecord`.`id`
FROM `main`.`AuditRecord`
LEFT JOIN `main`.`AuditDetail` AS `j0` ON (`j0`.`auditId`) = (`main`.`AuditRecord`.`id`)
WHERE (`main`.`AuditRecord`.`id` > ? AND `main`.`AuditRecord`.`actorKind` = ? AND `main`.`AuditRecord`.`actorId` = ?
    AND `main`.`AuditRecord`.`action` NOT IN (?,?) AND (NOT (`j0`.`auditId` IS NULL)))
ORDER BY `main`.`AuditRecord`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AuditRecord].[id]
FROM [dbo].[AuditRecord]
LEFT JOIN [dbo].[AuditDetail] AS [j0] ON (([j0].[auditId] = [dbo].[AuditRecord].[id]))
WHERE ([dbo].[AuditRecord].[id] > CAST(@P1 AS VARCHAR(36)) AND [dbo].[AuditRecord].[actorKind] = CAST(@P2 AS
    VARCHAR(20)) AND [dbo].[AuditRecord].[actorId] = CAST(@P3 AS VARCHAR(80)) AND [dbo].[AuditRecord].[action] NOT
    IN (CAST(@P4 AS VARCHAR(400)),CAST(@P5 AS VARCHAR(400))) AND (NOT ([j0].[auditId] IS NULL)))
ORDER BY [dbo].[AuditRecord].[id] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;

-- ======== erasableDetails: older than ========

-- SQLite: 1 statement
SELECT `main`.`AuditRecord`.`id`
FROM `main`.`AuditRecord`
LEFT JOIN `main`.`AuditDetail` AS `j0` ON (`j0`.`auditId`) = (`main`.`AuditRecord`.`id`)
WHERE (`main`.`AuditRecord`.`id` > ? AND `main`.`AuditRecord`.`at` < ? AND `main`.`AuditRecord`.`action` NOT IN (?,
    ?) AND (NOT (`j0`.`auditId` IS NULL)))
ORDER BY `main`.`AuditRecord`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AuditRecord].[id]
FROM [dbo].[AuditRecord]
LEFT JOIN [dbo].[AuditDetail] AS [j0] ON (([j0].[auditId] = [dbo].[AuditRecord].[id]))
WHERE ([dbo].[AuditRecord].[id] > CAST(@P1 AS VARCHAR(36)) AND [dbo].[AuditRecord].[at] < @P2 AND
    [dbo].[AuditRecord].[action] NOT IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND (NOT
    ([j0].[auditId] IS NULL)))
ORDER BY [dbo].[AuditRecord].[id] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;

-- ======== eraseDetails ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`AuditDetail`
WHERE (`main`.`AuditDetail`.`auditId` IN (?, … 498 more …, ?) AND EXISTS(SELECT `t0`.`id`
FROM `main`.`AuditRecord` AS `t0`
WHERE (`t0`.`action` NOT IN (?,?) AND (`main`.`AuditDetail`.`auditId`) = (`t0`.`id`) AND `t0`.`id` IS NOT NULL)));
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
DELETE
FROM [dbo].[AuditDetail]
WHERE ([dbo].[AuditDetail].[auditId] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400))) AND
    EXISTS(SELECT [t0].[id]
FROM [dbo].[AuditRecord] AS [t0]
WHERE ([t0].[action] NOT IN (CAST(@P501 AS VARCHAR(400)),CAST(@P502 AS VARCHAR(400))) AND
    (([dbo].[AuditDetail].[auditId] = [t0].[id])) AND [t0].[id] IS NOT NULL)));
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
