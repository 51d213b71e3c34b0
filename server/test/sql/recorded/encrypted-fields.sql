-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What encrypted-fields.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== notUnderKey: Attempt.placeEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`placeEncrypted`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`placeEncrypted` <> ? AND (NOT `main`.`Attempt`.`placeEncrypted` LIKE (? || '%')))
ORDER BY `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[placeEncrypted]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeEncrypted] <> @P1 AND (NOT [dbo].[Attempt].[placeEncrypted] LIKE CONCAT(@P2, '%')))
ORDER BY [dbo].[Attempt].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: Attempt.wifiEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`wifiEncrypted`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`wifiEncrypted` <> ? AND (NOT `main`.`Attempt`.`wifiEncrypted` LIKE (? || '%')))
ORDER BY `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[wifiEncrypted]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[wifiEncrypted] <> @P1 AND (NOT [dbo].[Attempt].[wifiEncrypted] LIKE CONCAT(@P2, '%')))
ORDER BY [dbo].[Attempt].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: VisitRecord.contactEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`VisitRecord`.`attemptId`, `main`.`VisitRecord`.`contactEncrypted`
FROM `main`.`VisitRecord`
WHERE (`main`.`VisitRecord`.`contactEncrypted` <> ? AND (NOT `main`.`VisitRecord`.`contactEncrypted` LIKE (? ||
    '%')))
ORDER BY `main`.`VisitRecord`.`attemptId` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[VisitRecord].[attemptId], [dbo].[VisitRecord].[contactEncrypted]
FROM [dbo].[VisitRecord]
WHERE ([dbo].[VisitRecord].[contactEncrypted] <> @P1 AND (NOT [dbo].[VisitRecord].[contactEncrypted] LIKE CONCAT(@P2,
    '%')))
ORDER BY [dbo].[VisitRecord].[attemptId] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: VisitRecord.contactPhoneEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`VisitRecord`.`attemptId`, `main`.`VisitRecord`.`contactPhoneEncrypted`
FROM `main`.`VisitRecord`
WHERE (`main`.`VisitRecord`.`contactPhoneEncrypted` <> ? AND (NOT `main`.`VisitRecord`.`contactPhoneEncrypted` LIKE
    (? || '%')))
ORDER BY `main`.`VisitRecord`.`attemptId` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[VisitRecord].[attemptId], [dbo].[VisitRecord].[contactPhoneEncrypted]
FROM [dbo].[VisitRecord]
WHERE ([dbo].[VisitRecord].[contactPhoneEncrypted] <> @P1 AND (NOT [dbo].[VisitRecord].[contactPhoneEncrypted] LIKE
    CONCAT(@P2, '%')))
ORDER BY [dbo].[VisitRecord].[attemptId] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: VisitRecordEdit.contactEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`VisitRecordEdit`.`attemptId`, `main`.`VisitRecordEdit`.`version`,
    `main`.`VisitRecordEdit`.`contactEncrypted`
FROM `main`.`VisitRecordEdit`
WHERE (`main`.`VisitRecordEdit`.`contactEncrypted` <> ? AND (NOT `main`.`VisitRecordEdit`.`contactEncrypted` LIKE (?
    || '%')))
ORDER BY `main`.`VisitRecordEdit`.`attemptId` ASC, `main`.`VisitRecordEdit`.`version` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[VisitRecordEdit].[attemptId], [dbo].[VisitRecordEdit].[version],
    [dbo].[VisitRecordEdit].[contactEncrypted]
FROM [dbo].[VisitRecordEdit]
WHERE ([dbo].[VisitRecordEdit].[contactEncrypted] <> @P1 AND (NOT [dbo].[VisitRecordEdit].[contactEncrypted] LIKE
    CONCAT(@P2, '%')))
ORDER BY [dbo].[VisitRecordEdit].[attemptId] ASC, [dbo].[VisitRecordEdit].[version] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: VisitRecordEdit.contactPhoneEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`VisitRecordEdit`.`attemptId`, `main`.`VisitRecordEdit`.`version`,
    `main`.`VisitRecordEdit`.`contactPhoneEncrypted`
FROM `main`.`VisitRecordEdit`
WHERE (`main`.`VisitRecordEdit`.`contactPhoneEncrypted` <> ? AND (NOT
    `main`.`VisitRecordEdit`.`contactPhoneEncrypted` LIKE (? || '%')))
ORDER BY `main`.`VisitRecordEdit`.`attemptId` ASC, `main`.`VisitRecordEdit`.`version` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[VisitRecordEdit].[attemptId], [dbo].[VisitRecordEdit].[version],
    [dbo].[VisitRecordEdit].[contactPhoneEncrypted]
FROM [dbo].[VisitRecordEdit]
WHERE ([dbo].[VisitRecordEdit].[contactPhoneEncrypted] <> @P1 AND (NOT
    [dbo].[VisitRecordEdit].[contactPhoneEncrypted] LIKE CONCAT(@P2, '%')))
ORDER BY [dbo].[VisitRecordEdit].[attemptId] ASC, [dbo].[VisitRecordEdit].[version] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: FaultReport.placeEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`placeEncrypted`
FROM `main`.`FaultReport`
WHERE (`main`.`FaultReport`.`placeEncrypted` <> ? AND (NOT `main`.`FaultReport`.`placeEncrypted` LIKE (? || '%')))
ORDER BY `main`.`FaultReport`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[placeEncrypted]
FROM [dbo].[FaultReport]
WHERE ([dbo].[FaultReport].[placeEncrypted] <> @P1 AND (NOT [dbo].[FaultReport].[placeEncrypted] LIKE CONCAT(@P2,
    '%')))
ORDER BY [dbo].[FaultReport].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: WecomCallback.bodyEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`WecomCallback`.`id`, `main`.`WecomCallback`.`bodyEncrypted`
FROM `main`.`WecomCallback`
WHERE (`main`.`WecomCallback`.`bodyEncrypted` <> ? AND (NOT `main`.`WecomCallback`.`bodyEncrypted` LIKE (? || '%')))
ORDER BY `main`.`WecomCallback`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[WecomCallback].[id], [dbo].[WecomCallback].[bodyEncrypted]
FROM [dbo].[WecomCallback]
WHERE ([dbo].[WecomCallback].[bodyEncrypted] <> @P1 AND (NOT [dbo].[WecomCallback].[bodyEncrypted] LIKE CONCAT(@P2,
    '%')))
ORDER BY [dbo].[WecomCallback].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: WecomCallback.replyXml ========

-- SQLite: 1 statement
SELECT `main`.`WecomCallback`.`id`, `main`.`WecomCallback`.`replyXml`
FROM `main`.`WecomCallback`
WHERE (`main`.`WecomCallback`.`replyXml` <> ? AND (NOT `main`.`WecomCallback`.`replyXml` LIKE (? || '%')))
ORDER BY `main`.`WecomCallback`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[WecomCallback].[id], [dbo].[WecomCallback].[replyXml]
FROM [dbo].[WecomCallback]
WHERE ([dbo].[WecomCallback].[replyXml] <> @P1 AND (NOT [dbo].[WecomCallback].[replyXml] LIKE CONCAT(@P2, '%')))
ORDER BY [dbo].[WecomCallback].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: ApprovalCard.responseCodeEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalCard`.`id`, `main`.`ApprovalCard`.`responseCodeEncrypted`
FROM `main`.`ApprovalCard`
WHERE (`main`.`ApprovalCard`.`responseCodeEncrypted` <> ? AND (NOT `main`.`ApprovalCard`.`responseCodeEncrypted`
    LIKE (? || '%')))
ORDER BY `main`.`ApprovalCard`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[responseCodeEncrypted]
FROM [dbo].[ApprovalCard]
WHERE ([dbo].[ApprovalCard].[responseCodeEncrypted] <> @P1 AND (NOT [dbo].[ApprovalCard].[responseCodeEncrypted]
    LIKE CONCAT(@P2, '%')))
ORDER BY [dbo].[ApprovalCard].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: IntegrationToken.valueEncrypted ========

-- SQLite: 1 statement
SELECT `main`.`IntegrationToken`.`name`, `main`.`IntegrationToken`.`valueEncrypted`
FROM `main`.`IntegrationToken`
WHERE (`main`.`IntegrationToken`.`valueEncrypted` <> ? AND (NOT `main`.`IntegrationToken`.`valueEncrypted` LIKE (?
    || '%')))
ORDER BY `main`.`IntegrationToken`.`name` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[IntegrationToken].[name], [dbo].[IntegrationToken].[valueEncrypted]
FROM [dbo].[IntegrationToken]
WHERE ([dbo].[IntegrationToken].[valueEncrypted] <> @P1 AND (NOT [dbo].[IntegrationToken].[valueEncrypted] LIKE
    CONCAT(@P2, '%')))
ORDER BY [dbo].[IntegrationToken].[name] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== notUnderKey: next page ========

-- SQLite: 1 statement
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`placeEncrypted`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`placeEncrypted` <> ? AND (NOT `main`.`Attempt`.`placeEncrypted` LIKE (? || '%')) AND
    `main`.`Attempt`.`id` > ?)
ORDER BY `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[placeEncrypted]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[placeEncrypted] <> @P1 AND (NOT [dbo].[Attempt].[placeEncrypted] LIKE CONCAT(@P2, '%')) AND
    [dbo].[Attempt].[id] > CAST(@P3 AS VARCHAR(36)))
ORDER BY [dbo].[Attempt].[id] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;

-- ======== notUnderKey: next page of edits ========

-- SQLite: 1 statement
SELECT `main`.`VisitRecordEdit`.`attemptId`, `main`.`VisitRecordEdit`.`version`,
    `main`.`VisitRecordEdit`.`contactEncrypted`
FROM `main`.`VisitRecordEdit`
WHERE (`main`.`VisitRecordEdit`.`contactEncrypted` <> ? AND (NOT `main`.`VisitRecordEdit`.`contactEncrypted` LIKE (?
    || '%')) AND (`main`.`VisitRecordEdit`.`attemptId` > ? OR (`main`.`VisitRecordEdit`.`attemptId` = ? AND
    `main`.`VisitRecordEdit`.`version` > ?)))
ORDER BY `main`.`VisitRecordEdit`.`attemptId` ASC, `main`.`VisitRecordEdit`.`version` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[VisitRecordEdit].[attemptId], [dbo].[VisitRecordEdit].[version],
    [dbo].[VisitRecordEdit].[contactEncrypted]
FROM [dbo].[VisitRecordEdit]
WHERE ([dbo].[VisitRecordEdit].[contactEncrypted] <> @P1 AND (NOT [dbo].[VisitRecordEdit].[contactEncrypted] LIKE
    CONCAT(@P2, '%')) AND ([dbo].[VisitRecordEdit].[attemptId] > CAST(@P3 AS VARCHAR(36)) OR
    ([dbo].[VisitRecordEdit].[attemptId] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[VisitRecordEdit].[version] > @P5)))
ORDER BY [dbo].[VisitRecordEdit].[attemptId] ASC, [dbo].[VisitRecordEdit].[version] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;

-- ======== count: all of a field ========

-- SQLite: 1 statement
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Attempt`.`id`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`placeEncrypted` <> ?
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 1 statement
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Attempt].[id]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[placeEncrypted] <> @P1) AS [sub];

-- ======== count: under a key ========

-- SQLite: 1 statement
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Attempt`.`id`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`placeEncrypted` LIKE (? || '%')
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 1 statement
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Attempt].[id]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[placeEncrypted] LIKE CONCAT(@P1, '%')) AS [sub];

-- ======== replace: Attempt.placeEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Attempt`
SET `placeEncrypted` = ?
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`placeEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Attempt]
SET [placeEncrypted] = @P1
WHERE ([dbo].[Attempt].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Attempt].[placeEncrypted] = @P3);
COMMIT;

-- ======== replace: Attempt.wifiEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Attempt`
SET `wifiEncrypted` = ?
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`wifiEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Attempt]
SET [wifiEncrypted] = @P1
WHERE ([dbo].[Attempt].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Attempt].[wifiEncrypted] = @P3);
COMMIT;

-- ======== replace: VisitRecord.contactEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`VisitRecord`
SET `contactEncrypted` = ?
WHERE (`main`.`VisitRecord`.`attemptId` = ? AND `main`.`VisitRecord`.`contactEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[VisitRecord]
SET [contactEncrypted] = @P1
WHERE ([dbo].[VisitRecord].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[VisitRecord].[contactEncrypted] = @P3);
COMMIT;

-- ======== replace: VisitRecord.contactPhoneEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`VisitRecord`
SET `contactPhoneEncrypted` = ?
WHERE (`main`.`VisitRecord`.`attemptId` = ? AND `main`.`VisitRecord`.`contactPhoneEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[VisitRecord]
SET [contactPhoneEncrypted] = @P1
WHERE ([dbo].[VisitRecord].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[VisitRecord].[contactPhoneEncrypted] =
    @P3);
COMMIT;

-- ======== replace: VisitRecordEdit.contactEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`VisitRecordEdit`
SET `contactEncrypted` = ?
WHERE (`main`.`VisitRecordEdit`.`attemptId` = ? AND `main`.`VisitRecordEdit`.`version` = ? AND
    `main`.`VisitRecordEdit`.`contactEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[VisitRecordEdit]
SET [contactEncrypted] = @P1
WHERE ([dbo].[VisitRecordEdit].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[VisitRecordEdit].[version] = @P3
    AND [dbo].[VisitRecordEdit].[contactEncrypted] = @P4);
COMMIT;

-- ======== replace: VisitRecordEdit.contactPhoneEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`VisitRecordEdit`
SET `contactPhoneEncrypted` = ?
WHERE (`main`.`VisitRecordEdit`.`attemptId` = ? AND `main`.`VisitRecordEdit`.`version` = ? AND
    `main`.`VisitRecordEdit`.`contactPhoneEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[VisitRecordEdit]
SET [contactPhoneEncrypted] = @P1
WHERE ([dbo].[VisitRecordEdit].[attemptId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[VisitRecordEdit].[version] = @P3
    AND [dbo].[VisitRecordEdit].[contactPhoneEncrypted] = @P4);
COMMIT;

-- ======== replace: FaultReport.placeEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`FaultReport`
SET `placeEncrypted` = ?
WHERE (`main`.`FaultReport`.`id` = ? AND `main`.`FaultReport`.`placeEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[FaultReport]
SET [placeEncrypted] = @P1
WHERE ([dbo].[FaultReport].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[FaultReport].[placeEncrypted] = @P3);
COMMIT;

-- ======== replace: WecomCallback.bodyEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`WecomCallback`
SET `bodyEncrypted` = ?
WHERE (`main`.`WecomCallback`.`id` = ? AND `main`.`WecomCallback`.`bodyEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[WecomCallback]
SET [bodyEncrypted] = @P1
WHERE ([dbo].[WecomCallback].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[WecomCallback].[bodyEncrypted] = @P3);
COMMIT;

-- ======== replace: WecomCallback.replyXml ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`WecomCallback`
SET `replyXml` = ?
WHERE (`main`.`WecomCallback`.`id` = ? AND `main`.`WecomCallback`.`replyXml` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[WecomCallback]
SET [replyXml] = @P1
WHERE ([dbo].[WecomCallback].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[WecomCallback].[replyXml] = @P3);
COMMIT;

-- ======== replace: ApprovalCard.responseCodeEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `responseCodeEncrypted` = ?
WHERE (`main`.`ApprovalCard`.`id` = ? AND `main`.`ApprovalCard`.`responseCodeEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [responseCodeEncrypted] = @P1
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P2 AS VARCHAR(64)) AND [dbo].[ApprovalCard].[responseCodeEncrypted] = @P3);
COMMIT;

-- ======== replace: IntegrationToken.valueEncrypted ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`IntegrationToken`
SET `valueEncrypted` = ?
WHERE (`main`.`IntegrationToken`.`name` = ? AND `main`.`IntegrationToken`.`valueEncrypted` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[IntegrationToken]
SET [valueEncrypted] = @P1
WHERE ([dbo].[IntegrationToken].[name] = CAST(@P2 AS VARCHAR(80)) AND [dbo].[IntegrationToken].[valueEncrypted] =
    @P3);
COMMIT;

-- ======== dropSigningKeys ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
SELECT `main`.`SigningKey`.`kid`
FROM `main`.`SigningKey`
WHERE 1=1
LIMIT ?
OFFSET ?;
DELETE
FROM `main`.`SigningKey`
WHERE 1=0;
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
SELECT [dbo].[SigningKey].[kid]
FROM [dbo].[SigningKey]
WHERE 1=1;
DELETE
FROM [dbo].[SigningKey]
WHERE 1=0;
COMMIT;
