-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What consent-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== notices ========

-- SQLite: 1 statement
SELECT `main`.`ConsentNotice`.`version`, `main`.`ConsentNotice`.`publishedAt`, `main`.`ConsentNotice`.`title`,
    `main`.`ConsentNotice`.`text`
FROM `main`.`ConsentNotice`
WHERE 1=1
ORDER BY `main`.`ConsentNotice`.`version` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt], [dbo].[ConsentNotice].[title],
    [dbo].[ConsentNotice].[text]
FROM [dbo].[ConsentNotice]
WHERE 1=1
ORDER BY [dbo].[ConsentNotice].[version] DESC
OFFSET @P1 ROWS;

-- ======== consentsOf ========

-- SQLite: 1 statement
SELECT `main`.`Consent`.`id`, `main`.`Consent`.`employeeId`, `main`.`Consent`.`version`, `main`.`Consent`.`givenAt`,
    `main`.`Consent`.`withdrawnAt`
FROM `main`.`Consent`
WHERE `main`.`Consent`.`employeeId` = ?
ORDER BY `main`.`Consent`.`givenAt` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[Consent].[givenAt] DESC
OFFSET @P2 ROWS;

-- ======== give ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Consent`.`id`
FROM `main`.`Consent`
WHERE (`main`.`Consent`.`employeeId` = ? AND `main`.`Consent`.`version` = ? AND `main`.`Consent`.`withdrawnAt` IS
    NULL)
LIMIT ?
OFFSET ?) AS `sub`;
INSERT INTO `main`.`Consent` (`id`, `employeeId`, `version`, `givenAt`)
VALUES (?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `version` AS `version`, `givenAt` AS `givenAt`, `withdrawnAt`
    AS `withdrawnAt`;
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
FROM (SELECT [dbo].[Consent].[id]
FROM [dbo].[Consent]
WHERE ([dbo].[Consent].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Consent].[version] = @P2 AND
    [dbo].[Consent].[withdrawnAt] IS NULL)) AS [sub];
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Consent] ([id],[employeeId],[version],[givenAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),@P3,@P4)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Consent] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Consent].[id], [dbo].[Consent].[employeeId], [dbo].[Consent].[version], [dbo].[Consent].[givenAt],
    [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== withdraw ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`Consent`
SET `withdrawnAt` = ?
WHERE (`main`.`Consent`.`employeeId` = ? AND `main`.`Consent`.`withdrawnAt` IS NULL);
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
UPDATE [dbo].[Consent]
SET [withdrawnAt] = @P1
WHERE ([dbo].[Consent].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Consent].[withdrawnAt] IS NULL);
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
