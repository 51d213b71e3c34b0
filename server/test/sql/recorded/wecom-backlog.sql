-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What wecom-backlog.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== readBacklog ========

-- SQLite: 12 statements
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`WecomCallback`.`id`
FROM `main`.`WecomCallback`
WHERE `main`.`WecomCallback`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`WecomCallback`.`id`
FROM `main`.`WecomCallback`
WHERE (`main`.`WecomCallback`.`state` = ? AND `main`.`WecomCallback`.`tries` > ?)
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`WecomCallback`.`id`
FROM `main`.`WecomCallback`
WHERE `main`.`WecomCallback`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`ApprovalCard`.`id`
FROM `main`.`ApprovalCard`
WHERE (`main`.`ApprovalCard`.`state` IN (?,?) AND `main`.`ApprovalCard`.`nextTryAt` IS NOT NULL)
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`ApprovalCard`.`id`
FROM `main`.`ApprovalCard`
WHERE (`main`.`ApprovalCard`.`state` IN (?,?) AND `main`.`ApprovalCard`.`nextTryAt` IS NOT NULL AND
    `main`.`ApprovalCard`.`tries` > ?)
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`ApprovalCard`.`id`
FROM `main`.`ApprovalCard`
WHERE `main`.`ApprovalCard`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Notice`.`id`
FROM `main`.`Notice`
WHERE `main`.`Notice`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Notice`.`id`
FROM `main`.`Notice`
WHERE (`main`.`Notice`.`state` = ? AND `main`.`Notice`.`tries` > ?)
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Notice`.`id`
FROM `main`.`Notice`
WHERE `main`.`Notice`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`AttendanceWriteBack`.`attemptId`
FROM `main`.`AttendanceWriteBack`
WHERE `main`.`AttendanceWriteBack`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`AttendanceWriteBack`.`attemptId`
FROM `main`.`AttendanceWriteBack`
WHERE (`main`.`AttendanceWriteBack`.`state` = ? AND `main`.`AttendanceWriteBack`.`tries` > ?)
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`AttendanceWriteBack`.`attemptId`
FROM `main`.`AttendanceWriteBack`
WHERE `main`.`AttendanceWriteBack`.`state` = ?
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 12 statements
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[WecomCallback].[id]
FROM [dbo].[WecomCallback]
WHERE [dbo].[WecomCallback].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[WecomCallback].[id]
FROM [dbo].[WecomCallback]
WHERE ([dbo].[WecomCallback].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[WecomCallback].[tries] > @P2)) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[WecomCallback].[id]
FROM [dbo].[WecomCallback]
WHERE [dbo].[WecomCallback].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[ApprovalCard].[id]
FROM [dbo].[ApprovalCard]
WHERE ([dbo].[ApprovalCard].[state] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[ApprovalCard].[nextTryAt] IS NOT NULL)) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[ApprovalCard].[id]
FROM [dbo].[ApprovalCard]
WHERE ([dbo].[ApprovalCard].[state] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[ApprovalCard].[nextTryAt] IS NOT NULL AND [dbo].[ApprovalCard].[tries] > @P3)) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[ApprovalCard].[id]
FROM [dbo].[ApprovalCard]
WHERE [dbo].[ApprovalCard].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Notice].[id]
FROM [dbo].[Notice]
WHERE [dbo].[Notice].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Notice].[id]
FROM [dbo].[Notice]
WHERE ([dbo].[Notice].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[Notice].[tries] > @P2)) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Notice].[id]
FROM [dbo].[Notice]
WHERE [dbo].[Notice].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[AttendanceWriteBack].[attemptId]
FROM [dbo].[AttendanceWriteBack]
WHERE [dbo].[AttendanceWriteBack].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[AttendanceWriteBack].[attemptId]
FROM [dbo].[AttendanceWriteBack]
WHERE ([dbo].[AttendanceWriteBack].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[AttendanceWriteBack].[tries] >
    @P2)) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[AttendanceWriteBack].[attemptId]
FROM [dbo].[AttendanceWriteBack]
WHERE [dbo].[AttendanceWriteBack].[state] = CAST(@P1 AS VARCHAR(20))) AS [sub];
