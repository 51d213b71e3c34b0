-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What callback-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== receive: a new one ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
INSERT INTO `main`.`WecomCallback` (`id`, `messageKey`, `event`, `bodyEncrypted`, `receivedAt`, `state`, `tries`,
    `nextTryAt`)
VALUES (?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `messageKey` AS `messageKey`, `event` AS `event`, `bodyEncrypted` AS `bodyEncrypted`,
    `replyXml` AS `replyXml`, `receivedAt` AS `receivedAt`, `state` AS `state`, `tries` AS `tries`, `nextTryAt` AS
    `nextTryAt`, `problem` AS `problem`, `processedAt` AS `processedAt`;
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[WecomCallback] ([id],[messageKey],[event],[bodyEncrypted],[receivedAt],[state],[tries],
    [nextTryAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(64)),CAST(@P3 AS VARCHAR(60)),@P4,@P5,CAST(@P6 AS VARCHAR(20)),
    @P7,@P8)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[WecomCallback] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[WecomCallback].[id], [dbo].[WecomCallback].[messageKey], [dbo].[WecomCallback].[event],
    [dbo].[WecomCallback].[bodyEncrypted], [dbo].[WecomCallback].[replyXml], [dbo].[WecomCallback].[receivedAt],
    [dbo].[WecomCallback].[state], [dbo].[WecomCallback].[tries], [dbo].[WecomCallback].[nextTryAt],
    [dbo].[WecomCallback].[problem], [dbo].[WecomCallback].[processedAt]
FROM [dbo].[WecomCallback]
WHERE [dbo].[WecomCallback].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== receive: a repeat ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`WecomCallback` (`id`, `messageKey`, `event`, `bodyEncrypted`, `receivedAt`, `state`, `tries`,
    `nextTryAt`)
VALUES (?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `messageKey` AS `messageKey`, `event` AS `event`, `bodyEncrypted` AS `bodyEncrypted`,
    `replyXml` AS `replyXml`, `receivedAt` AS `receivedAt`, `state` AS `state`, `tries` AS `tries`, `nextTryAt` AS
    `nextTryAt`, `problem` AS `problem`, `processedAt` AS `processedAt`;
ROLLBACK;
SELECT `main`.`WecomCallback`.`id`, `main`.`WecomCallback`.`messageKey`, `main`.`WecomCallback`.`event`,
    `main`.`WecomCallback`.`bodyEncrypted`, `main`.`WecomCallback`.`replyXml`, `main`.`WecomCallback`.`receivedAt`,
    `main`.`WecomCallback`.`state`, `main`.`WecomCallback`.`tries`, `main`.`WecomCallback`.`nextTryAt`,
    `main`.`WecomCallback`.`problem`, `main`.`WecomCallback`.`processedAt`
FROM `main`.`WecomCallback`
WHERE (`main`.`WecomCallback`.`messageKey` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[WecomCallback] ([id],[messageKey],[event],[bodyEncrypted],[receivedAt],[state],[tries],
    [nextTryAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(64)),CAST(@P3 AS VARCHAR(60)),@P4,@P5,CAST(@P6 AS VARCHAR(20)),
    @P7,@P8)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[WecomCallback] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
ROLLBACK;
SELECT [dbo].[WecomCallback].[id], [dbo].[WecomCallback].[messageKey], [dbo].[WecomCallback].[event],
    [dbo].[WecomCallback].[bodyEncrypted], [dbo].[WecomCallback].[replyXml], [dbo].[WecomCallback].[receivedAt],
    [dbo].[WecomCallback].[state], [dbo].[WecomCallback].[tries], [dbo].[WecomCallback].[nextTryAt],
    [dbo].[WecomCallback].[problem], [dbo].[WecomCallback].[processedAt]
FROM [dbo].[WecomCallback]
WHERE ([dbo].[WecomCallback].[messageKey] = CAST(@P1 AS VARCHAR(64)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== due ========

-- SQLite: 1 statement
SELECT `main`.`WecomCallback`.`id`, `main`.`WecomCallback`.`messageKey`, `main`.`WecomCallback`.`event`,
    `main`.`WecomCallback`.`bodyEncrypted`, `main`.`WecomCallback`.`replyXml`, `main`.`WecomCallback`.`receivedAt`,
    `main`.`WecomCallback`.`state`, `main`.`WecomCallback`.`tries`, `main`.`WecomCallback`.`nextTryAt`,
    `main`.`WecomCallback`.`problem`, `main`.`WecomCallback`.`processedAt`
FROM `main`.`WecomCallback`
WHERE (`main`.`WecomCallback`.`state` = ? AND `main`.`WecomCallback`.`nextTryAt` <= ?)
ORDER BY `main`.`WecomCallback`.`receivedAt` ASC, `main`.`WecomCallback`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[WecomCallback].[id], [dbo].[WecomCallback].[messageKey], [dbo].[WecomCallback].[event],
    [dbo].[WecomCallback].[bodyEncrypted], [dbo].[WecomCallback].[replyXml], [dbo].[WecomCallback].[receivedAt],
    [dbo].[WecomCallback].[state], [dbo].[WecomCallback].[tries], [dbo].[WecomCallback].[nextTryAt],
    [dbo].[WecomCallback].[problem], [dbo].[WecomCallback].[processedAt]
FROM [dbo].[WecomCallback]
WHERE ([dbo].[WecomCallback].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[WecomCallback].[nextTryAt] <= @P2)
ORDER BY [dbo].[WecomCallback].[receivedAt] ASC, [dbo].[WecomCallback].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== hold ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`WecomCallback`
SET `nextTryAt` = ?
WHERE (`main`.`WecomCallback`.`id` = ? AND `main`.`WecomCallback`.`state` = ? AND `main`.`WecomCallback`.`nextTryAt`
    = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[WecomCallback]
SET [nextTryAt] = @P1
WHERE ([dbo].[WecomCallback].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[WecomCallback].[state] = CAST(@P3 AS
    VARCHAR(20)) AND [dbo].[WecomCallback].[nextTryAt] = @P4);
COMMIT;

-- ======== postpone ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`WecomCallback`
SET `tries` = (`main`.`WecomCallback`.`tries` + ?), `problem` = ?, `nextTryAt` = ?
WHERE (`main`.`WecomCallback`.`id` = ? AND `main`.`WecomCallback`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[WecomCallback]
SET [tries] = ([dbo].[WecomCallback].[tries] + @P1), [problem] = CAST(@P2 AS VARCHAR(80)), [nextTryAt] = @P3
WHERE ([dbo].[WecomCallback].[id] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[WecomCallback].[state] = CAST(@P5 AS
    VARCHAR(20)));
COMMIT;

-- ======== postpone: for good ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`WecomCallback`
SET `tries` = (`main`.`WecomCallback`.`tries` + ?), `problem` = ?, `state` = ?, `bodyEncrypted` = ?, `processedAt` =
    ?
WHERE (`main`.`WecomCallback`.`id` = ? AND `main`.`WecomCallback`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[WecomCallback]
SET [tries] = ([dbo].[WecomCallback].[tries] + @P1), [problem] = CAST(@P2 AS VARCHAR(80)), [state] = CAST(@P3 AS
    VARCHAR(20)), [bodyEncrypted] = @P4, [processedAt] = @P5
WHERE ([dbo].[WecomCallback].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[WecomCallback].[state] = CAST(@P7 AS
    VARCHAR(20)));
COMMIT;

-- ======== finish ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`WecomCallback`
SET `state` = ?, `replyXml` = ?, `bodyEncrypted` = ?, `problem` = ?, `processedAt` = ?
WHERE (`main`.`WecomCallback`.`id` = ? AND `main`.`WecomCallback`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[WecomCallback]
SET [state] = CAST(@P1 AS VARCHAR(20)), [replyXml] = @P2, [bodyEncrypted] = @P3, [problem] = CAST(@P4 AS
    VARCHAR(80)), [processedAt] = @P5
WHERE ([dbo].[WecomCallback].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[WecomCallback].[state] = CAST(@P7 AS
    VARCHAR(20)));
COMMIT;
