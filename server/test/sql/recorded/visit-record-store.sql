-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What visit-record-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== save: the first ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`VisitRecord` (`attemptId`, `customer`, `contactEncrypted`, `contactPhoneEncrypted`, `purpose`,
    `outcome`, `notes`, `version`, `updatedAt`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `customer` AS `customer`, `contactEncrypted` AS `contactEncrypted`,
    `contactPhoneEncrypted` AS `contactPhoneEncrypted`, `purpose` AS `purpose`, `outcome` AS `outcome`, `notes` AS
    `notes`, `version` AS `version`, `updatedAt` AS `updatedAt`;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 5 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[VisitRecord] ([attemptId],[customer],[contactEncrypted],[contactPhoneEncrypted],[purpose],
    [outcome],[notes],[version],[updatedAt])
OUTPUT [Inserted].[attemptId] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,@P4,@P5,@P6,@P7,@P8,@P9)
SELECT [t].[attemptId]
FROM @generated_keys AS g
INNER JOIN [dbo].[VisitRecord] AS [t] ON [t].[attemptId] = [g].[attemptId]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[VisitRecord].[attemptId], [dbo].[VisitRecord].[customer], [dbo].[VisitRecord].[contactEncrypted],
    [dbo].[VisitRecord].[contactPhoneEncrypted], [dbo].[VisitRecord].[purpose], [dbo].[VisitRecord].[outcome],
    [dbo].[VisitRecord].[notes], [dbo].[VisitRecord].[version], [dbo].[VisitRecord].[updatedAt]
FROM [dbo].[VisitRecord]
WHERE [dbo].[VisitRecord].[attemptId] = CAST(@P1 AS VARCHAR(36))
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

-- ======== save: an edit ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
SELECT `main`.`VisitRecord`.`attemptId`, `main`.`VisitRecord`.`customer`, `main`.`VisitRecord`.`contactEncrypted`,
    `main`.`VisitRecord`.`contactPhoneEncrypted`, `main`.`VisitRecord`.`purpose`, `main`.`VisitRecord`.`outcome`,
    `main`.`VisitRecord`.`notes`, `main`.`VisitRecord`.`version`, `main`.`VisitRecord`.`updatedAt`
FROM `main`.`VisitRecord`
WHERE (`main`.`VisitRecord`.`attemptId` = ? AND `main`.`VisitRecord`.`version` = ?)
LIMIT ?
OFFSET ?;
UPDATE `main`.`VisitRecord`
SET `customer` = ?, `contactEncrypted` = ?, `contactPhoneEncrypted` = ?, `purpose` = ?, `outcome` = ?, `notes` = ?,
    `version` = ?, `updatedAt` = ?
WHERE (`main`.`VisitRecord`.`attemptId` = ? AND `main`.`VisitRecord`.`version` = ?);
INSERT INTO `main`.`VisitRecordEdit` (`attemptId`, `version`, `customer`, `contactEncrypted`,
    `contactPhoneEncrypted`, `purpose`, `outcome`, `notes`, `writtenAt`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `attemptId` AS `attemptId`, `version` AS `version`, `customer` AS `customer`, `contactEncrypted` AS
    `contactEncrypted`, `contactPhoneEncrypted` AS `contactPhoneEncrypted`, `purpose` AS `purpose`, `outcome` AS
    `outcome`, `notes` AS `notes`, `writtenAt` AS `writtenAt`;
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
SELECT [dbo].[VisitRecord].[attemptId], [dbo].[VisitRecord].[customer], [dbo].[VisitRecord].[contactEncrypted],
    [dbo].[VisitRecord].[contactPhoneEncrypted], [dbo].[VisitRecord].[purpose], [dbo].[VisitRecord].[outcome],
    [dbo].[VisitRecord].[notes], [dbo].[VisitRecord].[version], [dbo].[VisitRecord].[updatedAt]
FROM [dbo].[VisitRecord]
WHERE ([dbo].[VisitRecord].[attemptId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[VisitRecord].[version] = @P2)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
UPDATE [dbo].[VisitRecord]
SET [customer] = @P1, [contactEncrypted] = @P2, [contactPhoneEncrypted] = @P3, [purpose] = @P4, [outcome] = @P5,
    [notes] = @P6, [version] = @P7, [updatedAt] = @P8
WHERE ([dbo].[VisitRecord].[attemptId] = CAST(@P9 AS VARCHAR(36)) AND [dbo].[VisitRecord].[version] = @P10);
DECLARE @generated_keys table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[version] BIGINT)
INSERT INTO [dbo].[VisitRecordEdit] ([attemptId],[version],[customer],[contactEncrypted],[contactPhoneEncrypted],
    [purpose],[outcome],[notes],[writtenAt])
OUTPUT [Inserted].[attemptId],[Inserted].[version] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,@P4,@P5,@P6,@P7,@P8,@P9)
SELECT [t].[attemptId],[t].[version]
FROM @generated_keys AS g
INNER JOIN [dbo].[VisitRecordEdit] AS [t] ON ([t].[attemptId] = [g].[attemptId] AND [t].[version] = [g].[version])
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[VisitRecordEdit].[attemptId], [dbo].[VisitRecordEdit].[version], [dbo].[VisitRecordEdit].[customer],
    [dbo].[VisitRecordEdit].[contactEncrypted], [dbo].[VisitRecordEdit].[contactPhoneEncrypted],
    [dbo].[VisitRecordEdit].[purpose], [dbo].[VisitRecordEdit].[outcome], [dbo].[VisitRecordEdit].[notes],
    [dbo].[VisitRecordEdit].[writtenAt]
FROM [dbo].[VisitRecordEdit]
WHERE ([dbo].[VisitRecordEdit].[attemptId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[VisitRecordEdit].[version] = @P2)
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

-- ======== findOwn ========

-- SQLite: 3 statements
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`employeeId`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`,
    `main`.`Attempt`.`slotSpan`, `main`.`Attempt`.`zone`, `main`.`Attempt`.`outcome`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`id` = ? AND `main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`slotKind` = ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`VisitRecord`.`attemptId`, `main`.`VisitRecord`.`customer`, `main`.`VisitRecord`.`contactEncrypted`,
    `main`.`VisitRecord`.`contactPhoneEncrypted`, `main`.`VisitRecord`.`purpose`, `main`.`VisitRecord`.`outcome`,
    `main`.`VisitRecord`.`notes`, `main`.`VisitRecord`.`version`, `main`.`VisitRecord`.`updatedAt`
FROM `main`.`VisitRecord`
WHERE `main`.`VisitRecord`.`attemptId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`VisitRecordEdit`.`attemptId`, `main`.`VisitRecordEdit`.`version`, `main`.`VisitRecordEdit`.`customer`,
    `main`.`VisitRecordEdit`.`contactEncrypted`, `main`.`VisitRecordEdit`.`contactPhoneEncrypted`,
    `main`.`VisitRecordEdit`.`purpose`, `main`.`VisitRecordEdit`.`outcome`, `main`.`VisitRecordEdit`.`notes`,
    `main`.`VisitRecordEdit`.`writtenAt`
FROM `main`.`VisitRecordEdit`
WHERE `main`.`VisitRecordEdit`.`attemptId` IN (?)
ORDER BY `main`.`VisitRecordEdit`.`version` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[employeeId], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind],
    [dbo].[Attempt].[slotSpan], [dbo].[Attempt].[zone], [dbo].[Attempt].[outcome]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[id] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[employeeId] = CAST(@P2 AS VARCHAR(36))
    AND [dbo].[Attempt].[slotKind] = CAST(@P3 AS VARCHAR(10)))
ORDER BY 1
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[VisitRecord].[attemptId], [dbo].[VisitRecord].[customer], [dbo].[VisitRecord].[contactEncrypted],
    [dbo].[VisitRecord].[contactPhoneEncrypted], [dbo].[VisitRecord].[purpose], [dbo].[VisitRecord].[outcome],
    [dbo].[VisitRecord].[notes], [dbo].[VisitRecord].[version], [dbo].[VisitRecord].[updatedAt]
FROM [dbo].[VisitRecord]
WHERE [dbo].[VisitRecord].[attemptId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[VisitRecordEdit].[attemptId], [dbo].[VisitRecordEdit].[version], [dbo].[VisitRecordEdit].[customer],
    [dbo].[VisitRecordEdit].[contactEncrypted], [dbo].[VisitRecordEdit].[contactPhoneEncrypted],
    [dbo].[VisitRecordEdit].[purpose], [dbo].[VisitRecordEdit].[outcome], [dbo].[VisitRecordEdit].[notes],
    [dbo].[VisitRecordEdit].[writtenAt]
FROM [dbo].[VisitRecordEdit]
WHERE [dbo].[VisitRecordEdit].[attemptId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[VisitRecordEdit].[version] DESC
OFFSET @P2 ROWS;
