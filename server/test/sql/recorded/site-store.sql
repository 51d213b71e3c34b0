-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What site-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== create ========

-- SQLite: 9 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Site` (`id`, `name`, `kind`, `address`, `mainlandChina`, `zone`, `fenceJson`,
    `originalFenceJson`, `wifiProof`, `south`, `west`, `north`, `east`, `version`, `createdAt`)
VALUES (?, … 13 more …, ?)
RETURNING `id` AS `id`, `name` AS `name`, `kind` AS `kind`, `address` AS `address`, `mainlandChina` AS
    `mainlandChina`, `zone` AS `zone`, `fenceJson` AS `fenceJson`, `originalFenceJson` AS `originalFenceJson`,
    `wifiProof` AS `wifiProof`, `south` AS `south`, `west` AS `west`, `north` AS `north`, `east` AS `east`,
    `version` AS `version`, `createdAt` AS `createdAt`, `archivedAt` AS `archivedAt`;
INSERT INTO `main`.`SiteWifi` (`siteId`, `bssid`, `ssid`)
VALUES (?,?,?);
INSERT INTO `main`.`SiteAddress` (`siteId`, `addressHash`)
VALUES (?,?);
UPDATE `main`.`PresenceGateway`
SET `url` = ?
WHERE (`main`.`PresenceGateway`.`siteId` = ? AND `main`.`PresenceGateway`.`publicJwkJson` = ?);
DELETE
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` = ?;
INSERT INTO `main`.`PresenceGateway` (`siteId`, `url`, `publicJwkJson`, `skewMs`)
VALUES (?,?,?,?)
RETURNING `siteId` AS `siteId`, `url` AS `url`, `publicJwkJson` AS `publicJwkJson`, `skewMs` AS `skewMs`,
    `skewMeasuredAt` AS `skewMeasuredAt`;
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
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Site] ([id],[name],[kind],[address],[mainlandChina],[zone],[fenceJson],[originalFenceJson],
    [wifiProof],[south],[west],[north],[east],[version],[createdAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)), … 13 more …, @P15)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Site] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
INSERT INTO [dbo].[SiteWifi] ([dbo].[SiteWifi].[siteId],[dbo].[SiteWifi].[bssid],[dbo].[SiteWifi].[ssid])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3);
INSERT INTO [dbo].[SiteAddress] ([dbo].[SiteAddress].[siteId],[dbo].[SiteAddress].[addressHash])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)));
UPDATE [dbo].[PresenceGateway]
SET [url] = @P1
WHERE ([dbo].[PresenceGateway].[siteId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[PresenceGateway].[publicJwkJson] =
    @P3);
DELETE
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] = CAST(@P1 AS VARCHAR(36));
DECLARE @generated_keys table([siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[PresenceGateway] ([siteId],[url],[publicJwkJson],[skewMs])
OUTPUT [Inserted].[siteId] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,@P4)
SELECT [t].[siteId]
FROM @generated_keys AS g
INNER JOIN [dbo].[PresenceGateway] AS [t] ON [t].[siteId] = [g].[siteId]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[publicJwkJson],
    [dbo].[PresenceGateway].[skewMs], [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
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

-- ======== update: with the same gateway ========

-- SQLite: 9 statements
BEGIN TRANSACTION;
UPDATE `main`.`Site`
SET `name` = ?, `kind` = ?, `address` = ?, `mainlandChina` = ?, `zone` = ?, `wifiProof` = ?, `fenceJson` = ?,
    `originalFenceJson` = ?, `south` = ?, `west` = ?, `north` = ?, `east` = ?, `version` = ?
WHERE (`main`.`Site`.`id` = ? AND `main`.`Site`.`version` = ? AND `main`.`Site`.`archivedAt` IS NULL);
DELETE
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` = ?;
DELETE
FROM `main`.`SiteAddress`
WHERE `main`.`SiteAddress`.`siteId` = ?;
INSERT INTO `main`.`SiteWifi` (`siteId`, `bssid`, `ssid`)
VALUES (?,?,?);
INSERT INTO `main`.`SiteAddress` (`siteId`, `addressHash`)
VALUES (?,?);
UPDATE `main`.`PresenceGateway`
SET `url` = ?
WHERE (`main`.`PresenceGateway`.`siteId` = ? AND `main`.`PresenceGateway`.`publicJwkJson` = ?);
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 9 statements
BEGIN TRANSACTION;
UPDATE [dbo].[Site]
SET [name] = @P1, [kind] = CAST(@P2 AS VARCHAR(20)), [address] = @P3, [mainlandChina] = @P4, [zone] = CAST(@P5 AS
    VARCHAR(64)), [wifiProof] = CAST(@P6 AS VARCHAR(20)), [fenceJson] = @P7, [originalFenceJson] = @P8, [south] =
    @P9, [west] = @P10, [north] = @P11, [east] = @P12, [version] = @P13
WHERE ([dbo].[Site].[id] = CAST(@P14 AS VARCHAR(36)) AND [dbo].[Site].[version] = @P15 AND [dbo].[Site].[archivedAt]
    IS NULL);
DELETE
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] = CAST(@P1 AS VARCHAR(36));
DELETE
FROM [dbo].[SiteAddress]
WHERE [dbo].[SiteAddress].[siteId] = CAST(@P1 AS VARCHAR(36));
INSERT INTO [dbo].[SiteWifi] ([dbo].[SiteWifi].[siteId],[dbo].[SiteWifi].[bssid],[dbo].[SiteWifi].[ssid])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3);
INSERT INTO [dbo].[SiteAddress] ([dbo].[SiteAddress].[siteId],[dbo].[SiteAddress].[addressHash])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)));
UPDATE [dbo].[PresenceGateway]
SET [url] = @P1
WHERE ([dbo].[PresenceGateway].[siteId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[PresenceGateway].[publicJwkJson] =
    @P3);
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

-- ======== update: without Wi-Fi, gateway and addresses ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
UPDATE `main`.`Site`
SET `name` = ?, `kind` = ?, `address` = ?, `mainlandChina` = ?, `zone` = ?, `wifiProof` = ?, `fenceJson` = ?,
    `originalFenceJson` = ?, `south` = ?, `west` = ?, `north` = ?, `east` = ?, `version` = ?
WHERE (`main`.`Site`.`id` = ? AND `main`.`Site`.`version` = ? AND `main`.`Site`.`archivedAt` IS NULL);
DELETE
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` = ?;
DELETE
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` = ?;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 6 statements
BEGIN TRANSACTION;
UPDATE [dbo].[Site]
SET [name] = @P1, [kind] = CAST(@P2 AS VARCHAR(20)), [address] = @P3, [mainlandChina] = @P4, [zone] = CAST(@P5 AS
    VARCHAR(64)), [wifiProof] = CAST(@P6 AS VARCHAR(20)), [fenceJson] = @P7, [originalFenceJson] = @P8, [south] =
    @P9, [west] = @P10, [north] = @P11, [east] = @P12, [version] = @P13
WHERE ([dbo].[Site].[id] = CAST(@P14 AS VARCHAR(36)) AND [dbo].[Site].[version] = @P15 AND [dbo].[Site].[archivedAt]
    IS NULL);
DELETE
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] = CAST(@P1 AS VARCHAR(36));
DELETE
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] = CAST(@P1 AS VARCHAR(36));
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

-- ======== archive ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`Site`
SET `archivedAt` = ?, `version` = ?
WHERE (`main`.`Site`.`id` = ? AND `main`.`Site`.`version` = ? AND `main`.`Site`.`archivedAt` IS NULL);
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
UPDATE [dbo].[Site]
SET [archivedAt] = @P1, [version] = @P2
WHERE ([dbo].[Site].[id] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[Site].[version] = @P4 AND [dbo].[Site].[archivedAt]
    IS NULL);
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

-- ======== find ========

-- SQLite: 4 statements
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE (`main`.`Site`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteWifi`.`siteId`, `main`.`SiteWifi`.`bssid`, `main`.`SiteWifi`.`ssid`
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` = ?
ORDER BY `main`.`SiteWifi`.`bssid` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`PresenceGateway`.`siteId`, `main`.`PresenceGateway`.`url`, `main`.`PresenceGateway`.`publicJwkJson`,
    `main`.`PresenceGateway`.`skewMs`, `main`.`PresenceGateway`.`skewMeasuredAt`
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteAddress`.`siteId`, `main`.`SiteAddress`.`addressHash`
FROM `main`.`SiteAddress`
WHERE `main`.`SiteAddress`.`siteId` = ?
ORDER BY `main`.`SiteAddress`.`addressHash` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE ([dbo].[Site].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[SiteWifi].[siteId], [dbo].[SiteWifi].[bssid], [dbo].[SiteWifi].[ssid]
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[SiteWifi].[bssid] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[publicJwkJson],
    [dbo].[PresenceGateway].[skewMs], [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] = CAST(@P1 AS VARCHAR(36));
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
WHERE [dbo].[SiteAddress].[siteId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[SiteAddress].[addressHash] ASC
OFFSET @P2 ROWS;

-- ======== list: in use ========

-- SQLite: 1 statement
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE `main`.`Site`.`archivedAt` IS NULL
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE [dbo].[Site].[archivedAt] IS NULL
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;

-- ======== list: archived, of a kind and name, next page ========

-- SQLite: 1 statement
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE (`main`.`Site`.`archivedAt` IS NOT NULL AND `main`.`Site`.`kind` = ? AND `main`.`Site`.`name` LIKE ('%' || ?
    || '%') AND `main`.`Site`.`id` > ?)
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE ([dbo].[Site].[archivedAt] IS NOT NULL AND [dbo].[Site].[kind] = CAST(@P1 AS VARCHAR(20)) AND
    [dbo].[Site].[name] LIKE CONCAT('%', @P2, '%') AND [dbo].[Site].[id] > CAST(@P3 AS VARCHAR(36)))
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;

-- ======== loadSites: one ========

-- SQLite: 4 statements
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteWifi`.`siteId`, `main`.`SiteWifi`.`bssid`, `main`.`SiteWifi`.`ssid`
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` IN (?)
ORDER BY `main`.`SiteWifi`.`bssid` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`PresenceGateway`.`siteId`, `main`.`PresenceGateway`.`url`, `main`.`PresenceGateway`.`publicJwkJson`,
    `main`.`PresenceGateway`.`skewMs`, `main`.`PresenceGateway`.`skewMeasuredAt`
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteAddress`.`siteId`, `main`.`SiteAddress`.`addressHash`
FROM `main`.`SiteAddress`
WHERE `main`.`SiteAddress`.`siteId` IN (?)
ORDER BY `main`.`SiteAddress`.`addressHash` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[SiteWifi].[siteId], [dbo].[SiteWifi].[bssid], [dbo].[SiteWifi].[ssid]
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[SiteWifi].[bssid] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[publicJwkJson],
    [dbo].[PresenceGateway].[skewMs], [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
WHERE [dbo].[SiteAddress].[siteId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[SiteAddress].[addressHash] ASC
OFFSET @P2 ROWS;

-- ======== loadSites: many ========

-- SQLite: 12 statements
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?, … 898 more …, ?)
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteWifi`.`siteId`, `main`.`SiteWifi`.`bssid`, `main`.`SiteWifi`.`ssid`
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` IN (?)
ORDER BY `main`.`SiteWifi`.`bssid` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`PresenceGateway`.`siteId`, `main`.`PresenceGateway`.`url`, `main`.`PresenceGateway`.`publicJwkJson`,
    `main`.`PresenceGateway`.`skewMs`, `main`.`PresenceGateway`.`skewMeasuredAt`
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteAddress`.`siteId`, `main`.`SiteAddress`.`addressHash`
FROM `main`.`SiteAddress`
WHERE `main`.`SiteAddress`.`siteId` IN (?)
ORDER BY `main`.`SiteAddress`.`addressHash` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?, … 898 more …, ?)
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteWifi`.`siteId`, `main`.`SiteWifi`.`bssid`, `main`.`SiteWifi`.`ssid`
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` IN (NULL)
ORDER BY `main`.`SiteWifi`.`bssid` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`PresenceGateway`.`siteId`, `main`.`PresenceGateway`.`url`, `main`.`PresenceGateway`.`publicJwkJson`,
    `main`.`PresenceGateway`.`skewMs`, `main`.`PresenceGateway`.`skewMeasuredAt`
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteAddress`.`siteId`, `main`.`SiteAddress`.`addressHash`
FROM `main`.`SiteAddress`
WHERE `main`.`SiteAddress`.`siteId` IN (NULL)
ORDER BY `main`.`SiteAddress`.`addressHash` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?, … 299 more …, ?)
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteWifi`.`siteId`, `main`.`SiteWifi`.`bssid`, `main`.`SiteWifi`.`ssid`
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` IN (NULL)
ORDER BY `main`.`SiteWifi`.`bssid` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`PresenceGateway`.`siteId`, `main`.`PresenceGateway`.`url`, `main`.`PresenceGateway`.`publicJwkJson`,
    `main`.`PresenceGateway`.`skewMs`, `main`.`PresenceGateway`.`skewMeasuredAt`
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteAddress`.`siteId`, `main`.`SiteAddress`.`addressHash`
FROM `main`.`SiteAddress`
WHERE `main`.`SiteAddress`.`siteId` IN (NULL)
ORDER BY `main`.`SiteAddress`.`addressHash` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 12 statements
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)))
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P901 ROWS;
SELECT [dbo].[SiteWifi].[siteId], [dbo].[SiteWifi].[bssid], [dbo].[SiteWifi].[ssid]
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[SiteWifi].[bssid] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[publicJwkJson],
    [dbo].[PresenceGateway].[skewMs], [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
WHERE [dbo].[SiteAddress].[siteId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[SiteAddress].[addressHash] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)))
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P901 ROWS;
SELECT [dbo].[SiteWifi].[siteId], [dbo].[SiteWifi].[bssid], [dbo].[SiteWifi].[ssid]
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] IN (NULL)
ORDER BY [dbo].[SiteWifi].[bssid] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[publicJwkJson],
    [dbo].[PresenceGateway].[skewMs], [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] IN (NULL);
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
WHERE [dbo].[SiteAddress].[siteId] IN (NULL)
ORDER BY [dbo].[SiteAddress].[addressHash] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)), … 299 more …, CAST(@P301 AS VARCHAR(400)))
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P302 ROWS;
SELECT [dbo].[SiteWifi].[siteId], [dbo].[SiteWifi].[bssid], [dbo].[SiteWifi].[ssid]
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] IN (NULL)
ORDER BY [dbo].[SiteWifi].[bssid] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[publicJwkJson],
    [dbo].[PresenceGateway].[skewMs], [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] IN (NULL);
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
WHERE [dbo].[SiteAddress].[siteId] IN (NULL)
ORDER BY [dbo].[SiteAddress].[addressHash] ASC
OFFSET @P1 ROWS;

-- ======== customerSitesNear ========

-- SQLite: 5 statements
SELECT `main`.`Site`.`id`, `main`.`Site`.`south`, `main`.`Site`.`west`, `main`.`Site`.`north`, `main`.`Site`.`east`
FROM `main`.`Site`
WHERE (`main`.`Site`.`kind` = ? AND `main`.`Site`.`archivedAt` IS NULL AND `main`.`Site`.`south` <= ? AND
    `main`.`Site`.`north` >= ? AND ((`main`.`Site`.`west` <= ? AND `main`.`Site`.`east` >= ?) OR
    (`main`.`Site`.`west` <= ? AND `main`.`Site`.`east` >= ?) OR (`main`.`Site`.`west` <= ? AND `main`.`Site`.`east`
    >= ?)))
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`, `main`.`Site`.`kind`, `main`.`Site`.`address`,
    `main`.`Site`.`mainlandChina`, `main`.`Site`.`zone`, `main`.`Site`.`fenceJson`,
    `main`.`Site`.`originalFenceJson`, `main`.`Site`.`wifiProof`, `main`.`Site`.`south`, `main`.`Site`.`west`,
    `main`.`Site`.`north`, `main`.`Site`.`east`, `main`.`Site`.`version`, `main`.`Site`.`createdAt`,
    `main`.`Site`.`archivedAt`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
ORDER BY `main`.`Site`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteWifi`.`siteId`, `main`.`SiteWifi`.`bssid`, `main`.`SiteWifi`.`ssid`
FROM `main`.`SiteWifi`
WHERE `main`.`SiteWifi`.`siteId` IN (?)
ORDER BY `main`.`SiteWifi`.`bssid` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`PresenceGateway`.`siteId`, `main`.`PresenceGateway`.`url`, `main`.`PresenceGateway`.`publicJwkJson`,
    `main`.`PresenceGateway`.`skewMs`, `main`.`PresenceGateway`.`skewMeasuredAt`
FROM `main`.`PresenceGateway`
WHERE `main`.`PresenceGateway`.`siteId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`SiteAddress`.`siteId`, `main`.`SiteAddress`.`addressHash`
FROM `main`.`SiteAddress`
WHERE `main`.`SiteAddress`.`siteId` IN (?)
ORDER BY `main`.`SiteAddress`.`addressHash` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 5 statements
SELECT [dbo].[Site].[id], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east]
FROM [dbo].[Site]
WHERE ([dbo].[Site].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[Site].[archivedAt] IS NULL AND [dbo].[Site].[south]
    <= @P2 AND [dbo].[Site].[north] >= @P3 AND (([dbo].[Site].[west] <= @P4 AND [dbo].[Site].[east] >= @P5) OR
    ([dbo].[Site].[west] <= @P6 AND [dbo].[Site].[east] >= @P7) OR ([dbo].[Site].[west] <= @P8 AND
    [dbo].[Site].[east] >= @P9)))
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P10 ROWS FETCH NEXT @P11 ROWS ONLY;
SELECT [dbo].[Site].[id], [dbo].[Site].[name], [dbo].[Site].[kind], [dbo].[Site].[address],
    [dbo].[Site].[mainlandChina], [dbo].[Site].[zone], [dbo].[Site].[fenceJson], [dbo].[Site].[originalFenceJson],
    [dbo].[Site].[wifiProof], [dbo].[Site].[south], [dbo].[Site].[west], [dbo].[Site].[north], [dbo].[Site].[east],
    [dbo].[Site].[version], [dbo].[Site].[createdAt], [dbo].[Site].[archivedAt]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Site].[id] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[SiteWifi].[siteId], [dbo].[SiteWifi].[bssid], [dbo].[SiteWifi].[ssid]
FROM [dbo].[SiteWifi]
WHERE [dbo].[SiteWifi].[siteId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[SiteWifi].[bssid] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[PresenceGateway].[siteId], [dbo].[PresenceGateway].[url], [dbo].[PresenceGateway].[publicJwkJson],
    [dbo].[PresenceGateway].[skewMs], [dbo].[PresenceGateway].[skewMeasuredAt]
FROM [dbo].[PresenceGateway]
WHERE [dbo].[PresenceGateway].[siteId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[SiteAddress].[siteId], [dbo].[SiteAddress].[addressHash]
FROM [dbo].[SiteAddress]
WHERE [dbo].[SiteAddress].[siteId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[SiteAddress].[addressHash] ASC
OFFSET @P2 ROWS;
