-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What dead-letter-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== list: first page ========

-- SQLite: 5 statements
-- 2 times
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE `main`.`OutboxDelivery`.`subscriber` > ?
ORDER BY `main`.`OutboxDelivery`.`subscriber` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`,
    `main`.`OutboxDelivery`.`feedSequence`, `main`.`OutboxDelivery`.`aggregateKey`,
    `main`.`OutboxDelivery`.`attempts`, `main`.`OutboxDelivery`.`lastError`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` IN (?) AND `main`.`OutboxDelivery`.`state` = ?)
ORDER BY `main`.`OutboxDelivery`.`feedSequence` ASC, `main`.`OutboxDelivery`.`subscriber` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`OutboxEvent`.`id`, `main`.`OutboxEvent`.`type`, `main`.`OutboxEvent`.`createdAt`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT COUNT(*) AS `_count$_all`, `main`.`OutboxDelivery`.`subscriber`, `main`.`OutboxDelivery`.`aggregateKey`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` IN (?) AND `main`.`OutboxDelivery`.`aggregateKey` IN (?) AND
    `main`.`OutboxDelivery`.`state` = ?)
GROUP BY `main`.`OutboxDelivery`.`subscriber`, `main`.`OutboxDelivery`.`aggregateKey`
LIMIT ?
OFFSET ?;

-- SQL Server: 5 statements
-- 2 times
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE [dbo].[OutboxDelivery].[subscriber] > CAST(@P1 AS VARCHAR(40))
ORDER BY [dbo].[OutboxDelivery].[subscriber] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[feedSequence],
    [dbo].[OutboxDelivery].[aggregateKey], [dbo].[OutboxDelivery].[attempts], [dbo].[OutboxDelivery].[lastError]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] =
    CAST(@P2 AS VARCHAR(20)))
ORDER BY [dbo].[OutboxDelivery].[feedSequence] ASC, [dbo].[OutboxDelivery].[subscriber] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[OutboxEvent].[id], [dbo].[OutboxEvent].[type], [dbo].[OutboxEvent].[createdAt]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT COUNT(*) AS [_count$_all], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[aggregateKey]
    IN (CAST(@P2 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] = CAST(@P3 AS VARCHAR(20)))
GROUP BY [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey];

-- ======== list: next page ========

-- SQLite: 5 statements
-- 2 times
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE `main`.`OutboxDelivery`.`subscriber` > ?
ORDER BY `main`.`OutboxDelivery`.`subscriber` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`,
    `main`.`OutboxDelivery`.`feedSequence`, `main`.`OutboxDelivery`.`aggregateKey`,
    `main`.`OutboxDelivery`.`attempts`, `main`.`OutboxDelivery`.`lastError`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` IN (?) AND `main`.`OutboxDelivery`.`state` = ? AND
    (`main`.`OutboxDelivery`.`feedSequence` > ? OR (`main`.`OutboxDelivery`.`feedSequence` = ? AND
    `main`.`OutboxDelivery`.`subscriber` > ?)))
ORDER BY `main`.`OutboxDelivery`.`feedSequence` ASC, `main`.`OutboxDelivery`.`subscriber` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`OutboxEvent`.`id`, `main`.`OutboxEvent`.`type`, `main`.`OutboxEvent`.`createdAt`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT COUNT(*) AS `_count$_all`, `main`.`OutboxDelivery`.`subscriber`, `main`.`OutboxDelivery`.`aggregateKey`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` IN (?) AND `main`.`OutboxDelivery`.`aggregateKey` IN (?) AND
    `main`.`OutboxDelivery`.`state` = ?)
GROUP BY `main`.`OutboxDelivery`.`subscriber`, `main`.`OutboxDelivery`.`aggregateKey`
LIMIT ?
OFFSET ?;

-- SQL Server: 5 statements
-- 2 times
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE [dbo].[OutboxDelivery].[subscriber] > CAST(@P1 AS VARCHAR(40))
ORDER BY [dbo].[OutboxDelivery].[subscriber] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[feedSequence],
    [dbo].[OutboxDelivery].[aggregateKey], [dbo].[OutboxDelivery].[attempts], [dbo].[OutboxDelivery].[lastError]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] =
    CAST(@P2 AS VARCHAR(20)) AND ([dbo].[OutboxDelivery].[feedSequence] > @P3 OR
    ([dbo].[OutboxDelivery].[feedSequence] = @P4 AND [dbo].[OutboxDelivery].[subscriber] > CAST(@P5 AS
    VARCHAR(40)))))
ORDER BY [dbo].[OutboxDelivery].[feedSequence] ASC, [dbo].[OutboxDelivery].[subscriber] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;
SELECT [dbo].[OutboxEvent].[id], [dbo].[OutboxEvent].[type], [dbo].[OutboxEvent].[createdAt]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT COUNT(*) AS [_count$_all], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[aggregateKey]
    IN (CAST(@P2 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] = CAST(@P3 AS VARCHAR(20)))
GROUP BY [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey];

-- ======== retry ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
UPDATE `main`.`OutboxDelivery`
SET `state` = ?, `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`eventId` = ? AND `main`.`OutboxDelivery`.`subscriber` = ? AND
    `main`.`OutboxDelivery`.`state` = ?);
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`,
    `main`.`OutboxDelivery`.`aggregateKey`
FROM `main`.`OutboxDelivery`
WHERE ((`main`.`OutboxDelivery`.`eventId` = ? AND `main`.`OutboxDelivery`.`subscriber` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
UPDATE `main`.`OutboxDelivery`
SET `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`aggregateKey` = ? AND
    `main`.`OutboxDelivery`.`state` = ? AND `main`.`OutboxDelivery`.`nextAttemptAt` > ?);
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
UPDATE [dbo].[OutboxDelivery]
SET [state] = CAST(@P1 AS VARCHAR(20)), [nextAttemptAt] = @P2
WHERE ([dbo].[OutboxDelivery].[eventId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[OutboxDelivery].[subscriber] =
    CAST(@P4 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P5 AS VARCHAR(20)));
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey]
FROM [dbo].[OutboxDelivery]
WHERE (([dbo].[OutboxDelivery].[eventId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[OutboxDelivery].[subscriber] =
    CAST(@P2 AS VARCHAR(40))) AND 1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
UPDATE [dbo].[OutboxDelivery]
SET [nextAttemptAt] = @P1
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P2 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[aggregateKey] =
    CAST(@P3 AS VARCHAR(80)) AND [dbo].[OutboxDelivery].[state] = CAST(@P4 AS VARCHAR(20)) AND
    [dbo].[OutboxDelivery].[nextAttemptAt] > @P5);
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

-- ======== drop ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`OutboxDelivery`
SET `state` = ?, `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`eventId` = ? AND `main`.`OutboxDelivery`.`subscriber` = ? AND
    `main`.`OutboxDelivery`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[OutboxDelivery]
SET [state] = CAST(@P1 AS VARCHAR(20)), [nextAttemptAt] = @P2
WHERE ([dbo].[OutboxDelivery].[eventId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[OutboxDelivery].[subscriber] =
    CAST(@P4 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P5 AS VARCHAR(20)));
COMMIT;

-- ======== retryAll ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
UPDATE `main`.`OutboxDelivery`
SET `state` = ?, `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`state` = ?);
UPDATE `main`.`OutboxDelivery`
SET `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`state` = ? AND
    `main`.`OutboxDelivery`.`nextAttemptAt` > ?);
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
UPDATE [dbo].[OutboxDelivery]
SET [state] = CAST(@P1 AS VARCHAR(20)), [nextAttemptAt] = @P2
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P3 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P4
    AS VARCHAR(20)));
UPDATE [dbo].[OutboxDelivery]
SET [nextAttemptAt] = @P1
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P2 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P3
    AS VARCHAR(20)) AND [dbo].[OutboxDelivery].[nextAttemptAt] > @P4);
COMMIT;

-- ======== dropOldest ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`state` IN (?,?))
ORDER BY `main`.`OutboxDelivery`.`feedSequence` ASC
LIMIT ?
OFFSET ?;
UPDATE `main`.`OutboxDelivery`
SET `state` = ?, `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`state` IN (?,?) AND
    `main`.`OutboxDelivery`.`eventId` IN (?,?));
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
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] IN
    (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))))
ORDER BY [dbo].[OutboxDelivery].[feedSequence] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
UPDATE [dbo].[OutboxDelivery]
SET [state] = CAST(@P1 AS VARCHAR(20)), [nextAttemptAt] = @P2
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P3 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] IN
    (CAST(@P4 AS VARCHAR(400)),CAST(@P5 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[eventId] IN (CAST(@P6 AS
    VARCHAR(400)),CAST(@P7 AS VARCHAR(400))));
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
