-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What gateway-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== listGateways ========

-- SQLite: 1 statement
SELECT `main`.`PresenceGateway`.`siteId`, `main`.`PresenceGateway`.`url`, `main`.`PresenceGateway`.`skewMs`,
    `main`.`PresenceGateway`.`skewMeasuredAt`
FROM `main`.`PresenceGateway`
LEFT JOIN `main`.`Site` AS `j0` ON (`j0`.`id`) = (`main`.`PresenceGateway`.`siteId`)
WHERE (`j0`.`archivedAt` IS NULL AND (`j0`.`id` IS NOT NULL))
ORDER BY `main`.`PresenceGateway`.`siteId` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[skewMs],
    [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[PresenceGateway].[siteId]))
WHERE ([j0].[archivedAt] IS NULL AND ([j0].[id] IS NOT NULL))
ORDER BY [dbo].[PresenceGateway].[siteId] ASC
OFFSET @P1 ROWS;

-- ======== recordSkew ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`PresenceGateway`
SET `skewMs` = ?, `skewMeasuredAt` = ?
WHERE `main`.`PresenceGateway`.`siteId` = ?;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 4 statements
BEGIN TRANSACTION;
UPDATE [dbo].[PresenceGateway]
SET [skewMs] = @P1, [skewMeasuredAt] = @P2
WHERE [dbo].[PresenceGateway].[siteId] = CAST(@P3 AS VARCHAR(36));
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
