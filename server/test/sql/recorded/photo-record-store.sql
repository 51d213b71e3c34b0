-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What photo-record-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== ofAttempt ========

-- SQLite: 2 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`evidenceDeadline`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` = ?
ORDER BY `main`.`AttemptPhoto`.`sha256` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[evidenceDeadline]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[AttemptPhoto].[sha256] ASC
OFFSET @P2 ROWS;

-- ======== noteTicket ========

-- SQLite: 8 statements
BEGIN TRANSACTION;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`
FROM `main`.`AttemptPhoto`
WHERE ((`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` = ?
LIMIT ?
OFFSET ?;
SELECT SUM(`byteLength`) AS `_sum$byteLength`
FROM (SELECT `main`.`AttemptPhoto`.`byteLength`
FROM `main`.`AttemptPhoto`
LEFT JOIN `main`.`Attempt` AS `j0` ON (`j0`.`id`) = (`main`.`AttemptPhoto`.`attemptId`)
WHERE (`main`.`AttemptPhoto`.`objectKey` IS NOT NULL AND (`j0`.`employeeId` = ? AND `j0`.`workDay` = ? AND
    (`j0`.`id` IS NOT NULL)) AND (NOT (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` =
    ?)))
LIMIT ?
OFFSET ?) AS `sub`;
UPDATE `main`.`AttemptPhoto`
SET `objectKey` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ? AND (`main`.`AttemptPhoto`.`objectKey` IS NULL OR
    `main`.`AttemptPhoto`.`objectKey` = ?));
UPDATE `main`.`AttemptPhoto`
SET `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ? AND (`main`.`AttemptPhoto`.`nextCheckAt` IS NULL OR
    `main`.`AttemptPhoto`.`nextCheckAt` > ?));
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 8 statements
BEGIN TRANSACTION;
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength]
FROM [dbo].[AttemptPhoto]
WHERE (([dbo].[AttemptPhoto].[attemptId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P2 AS
    VARCHAR(400))) AND 1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36));
SELECT SUM([byteLength]) AS [_sum$byteLength]
FROM (SELECT [dbo].[AttemptPhoto].[byteLength]
FROM [dbo].[AttemptPhoto]
LEFT JOIN [dbo].[Attempt] AS [j0] ON (([j0].[id] = [dbo].[AttemptPhoto].[attemptId]))
WHERE ([dbo].[AttemptPhoto].[objectKey] IS NOT NULL AND ([j0].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND
    [j0].[workDay] = @P2 AND ([j0].[id] IS NOT NULL)) AND (NOT ([dbo].[AttemptPhoto].[attemptId] = CAST(@P3 AS
    VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P4 AS VARCHAR(400)))))) AS [sub];
UPDATE [dbo].[AttemptPhoto]
SET [objectKey] = CAST(@P1 AS VARCHAR(300))
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P3 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P4 AS VARCHAR(20)) AND ([dbo].[AttemptPhoto].[objectKey]
    IS NULL OR [dbo].[AttemptPhoto].[objectKey] = CAST(@P5 AS VARCHAR(300))));
UPDATE [dbo].[AttemptPhoto]
SET [nextCheckAt] = @P1
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P3 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P4 AS VARCHAR(20)) AND
    ([dbo].[AttemptPhoto].[nextCheckAt] IS NULL OR [dbo].[AttemptPhoto].[nextCheckAt] > @P5));
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

-- ======== noteUploaded ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttemptPhoto`
SET `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`objectKey` IS NOT NULL AND
    `main`.`AttemptPhoto`.`nextCheckAt` > ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttemptPhoto]
SET [nextCheckAt] = @P1
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P3 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P4 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[objectKey]
    IS NOT NULL AND [dbo].[AttemptPhoto].[nextCheckAt] > @P5);
COMMIT;

-- ======== noteView ========

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

-- ======== due ========

-- SQLite: 4 statements
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
WHERE (`main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`nextCheckAt` <= ?)
ORDER BY `main`.`AttemptPhoto`.`nextCheckAt` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
LEFT JOIN `main`.`Attempt` AS `orderby_1` ON (`orderby_1`.`id`) = (`main`.`AttemptPhoto`.`attemptId`)
LEFT JOIN `main`.`Attempt` AS `j0` ON (`j0`.`id`) = (`main`.`AttemptPhoto`.`attemptId`)
WHERE (`main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`nextCheckAt` IS NULL AND
    ((`j0`.`evidenceDeadline` IS NULL OR `j0`.`evidenceDeadline` <= ?) AND (`j0`.`id` IS NOT NULL)))
ORDER BY `orderby_1`.`evidenceDeadline` ASC
LIMIT ?
OFFSET ?;
-- 2 times
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`evidenceDeadline`,
    `main`.`Attempt`.`receivedAt`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
WHERE ([dbo].[AttemptPhoto].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[nextCheckAt] <= @P2)
ORDER BY [dbo].[AttemptPhoto].[nextCheckAt] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
LEFT JOIN [dbo].[Attempt] AS [orderby_1] ON (([orderby_1].[id] = [dbo].[AttemptPhoto].[attemptId]))
LEFT JOIN [dbo].[Attempt] AS [j0] ON (([j0].[id] = [dbo].[AttemptPhoto].[attemptId]))
WHERE ([dbo].[AttemptPhoto].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[nextCheckAt] IS NULL AND
    (([j0].[evidenceDeadline] IS NULL OR [j0].[evidenceDeadline] <= @P2) AND ([j0].[id] IS NOT NULL)))
ORDER BY [orderby_1].[evidenceDeadline] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
-- 2 times
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[evidenceDeadline],
    [dbo].[Attempt].[receivedAt]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== claim: one with a ticket ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttemptPhoto`
SET `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`nextCheckAt` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttemptPhoto]
SET [nextCheckAt] = @P1
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P3 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P4 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[nextCheckAt]
    = @P5);
COMMIT;

-- ======== claim: one without ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttemptPhoto`
SET `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`nextCheckAt` IS NULL);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttemptPhoto]
SET [nextCheckAt] = @P1
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P3 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P4 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[nextCheckAt]
    IS NULL);
COMMIT;

-- ======== noteLost ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttemptPhoto`
SET `nextCheckAt` = ?, `checkCount` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`checkCount` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttemptPhoto]
SET [nextCheckAt] = @P1, [checkCount] = @P2
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P4 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P5 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[checkCount]
    = @P6);
COMMIT;

-- ======== finish: verified ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
UPDATE `main`.`Attempt`
SET `decisionCount` = (`main`.`Attempt`.`decisionCount` + ?)
WHERE `main`.`Attempt`.`id` = ?;
UPDATE `main`.`AttemptPhoto`
SET `state` = ?, `perceptualHash` = ?, `widthPixels` = ?, `heightPixels` = ?, `verifiedAt` = ?, `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ?);
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
UPDATE [dbo].[Attempt]
SET [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P1)
WHERE [dbo].[Attempt].[id] = CAST(@P2 AS VARCHAR(36));
UPDATE [dbo].[AttemptPhoto]
SET [state] = CAST(@P1 AS VARCHAR(20)), [perceptualHash] = CAST(@P2 AS VARCHAR(400)), [widthPixels] = @P3,
    [heightPixels] = @P4, [verifiedAt] = @P5, [nextCheckAt] = @P6
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P7 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P8 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P9 AS VARCHAR(20)));
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

-- ======== finish: failed ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
UPDATE `main`.`Attempt`
SET `decisionCount` = (`main`.`Attempt`.`decisionCount` + ?)
WHERE `main`.`Attempt`.`id` = ?;
UPDATE `main`.`AttemptPhoto`
SET `state` = ?, `problem` = ?, `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ?);
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
UPDATE [dbo].[Attempt]
SET [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P1)
WHERE [dbo].[Attempt].[id] = CAST(@P2 AS VARCHAR(36));
UPDATE [dbo].[AttemptPhoto]
SET [state] = CAST(@P1 AS VARCHAR(20)), [problem] = CAST(@P2 AS VARCHAR(40)), [nextCheckAt] = @P3
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P5 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P6 AS VARCHAR(20)));
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

-- ======== leftovers ========

-- SQLite: 1 statement
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
WHERE (`main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`nextCheckAt` <= ?)
ORDER BY `main`.`AttemptPhoto`.`nextCheckAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
WHERE ([dbo].[AttemptPhoto].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[nextCheckAt] <= @P2)
ORDER BY [dbo].[AttemptPhoto].[nextCheckAt] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== forgetLeftover ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttemptPhoto`
SET `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttemptPhoto]
SET [nextCheckAt] = @P1
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P3 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P4 AS VARCHAR(20)));
COMMIT;

-- ======== expired ========

-- SQLite: 1 statement
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
WHERE (`main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`nextCheckAt` <= ?)
ORDER BY `main`.`AttemptPhoto`.`nextCheckAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
WHERE ([dbo].[AttemptPhoto].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[nextCheckAt] <= @P2)
ORDER BY [dbo].[AttemptPhoto].[nextCheckAt] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== postponeDeletion ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttemptPhoto`
SET `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` <> ? AND `main`.`AttemptPhoto`.`nextCheckAt` IS NOT NULL);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttemptPhoto]
SET [nextCheckAt] = @P1
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P3 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] <> CAST(@P4 AS VARCHAR(20)) AND
    [dbo].[AttemptPhoto].[nextCheckAt] IS NOT NULL);
COMMIT;

-- ======== forgetExpired ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`AttemptPhoto`
SET `objectKey` = ?, `nextCheckAt` = ?
WHERE (`main`.`AttemptPhoto`.`attemptId` = ? AND `main`.`AttemptPhoto`.`sha256` = ? AND
    `main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`objectKey` IS NOT NULL);
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
UPDATE [dbo].[AttemptPhoto]
SET [objectKey] = CAST(@P1 AS VARCHAR(300)), [nextCheckAt] = @P2
WHERE ([dbo].[AttemptPhoto].[attemptId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[AttemptPhoto].[sha256] = CAST(@P4 AS
    VARCHAR(400)) AND [dbo].[AttemptPhoto].[state] = CAST(@P5 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[objectKey]
    IS NOT NULL);
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
