-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What settlement-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== load: for photos ========

-- SQLite: 8 statements
BEGIN TRANSACTION;
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
WHERE (`main`.`Attempt`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` = ?
ORDER BY `main`.`AttemptPhoto`.`sha256` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` = ?)
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`version`,
    `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE ((`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`workDay` = ? AND `main`.`Attempt`.`slotKey` = ? AND
    `main`.`Attempt`.`outcome` IN (?,?) AND `main`.`Attempt`.`id` <> ?)
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`sha256` IN (?)
ORDER BY `main`.`AttemptPhoto`.`attemptId` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`receivedAt`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RuleVersion`.`id`, `main`.`RuleVersion`.`policyJson`
FROM `main`.`RuleVersion`
WHERE ((`main`.`RuleVersion`.`ruleId` = ? AND `main`.`RuleVersion`.`version` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 8 statements
BEGIN TRANSACTION;
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
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[AttemptPhoto].[sha256] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] = CAST(@P2 AS VARCHAR(36)))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE (([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P2) AND
    1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[workDay] = @P2 AND
    [dbo].[Attempt].[slotKey] = CAST(@P3 AS VARCHAR(20)) AND [dbo].[Attempt].[outcome] IN (CAST(@P4 AS VARCHAR(400)),
    CAST(@P5 AS VARCHAR(400))) AND [dbo].[Attempt].[id] <> CAST(@P6 AS VARCHAR(36)))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P7 ROWS;
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[sha256] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[AttemptPhoto].[attemptId] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[outcome], [dbo].[Attempt].[receivedAt]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[RuleVersion].[id], [dbo].[RuleVersion].[policyJson]
FROM [dbo].[RuleVersion]
WHERE (([dbo].[RuleVersion].[ruleId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RuleVersion].[version] = @P2) AND 1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
COMMIT;

-- ======== load: for an approval ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
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
WHERE (`main`.`Attempt`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` = ?
ORDER BY `main`.`AttemptPhoto`.`sha256` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` = ?)
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`version`,
    `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE ((`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`workDay` = ? AND `main`.`Attempt`.`slotKey` = ? AND
    `main`.`Attempt`.`outcome` IN (?,?) AND `main`.`Attempt`.`id` <> ?)
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`RuleVersion`.`id`, `main`.`RuleVersion`.`policyJson`
FROM `main`.`RuleVersion`
WHERE ((`main`.`RuleVersion`.`ruleId` = ? AND `main`.`RuleVersion`.`version` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 6 statements
BEGIN TRANSACTION;
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
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[AttemptPhoto].[sha256] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] = CAST(@P2 AS VARCHAR(36)))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE (([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P2) AND
    1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[workDay] = @P2 AND
    [dbo].[Attempt].[slotKey] = CAST(@P3 AS VARCHAR(20)) AND [dbo].[Attempt].[outcome] IN (CAST(@P4 AS VARCHAR(400)),
    CAST(@P5 AS VARCHAR(400))) AND [dbo].[Attempt].[id] <> CAST(@P6 AS VARCHAR(36)))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P7 ROWS;
SELECT [dbo].[RuleVersion].[id], [dbo].[RuleVersion].[policyJson]
FROM [dbo].[RuleVersion]
WHERE (([dbo].[RuleVersion].[ruleId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RuleVersion].[version] = @P2) AND 1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
COMMIT;

-- ======== load: for a rebind ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
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
WHERE (`main`.`Attempt`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`AttemptPhoto`.`attemptId`, `main`.`AttemptPhoto`.`sha256`, `main`.`AttemptPhoto`.`byteLength`,
    `main`.`AttemptPhoto`.`takenAt`, `main`.`AttemptPhoto`.`state`, `main`.`AttemptPhoto`.`objectKey`,
    `main`.`AttemptPhoto`.`problem`, `main`.`AttemptPhoto`.`nextCheckAt`, `main`.`AttemptPhoto`.`checkCount`,
    `main`.`AttemptPhoto`.`perceptualHash`, `main`.`AttemptPhoto`.`widthPixels`,
    `main`.`AttemptPhoto`.`heightPixels`, `main`.`AttemptPhoto`.`verifiedAt`
FROM `main`.`AttemptPhoto`
WHERE `main`.`AttemptPhoto`.`attemptId` = ?
ORDER BY `main`.`AttemptPhoto`.`sha256` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Decision`.`attemptId`, `main`.`Decision`.`number`, `main`.`Decision`.`decidedAt`,
    `main`.`Decision`.`decidedBy`, `main`.`Decision`.`outcome`, `main`.`Decision`.`code`,
    `main`.`Decision`.`findingsJson`, `main`.`Decision`.`checksJson`, `main`.`Decision`.`effect`
FROM `main`.`Decision`
WHERE (`main`.`Decision`.`checksJson` <> ? AND `main`.`Decision`.`attemptId` = ?)
ORDER BY `main`.`Decision`.`number` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`version`,
    `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE ((`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`outcome`,
    `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`workDay` = ? AND `main`.`Attempt`.`slotKey` = ? AND
    `main`.`Attempt`.`outcome` IN (?,?) AND `main`.`Attempt`.`id` <> ?)
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`RuleVersion`.`id`, `main`.`RuleVersion`.`policyJson`
FROM `main`.`RuleVersion`
WHERE ((`main`.`RuleVersion`.`ruleId` = ? AND `main`.`RuleVersion`.`version` = ?) AND 1=1)
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 6 statements
BEGIN TRANSACTION;
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
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[AttemptPhoto].[attemptId], [dbo].[AttemptPhoto].[sha256], [dbo].[AttemptPhoto].[byteLength],
    [dbo].[AttemptPhoto].[takenAt], [dbo].[AttemptPhoto].[state], [dbo].[AttemptPhoto].[objectKey],
    [dbo].[AttemptPhoto].[problem], [dbo].[AttemptPhoto].[nextCheckAt], [dbo].[AttemptPhoto].[checkCount],
    [dbo].[AttemptPhoto].[perceptualHash], [dbo].[AttemptPhoto].[widthPixels], [dbo].[AttemptPhoto].[heightPixels],
    [dbo].[AttemptPhoto].[verifiedAt]
FROM [dbo].[AttemptPhoto]
WHERE [dbo].[AttemptPhoto].[attemptId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[AttemptPhoto].[sha256] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[checksJson] <> @P1 AND [dbo].[Decision].[attemptId] = CAST(@P2 AS VARCHAR(36)))
ORDER BY [dbo].[Decision].[number] DESC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE (([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P2) AND
    1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[outcome],
    [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[workDay] = @P2 AND
    [dbo].[Attempt].[slotKey] = CAST(@P3 AS VARCHAR(20)) AND [dbo].[Attempt].[outcome] IN (CAST(@P4 AS VARCHAR(400)),
    CAST(@P5 AS VARCHAR(400))) AND [dbo].[Attempt].[id] <> CAST(@P6 AS VARCHAR(36)))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P7 ROWS;
SELECT [dbo].[RuleVersion].[id], [dbo].[RuleVersion].[policyJson]
FROM [dbo].[RuleVersion]
WHERE (([dbo].[RuleVersion].[ruleId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RuleVersion].[version] = @P2) AND 1=1)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
COMMIT;

-- ======== heldOfKey ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
SELECT `main`.`Attempt`.`id`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`keyThumbprint` = ? AND `main`.`Attempt`.`outcome` = ?
    AND `main`.`Attempt`.`code` = ?)
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
SELECT [dbo].[Attempt].[id]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[keyThumbprint] = CAST(@P2 AS
    VARCHAR(400)) AND [dbo].[Attempt].[outcome] = CAST(@P3 AS VARCHAR(20)) AND [dbo].[Attempt].[code] = CAST(@P4 AS
    VARCHAR(40)))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
COMMIT;

-- ======== write ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
UPDATE `main`.`EmployeeDay`
SET `version` = (`main`.`EmployeeDay`.`version` + ?)
WHERE (`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` = ? AND
    `main`.`EmployeeDay`.`version` = ?);
UPDATE `main`.`Attempt`
SET `outcome` = ?, `code` = ?, `evidenceState` = ?, `approvedBy` = ?, `decisionCount` =
    (`main`.`Attempt`.`decisionCount` + ?)
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`decisionCount` = ?);
INSERT INTO `main`.`Decision` (`attemptId`, `number`, `decidedAt`, `decidedBy`, `outcome`, `code`, `findingsJson`,
    `checksJson`, `effect`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `number` AS `number`, `decidedAt` AS `decidedAt`, `decidedBy` AS `decidedBy`,
    `outcome` AS `outcome`, `code` AS `code`, `findingsJson` AS `findingsJson`, `checksJson` AS `checksJson`,
    `effect` AS `effect`;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 7 statements
BEGIN TRANSACTION;
UPDATE [dbo].[EmployeeDay]
SET [version] = ([dbo].[EmployeeDay].[version] + @P1)
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P3 AND
    [dbo].[EmployeeDay].[version] = @P4);
UPDATE [dbo].[Attempt]
SET [outcome] = CAST(@P1 AS VARCHAR(20)), [code] = CAST(@P2 AS VARCHAR(40)), [evidenceState] = CAST(@P3 AS
    VARCHAR(20)), [approvedBy] = CAST(@P4 AS VARCHAR(36)), [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P5)
WHERE ([dbo].[Attempt].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[Attempt].[decisionCount] = @P7);
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[number] BIGINT)
INSERT INTO [dbo].[Decision] ([attemptId],[number],[decidedAt],[decidedBy],[outcome],[code],[findingsJson],
    [checksJson],[effect])
OUTPUT [Inserted].[attemptId],[Inserted].[number] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)))
SELECT [t].[attemptId],[t].[number]
FROM @generated_keys AS g
INNER JOIN [dbo].[Decision] AS [t] ON ([t].[attemptId] = [g].[attemptId] AND [t].[number] = [g].[number])
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[attemptId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Decision].[number] = @P2)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
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

-- ======== write: takes the place of another one ========

-- SQLite: 9 statements
BEGIN TRANSACTION;
UPDATE `main`.`EmployeeDay`
SET `version` = (`main`.`EmployeeDay`.`version` + ?)
WHERE (`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` = ? AND
    `main`.`EmployeeDay`.`version` = ?);
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` IN (?) AND `main`.`Attempt`.`outcome` = ?)
LIMIT ?
OFFSET ?;
UPDATE `main`.`Attempt`
SET `outcome` = ?, `decisionCount` = (`main`.`Attempt`.`decisionCount` + ?)
WHERE (`main`.`Attempt`.`id` IN (?) AND `main`.`Attempt`.`outcome` = ?);
INSERT INTO `main`.`Decision` (`attemptId`, `number`, `decidedAt`, `decidedBy`, `outcome`, `code`, `findingsJson`,
    `checksJson`, `effect`)
VALUES (?,?,?,?,?,?,?,?,?);
UPDATE `main`.`Attempt`
SET `outcome` = ?, `code` = ?, `evidenceState` = ?, `approvedBy` = ?, `decisionCount` =
    (`main`.`Attempt`.`decisionCount` + ?)
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`decisionCount` = ?);
INSERT INTO `main`.`Decision` (`attemptId`, `number`, `decidedAt`, `decidedBy`, `outcome`, `code`, `findingsJson`,
    `checksJson`, `effect`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `number` AS `number`, `decidedAt` AS `decidedAt`, `decidedBy` AS `decidedBy`,
    `outcome` AS `outcome`, `code` AS `code`, `findingsJson` AS `findingsJson`, `checksJson` AS `checksJson`,
    `effect` AS `effect`;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 10 statements
BEGIN TRANSACTION;
UPDATE [dbo].[EmployeeDay]
SET [version] = ([dbo].[EmployeeDay].[version] + @P1)
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P3 AND
    [dbo].[EmployeeDay].[version] = @P4);
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[outcome] = CAST(@P2 AS VARCHAR(20)));
UPDATE [dbo].[Attempt]
SET [outcome] = CAST(@P1 AS VARCHAR(20)), [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P2)
WHERE ([dbo].[Attempt].[id] IN (CAST(@P3 AS VARCHAR(400))) AND [dbo].[Attempt].[outcome] = CAST(@P4 AS VARCHAR(20)));
INSERT INTO [dbo].[Decision] ([dbo].[Decision].[attemptId],[dbo].[Decision].[number],[dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy],[dbo].[Decision].[outcome],[dbo].[Decision].[code],[dbo].[Decision].[findingsJson],
    [dbo].[Decision].[checksJson],[dbo].[Decision].[effect])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)));
UPDATE [dbo].[Attempt]
SET [outcome] = CAST(@P1 AS VARCHAR(20)), [code] = CAST(@P2 AS VARCHAR(40)), [evidenceState] = CAST(@P3 AS
    VARCHAR(20)), [approvedBy] = CAST(@P4 AS VARCHAR(36)), [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P5)
WHERE ([dbo].[Attempt].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[Attempt].[decisionCount] = @P7);
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[number] BIGINT)
INSERT INTO [dbo].[Decision] ([attemptId],[number],[decidedAt],[decidedBy],[outcome],[code],[findingsJson],
    [checksJson],[effect])
OUTPUT [Inserted].[attemptId],[Inserted].[number] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)))
SELECT [t].[attemptId],[t].[number]
FROM @generated_keys AS g
INNER JOIN [dbo].[Decision] AS [t] ON ([t].[attemptId] = [g].[attemptId] AND [t].[number] = [g].[number])
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[attemptId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Decision].[number] = @P2)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
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

-- ======== write: makes another one count again ========

-- SQLite: 9 statements
BEGIN TRANSACTION;
UPDATE `main`.`EmployeeDay`
SET `version` = (`main`.`EmployeeDay`.`version` + ?)
WHERE (`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` = ? AND
    `main`.`EmployeeDay`.`version` = ?);
UPDATE `main`.`Attempt`
SET `outcome` = ?, `code` = ?, `evidenceState` = ?, `approvedBy` = ?, `decisionCount` =
    (`main`.`Attempt`.`decisionCount` + ?)
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`decisionCount` = ?);
INSERT INTO `main`.`Decision` (`attemptId`, `number`, `decidedAt`, `decidedBy`, `outcome`, `code`, `findingsJson`,
    `checksJson`, `effect`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `number` AS `number`, `decidedAt` AS `decidedAt`, `decidedBy` AS `decidedBy`,
    `outcome` AS `outcome`, `code` AS `code`, `findingsJson` AS `findingsJson`, `checksJson` AS `checksJson`,
    `effect` AS `effect`;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`code`, `main`.`Attempt`.`decisionCount`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`outcome` = ?)
LIMIT ?
OFFSET ?;
UPDATE `main`.`Attempt`
SET `outcome` = ?, `decisionCount` = (`main`.`Attempt`.`decisionCount` + ?)
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`outcome` = ?);
INSERT INTO `main`.`Decision` (`attemptId`, `number`, `decidedAt`, `decidedBy`, `outcome`, `code`, `findingsJson`,
    `checksJson`, `effect`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `number` AS `number`, `decidedAt` AS `decidedAt`, `decidedBy` AS `decidedBy`,
    `outcome` AS `outcome`, `code` AS `code`, `findingsJson` AS `findingsJson`, `checksJson` AS `checksJson`,
    `effect` AS `effect`;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 11 statements
BEGIN TRANSACTION;
UPDATE [dbo].[EmployeeDay]
SET [version] = ([dbo].[EmployeeDay].[version] + @P1)
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P3 AND
    [dbo].[EmployeeDay].[version] = @P4);
UPDATE [dbo].[Attempt]
SET [outcome] = CAST(@P1 AS VARCHAR(20)), [code] = CAST(@P2 AS VARCHAR(40)), [evidenceState] = CAST(@P3 AS
    VARCHAR(20)), [approvedBy] = CAST(@P4 AS VARCHAR(36)), [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P5)
WHERE ([dbo].[Attempt].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[Attempt].[decisionCount] = @P7);
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[number] BIGINT)
INSERT INTO [dbo].[Decision] ([attemptId],[number],[decidedAt],[decidedBy],[outcome],[code],[findingsJson],
    [checksJson],[effect])
OUTPUT [Inserted].[attemptId],[Inserted].[number] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)))
SELECT [t].[attemptId],[t].[number]
FROM @generated_keys AS g
INNER JOIN [dbo].[Decision] AS [t] ON ([t].[attemptId] = [g].[attemptId] AND [t].[number] = [g].[number])
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[attemptId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Decision].[number] = @P2)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[code], [dbo].[Attempt].[decisionCount]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[outcome] = CAST(@P2 AS VARCHAR(20)))
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
UPDATE [dbo].[Attempt]
SET [outcome] = CAST(@P1 AS VARCHAR(20)), [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P2)
WHERE ([dbo].[Attempt].[id] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[Attempt].[outcome] = CAST(@P4 AS VARCHAR(20)));
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[number] BIGINT)
INSERT INTO [dbo].[Decision] ([attemptId],[number],[decidedAt],[decidedBy],[outcome],[code],[findingsJson],
    [checksJson],[effect])
OUTPUT [Inserted].[attemptId],[Inserted].[number] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(36)),CAST(@P5 AS VARCHAR(20)),CAST(@P6 AS VARCHAR(40)),
    @P7,@P8,CAST(@P9 AS VARCHAR(40)))
SELECT [t].[attemptId],[t].[number]
FROM @generated_keys AS g
INNER JOIN [dbo].[Decision] AS [t] ON ([t].[attemptId] = [g].[attemptId] AND [t].[number] = [g].[number])
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Decision].[attemptId], [dbo].[Decision].[number], [dbo].[Decision].[decidedAt],
    [dbo].[Decision].[decidedBy], [dbo].[Decision].[outcome], [dbo].[Decision].[code],
    [dbo].[Decision].[findingsJson], [dbo].[Decision].[checksJson], [dbo].[Decision].[effect]
FROM [dbo].[Decision]
WHERE ([dbo].[Decision].[attemptId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Decision].[number] = @P2)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
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

-- ======== write: of a day without a row ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`EmployeeDay` (`employeeId`, `workDay`, `version`, `zone`)
VALUES (?,?,?,?)
RETURNING `employeeId` AS `employeeId`, `workDay` AS `workDay`, `version` AS `version`, `zone` AS `zone`;
UPDATE `main`.`Attempt`
SET `outcome` = ?, `code` = ?, `evidenceState` = ?, `approvedBy` = ?, `decisionCount` =
    (`main`.`Attempt`.`decisionCount` + ?)
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`decisionCount` = ?);
COMMIT;

-- SQL Server: 3 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[workDay] DATETIMEOFFSET)
INSERT INTO [dbo].[EmployeeDay] ([employeeId],[workDay],[version],[zone])
OUTPUT [Inserted].[employeeId],[Inserted].[workDay] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(64)))
SELECT [t].[employeeId],[t].[workDay]
FROM @generated_keys AS g
INNER JOIN [dbo].[EmployeeDay] AS [t] ON ([t].[employeeId] = [g].[employeeId] AND [t].[workDay] = [g].[workDay])
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] = @P2)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
UPDATE [dbo].[Attempt]
SET [outcome] = CAST(@P1 AS VARCHAR(20)), [code] = CAST(@P2 AS VARCHAR(40)), [evidenceState] = CAST(@P3 AS
    VARCHAR(20)), [approvedBy] = CAST(@P4 AS VARCHAR(36)), [decisionCount] = ([dbo].[Attempt].[decisionCount] + @P5)
WHERE ([dbo].[Attempt].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[Attempt].[decisionCount] = @P7);
COMMIT;
