-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What feedback-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== loadLeadership ========

-- SQLite: 4 statements
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`employeeId` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`leaderId` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] = CAST(@P1 AS VARCHAR(36));
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[leaderId] = CAST(@P1 AS VARCHAR(36));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== create ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`FaultReport` (`id`, `employeeId`, `text`, `diagnosisJson`, `placeEncrypted`, `createdAt`)
VALUES (?,?,?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `text` AS `text`, `diagnosisJson` AS `diagnosisJson`,
    `placeEncrypted` AS `placeEncrypted`, `createdAt` AS `createdAt`, `answer` AS `answer`, `answeredBy` AS
    `answeredBy`, `answeredAt` AS `answeredAt`;
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
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[FaultReport] ([id],[employeeId],[text],[diagnosisJson],[placeEncrypted],[createdAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),@P3,@P4,@P5,@P6)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[FaultReport] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[employeeId], [dbo].[FaultReport].[text],
    [dbo].[FaultReport].[diagnosisJson], [dbo].[FaultReport].[placeEncrypted], [dbo].[FaultReport].[createdAt],
    [dbo].[FaultReport].[answer], [dbo].[FaultReport].[answeredBy], [dbo].[FaultReport].[answeredAt]
FROM [dbo].[FaultReport]
WHERE [dbo].[FaultReport].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== answer ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`FaultReport`
SET `answer` = ?, `answeredBy` = ?, `answeredAt` = ?
WHERE (`main`.`FaultReport`.`id` = ? AND `main`.`FaultReport`.`answeredAt` IS NULL);
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
UPDATE [dbo].[FaultReport]
SET [answer] = @P1, [answeredBy] = CAST(@P2 AS VARCHAR(36)), [answeredAt] = @P3
WHERE ([dbo].[FaultReport].[id] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[FaultReport].[answeredAt] IS NULL);
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
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`employeeId`, `main`.`FaultReport`.`text`,
    `main`.`FaultReport`.`diagnosisJson`, `main`.`FaultReport`.`placeEncrypted`, `main`.`FaultReport`.`createdAt`,
    `main`.`FaultReport`.`answer`, `main`.`FaultReport`.`answeredBy`, `main`.`FaultReport`.`answeredAt`
FROM `main`.`FaultReport`
WHERE (`main`.`FaultReport`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[employeeId], [dbo].[FaultReport].[text],
    [dbo].[FaultReport].[diagnosisJson], [dbo].[FaultReport].[placeEncrypted], [dbo].[FaultReport].[createdAt],
    [dbo].[FaultReport].[answer], [dbo].[FaultReport].[answeredBy], [dbo].[FaultReport].[answeredAt]
FROM [dbo].[FaultReport]
WHERE ([dbo].[FaultReport].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== listOwn: first page ========

-- SQLite: 4 statements
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`employeeId`, `main`.`FaultReport`.`text`,
    `main`.`FaultReport`.`diagnosisJson`, `main`.`FaultReport`.`placeEncrypted`, `main`.`FaultReport`.`createdAt`,
    `main`.`FaultReport`.`answer`, `main`.`FaultReport`.`answeredBy`, `main`.`FaultReport`.`answeredAt`
FROM `main`.`FaultReport`
WHERE `main`.`FaultReport`.`employeeId` = ?
ORDER BY `main`.`FaultReport`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[employeeId], [dbo].[FaultReport].[text],
    [dbo].[FaultReport].[diagnosisJson], [dbo].[FaultReport].[placeEncrypted], [dbo].[FaultReport].[createdAt],
    [dbo].[FaultReport].[answer], [dbo].[FaultReport].[answeredBy], [dbo].[FaultReport].[answeredAt]
FROM [dbo].[FaultReport]
WHERE [dbo].[FaultReport].[employeeId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[FaultReport].[id] DESC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== listOwn: next page ========

-- SQLite: 4 statements
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`employeeId`, `main`.`FaultReport`.`text`,
    `main`.`FaultReport`.`diagnosisJson`, `main`.`FaultReport`.`placeEncrypted`, `main`.`FaultReport`.`createdAt`,
    `main`.`FaultReport`.`answer`, `main`.`FaultReport`.`answeredBy`, `main`.`FaultReport`.`answeredAt`
FROM `main`.`FaultReport`
WHERE (`main`.`FaultReport`.`employeeId` = ? AND `main`.`FaultReport`.`id` < ?)
ORDER BY `main`.`FaultReport`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`
FROM `main`.`Employee`
WHERE 1=0
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[employeeId], [dbo].[FaultReport].[text],
    [dbo].[FaultReport].[diagnosisJson], [dbo].[FaultReport].[placeEncrypted], [dbo].[FaultReport].[createdAt],
    [dbo].[FaultReport].[answer], [dbo].[FaultReport].[answeredBy], [dbo].[FaultReport].[answeredAt]
FROM [dbo].[FaultReport]
WHERE ([dbo].[FaultReport].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[FaultReport].[id] < CAST(@P2 AS
    VARCHAR(36)))
ORDER BY [dbo].[FaultReport].[id] DESC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (NULL);
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name]
FROM [dbo].[Employee]
WHERE 1=0;

-- ======== list: of everybody ========

-- SQLite: 4 statements
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`employeeId`, `main`.`FaultReport`.`text`,
    `main`.`FaultReport`.`diagnosisJson`, `main`.`FaultReport`.`placeEncrypted`, `main`.`FaultReport`.`createdAt`,
    `main`.`FaultReport`.`answer`, `main`.`FaultReport`.`answeredBy`, `main`.`FaultReport`.`answeredAt`
FROM `main`.`FaultReport`
WHERE 1=1
ORDER BY `main`.`FaultReport`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[employeeId], [dbo].[FaultReport].[text],
    [dbo].[FaultReport].[diagnosisJson], [dbo].[FaultReport].[placeEncrypted], [dbo].[FaultReport].[createdAt],
    [dbo].[FaultReport].[answer], [dbo].[FaultReport].[answeredBy], [dbo].[FaultReport].[answeredAt]
FROM [dbo].[FaultReport]
WHERE 1=1
ORDER BY [dbo].[FaultReport].[id] DESC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== list: open ones of departments and people, next page ========

-- SQLite: 7 statements
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`employeeId`, `main`.`FaultReport`.`text`,
    `main`.`FaultReport`.`diagnosisJson`, `main`.`FaultReport`.`placeEncrypted`, `main`.`FaultReport`.`createdAt`,
    `main`.`FaultReport`.`answer`, `main`.`FaultReport`.`answeredBy`, `main`.`FaultReport`.`answeredAt`
FROM `main`.`FaultReport`
LEFT JOIN `main`.`Employee` AS `j0` ON (`j0`.`id`) = (`main`.`FaultReport`.`employeeId`)
WHERE (`main`.`FaultReport`.`answeredAt` IS NULL AND (`j0`.`departmentId` IN (?) AND (`j0`.`id` IS NOT NULL)) AND
    `main`.`FaultReport`.`id` < ?)
ORDER BY `main`.`FaultReport`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`employeeId`, `main`.`FaultReport`.`text`,
    `main`.`FaultReport`.`diagnosisJson`, `main`.`FaultReport`.`placeEncrypted`, `main`.`FaultReport`.`createdAt`,
    `main`.`FaultReport`.`answer`, `main`.`FaultReport`.`answeredBy`, `main`.`FaultReport`.`answeredAt`
FROM `main`.`FaultReport`
WHERE (`main`.`FaultReport`.`answeredAt` IS NULL AND `main`.`FaultReport`.`employeeId` IN (?) AND
    `main`.`FaultReport`.`id` < ?)
ORDER BY `main`.`FaultReport`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`
FROM `main`.`Employee`
WHERE 1=0
LIMIT ?
OFFSET ?;

-- SQL Server: 7 statements
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[employeeId], [dbo].[FaultReport].[text],
    [dbo].[FaultReport].[diagnosisJson], [dbo].[FaultReport].[placeEncrypted], [dbo].[FaultReport].[createdAt],
    [dbo].[FaultReport].[answer], [dbo].[FaultReport].[answeredBy], [dbo].[FaultReport].[answeredAt]
FROM [dbo].[FaultReport]
LEFT JOIN [dbo].[Employee] AS [j0] ON (([j0].[id] = [dbo].[FaultReport].[employeeId]))
WHERE ([dbo].[FaultReport].[answeredAt] IS NULL AND ([j0].[departmentId] IN (CAST(@P1 AS VARCHAR(400))) AND
    ([j0].[id] IS NOT NULL)) AND [dbo].[FaultReport].[id] < CAST(@P2 AS VARCHAR(36)))
ORDER BY [dbo].[FaultReport].[id] DESC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (NULL);
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[employeeId], [dbo].[FaultReport].[text],
    [dbo].[FaultReport].[diagnosisJson], [dbo].[FaultReport].[placeEncrypted], [dbo].[FaultReport].[createdAt],
    [dbo].[FaultReport].[answer], [dbo].[FaultReport].[answeredBy], [dbo].[FaultReport].[answeredAt]
FROM [dbo].[FaultReport]
WHERE ([dbo].[FaultReport].[answeredAt] IS NULL AND [dbo].[FaultReport].[employeeId] IN (CAST(@P1 AS VARCHAR(400)))
    AND [dbo].[FaultReport].[id] < CAST(@P2 AS VARCHAR(36)))
ORDER BY [dbo].[FaultReport].[id] DESC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (NULL);
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name]
FROM [dbo].[Employee]
WHERE 1=0;

-- ======== readPlace ========

-- SQLite: 4 statements
SELECT `main`.`FaultReport`.`id`, `main`.`FaultReport`.`placeEncrypted`
FROM `main`.`FaultReport`
WHERE (`main`.`FaultReport`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 4 statements
SELECT [dbo].[FaultReport].[id], [dbo].[FaultReport].[placeEncrypted]
FROM [dbo].[FaultReport]
WHERE ([dbo].[FaultReport].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
BEGIN TRANSACTION;
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
