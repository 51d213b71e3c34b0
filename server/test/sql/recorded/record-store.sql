-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What record-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== listOwn: of all days ========

-- SQLite: 3 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`slotKey`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`requestId`,
    `main`.`Attempt`.`keyThumbprint`, `main`.`Attempt`.`bodyHash`, `main`.`Attempt`.`challengeId`,
    `main`.`Attempt`.`challengePosition`, `main`.`Attempt`.`sessionId`, `main`.`Attempt`.`phoneTime`,
    `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`receivedAt`, `main`.`Attempt`.`deferred`,
    `main`.`Attempt`.`captureUnproven`, `main`.`Attempt`.`applicationReason`, `main`.`Attempt`.`note`,
    `main`.`Attempt`.`siteId`, `main`.`Attempt`.`presenceBy`, `main`.`Attempt`.`ruleId`,
    `main`.`Attempt`.`ruleVersion`, `main`.`Attempt`.`networkType`, `main`.`Attempt`.`networkAddressHash`,
    `main`.`Attempt`.`factsHash`, `main`.`Attempt`.`deviceJson`, `main`.`Attempt`.`clientVersion`,
    `main`.`Attempt`.`accuracyMetres`, `main`.`Attempt`.`placeEncrypted`, `main`.`Attempt`.`wifiEncrypted`,
    `main`.`Attempt`.`placeHash`, `main`.`Attempt`.`cellLatitude`, `main`.`Attempt`.`cellLongitude`,
    `main`.`Attempt`.`replyJson`, `main`.`Attempt`.`outcome`, `main`.`Attempt`.`code`,
    `main`.`Attempt`.`evidenceState`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`evidenceDeadline`,
    `main`.`Attempt`.`approvedBy`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`employeeId` = ?
ORDER BY `main`.`Attempt`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE `main`.`Decision`.`attemptId` IN (?,?,?,?,?,?)
ORDER BY `main`.`Decision`.`number` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[slotKey], [dbo].[Attempt].[zone], [dbo].[Attempt].[requestId],
    [dbo].[Attempt].[keyThumbprint], [dbo].[Attempt].[bodyHash], [dbo].[Attempt].[challengeId],
    [dbo].[Attempt].[challengePosition], [dbo].[Attempt].[sessionId], [dbo].[Attempt].[phoneTime],
    [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[receivedAt], [dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven], [dbo].[Attempt].[applicationReason], [dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId], [dbo].[Attempt].[presenceBy], [dbo].[Attempt].[ruleId], [dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson], [dbo].[Attempt].[clientVersion], [dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted], [dbo].[Attempt].[wifiEncrypted], [dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude], [dbo].[Attempt].[cellLongitude], [dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[code], [dbo].[Attempt].[evidenceState],
    [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[evidenceDeadline], [dbo].[Attempt].[approvedBy]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[Attempt].[id] DESC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE [dbo].[Decision].[attemptId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)),
    CAST(@P4 AS VARCHAR(400)),CAST(@P5 AS VARCHAR(400)),CAST(@P6 AS VARCHAR(400)))
ORDER BY [dbo].[Decision].[number] ASC
OFFSET @P7 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== listOwn: of a day, next page ========

-- SQLite: 3 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`slotKey`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`requestId`,
    `main`.`Attempt`.`keyThumbprint`, `main`.`Attempt`.`bodyHash`, `main`.`Attempt`.`challengeId`,
    `main`.`Attempt`.`challengePosition`, `main`.`Attempt`.`sessionId`, `main`.`Attempt`.`phoneTime`,
    `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`receivedAt`, `main`.`Attempt`.`deferred`,
    `main`.`Attempt`.`captureUnproven`, `main`.`Attempt`.`applicationReason`, `main`.`Attempt`.`note`,
    `main`.`Attempt`.`siteId`, `main`.`Attempt`.`presenceBy`, `main`.`Attempt`.`ruleId`,
    `main`.`Attempt`.`ruleVersion`, `main`.`Attempt`.`networkType`, `main`.`Attempt`.`networkAddressHash`,
    `main`.`Attempt`.`factsHash`, `main`.`Attempt`.`deviceJson`, `main`.`Attempt`.`clientVersion`,
    `main`.`Attempt`.`accuracyMetres`, `main`.`Attempt`.`placeEncrypted`, `main`.`Attempt`.`wifiEncrypted`,
    `main`.`Attempt`.`placeHash`, `main`.`Attempt`.`cellLatitude`, `main`.`Attempt`.`cellLongitude`,
    `main`.`Attempt`.`replyJson`, `main`.`Attempt`.`outcome`, `main`.`Attempt`.`code`,
    `main`.`Attempt`.`evidenceState`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`evidenceDeadline`,
    `main`.`Attempt`.`approvedBy`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`workDay` = ? AND `main`.`Attempt`.`id` < ?)
ORDER BY `main`.`Attempt`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE `main`.`Decision`.`attemptId` IN (?,?,?,?)
ORDER BY `main`.`Decision`.`number` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[slotKey], [dbo].[Attempt].[zone], [dbo].[Attempt].[requestId],
    [dbo].[Attempt].[keyThumbprint], [dbo].[Attempt].[bodyHash], [dbo].[Attempt].[challengeId],
    [dbo].[Attempt].[challengePosition], [dbo].[Attempt].[sessionId], [dbo].[Attempt].[phoneTime],
    [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[receivedAt], [dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven], [dbo].[Attempt].[applicationReason], [dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId], [dbo].[Attempt].[presenceBy], [dbo].[Attempt].[ruleId], [dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson], [dbo].[Attempt].[clientVersion], [dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted], [dbo].[Attempt].[wifiEncrypted], [dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude], [dbo].[Attempt].[cellLongitude], [dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[code], [dbo].[Attempt].[evidenceState],
    [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[evidenceDeadline], [dbo].[Attempt].[approvedBy]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[workDay] = @P2 AND
    [dbo].[Attempt].[id] < CAST(@P3 AS VARCHAR(36)))
ORDER BY [dbo].[Attempt].[id] DESC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE [dbo].[Decision].[attemptId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)),
    CAST(@P4 AS VARCHAR(400)))
ORDER BY [dbo].[Decision].[number] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== findOwn ========

-- SQLite: 4 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`slotKey`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`requestId`,
    `main`.`Attempt`.`keyThumbprint`, `main`.`Attempt`.`bodyHash`, `main`.`Attempt`.`challengeId`,
    `main`.`Attempt`.`challengePosition`, `main`.`Attempt`.`sessionId`, `main`.`Attempt`.`phoneTime`,
    `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`receivedAt`, `main`.`Attempt`.`deferred`,
    `main`.`Attempt`.`captureUnproven`, `main`.`Attempt`.`applicationReason`, `main`.`Attempt`.`note`,
    `main`.`Attempt`.`siteId`, `main`.`Attempt`.`presenceBy`, `main`.`Attempt`.`ruleId`,
    `main`.`Attempt`.`ruleVersion`, `main`.`Attempt`.`networkType`, `main`.`Attempt`.`networkAddressHash`,
    `main`.`Attempt`.`factsHash`, `main`.`Attempt`.`deviceJson`, `main`.`Attempt`.`clientVersion`,
    `main`.`Attempt`.`accuracyMetres`, `main`.`Attempt`.`placeEncrypted`, `main`.`Attempt`.`wifiEncrypted`,
    `main`.`Attempt`.`placeHash`, `main`.`Attempt`.`cellLatitude`, `main`.`Attempt`.`cellLongitude`,
    `main`.`Attempt`.`replyJson`, `main`.`Attempt`.`outcome`, `main`.`Attempt`.`code`,
    `main`.`Attempt`.`evidenceState`, `main`.`Attempt`.`decisionCount`, `main`.`Attempt`.`evidenceDeadline`,
    `main`.`Attempt`.`approvedBy`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`employeeId` = ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE `main`.`Decision`.`attemptId` IN (?)
ORDER BY `main`.`Decision`.`number` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Rule`.`id`, `main`.`Rule`.`name`, `main`.`Rule`.`createdAt`, `main`.`Rule`.`archivedAt`
FROM `main`.`Rule`
WHERE (`main`.`Rule`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[slotKey], [dbo].[Attempt].[zone], [dbo].[Attempt].[requestId],
    [dbo].[Attempt].[keyThumbprint], [dbo].[Attempt].[bodyHash], [dbo].[Attempt].[challengeId],
    [dbo].[Attempt].[challengePosition], [dbo].[Attempt].[sessionId], [dbo].[Attempt].[phoneTime],
    [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[receivedAt], [dbo].[Attempt].[deferred],
    [dbo].[Attempt].[captureUnproven], [dbo].[Attempt].[applicationReason], [dbo].[Attempt].[note],
    [dbo].[Attempt].[siteId], [dbo].[Attempt].[presenceBy], [dbo].[Attempt].[ruleId], [dbo].[Attempt].[ruleVersion],
    [dbo].[Attempt].[networkType], [dbo].[Attempt].[networkAddressHash], [dbo].[Attempt].[factsHash],
    [dbo].[Attempt].[deviceJson], [dbo].[Attempt].[clientVersion], [dbo].[Attempt].[accuracyMetres],
    [dbo].[Attempt].[placeEncrypted], [dbo].[Attempt].[wifiEncrypted], [dbo].[Attempt].[placeHash],
    [dbo].[Attempt].[cellLatitude], [dbo].[Attempt].[cellLongitude], [dbo].[Attempt].[replyJson],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[code], [dbo].[Attempt].[evidenceState],
    [dbo].[Attempt].[decisionCount], [dbo].[Attempt].[evidenceDeadline], [dbo].[Attempt].[approvedBy]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[employeeId] = CAST(@P2 AS VARCHAR(36)))
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE [dbo].[Decision].[attemptId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Decision].[number] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Rule].[id], [dbo].[Rule].[name], [dbo].[Rule].[createdAt], [dbo].[Rule].[archivedAt]
FROM [dbo].[Rule]
WHERE ([dbo].[Rule].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== loadDays ========

-- SQLite: 5 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`
FROM `main`.`FieldPlan`
LEFT JOIN `main`.`Site` AS `j0` ON (`j0`.`id`) = (`main`.`FieldPlan`.`siteId`)
WHERE (`main`.`FieldPlan`.`employeeId` = ? AND `main`.`FieldPlan`.`workDay` >= ? AND `main`.`FieldPlan`.`workDay` <=
    ? AND `main`.`FieldPlan`.`cancelledAt` IS NULL AND (`j0`.`archivedAt` IS NULL AND `j0`.`zone` IS NOT NULL AND
    (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`FieldPlan`.`createdAt` DESC, `main`.`FieldPlan`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`,
    `main`.`Attempt`.`outcome`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`, `main`.`Attempt`.`code`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`workDay` >= ? AND `main`.`Attempt`.`workDay` <= ?)
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE (`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` >= ? AND
    `main`.`EmployeeDay`.`workDay` <= ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`zone`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`createdAt`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 5 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId]
FROM [dbo].[FieldPlan]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[FieldPlan].[siteId]))
WHERE ([dbo].[FieldPlan].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[FieldPlan].[workDay] >= @P2 AND
    [dbo].[FieldPlan].[workDay] <= @P3 AND [dbo].[FieldPlan].[cancelledAt] IS NULL AND ([j0].[archivedAt] IS NULL
    AND [j0].[zone] IS NOT NULL AND ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[FieldPlan].[createdAt] DESC, [dbo].[FieldPlan].[id] DESC
OFFSET @P4 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId], [dbo].[Attempt].[code]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[workDay] >= @P2 AND
    [dbo].[Attempt].[workDay] <= @P3)
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P4 ROWS;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] >= @P2 AND
    [dbo].[EmployeeDay].[workDay] <= @P3);
SELECT [dbo].[Site].[id], [dbo].[Site].[zone]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[createdAt], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
