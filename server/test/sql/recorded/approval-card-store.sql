-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What approval-card-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== requesterOf ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== pendingRequestsOf ========

-- SQLite: 1 statement
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`
FROM `main`.`Approver`
LEFT JOIN `main`.`ApprovalRequest` AS `j0` ON (`j0`.`id`) = (`main`.`Approver`.`requestId`)
WHERE (`main`.`Approver`.`employeeId` = ? AND (`j0`.`status` = ? AND (`j0`.`id` IS NOT NULL)))
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId]
FROM [dbo].[Approver]
LEFT JOIN [dbo].[ApprovalRequest] AS [j0] ON (([j0].[id] = [dbo].[Approver].[requestId]))
WHERE ([dbo].[Approver].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND ([j0].[status] = CAST(@P2 AS VARCHAR(20)) AND
    ([j0].[id] IS NOT NULL)));

-- ======== pendingRequestsBy ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalRequest`.`id`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` = ? AND `main`.`ApprovalRequest`.`status` = ?)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalRequest].[id]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] =
    CAST(@P2 AS VARCHAR(20)));

-- ======== leadersWithOtherStandIns ========

-- SQLite: 1 statement
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`revokedAt` IS NULL AND ((`main`.`Delegation`.`startsAt` > ? AND
    `main`.`Delegation`.`startsAt` <= ?) OR (`main`.`Delegation`.`endsAt` > ? AND `main`.`Delegation`.`endsAt` <=
    ?)))
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[revokedAt] IS NULL AND (([dbo].[Delegation].[startsAt] > @P1 AND
    [dbo].[Delegation].[startsAt] <= @P2) OR ([dbo].[Delegation].[endsAt] > @P3 AND [dbo].[Delegation].[endsAt] <=
    @P4)));

-- ======== plan ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`ApprovalCard` (`id`, `requestId`, `employeeId`, `round`, `state`, `subjectVersion`, `tries`,
    `nextTryAt`, `createdAt`, `updatedAt`)
VALUES (?,?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `requestId` AS `requestId`, `employeeId` AS `employeeId`, `round` AS `round`, `state` AS
    `state`, `shownStatus` AS `shownStatus`, `subjectVersion` AS `subjectVersion`, `responseCodeEncrypted` AS
    `responseCodeEncrypted`, `responseCodeAt` AS `responseCodeAt`, `messageId` AS `messageId`, `tries` AS `tries`,
    `nextTryAt` AS `nextTryAt`, `problem` AS `problem`, `createdAt` AS `createdAt`, `updatedAt` AS `updatedAt`;
COMMIT;
BEGIN TRANSACTION;
INSERT INTO `main`.`ApprovalCard` (`id`, `requestId`, `employeeId`, `round`, `state`, `subjectVersion`, `tries`,
    `nextTryAt`, `createdAt`, `updatedAt`)
VALUES (?,?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `requestId` AS `requestId`, `employeeId` AS `employeeId`, `round` AS `round`, `state` AS
    `state`, `shownStatus` AS `shownStatus`, `subjectVersion` AS `subjectVersion`, `responseCodeEncrypted` AS
    `responseCodeEncrypted`, `responseCodeAt` AS `responseCodeAt`, `messageId` AS `messageId`, `tries` AS `tries`,
    `nextTryAt` AS `nextTryAt`, `problem` AS `problem`, `createdAt` AS `createdAt`, `updatedAt` AS `updatedAt`;
COMMIT;

-- SQL Server: 4 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(64) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[ApprovalCard] ([id],[requestId],[employeeId],[round],[state],[subjectVersion],[tries],[nextTryAt],
    [createdAt],[updatedAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(64)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(36)),@P4,CAST(@P5 AS VARCHAR(20)),@P6,
    @P7,@P8,@P9,@P10)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[ApprovalCard] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[requestId], [dbo].[ApprovalCard].[employeeId],
    [dbo].[ApprovalCard].[round], [dbo].[ApprovalCard].[state], [dbo].[ApprovalCard].[shownStatus],
    [dbo].[ApprovalCard].[subjectVersion], [dbo].[ApprovalCard].[responseCodeEncrypted],
    [dbo].[ApprovalCard].[responseCodeAt], [dbo].[ApprovalCard].[messageId], [dbo].[ApprovalCard].[tries],
    [dbo].[ApprovalCard].[nextTryAt], [dbo].[ApprovalCard].[problem], [dbo].[ApprovalCard].[createdAt],
    [dbo].[ApprovalCard].[updatedAt]
FROM [dbo].[ApprovalCard]
WHERE [dbo].[ApprovalCard].[id] = CAST(@P1 AS VARCHAR(64))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(64) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[ApprovalCard] ([id],[requestId],[employeeId],[round],[state],[subjectVersion],[tries],[nextTryAt],
    [createdAt],[updatedAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(64)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(36)),@P4,CAST(@P5 AS VARCHAR(20)),@P6,
    @P7,@P8,@P9,@P10)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[ApprovalCard] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[requestId], [dbo].[ApprovalCard].[employeeId],
    [dbo].[ApprovalCard].[round], [dbo].[ApprovalCard].[state], [dbo].[ApprovalCard].[shownStatus],
    [dbo].[ApprovalCard].[subjectVersion], [dbo].[ApprovalCard].[responseCodeEncrypted],
    [dbo].[ApprovalCard].[responseCodeAt], [dbo].[ApprovalCard].[messageId], [dbo].[ApprovalCard].[tries],
    [dbo].[ApprovalCard].[nextTryAt], [dbo].[ApprovalCard].[problem], [dbo].[ApprovalCard].[createdAt],
    [dbo].[ApprovalCard].[updatedAt]
FROM [dbo].[ApprovalCard]
WHERE [dbo].[ApprovalCard].[id] = CAST(@P1 AS VARCHAR(64))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== due ========

-- SQLite: 2 statements
SELECT `main`.`ApprovalCard`.`id`, `main`.`ApprovalCard`.`requestId`, `main`.`ApprovalCard`.`employeeId`,
    `main`.`ApprovalCard`.`round`, `main`.`ApprovalCard`.`state`, `main`.`ApprovalCard`.`shownStatus`,
    `main`.`ApprovalCard`.`subjectVersion`, `main`.`ApprovalCard`.`responseCodeEncrypted`,
    `main`.`ApprovalCard`.`responseCodeAt`, `main`.`ApprovalCard`.`messageId`, `main`.`ApprovalCard`.`tries`,
    `main`.`ApprovalCard`.`nextTryAt`, `main`.`ApprovalCard`.`problem`, `main`.`ApprovalCard`.`createdAt`,
    `main`.`ApprovalCard`.`updatedAt`
FROM `main`.`ApprovalCard`
WHERE (`main`.`ApprovalCard`.`state` IN (?,?) AND `main`.`ApprovalCard`.`nextTryAt` <= ?)
ORDER BY `main`.`ApprovalCard`.`createdAt` ASC, `main`.`ApprovalCard`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?)
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[requestId], [dbo].[ApprovalCard].[employeeId],
    [dbo].[ApprovalCard].[round], [dbo].[ApprovalCard].[state], [dbo].[ApprovalCard].[shownStatus],
    [dbo].[ApprovalCard].[subjectVersion], [dbo].[ApprovalCard].[responseCodeEncrypted],
    [dbo].[ApprovalCard].[responseCodeAt], [dbo].[ApprovalCard].[messageId], [dbo].[ApprovalCard].[tries],
    [dbo].[ApprovalCard].[nextTryAt], [dbo].[ApprovalCard].[problem], [dbo].[ApprovalCard].[createdAt],
    [dbo].[ApprovalCard].[updatedAt]
FROM [dbo].[ApprovalCard]
WHERE ([dbo].[ApprovalCard].[state] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[ApprovalCard].[nextTryAt] <= @P3)
ORDER BY [dbo].[ApprovalCard].[createdAt] ASC, [dbo].[ApprovalCard].[id] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));

-- ======== hold ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `nextTryAt` = ?
WHERE (`main`.`ApprovalCard`.`id` = ? AND `main`.`ApprovalCard`.`state` IN (?,?) AND
    `main`.`ApprovalCard`.`nextTryAt` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [nextTryAt] = @P1
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P2 AS VARCHAR(64)) AND [dbo].[ApprovalCard].[state] IN (CAST(@P3 AS
    VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND [dbo].[ApprovalCard].[nextTryAt] = @P5);
COMMIT;

-- ======== opened ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `state` = ?, `shownStatus` = ?, `subjectVersion` = ?, `messageId` = ?, `responseCodeEncrypted` = ?,
    `responseCodeAt` = ?, `tries` = ?, `nextTryAt` = ?, `problem` = ?, `updatedAt` = ?
WHERE (`main`.`ApprovalCard`.`id` = ? AND `main`.`ApprovalCard`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [state] = CAST(@P1 AS VARCHAR(20)), [shownStatus] = CAST(@P2 AS VARCHAR(20)), [subjectVersion] = @P3,
    [messageId] = CAST(@P4 AS VARCHAR(200)), [responseCodeEncrypted] = @P5, [responseCodeAt] = @P6, [tries] = @P7,
    [nextTryAt] = @P8, [problem] = CAST(@P9 AS VARCHAR(80)), [updatedAt] = @P10
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P11 AS VARCHAR(64)) AND [dbo].[ApprovalCard].[state] = CAST(@P12 AS
    VARCHAR(20)));
COMMIT;

-- ======== newest ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalCard`.`id`, `main`.`ApprovalCard`.`requestId`, `main`.`ApprovalCard`.`employeeId`,
    `main`.`ApprovalCard`.`round`, `main`.`ApprovalCard`.`state`
FROM `main`.`ApprovalCard`
WHERE `main`.`ApprovalCard`.`requestId` IN (?)
ORDER BY `main`.`ApprovalCard`.`round` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[requestId], [dbo].[ApprovalCard].[employeeId],
    [dbo].[ApprovalCard].[round], [dbo].[ApprovalCard].[state]
FROM [dbo].[ApprovalCard]
WHERE [dbo].[ApprovalCard].[requestId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[ApprovalCard].[round] ASC
OFFSET @P2 ROWS;

-- ======== find ========

-- SQLite: 2 statements
SELECT `main`.`ApprovalCard`.`id`, `main`.`ApprovalCard`.`requestId`, `main`.`ApprovalCard`.`employeeId`,
    `main`.`ApprovalCard`.`round`, `main`.`ApprovalCard`.`state`, `main`.`ApprovalCard`.`shownStatus`,
    `main`.`ApprovalCard`.`subjectVersion`, `main`.`ApprovalCard`.`responseCodeEncrypted`,
    `main`.`ApprovalCard`.`responseCodeAt`, `main`.`ApprovalCard`.`messageId`, `main`.`ApprovalCard`.`tries`,
    `main`.`ApprovalCard`.`nextTryAt`, `main`.`ApprovalCard`.`problem`, `main`.`ApprovalCard`.`createdAt`,
    `main`.`ApprovalCard`.`updatedAt`
FROM `main`.`ApprovalCard`
WHERE (`main`.`ApprovalCard`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[requestId], [dbo].[ApprovalCard].[employeeId],
    [dbo].[ApprovalCard].[round], [dbo].[ApprovalCard].[state], [dbo].[ApprovalCard].[shownStatus],
    [dbo].[ApprovalCard].[subjectVersion], [dbo].[ApprovalCard].[responseCodeEncrypted],
    [dbo].[ApprovalCard].[responseCodeAt], [dbo].[ApprovalCard].[messageId], [dbo].[ApprovalCard].[tries],
    [dbo].[ApprovalCard].[nextTryAt], [dbo].[ApprovalCard].[problem], [dbo].[ApprovalCard].[createdAt],
    [dbo].[ApprovalCard].[updatedAt]
FROM [dbo].[ApprovalCard]
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P1 AS VARCHAR(64)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== unanswered ========

-- SQLite: 3 statements
SELECT `main`.`ApprovalCard`.`id`, `main`.`ApprovalCard`.`requestId`, `main`.`ApprovalCard`.`employeeId`,
    `main`.`ApprovalCard`.`round`, `main`.`ApprovalCard`.`state`, `main`.`ApprovalCard`.`shownStatus`,
    `main`.`ApprovalCard`.`subjectVersion`, `main`.`ApprovalCard`.`responseCodeEncrypted`,
    `main`.`ApprovalCard`.`responseCodeAt`, `main`.`ApprovalCard`.`messageId`, `main`.`ApprovalCard`.`tries`,
    `main`.`ApprovalCard`.`nextTryAt`, `main`.`ApprovalCard`.`problem`, `main`.`ApprovalCard`.`createdAt`,
    `main`.`ApprovalCard`.`updatedAt`
FROM `main`.`ApprovalCard`
WHERE (`main`.`ApprovalCard`.`state` = ? AND `main`.`ApprovalCard`.`shownStatus` = ? AND
    `main`.`ApprovalCard`.`createdAt` < ?)
ORDER BY `main`.`ApprovalCard`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalCard`.`id`, `main`.`ApprovalCard`.`requestId`, `main`.`ApprovalCard`.`employeeId`,
    `main`.`ApprovalCard`.`round`, `main`.`ApprovalCard`.`state`
FROM `main`.`ApprovalCard`
WHERE `main`.`ApprovalCard`.`requestId` IN (?)
ORDER BY `main`.`ApprovalCard`.`round` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[requestId], [dbo].[ApprovalCard].[employeeId],
    [dbo].[ApprovalCard].[round], [dbo].[ApprovalCard].[state], [dbo].[ApprovalCard].[shownStatus],
    [dbo].[ApprovalCard].[subjectVersion], [dbo].[ApprovalCard].[responseCodeEncrypted],
    [dbo].[ApprovalCard].[responseCodeAt], [dbo].[ApprovalCard].[messageId], [dbo].[ApprovalCard].[tries],
    [dbo].[ApprovalCard].[nextTryAt], [dbo].[ApprovalCard].[problem], [dbo].[ApprovalCard].[createdAt],
    [dbo].[ApprovalCard].[updatedAt]
FROM [dbo].[ApprovalCard]
WHERE ([dbo].[ApprovalCard].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalCard].[shownStatus] = CAST(@P2 AS
    VARCHAR(20)) AND [dbo].[ApprovalCard].[createdAt] < @P3)
ORDER BY [dbo].[ApprovalCard].[id] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[ApprovalCard].[id], [dbo].[ApprovalCard].[requestId], [dbo].[ApprovalCard].[employeeId],
    [dbo].[ApprovalCard].[round], [dbo].[ApprovalCard].[state]
FROM [dbo].[ApprovalCard]
WHERE [dbo].[ApprovalCard].[requestId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[ApprovalCard].[round] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== redraw ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `nextTryAt` = ?, `tries` = ?
WHERE (`main`.`ApprovalCard`.`requestId` = ? AND `main`.`ApprovalCard`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [nextTryAt] = @P1, [tries] = @P2
WHERE ([dbo].[ApprovalCard].[requestId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[ApprovalCard].[state] = CAST(@P4 AS
    VARCHAR(20)));
COMMIT;

-- ======== pressed: with a code ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `state` = ?, `responseCodeEncrypted` = ?, `responseCodeAt` = ?, `tries` = ?, `nextTryAt` = ?, `updatedAt` = ?
WHERE `main`.`ApprovalCard`.`id` = ?;
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [state] = CAST(@P1 AS VARCHAR(20)), [responseCodeEncrypted] = @P2, [responseCodeAt] = @P3, [tries] = @P4,
    [nextTryAt] = @P5, [updatedAt] = @P6
WHERE [dbo].[ApprovalCard].[id] = CAST(@P7 AS VARCHAR(64));
COMMIT;

-- ======== pressed: without a code ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `state` = ?, `tries` = ?, `nextTryAt` = ?, `updatedAt` = ?
WHERE `main`.`ApprovalCard`.`id` = ?;
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [state] = CAST(@P1 AS VARCHAR(20)), [tries] = @P2, [nextTryAt] = @P3, [updatedAt] = @P4
WHERE [dbo].[ApprovalCard].[id] = CAST(@P5 AS VARCHAR(64));
COMMIT;

-- ======== drawn: by a code ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `shownStatus` = ?, `subjectVersion` = ?, `tries` = ?, `problem` = ?, `updatedAt` = ?
WHERE `main`.`ApprovalCard`.`id` = ?;
UPDATE `main`.`ApprovalCard`
SET `responseCodeEncrypted` = ?, `responseCodeAt` = ?
WHERE (`main`.`ApprovalCard`.`id` = ? AND `main`.`ApprovalCard`.`responseCodeEncrypted` = ?);
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [shownStatus] = CAST(@P1 AS VARCHAR(20)), [subjectVersion] = @P2, [tries] = @P3, [problem] = CAST(@P4 AS
    VARCHAR(80)), [updatedAt] = @P5
WHERE [dbo].[ApprovalCard].[id] = CAST(@P6 AS VARCHAR(64));
UPDATE [dbo].[ApprovalCard]
SET [responseCodeEncrypted] = @P1, [responseCodeAt] = @P2
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P3 AS VARCHAR(64)) AND [dbo].[ApprovalCard].[responseCodeEncrypted] = @P4);
COMMIT;

-- ======== drawn: without a code ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `shownStatus` = ?, `subjectVersion` = ?, `tries` = ?, `problem` = ?, `updatedAt` = ?
WHERE `main`.`ApprovalCard`.`id` = ?;
UPDATE `main`.`ApprovalCard`
SET `responseCodeEncrypted` = ?, `responseCodeAt` = ?
WHERE (`main`.`ApprovalCard`.`id` = ? AND `main`.`ApprovalCard`.`responseCodeEncrypted` IS NULL);
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [shownStatus] = CAST(@P1 AS VARCHAR(20)), [subjectVersion] = @P2, [tries] = @P3, [problem] = CAST(@P4 AS
    VARCHAR(80)), [updatedAt] = @P5
WHERE [dbo].[ApprovalCard].[id] = CAST(@P6 AS VARCHAR(64));
UPDATE [dbo].[ApprovalCard]
SET [responseCodeEncrypted] = @P1, [responseCodeAt] = @P2
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P3 AS VARCHAR(64)) AND [dbo].[ApprovalCard].[responseCodeEncrypted] IS
    NULL);
COMMIT;

-- ======== rest ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `tries` = ?, `nextTryAt` = ?
WHERE (`main`.`ApprovalCard`.`id` = ? AND `main`.`ApprovalCard`.`nextTryAt` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [tries] = @P1, [nextTryAt] = @P2
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P3 AS VARCHAR(64)) AND [dbo].[ApprovalCard].[nextTryAt] = @P4);
COMMIT;

-- ======== end ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `state` = ?, `shownStatus` = ?, `responseCodeEncrypted` = ?, `responseCodeAt` = ?, `nextTryAt` = ?, `updatedAt`
    = ?
WHERE (`main`.`ApprovalCard`.`id` = ? AND `main`.`ApprovalCard`.`responseCodeEncrypted` IS NULL);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [state] = CAST(@P1 AS VARCHAR(20)), [shownStatus] = CAST(@P2 AS VARCHAR(20)), [responseCodeEncrypted] = @P3,
    [responseCodeAt] = @P4, [nextTryAt] = @P5, [updatedAt] = @P6
WHERE ([dbo].[ApprovalCard].[id] = CAST(@P7 AS VARCHAR(64)) AND [dbo].[ApprovalCard].[responseCodeEncrypted] IS
    NULL);
COMMIT;

-- ======== postpone ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `tries` = (`main`.`ApprovalCard`.`tries` + ?), `problem` = ?, `updatedAt` = ?, `nextTryAt` = ?
WHERE `main`.`ApprovalCard`.`id` = ?;
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [tries] = ([dbo].[ApprovalCard].[tries] + @P1), [problem] = CAST(@P2 AS VARCHAR(80)), [updatedAt] = @P3,
    [nextTryAt] = @P4
WHERE [dbo].[ApprovalCard].[id] = CAST(@P5 AS VARCHAR(64));
COMMIT;

-- ======== postpone: for good ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalCard`
SET `tries` = (`main`.`ApprovalCard`.`tries` + ?), `problem` = ?, `updatedAt` = ?, `state` = ?, `nextTryAt` = ?
WHERE `main`.`ApprovalCard`.`id` = ?;
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalCard]
SET [tries] = ([dbo].[ApprovalCard].[tries] + @P1), [problem] = CAST(@P2 AS VARCHAR(80)), [updatedAt] = @P3, [state]
    = CAST(@P4 AS VARCHAR(20)), [nextTryAt] = @P5
WHERE [dbo].[ApprovalCard].[id] = CAST(@P6 AS VARCHAR(64));
COMMIT;
