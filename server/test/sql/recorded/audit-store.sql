-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What audit-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== hasUnsealed ========

-- SQLite: 1 statement
SELECT `main`.`AuditRecord`.`id`
FROM `main`.`AuditRecord`
WHERE `main`.`AuditRecord`.`sealed` = ?
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AuditRecord].[id]
FROM [dbo].[AuditRecord]
WHERE [dbo].[AuditRecord].[sealed] = @P1
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== sealNext ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
UPDATE `main`.`Lease`
SET `leasedUntil` = ?
WHERE (`main`.`Lease`.`name` = ? AND `main`.`Lease`.`owner` = ? AND `main`.`Lease`.`leasedUntil` > ?);
SELECT `main`.`AuditRecord`.`id`, `main`.`AuditRecord`.`at`, `main`.`AuditRecord`.`actorKind`,
    `main`.`AuditRecord`.`actorId`, `main`.`AuditRecord`.`action`, `main`.`AuditRecord`.`subjectKind`,
    `main`.`AuditRecord`.`subjectId`, `main`.`AuditRecord`.`requestId`, `main`.`AuditRecord`.`detailHash`,
    `main`.`AuditRecord`.`sealed`
FROM `main`.`AuditRecord`
WHERE `main`.`AuditRecord`.`sealed` = ?
ORDER BY `main`.`AuditRecord`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`AuditSeal`.`number`, `main`.`AuditSeal`.`auditId`
FROM `main`.`AuditSeal`
WHERE `main`.`AuditSeal`.`auditId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AuditSeal`.`number`, `main`.`AuditSeal`.`hash`
FROM `main`.`AuditSeal`
WHERE 1=1
ORDER BY `main`.`AuditSeal`.`number` DESC
LIMIT ?
OFFSET ?;
INSERT INTO `main`.`AuditSeal` (`number`, `auditId`, `previousHash`, `hash`, `sealedAt`)
VALUES (?,?,?,?,?);
UPDATE `main`.`AuditRecord`
SET `sealed` = ?
WHERE `main`.`AuditRecord`.`id` IN (?);
COMMIT;

-- SQL Server: 6 statements
BEGIN TRANSACTION;
UPDATE [dbo].[Lease]
SET [leasedUntil] = @P1
WHERE ([dbo].[Lease].[name] = CAST(@P2 AS VARCHAR(60)) AND [dbo].[Lease].[owner] = CAST(@P3 AS VARCHAR(80)) AND
    [dbo].[Lease].[leasedUntil] > @P4);
SELECT [dbo].[AuditRecord].[id], [dbo].[AuditRecord].[at], [dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId], [dbo].[AuditRecord].[action], [dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId], [dbo].[AuditRecord].[requestId], [dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed]
FROM [dbo].[AuditRecord]
WHERE [dbo].[AuditRecord].[sealed] = @P1
ORDER BY [dbo].[AuditRecord].[id] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[AuditSeal].[number], [dbo].[AuditSeal].[auditId]
FROM [dbo].[AuditSeal]
WHERE [dbo].[AuditSeal].[auditId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[AuditSeal].[number], [dbo].[AuditSeal].[hash]
FROM [dbo].[AuditSeal]
WHERE 1=1
ORDER BY [dbo].[AuditSeal].[number] DESC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;
INSERT INTO [dbo].[AuditSeal] ([dbo].[AuditSeal].[number],[dbo].[AuditSeal].[auditId],
    [dbo].[AuditSeal].[previousHash],[dbo].[AuditSeal].[hash],[dbo].[AuditSeal].[sealedAt])
VALUES (@P1,CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400)),@P5);
UPDATE [dbo].[AuditRecord]
SET [sealed] = @P1
WHERE [dbo].[AuditRecord].[id] IN (CAST(@P2 AS VARCHAR(400)));
COMMIT;

-- ======== newestSeal ========

-- SQLite: 1 statement
SELECT `main`.`AuditSeal`.`number`, `main`.`AuditSeal`.`hash`
FROM `main`.`AuditSeal`
WHERE 1=1
ORDER BY `main`.`AuditSeal`.`number` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AuditSeal].[number], [dbo].[AuditSeal].[hash]
FROM [dbo].[AuditSeal]
WHERE 1=1
ORDER BY [dbo].[AuditSeal].[number] DESC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;

-- ======== findSeal ========

-- SQLite: 1 statement
SELECT `main`.`AuditSeal`.`number`, `main`.`AuditSeal`.`hash`
FROM `main`.`AuditSeal`
WHERE (`main`.`AuditSeal`.`number` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AuditSeal].[number], [dbo].[AuditSeal].[hash]
FROM [dbo].[AuditSeal]
WHERE ([dbo].[AuditSeal].[number] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== publish ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`Lease`
SET `leasedUntil` = ?
WHERE (`main`.`Lease`.`name` = ? AND `main`.`Lease`.`owner` = ? AND `main`.`Lease`.`leasedUntil` > ?);
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
UPDATE [dbo].[Lease]
SET [leasedUntil] = @P1
WHERE ([dbo].[Lease].[name] = CAST(@P2 AS VARCHAR(60)) AND [dbo].[Lease].[owner] = CAST(@P3 AS VARCHAR(80)) AND
    [dbo].[Lease].[leasedUntil] > @P4);
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
