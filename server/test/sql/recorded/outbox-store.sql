-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What outbox-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== dueDeliveries: some are held ========

-- SQLite: 3 statements
SELECT (SELECT json_group_array(json_object('eventId', "eventId", 'aggregateKey', "aggregateKey", 'type', "type",
    'payloadJson', "payloadJson", 'createdAt', "createdAt", 'feedSequence', "feedSequence", 'attempts', "attempts")
    ORDER BY "feedSequence") FROM (SELECT d."eventId", d."aggregateKey", e."type", e."payloadJson", e."createdAt",
    d."feedSequence", d."attempts"
FROM "OutboxDelivery" d JOIN "OutboxEvent" e ON e."id" = d."eventId"
WHERE d."subscriber" = ?1 AND d."state" = 'waiting' AND d."nextAttemptAt" <= ?2
ORDER BY d."feedSequence" LIMIT ?3)) AS "json";
SELECT (SELECT json_group_array(json_object('aggregateKey', "aggregateKey", 'feedSequence', "feedSequence",
    'nextAttemptAt', "nextAttemptAt")) FROM (SELECT "aggregateKey", min("feedSequence") AS "feedSequence",
    max("nextAttemptAt") AS "nextAttemptAt"
  FROM (
SELECT d."aggregateKey", d."feedSequence", d."nextAttemptAt"
FROM json_each(?2) AS "key" CROSS JOIN "OutboxDelivery" d
  ON d."subscriber" = ?1 AND d."aggregateKey" = "key"."value" AND d."state" = 'dead'
UNION ALL
SELECT d."aggregateKey", d."feedSequence", d."nextAttemptAt" FROM "OutboxDelivery" d
WHERE d."subscriber" = ?1 AND d."state" = 'waiting' AND d."attempts" = 0 AND d."nextAttemptAt" > ?3
  AND d."aggregateKey" IN (SELECT "value" FROM json_each(?2))
UNION ALL
SELECT d."aggregateKey", d."feedSequence", d."nextAttemptAt" FROM "OutboxDelivery" d
WHERE d."subscriber" = ?1 AND d."state" = 'waiting' AND d."attempts" > 0
  AND (d."nextAttemptAt" > ?3 OR d."eventId" NOT IN (SELECT "value" FROM json_each(?4)))
  AND d."aggregateKey" IN (SELECT "value" FROM json_each(?2))) GROUP BY "aggregateKey")) AS "json";
BEGIN TRANSACTION;
UPDATE `main`.`OutboxDelivery`
SET `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`aggregateKey` = ? AND
    `main`.`OutboxDelivery`.`state` = ? AND `main`.`OutboxDelivery`.`nextAttemptAt` <= ? AND
    `main`.`OutboxDelivery`.`feedSequence` > ?);
COMMIT;

-- SQL Server: 6 statements
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey],
    [dbo].[OutboxDelivery].[feedSequence], [dbo].[OutboxDelivery].[attempts]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P2
    AS VARCHAR(20)) AND [dbo].[OutboxDelivery].[nextAttemptAt] <= @P3)
ORDER BY [dbo].[OutboxDelivery].[feedSequence] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[OutboxEvent].[id], [dbo].[OutboxEvent].[type], [dbo].[OutboxEvent].[payloadJson],
    [dbo].[OutboxEvent].[createdAt]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT MIN([dbo].[OutboxDelivery].[feedSequence]) AS [_min$feedSequence],
    MAX([dbo].[OutboxDelivery].[nextAttemptAt]) AS [_max$nextAttemptAt], [dbo].[OutboxDelivery].[aggregateKey]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[aggregateKey] IN
    (CAST(@P2 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] = CAST(@P3 AS VARCHAR(20)))
GROUP BY [dbo].[OutboxDelivery].[aggregateKey];
SELECT MIN([dbo].[OutboxDelivery].[feedSequence]) AS [_min$feedSequence],
    MAX([dbo].[OutboxDelivery].[nextAttemptAt]) AS [_max$nextAttemptAt], [dbo].[OutboxDelivery].[aggregateKey]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[aggregateKey] IN
    (CAST(@P2 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] = CAST(@P3 AS VARCHAR(20)) AND
    [dbo].[OutboxDelivery].[attempts] = @P4 AND [dbo].[OutboxDelivery].[nextAttemptAt] > @P5)
GROUP BY [dbo].[OutboxDelivery].[aggregateKey];
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey],
    [dbo].[OutboxDelivery].[feedSequence], [dbo].[OutboxDelivery].[nextAttemptAt]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[aggregateKey] IN
    (CAST(@P2 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] = CAST(@P3 AS VARCHAR(20)) AND
    [dbo].[OutboxDelivery].[attempts] > @P4);
BEGIN TRANSACTION;
UPDATE [dbo].[OutboxDelivery]
SET [nextAttemptAt] = @P1
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P2 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[aggregateKey] =
    CAST(@P3 AS VARCHAR(80)) AND [dbo].[OutboxDelivery].[state] = CAST(@P4 AS VARCHAR(20)) AND
    [dbo].[OutboxDelivery].[nextAttemptAt] <= @P5 AND [dbo].[OutboxDelivery].[feedSequence] > @P6);
COMMIT;

-- ======== dueDeliveries: nothing is due ========

-- SQLite: 1 statement
SELECT (SELECT json_group_array(json_object('eventId', "eventId", 'aggregateKey', "aggregateKey", 'type', "type",
    'payloadJson', "payloadJson", 'createdAt', "createdAt", 'feedSequence', "feedSequence", 'attempts', "attempts")
    ORDER BY "feedSequence") FROM (SELECT d."eventId", d."aggregateKey", e."type", e."payloadJson", e."createdAt",
    d."feedSequence", d."attempts"
FROM "OutboxDelivery" d JOIN "OutboxEvent" e ON e."id" = d."eventId"
WHERE d."subscriber" = ?1 AND d."state" = 'waiting' AND d."nextAttemptAt" <= ?2
ORDER BY d."feedSequence" LIMIT ?3)) AS "json";

-- SQL Server: 1 statement
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber], [dbo].[OutboxDelivery].[aggregateKey],
    [dbo].[OutboxDelivery].[feedSequence], [dbo].[OutboxDelivery].[attempts]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P2
    AS VARCHAR(20)) AND [dbo].[OutboxDelivery].[nextAttemptAt] <= @P3)
ORDER BY [dbo].[OutboxDelivery].[feedSequence] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;

-- ======== numberEvents ========

-- SQLite: 6 statements
SELECT `main`.`OutboxEvent`.`id`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`feedSequence` IS NULL
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
UPDATE `main`.`Lease`
SET `leasedUntil` = ?
WHERE (`main`.`Lease`.`name` = ? AND `main`.`Lease`.`owner` = ? AND `main`.`Lease`.`leasedUntil` > ?);
SELECT `main`.`OutboxEvent`.`id`, `main`.`OutboxEvent`.`feedSequence`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`feedSequence` IS NOT NULL
ORDER BY `main`.`OutboxEvent`.`feedSequence` DESC
LIMIT ?
OFFSET ?;
UPDATE "OutboxEvent" SET "feedSequence" = ?1 + "numbered"."place"
FROM (
  SELECT "id", row_number() OVER (ORDER BY "createdAt", "written") AS "place"
  FROM (
    SELECT "id", "createdAt", rowid AS "written" FROM "OutboxEvent"
    WHERE "feedSequence" IS NULL ORDER BY "createdAt", rowid LIMIT ?2
  )
) AS "numbered"
WHERE "OutboxEvent"."id" = "numbered"."id";
SELECT `main`.`OutboxEvent`.`type`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`feedSequence` > ?
GROUP BY `main`.`OutboxEvent`.`type`
LIMIT ?
OFFSET ?;
INSERT INTO "OutboxDelivery" ("eventId", "subscriber", "aggregateKey", "feedSequence", "state", "nextAttemptAt")
SELECT "event"."id", "wanted"."value" ->> 'subscriber', "event"."aggregateKey", "event"."feedSequence", 'waiting',
    ?3
FROM "OutboxEvent" AS "event" JOIN json_each(?2) AS "wanted" ON "event"."type" = "wanted"."value" ->> 'type'
WHERE "event"."feedSequence" > ?1;
COMMIT;

-- SQL Server: 6 statements
SELECT [dbo].[OutboxEvent].[id]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[feedSequence] IS NULL
ORDER BY 1
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;
BEGIN TRANSACTION;
UPDATE [dbo].[Lease]
SET [leasedUntil] = @P1
WHERE ([dbo].[Lease].[name] = CAST(@P2 AS VARCHAR(60)) AND [dbo].[Lease].[owner] = CAST(@P3 AS VARCHAR(80)) AND
    [dbo].[Lease].[leasedUntil] > @P4);
SELECT [dbo].[OutboxEvent].[id], [dbo].[OutboxEvent].[feedSequence]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[feedSequence] IS NOT NULL
ORDER BY [dbo].[OutboxEvent].[feedSequence] DESC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;
WITH [oldest] AS (
  SELECT TOP (CAST(@P2 AS INT)) [feedSequence], ROW_NUMBER() OVER (ORDER BY [createdAt], [id]) AS [place]
  FROM [OutboxEvent] WHERE [feedSequence] IS NULL ORDER BY [createdAt], [id]
)
UPDATE [oldest] SET [feedSequence] = CAST(@P1 AS INT) + CAST([place] AS INT);
SELECT [dbo].[OutboxEvent].[type]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[feedSequence] > @P1
GROUP BY [dbo].[OutboxEvent].[type];
INSERT INTO [OutboxDelivery] ([eventId], [subscriber], [aggregateKey], [feedSequence], [state], [nextAttemptAt])
SELECT [event].[id], [wanted].[subscriber], [event].[aggregateKey], [event].[feedSequence], 'waiting', @P3
FROM [OutboxEvent] AS [event]
JOIN OPENJSON(@P2) WITH ([subscriber] VARCHAR(40) '$.subscriber', [type] VARCHAR(60) '$.type') AS [wanted]
  ON [event].[type] = [wanted].[type] COLLATE Latin1_General_100_BIN2
WHERE [event].[feedSequence] > CAST(@P1 AS INT);
COMMIT;

-- ======== numberEvents: nothing is new ========

-- SQLite: 1 statement
SELECT `main`.`OutboxEvent`.`id`
FROM `main`.`OutboxEvent`
WHERE `main`.`OutboxEvent`.`feedSequence` IS NULL
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[OutboxEvent].[id]
FROM [dbo].[OutboxEvent]
WHERE [dbo].[OutboxEvent].[feedSequence] IS NULL
ORDER BY 1
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;

-- ======== markDelivered ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE "OutboxDelivery" SET "state" = 'delivered', "deliveredAt" = ?3, "lastError" = NULL
WHERE "subscriber" = ?1 AND "state" = 'waiting' AND "eventId" IN (SELECT "value" FROM json_each(?2));
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[OutboxDelivery]
SET [state] = CAST(@P1 AS VARCHAR(20)), [deliveredAt] = @P2, [lastError] = @P3
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P4 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[eventId] IN
    (CAST(@P5 AS VARCHAR(400)), … 198 more …, CAST(@P204 AS VARCHAR(400))) AND [dbo].[OutboxDelivery].[state] =
    CAST(@P205 AS VARCHAR(20)));
COMMIT;

-- ======== markFailed ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`OutboxDelivery`
SET `state` = ?, `attempts` = ?, `nextAttemptAt` = ?, `lastError` = ?
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`eventId` = ? AND
    `main`.`OutboxDelivery`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[OutboxDelivery]
SET [state] = CAST(@P1 AS VARCHAR(20)), [attempts] = @P2, [nextAttemptAt] = @P3, [lastError] = @P4
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P5 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[eventId] =
    CAST(@P6 AS VARCHAR(36)) AND [dbo].[OutboxDelivery].[state] = CAST(@P7 AS VARCHAR(20)));
COMMIT;

-- ======== retryNow ========

-- SQLite: 3 statements
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`attempts` > ? AND
    `main`.`OutboxDelivery`.`nextAttemptAt` > ? AND `main`.`OutboxDelivery`.`state` = ?)
ORDER BY `main`.`OutboxDelivery`.`attempts` ASC, `main`.`OutboxDelivery`.`nextAttemptAt` ASC
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
UPDATE `main`.`OutboxDelivery`
SET `attempts` = ?, `nextAttemptAt` = ?
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`state` = ? AND
    `main`.`OutboxDelivery`.`eventId` IN (?));
COMMIT;
SELECT `main`.`OutboxDelivery`.`eventId`, `main`.`OutboxDelivery`.`subscriber`
FROM `main`.`OutboxDelivery`
WHERE (`main`.`OutboxDelivery`.`subscriber` = ? AND `main`.`OutboxDelivery`.`attempts` = ? AND
    `main`.`OutboxDelivery`.`nextAttemptAt` > ? AND `main`.`OutboxDelivery`.`state` = ?)
ORDER BY `main`.`OutboxDelivery`.`attempts` ASC, `main`.`OutboxDelivery`.`nextAttemptAt` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[attempts] > @P2
    AND [dbo].[OutboxDelivery].[nextAttemptAt] > @P3 AND [dbo].[OutboxDelivery].[state] = CAST(@P4 AS VARCHAR(20)))
ORDER BY [dbo].[OutboxDelivery].[attempts] ASC, [dbo].[OutboxDelivery].[nextAttemptAt] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
BEGIN TRANSACTION;
UPDATE [dbo].[OutboxDelivery]
SET [attempts] = @P1, [nextAttemptAt] = @P2
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P3 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[state] = CAST(@P4
    AS VARCHAR(20)) AND [dbo].[OutboxDelivery].[eventId] IN (CAST(@P5 AS VARCHAR(400))));
COMMIT;
SELECT [dbo].[OutboxDelivery].[eventId], [dbo].[OutboxDelivery].[subscriber]
FROM [dbo].[OutboxDelivery]
WHERE ([dbo].[OutboxDelivery].[subscriber] = CAST(@P1 AS VARCHAR(40)) AND [dbo].[OutboxDelivery].[attempts] = @P2
    AND [dbo].[OutboxDelivery].[nextAttemptAt] > @P3 AND [dbo].[OutboxDelivery].[state] = CAST(@P4 AS VARCHAR(20)))
ORDER BY [dbo].[OutboxDelivery].[attempts] ASC, [dbo].[OutboxDelivery].[nextAttemptAt] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
