-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What write-back-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== plan: of an accepted one ========

-- SQLite: 2 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`evidenceState`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
INSERT INTO `main`.`AttendanceWriteBack` (`attemptId`, `state`, `tries`, `nextTryAt`, `createdAt`)
VALUES (?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `state` AS `state`, `tries` AS `tries`, `nextTryAt` AS `nextTryAt`, `errcode`
    AS `errcode`, `createdAt` AS `createdAt`, `sentAt` AS `sentAt`;
COMMIT;

-- SQL Server: 3 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[evidenceState]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
BEGIN TRANSACTION;
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[AttendanceWriteBack] ([attemptId],[state],[tries],[nextTryAt],[createdAt])
OUTPUT [Inserted].[attemptId] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(20)),@P3,@P4,@P5)
SELECT [t].[attemptId]
FROM @generated_keys AS g
INNER JOIN [dbo].[AttendanceWriteBack] AS [t] ON [t].[attemptId] = [g].[attemptId]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[AttendanceWriteBack].[attemptId], [dbo].[AttendanceWriteBack].[state],
    [dbo].[AttendanceWriteBack].[tries], [dbo].[AttendanceWriteBack].[nextTryAt],
    [dbo].[AttendanceWriteBack].[errcode], [dbo].[AttendanceWriteBack].[createdAt],
    [dbo].[AttendanceWriteBack].[sentAt]
FROM [dbo].[AttendanceWriteBack]
WHERE [dbo].[AttendanceWriteBack].[attemptId] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== plan: of one that is no longer accepted ========

-- SQLite: 2 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`evidenceState`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
INSERT INTO `main`.`AttendanceWriteBack` (`attemptId`, `state`, `tries`, `nextTryAt`, `createdAt`)
VALUES (?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `state` AS `state`, `tries` AS `tries`, `nextTryAt` AS `nextTryAt`, `errcode`
    AS `errcode`, `createdAt` AS `createdAt`, `sentAt` AS `sentAt`;
COMMIT;

-- SQL Server: 3 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[evidenceState]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
BEGIN TRANSACTION;
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[AttendanceWriteBack] ([attemptId],[state],[tries],[nextTryAt],[createdAt])
OUTPUT [Inserted].[attemptId] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(20)),@P3,@P4,@P5)
SELECT [t].[attemptId]
FROM @generated_keys AS g
INNER JOIN [dbo].[AttendanceWriteBack] AS [t] ON [t].[attemptId] = [g].[attemptId]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[AttendanceWriteBack].[attemptId], [dbo].[AttendanceWriteBack].[state],
    [dbo].[AttendanceWriteBack].[tries], [dbo].[AttendanceWriteBack].[nextTryAt],
    [dbo].[AttendanceWriteBack].[errcode], [dbo].[AttendanceWriteBack].[createdAt],
    [dbo].[AttendanceWriteBack].[sentAt]
FROM [dbo].[AttendanceWriteBack]
WHERE [dbo].[AttendanceWriteBack].[attemptId] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== due ========

-- SQLite: 5 statements
SELECT `main`.`AttendanceWriteBack`.`attemptId`, `main`.`AttendanceWriteBack`.`state`,
    `main`.`AttendanceWriteBack`.`tries`, `main`.`AttendanceWriteBack`.`nextTryAt`,
    `main`.`AttendanceWriteBack`.`errcode`, `main`.`AttendanceWriteBack`.`createdAt`,
    `main`.`AttendanceWriteBack`.`sentAt`
FROM `main`.`AttendanceWriteBack`
WHERE (`main`.`AttendanceWriteBack`.`state` = ? AND `main`.`AttendanceWriteBack`.`nextTryAt` <= ?)
ORDER BY `main`.`AttendanceWriteBack`.`createdAt` ASC, `main`.`AttendanceWriteBack`.`attemptId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`deferred`, `main`.`Attempt`.`employeeId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` IN (?,?) AND `main`.`Attempt`.`outcome` = ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`address`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
DELETE
FROM `main`.`AttendanceWriteBack`
WHERE (`main`.`AttendanceWriteBack`.`attemptId` IN (?) AND `main`.`AttendanceWriteBack`.`state` = ?);
COMMIT;

-- SQL Server: 5 statements
SELECT [dbo].[AttendanceWriteBack].[attemptId], [dbo].[AttendanceWriteBack].[state],
    [dbo].[AttendanceWriteBack].[tries], [dbo].[AttendanceWriteBack].[nextTryAt],
    [dbo].[AttendanceWriteBack].[errcode], [dbo].[AttendanceWriteBack].[createdAt],
    [dbo].[AttendanceWriteBack].[sentAt]
FROM [dbo].[AttendanceWriteBack]
WHERE ([dbo].[AttendanceWriteBack].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttendanceWriteBack].[nextTryAt] <=
    @P2)
ORDER BY [dbo].[AttendanceWriteBack].[createdAt] ASC, [dbo].[AttendanceWriteBack].[attemptId] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[deferred], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND [dbo].[Attempt].[outcome] =
    CAST(@P3 AS VARCHAR(20)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[address]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));
BEGIN TRANSACTION;
DELETE
FROM [dbo].[AttendanceWriteBack]
WHERE ([dbo].[AttendanceWriteBack].[attemptId] IN (CAST(@P1 AS VARCHAR(400))) AND
    [dbo].[AttendanceWriteBack].[state] = CAST(@P2 AS VARCHAR(20)));
COMMIT;

-- ======== begin ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttendanceWriteBack`
SET `nextTryAt` = ?, `tries` = (`main`.`AttendanceWriteBack`.`tries` + ?)
WHERE (`main`.`AttendanceWriteBack`.`attemptId` = ? AND `main`.`AttendanceWriteBack`.`state` = ? AND
    `main`.`AttendanceWriteBack`.`nextTryAt` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttendanceWriteBack]
SET [nextTryAt] = @P1, [tries] = ([dbo].[AttendanceWriteBack].[tries] + @P2)
WHERE ([dbo].[AttendanceWriteBack].[attemptId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[AttendanceWriteBack].[state] =
    CAST(@P4 AS VARCHAR(20)) AND [dbo].[AttendanceWriteBack].[nextTryAt] = @P5);
COMMIT;

-- ======== postpone ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttendanceWriteBack`
SET `errcode` = ?, `nextTryAt` = ?
WHERE (`main`.`AttendanceWriteBack`.`attemptId` = ? AND `main`.`AttendanceWriteBack`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttendanceWriteBack]
SET [errcode] = @P1, [nextTryAt] = @P2
WHERE ([dbo].[AttendanceWriteBack].[attemptId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[AttendanceWriteBack].[state] =
    CAST(@P4 AS VARCHAR(20)));
COMMIT;

-- ======== postpone: for good ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttendanceWriteBack`
SET `errcode` = ?, `state` = ?
WHERE (`main`.`AttendanceWriteBack`.`attemptId` = ? AND `main`.`AttendanceWriteBack`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttendanceWriteBack]
SET [errcode] = @P1, [state] = CAST(@P2 AS VARCHAR(20))
WHERE ([dbo].[AttendanceWriteBack].[attemptId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[AttendanceWriteBack].[state] =
    CAST(@P4 AS VARCHAR(20)));
COMMIT;

-- ======== sent ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`AttendanceWriteBack`
SET `state` = ?, `errcode` = ?, `sentAt` = ?
WHERE (`main`.`AttendanceWriteBack`.`attemptId` = ? AND `main`.`AttendanceWriteBack`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[AttendanceWriteBack]
SET [state] = CAST(@P1 AS VARCHAR(20)), [errcode] = @P2, [sentAt] = @P3
WHERE ([dbo].[AttendanceWriteBack].[attemptId] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[AttendanceWriteBack].[state] =
    CAST(@P5 AS VARCHAR(20)));
COMMIT;
