-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What event-log-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== append: a batch ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
INSERT INTO "EventLogEntry" ("id", "action", "outcome", "code", "employeeId", "userId", "siteId", "at", "text",
    "documentJson") SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
    value ->> 7, value ->> 8, value ->> 9 FROM json_each(?1) WHERE true
ON CONFLICT ("id") DO NOTHING;
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
SELECT [dbo].[EventLogEntry].[id]
FROM [dbo].[EventLogEntry]
WHERE [dbo].[EventLogEntry].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
INSERT INTO [dbo].[EventLogEntry] ([dbo].[EventLogEntry].[id],[dbo].[EventLogEntry].[at],
    [dbo].[EventLogEntry].[action],[dbo].[EventLogEntry].[outcome],[dbo].[EventLogEntry].[code],
    [dbo].[EventLogEntry].[employeeId],[dbo].[EventLogEntry].[userId],[dbo].[EventLogEntry].[siteId],
    [dbo].[EventLogEntry].[text],[dbo].[EventLogEntry].[documentJson])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(60)),CAST(@P4 AS VARCHAR(20)),CAST(@P5 AS VARCHAR(40)),
    CAST(@P6 AS VARCHAR(36)),@P7,CAST(@P8 AS VARCHAR(36)),@P9,@P10),(CAST(@P11 AS VARCHAR(36)),@P12,CAST(@P13 AS
    VARCHAR(60)),CAST(@P14 AS VARCHAR(20)),CAST(@P15 AS VARCHAR(40)),CAST(@P16 AS VARCHAR(36)),@P17,CAST(@P18 AS
    VARCHAR(36)),@P19,@P20);
COMMIT;

-- ======== append: some are there already ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
INSERT INTO "EventLogEntry" ("id", "action", "outcome", "code", "employeeId", "userId", "siteId", "at", "text",
    "documentJson") SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
    value ->> 7, value ->> 8, value ->> 9 FROM json_each(?1) WHERE true
ON CONFLICT ("id") DO NOTHING;
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
SELECT [dbo].[EventLogEntry].[id]
FROM [dbo].[EventLogEntry]
WHERE [dbo].[EventLogEntry].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
INSERT INTO [dbo].[EventLogEntry] ([dbo].[EventLogEntry].[id],[dbo].[EventLogEntry].[at],
    [dbo].[EventLogEntry].[action],[dbo].[EventLogEntry].[outcome],[dbo].[EventLogEntry].[code],
    [dbo].[EventLogEntry].[employeeId],[dbo].[EventLogEntry].[userId],[dbo].[EventLogEntry].[siteId],
    [dbo].[EventLogEntry].[text],[dbo].[EventLogEntry].[documentJson])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(60)),CAST(@P4 AS VARCHAR(20)),CAST(@P5 AS VARCHAR(40)),
    CAST(@P6 AS VARCHAR(36)),@P7,CAST(@P8 AS VARCHAR(36)),@P9,@P10);
COMMIT;

-- ======== append: many ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
INSERT INTO "EventLogEntry" ("id", "action", "outcome", "code", "employeeId", "userId", "siteId", "at", "text",
    "documentJson") SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
    value ->> 7, value ->> 8, value ->> 9 FROM json_each(?1) WHERE true
ON CONFLICT ("id") DO NOTHING;
COMMIT;

-- SQL Server: 8 statements
BEGIN TRANSACTION;
SELECT [dbo].[EventLogEntry].[id]
FROM [dbo].[EventLogEntry]
WHERE [dbo].[EventLogEntry].[id] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)));
-- 5 times
INSERT INTO [dbo].[EventLogEntry] ([dbo].[EventLogEntry].[id],[dbo].[EventLogEntry].[at],
    [dbo].[EventLogEntry].[action],[dbo].[EventLogEntry].[outcome],[dbo].[EventLogEntry].[code],
    [dbo].[EventLogEntry].[employeeId],[dbo].[EventLogEntry].[userId],[dbo].[EventLogEntry].[siteId],
    [dbo].[EventLogEntry].[text],[dbo].[EventLogEntry].[documentJson])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(60)),CAST(@P4 AS VARCHAR(20)),CAST(@P5 AS VARCHAR(40)),
    CAST(@P6 AS VARCHAR(36)),@P7,CAST(@P8 AS VARCHAR(36)),@P9,@P10), … 207 more …, (CAST(@P2081 AS VARCHAR(36)),
    @P2082,CAST(@P2083 AS VARCHAR(60)),CAST(@P2084 AS VARCHAR(20)),CAST(@P2085 AS VARCHAR(40)),CAST(@P2086 AS
    VARCHAR(36)),@P2087,CAST(@P2088 AS VARCHAR(36)),@P2089,@P2090);
SELECT [dbo].[EventLogEntry].[id]
FROM [dbo].[EventLogEntry]
WHERE [dbo].[EventLogEntry].[id] IN (CAST(@P1 AS VARCHAR(400)), … 98 more …, CAST(@P100 AS VARCHAR(400)));
INSERT INTO [dbo].[EventLogEntry] ([dbo].[EventLogEntry].[id],[dbo].[EventLogEntry].[at],
    [dbo].[EventLogEntry].[action],[dbo].[EventLogEntry].[outcome],[dbo].[EventLogEntry].[code],
    [dbo].[EventLogEntry].[employeeId],[dbo].[EventLogEntry].[userId],[dbo].[EventLogEntry].[siteId],
    [dbo].[EventLogEntry].[text],[dbo].[EventLogEntry].[documentJson])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(60)),CAST(@P4 AS VARCHAR(20)),CAST(@P5 AS VARCHAR(40)),
    CAST(@P6 AS VARCHAR(36)),@P7,CAST(@P8 AS VARCHAR(36)),@P9,@P10), … 98 more …, (CAST(@P991 AS VARCHAR(36)),@P992,
    CAST(@P993 AS VARCHAR(60)),CAST(@P994 AS VARCHAR(20)),CAST(@P995 AS VARCHAR(40)),CAST(@P996 AS VARCHAR(36)),
    @P997,CAST(@P998 AS VARCHAR(36)),@P999,@P1000);
COMMIT;

-- ======== search: the newest ========

-- SQLite: 1 statement
SELECT "id", "at", "action", "outcome", "code", "employeeId", "userId", "siteId", "text", "documentJson"
FROM "EventLogEntry"
ORDER BY "at" DESC, "id" DESC
LIMIT ?1;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [id], [at], [action], [outcome], [code], [employeeId], [userId], [siteId], [text],
    [documentJson]
FROM [EventLogEntry]
ORDER BY [at] DESC, [id] DESC;

-- ======== search: next page of a day ========

-- SQLite: 1 statement
SELECT "id", "at", "action", "outcome", "code", "employeeId", "userId", "siteId", "text", "documentJson"
FROM "EventLogEntry"
WHERE "at" >= ?1 AND "at" < ?2 AND ("at", "id") < (?3, ?4)
ORDER BY "at" DESC, "id" DESC
LIMIT ?5;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [id], [at], [action], [outcome], [code], [employeeId], [userId], [siteId], [text],
    [documentJson]
FROM [EventLogEntry]
WHERE [at] >= @P2 AND [at] < @P3 AND [at] <= @P4 AND ([at] < @P4 OR [id] < CAST(@P5 AS VARCHAR(400)))
ORDER BY [at] DESC, [id] DESC;

-- ======== search: of a person, with a word ========

-- SQLite: 1 statement
SELECT "id", "at", "action", "outcome", "code", "employeeId", "userId", "siteId", "text", "documentJson"
FROM "EventLogEntry"
WHERE "employeeId" IN (?1) AND "text" LIKE ?2 ESCAPE '\'
ORDER BY "at" DESC, "id" DESC
LIMIT ?3;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [id], [at], [action], [outcome], [code], [employeeId], [userId], [siteId], [text],
    [documentJson]
FROM [EventLogEntry]
WHERE [employeeId] IN (CAST(@P2 AS VARCHAR(400))) AND [text] COLLATE Latin1_General_100_CI_AS LIKE @P3 ESCAPE '\'
ORDER BY [at] DESC, [id] DESC;

-- ======== search: of one code ========

-- SQLite: 1 statement
SELECT "id", "at", "action", "outcome", "code", "employeeId", "userId", "siteId", "text", "documentJson"
FROM "EventLogEntry"
WHERE "code" IN (?1)
ORDER BY "at" DESC, "id" DESC
LIMIT ?2;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [id], [at], [action], [outcome], [code], [employeeId], [userId], [siteId], [text],
    [documentJson]
FROM [EventLogEntry]
WHERE [code] IN (CAST(@P2 AS VARCHAR(400)))
ORDER BY [at] DESC, [id] DESC;

-- ======== search: of two codes ========

-- SQLite: 1 statement
SELECT "id", "at", "action", "outcome", "code", "employeeId", "userId", "siteId", "text", "documentJson"
FROM "EventLogEntry"
WHERE +"code" IN (?1, ?2)
ORDER BY "at" DESC, "id" DESC
LIMIT ?3;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [id], [at], [action], [outcome], [code], [employeeId], [userId], [siteId], [text],
    [documentJson]
FROM [EventLogEntry]
WHERE [code] IN (CAST(@P2 AS VARCHAR(400)), CAST(@P3 AS VARCHAR(400)))
ORDER BY [at] DESC, [id] DESC;

-- ======== histogram ========

-- SQLite: 1 statement
SELECT "range"."key" AS "bucket", (SELECT count(*) FROM "EventLogEntry" WHERE "at" >= "range"."value" ->> 0 AND "at"
    < "range"."value" ->> 1) AS "count"
FROM json_each(?1) AS "range" ORDER BY "range"."key";

-- SQL Server: 1 statement
SELECT [bucket], COUNT(*) AS [count]
FROM (SELECT DATEDIFF_BIG(millisecond, CAST(@P1 AS DATETIME2), [at]) / CAST(@P2 AS BIGINT) AS [bucket] FROM
    [EventLogEntry] WHERE [at] >= @P3 AND [at] < @P4) AS [entries]
GROUP BY [bucket] ORDER BY [bucket];

-- ======== top: action ========

-- SQLite: 1 statement
SELECT "value", "count", sum("count") OVER () AS "total" FROM (
  SELECT "action" AS "value", count(*) AS "count" FROM "EventLogEntry" WHERE +"at" >= ?1 AND +"at" < ?2 AND "action"
    IS NOT NULL GROUP BY "action"
) ORDER BY "count" DESC, "value" LIMIT ?3;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [value], [count], SUM([count]) OVER () AS [total] FROM (
  SELECT [action] AS [value], COUNT(*) AS [count] FROM [EventLogEntry] WHERE [at] >= @P2 AND [at] < @P3 AND [action]
    IS NOT NULL GROUP BY [action]
) AS [counted] ORDER BY [count] DESC, [value];

-- ======== top: outcome ========

-- SQLite: 1 statement
SELECT "value", "count", sum("count") OVER () AS "total" FROM (
  SELECT "outcome" AS "value", count(*) AS "count" FROM "EventLogEntry" WHERE "at" >= ?1 AND "at" < ?2 AND "outcome"
    IS NOT NULL GROUP BY "outcome"
) ORDER BY "count" DESC, "value" LIMIT ?3;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [value], [count], SUM([count]) OVER () AS [total] FROM (
  SELECT [outcome] AS [value], COUNT(*) AS [count] FROM [EventLogEntry] WHERE [at] >= @P2 AND [at] < @P3 AND
    [outcome] IS NOT NULL GROUP BY [outcome]
) AS [counted] ORDER BY [count] DESC, [value];

-- ======== top: code ========

-- SQLite: 1 statement
SELECT "value", "count", sum("count") OVER () AS "total" FROM (
  SELECT "code" AS "value", count(*) AS "count" FROM "EventLogEntry" WHERE +"at" >= ?1 AND +"at" < ?2 AND "code" IS
    NOT NULL GROUP BY "code"
) ORDER BY "count" DESC, "value" LIMIT ?3;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [value], [count], SUM([count]) OVER () AS [total] FROM (
  SELECT [code] AS [value], COUNT(*) AS [count] FROM [EventLogEntry] WHERE [at] >= @P2 AND [at] < @P3 AND [code] IS
    NOT NULL GROUP BY [code]
) AS [counted] ORDER BY [count] DESC, [value];

-- ======== top: employeeId ========

-- SQLite: 1 statement
SELECT "value", "count", sum("count") OVER () AS "total" FROM (
  SELECT "employeeId" AS "value", count(*) AS "count" FROM "EventLogEntry" WHERE +"at" >= ?1 AND +"at" < ?2 AND
    "employeeId" IS NOT NULL GROUP BY "employeeId"
) ORDER BY "count" DESC, "value" LIMIT ?3;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [value], [count], SUM([count]) OVER () AS [total] FROM (
  SELECT [employeeId] AS [value], COUNT(*) AS [count] FROM [EventLogEntry] WHERE [at] >= @P2 AND [at] < @P3 AND
    [employeeId] IS NOT NULL GROUP BY [employeeId]
) AS [counted] ORDER BY [count] DESC, [value];

-- ======== top: siteId ========

-- SQLite: 1 statement
SELECT "value", "count", sum("count") OVER () AS "total" FROM (
  SELECT "siteId" AS "value", count(*) AS "count" FROM "EventLogEntry" WHERE "at" >= ?1 AND "at" < ?2 AND "siteId"
    IS NOT NULL GROUP BY "siteId"
) ORDER BY "count" DESC, "value" LIMIT ?3;

-- SQL Server: 1 statement
SELECT TOP (CAST(@P1 AS INT)) [value], [count], SUM([count]) OVER () AS [total] FROM (
  SELECT [siteId] AS [value], COUNT(*) AS [count] FROM [EventLogEntry] WHERE [at] >= @P2 AND [at] < @P3 AND [siteId]
    IS NOT NULL GROUP BY [siteId]
) AS [counted] ORDER BY [count] DESC, [value];
