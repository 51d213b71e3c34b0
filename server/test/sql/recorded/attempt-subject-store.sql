-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What attempt-subject-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== findMany: one ========

-- SQLite: 4 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`applicationReason`,
    `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` IN (?))
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[zone], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[applicationReason],
    [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] IN (CAST(@P2 AS VARCHAR(400))))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P3 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== findMany: many ========

-- SQLite: 10 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`applicationReason`,
    `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?, … 898 more …, ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` IN (?))
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`applicationReason`,
    `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?, … 898 more …, ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` IN (NULL))
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`applicationReason`,
    `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?, … 299 more …, ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` IN (NULL))
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 10 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[zone], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[applicationReason],
    [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)));
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] IN (CAST(@P2 AS VARCHAR(400))))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P3 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[zone], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[applicationReason],
    [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)));
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] IN (NULL);
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] IN (NULL))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[zone], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[applicationReason],
    [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)), … 299 more …, CAST(@P301 AS VARCHAR(400)));
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] IN (NULL);
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] IN (NULL))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== load ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`applicationReason`,
    `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` IN (?))
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 4 statements
BEGIN TRANSACTION;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[zone], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[applicationReason],
    [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] IN (CAST(@P2 AS VARCHAR(400))))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P3 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));
COMMIT;

-- ======== hold ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Attempt`
SET `decisionCount` = ?
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`decisionCount` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Attempt]
SET [decisionCount] = @P1
WHERE ([dbo].[Attempt].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Attempt].[decisionCount] = @P3);
COMMIT;

-- ======== findUnasked: first page ========

-- SQLite: 6 statements
SELECT `main`.`Attempt`.`id`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`outcome` = ? AND `main`.`Attempt`.`workDay` >= ? AND `main`.`Attempt`.`receivedAt` < ?)
ORDER BY `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`subjectId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND `main`.`ApprovalRequest`.`subjectId` IN (?,?))
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`applicationReason`,
    `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` IN (?))
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 6 statements
SELECT [dbo].[Attempt].[id]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[outcome] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[Attempt].[workDay] >= @P2 AND
    [dbo].[Attempt].[receivedAt] < @P3)
ORDER BY [dbo].[Attempt].[id] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[subjectId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[subjectId] IN
    (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[zone], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[applicationReason],
    [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] IN (CAST(@P2 AS VARCHAR(400))))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P3 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== findUnasked: next page ========

-- SQLite: 2 statements
SELECT `main`.`Attempt`.`id`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`outcome` = ? AND `main`.`Attempt`.`workDay` >= ? AND `main`.`Attempt`.`receivedAt` < ? AND
    `main`.`Attempt`.`id` > ?)
ORDER BY `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`subjectId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND `main`.`ApprovalRequest`.`subjectId` IN (?))
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[Attempt].[id]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[outcome] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[Attempt].[workDay] >= @P2 AND
    [dbo].[Attempt].[receivedAt] < @P3 AND [dbo].[Attempt].[id] > CAST(@P4 AS VARCHAR(36)))
ORDER BY [dbo].[Attempt].[id] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[subjectId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[subjectId] IN
    (CAST(@P2 AS VARCHAR(400))));
