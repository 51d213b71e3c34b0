-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What outbox-backlog.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== readBacklog ========

-- SQLite: 8 statements
SELECT `main`.`OutboxEvent`.`id`, `main`.`OutboxEvent`.`createdAt`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`feedSequence` IS NULL
ORDER BY `main`.`OutboxEvent`.`createdAt` ASC
LIMIT ?
OFFSET ?;
-- 2 times
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE `main`.`OutboxDelivery`.`subscriber` > ?
ORDER BY `main`.`OutboxDelivery`.`subscriber` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`state` = ?)
ORDER BY `main`.`OutboxDelivery`.`feedSequence` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`OutboxEvent`.`id`, `main`.`OutboxEvent`.`createdAt`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`id` IN (?)
LIMIT ?
OFFSET ?;
-- 2 times
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`state` = ?)
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`OutboxEvent`.`id`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`feedSequence` IS NULL
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 8 statements
SELECT [dbo].[OutboxEvent].[id], [dbo].[OutboxEvent].[createdAt]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[feedSequence] IS NULL
ORDER BY [dbo].[OutboxEvent].[createdAt] ASC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;
-- 2 times
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE [dbo].[OutboxDelivery].[subscriber] > CAST(@P1 AS VARCHAR(40))
ORDER BY [dbo].[OutboxDelivery].[subscriber] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P2
    AS VARCHAR(20)))
ORDER BY [dbo].[OutboxDelivery].[feedSequence] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[OutboxEvent].[id], [dbo].[OutboxEvent].[createdAt]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[id] IN (CAST(@P1 AS VARCHAR(400)));
-- 2 times
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P2
    AS VARCHAR(20)))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[OutboxEvent].[id]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[feedSequence] IS NULL) AS [sub];
