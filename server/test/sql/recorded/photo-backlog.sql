-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What photo-backlog.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== readBacklog ========

-- SQLite: 2 statements
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`nextCheckAt`
FROM `main`.`AttemptPhoto`
WHERE (`main`.`AttemptPhoto`.`state` = ? AND `main`.`AttemptPhoto`.`nextCheckAt` <= ?)
ORDER BY `main`.`AttemptPhoto`.`nextCheckAt` ASC
LIMIT ?
OFFSET ?;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 2 statements
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[nextCheckAt]
FROM [dbo].[AttemptPhoto]
WHERE ([dbo].[AttemptPhoto].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttemptPhoto].[nextCheckAt] <= @P2)
ORDER BY [dbo].[AttemptPhoto].[nextCheckAt] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
