-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What retention-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== challengesIssuedBefore ========

-- SQLite: 1 statement
SELECT `main`.`Challenge`.`id`
FROM `main`.`Challenge`
WHERE `main`.`Challenge`.`issuedAt` < ?
ORDER BY `main`.`Challenge`.`issuedAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Challenge].[id]
FROM [dbo].[Challenge]
WHERE [dbo].[Challenge].[issuedAt] < @P1
ORDER BY [dbo].[Challenge].[issuedAt] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== deleteChallenges ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`Challenge`
WHERE `main`.`Challenge`.`id` IN (?, … 498 more …, ?);
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
FROM [dbo].[Challenge]
WHERE [dbo].[Challenge].[id] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
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

-- ======== sessionsExpiredBefore ========

-- SQLite: 1 statement
SELECT `main`.`Session`.`id`
FROM `main`.`Session`
WHERE `main`.`Session`.`expiresAt` < ?
ORDER BY `main`.`Session`.`expiresAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Session].[id]
FROM [dbo].[Session]
WHERE [dbo].[Session].[expiresAt] < @P1
ORDER BY [dbo].[Session].[expiresAt] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== deleteSessions ========

-- SQLite: 504 statements
BEGIN TRANSACTION;
-- 500 times
DELETE
FROM `main`.`RefreshToken`
WHERE `main`.`RefreshToken`.`sessionId` = ?;
DELETE
FROM `main`.`Session`
WHERE `main`.`Session`.`id` IN (?, … 498 more …, ?);
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 504 statements
BEGIN TRANSACTION;
-- 500 times
DELETE
FROM [dbo].[RefreshToken]
WHERE [dbo].[RefreshToken].[sessionId] = CAST(@P1 AS VARCHAR(36));
DELETE
FROM [dbo].[Session]
WHERE [dbo].[Session].[id] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
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

-- ======== settledEventsBefore ========

-- SQLite: 2 statements
SELECT `main`.`OutboxEvent`.`id`, `main`.`OutboxEvent`.`feedSequence`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`feedSequence` IS NOT NULL
ORDER BY `main`.`OutboxEvent`.`feedSequence` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`OutboxEvent`.`id`
FROM `main`.`OutboxEvent`
WHERE (`main`.`OutboxEvent`.`createdAt` < ? AND `main`.`OutboxEvent`.`feedSequence` < ? AND NOT EXISTS(SELECT
    `t0`.`eventId`
FROM `main`.`OutboxDelivery` AS `t0`
WHERE (`t0`.`state` IN (?,?) AND (`main`.`OutboxEvent`.`id`) = (`t0`.`eventId`) AND `t0`.`eventId` IS NOT NULL)))
ORDER BY `main`.`OutboxEvent`.`createdAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[OutboxEvent].[id], [dbo].[OutboxEvent].[feedSequence]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[feedSequence] IS NOT NULL
ORDER BY [dbo].[OutboxEvent].[feedSequence] DESC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;
SELECT [dbo].[OutboxEvent].[id]
FROM [dbo].[OutboxEvent]
WHERE ([dbo].[OutboxEvent].[createdAt] < @P1 AND [dbo].[OutboxEvent].[feedSequence] < @P2 AND NOT EXISTS(SELECT
    [t0].[eventId]
FROM [dbo].[OutboxDelivery] AS [t0]
WHERE ([t0].[state] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND (([dbo].[OutboxEvent].[id] =
    [t0].[eventId])) AND [t0].[eventId] IS NOT NULL)))
ORDER BY [dbo].[OutboxEvent].[createdAt] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;

-- ======== deleteEvents ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`OutboxDelivery`
WHERE `main`.`OutboxDelivery`.`eventId` IN (?, … 498 more …, ?);
DELETE
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`id` IN (?, … 498 more …, ?);
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
DELETE
FROM [dbo].[OutboxDelivery]
WHERE [dbo].[OutboxDelivery].[eventId] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
DELETE
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[id] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
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

-- ======== logEntriesBefore ========

-- SQLite: 1 statement
SELECT `main`.`EventLogEntry`.`id`
FROM `main`.`EventLogEntry`
WHERE `main`.`EventLogEntry`.`at` < ?
ORDER BY `main`.`EventLogEntry`.`at` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[EventLogEntry].[id]
FROM [dbo].[EventLogEntry]
WHERE [dbo].[EventLogEntry].[at] < @P1
ORDER BY [dbo].[EventLogEntry].[at] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== deleteLogEntries ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`EventLogEntry`
WHERE `main`.`EventLogEntry`.`id` IN (?, … 498 more …, ?);
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
FROM [dbo].[EventLogEntry]
WHERE [dbo].[EventLogEntry].[id] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
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

-- ======== wecomRowsBefore: WecomCallback ========

-- SQLite: 1 statement
SELECT `main`.`WecomCallback`.`id`
FROM `main`.`WecomCallback`
WHERE (`main`.`WecomCallback`.`receivedAt` < ? AND ((`main`.`WecomCallback`.`state` = ? AND
    `main`.`WecomCallback`.`processedAt` < ?) OR (`main`.`WecomCallback`.`state` = ? AND
    `main`.`WecomCallback`.`processedAt` < ?)))
ORDER BY `main`.`WecomCallback`.`receivedAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[WecomCallback].[id]
FROM [dbo].[WecomCallback]
WHERE ([dbo].[WecomCallback].[receivedAt] < @P1 AND (([dbo].[WecomCallback].[state] = CAST(@P2 AS VARCHAR(20)) AND
    [dbo].[WecomCallback].[processedAt] < @P3) OR ([dbo].[WecomCallback].[state] = CAST(@P4 AS VARCHAR(20)) AND
    [dbo].[WecomCallback].[processedAt] < @P5)))
ORDER BY [dbo].[WecomCallback].[receivedAt] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;

-- ======== wecomRowsBefore: Notice ========

-- SQLite: 1 statement
SELECT `main`.`Notice`.`id`
FROM `main`.`Notice`
WHERE ((`main`.`Notice`.`state` IN (?,?) AND `main`.`Notice`.`createdAt` < ?) OR (`main`.`Notice`.`state` = ? AND
    `main`.`Notice`.`createdAt` < ?))
ORDER BY `main`.`Notice`.`createdAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Notice].[id]
FROM [dbo].[Notice]
WHERE (([dbo].[Notice].[state] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Notice].[createdAt] < @P3) OR ([dbo].[Notice].[state] = CAST(@P4 AS VARCHAR(20)) AND
    [dbo].[Notice].[createdAt] < @P5))
ORDER BY [dbo].[Notice].[createdAt] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;

-- ======== wecomRowsBefore: ApprovalCard ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalCard`.`id`
FROM `main`.`ApprovalCard`
WHERE ((`main`.`ApprovalCard`.`state` IN (?,?,?) AND `main`.`ApprovalCard`.`createdAt` < ?) OR
    (`main`.`ApprovalCard`.`state` = ? AND `main`.`ApprovalCard`.`createdAt` < ?))
ORDER BY `main`.`ApprovalCard`.`createdAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalCard].[id]
FROM [dbo].[ApprovalCard]
WHERE (([dbo].[ApprovalCard].[state] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS
    VARCHAR(400))) AND [dbo].[ApprovalCard].[createdAt] < @P4) OR ([dbo].[ApprovalCard].[state] = CAST(@P5 AS
    VARCHAR(20)) AND [dbo].[ApprovalCard].[createdAt] < @P6))
ORDER BY [dbo].[ApprovalCard].[createdAt] ASC
OFFSET @P7 ROWS FETCH NEXT @P8 ROWS ONLY;

-- ======== wecomRowsBefore: AttendanceWriteBack ========

-- SQLite: 1 statement
SELECT `main`.`AttendanceWriteBack`.`attemptId`
FROM `main`.`AttendanceWriteBack`
WHERE ((`main`.`AttendanceWriteBack`.`state` = ? AND `main`.`AttendanceWriteBack`.`nextTryAt` < ?) OR
    (`main`.`AttendanceWriteBack`.`state` = ? AND `main`.`AttendanceWriteBack`.`nextTryAt` < ?))
ORDER BY `main`.`AttendanceWriteBack`.`nextTryAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AttendanceWriteBack].[attemptId]
FROM [dbo].[AttendanceWriteBack]
WHERE (([dbo].[AttendanceWriteBack].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttendanceWriteBack].[nextTryAt] <
    @P2) OR ([dbo].[AttendanceWriteBack].[state] = CAST(@P3 AS VARCHAR(20)) AND
    [dbo].[AttendanceWriteBack].[nextTryAt] < @P4))
ORDER BY [dbo].[AttendanceWriteBack].[nextTryAt] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;

-- ======== deleteWecomRows: WecomCallback ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`WecomCallback`
WHERE `main`.`WecomCallback`.`id` IN (?, … 498 more …, ?);
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
FROM [dbo].[WecomCallback]
WHERE [dbo].[WecomCallback].[id] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
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

-- ======== deleteWecomRows: Notice ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`Notice`
WHERE `main`.`Notice`.`id` IN (?, … 498 more …, ?);
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
FROM [dbo].[Notice]
WHERE [dbo].[Notice].[id] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
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

-- ======== deleteWecomRows: ApprovalCard ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`ApprovalCard`
WHERE `main`.`ApprovalCard`.`id` IN (?, … 498 more …, ?);
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
FROM [dbo].[ApprovalCard]
WHERE [dbo].[ApprovalCard].[id] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS VARCHAR(400)));
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

-- ======== deleteWecomRows: AttendanceWriteBack ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
DELETE
FROM `main`.`AttendanceWriteBack`
WHERE `main`.`AttendanceWriteBack`.`attemptId` IN (?, … 498 more …, ?);
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
FROM [dbo].[AttendanceWriteBack]
WHERE [dbo].[AttendanceWriteBack].[attemptId] IN (CAST(@P1 AS VARCHAR(400)), … 498 more …, CAST(@P500 AS
    VARCHAR(400)));
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
