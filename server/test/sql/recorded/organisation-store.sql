-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What organisation-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== load ========

-- SQLite: 4 statements
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
ORDER BY `main`.`Department`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`, `main`.`Employee`.`name`, `main`.`Employee`.`position`,
    `main`.`Employee`.`employeeNumber`, `main`.`Employee`.`departmentId`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE 1=1
ORDER BY `main`.`Employee`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE 1=1
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Department].[id], [dbo].[Department].[name], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1
ORDER BY [dbo].[Department].[id] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[position],
    [dbo].[Employee].[employeeNumber], [dbo].[Employee].[departmentId], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE 1=1
ORDER BY [dbo].[Employee].[id] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE 1=1;
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE 1=1;

-- ======== loadUpFrom: one ========

-- SQLite: 7 statements
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`, `main`.`Employee`.`name`, `main`.`Employee`.`position`,
    `main`.`Employee`.`employeeNumber`, `main`.`Employee`.`departmentId`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`userIdKey` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`, `main`.`Employee`.`name`, `main`.`Employee`.`position`,
    `main`.`Employee`.`employeeNumber`, `main`.`Employee`.`departmentId`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
ORDER BY `main`.`Department`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 7 statements
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[position],
    [dbo].[Employee].[employeeNumber], [dbo].[Employee].[departmentId], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[userIdKey] IN (@P1);
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[position],
    [dbo].[Employee].[employeeNumber], [dbo].[Employee].[departmentId], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1
ORDER BY [dbo].[Department].[id] ASC
OFFSET @P1 ROWS;

-- ======== loadUpFrom: many ========

-- SQLite: 9 statements
-- 3 times
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`, `main`.`Employee`.`name`, `main`.`Employee`.`position`,
    `main`.`Employee`.`employeeNumber`, `main`.`Employee`.`departmentId`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`userIdKey` IN (?, … 898 more …, ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`, `main`.`Employee`.`name`, `main`.`Employee`.`position`,
    `main`.`Employee`.`employeeNumber`, `main`.`Employee`.`departmentId`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
ORDER BY `main`.`Department`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 9 statements
-- 3 times
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[position],
    [dbo].[Employee].[employeeNumber], [dbo].[Employee].[departmentId], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[userIdKey] IN (@P1, … 898 more …, @P900);
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[position],
    [dbo].[Employee].[employeeNumber], [dbo].[Employee].[departmentId], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1
ORDER BY [dbo].[Department].[id] ASC
OFFSET @P1 ROWS;

-- ======== loadDepartments ========

-- SQLite: 1 statement
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
ORDER BY `main`.`Department`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Department].[id], [dbo].[Department].[name], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1
ORDER BY [dbo].[Department].[id] ASC
OFFSET @P1 ROWS;

-- ======== zone ========

-- SQLite: 1 statement
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== hasPeople ========

-- SQLite: 1 statement
SELECT `main`.`Employee`.`id`
FROM `main`.`Employee`
WHERE 1=1
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Employee].[id]
FROM [dbo].[Employee]
WHERE 1=1
ORDER BY 1
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;

-- ======== isInUse ========

-- SQLite: 2 statements
SELECT `main`.`Attempt`.`id`
FROM `main`.`Attempt`
WHERE `main`.`Attempt`.`employeeId` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`Device`.`id`
FROM `main`.`Device`
WHERE `main`.`Device`.`employeeId` = ?
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[Attempt].[id]
FROM [dbo].[Attempt]
WHERE [dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Device].[id]
FROM [dbo].[Device]
WHERE [dbo].[Device].[employeeId] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== beginRun ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
INSERT INTO `main`.`OrganisationSync` (`id`, `source`, `startedAt`)
VALUES (?,?,?)
RETURNING `id` AS `id`, `source` AS `source`, `startedAt` AS `startedAt`, `finishedAt` AS `finishedAt`,
    `summaryJson` AS `summaryJson`, `problem` AS `problem`;
COMMIT;

-- SQL Server: 2 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[OrganisationSync] ([id],[source],[startedAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(20)),@P3)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[OrganisationSync] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[OrganisationSync].[id], [dbo].[OrganisationSync].[source], [dbo].[OrganisationSync].[startedAt],
    [dbo].[OrganisationSync].[finishedAt], [dbo].[OrganisationSync].[summaryJson],
    [dbo].[OrganisationSync].[problem]
FROM [dbo].[OrganisationSync]
WHERE [dbo].[OrganisationSync].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== finishRun ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`OrganisationSync`
SET `finishedAt` = ?, `summaryJson` = ?, `problem` = ?
WHERE (`main`.`OrganisationSync`.`id` = ? AND 1=1)
RETURNING `id` AS `id`, `source` AS `source`, `startedAt` AS `startedAt`, `finishedAt` AS `finishedAt`,
    `summaryJson` AS `summaryJson`, `problem` AS `problem`;
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
SELECT [dbo].[OrganisationSync].[id]
FROM [dbo].[OrganisationSync]
WHERE ([dbo].[OrganisationSync].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
UPDATE [dbo].[OrganisationSync]
SET [finishedAt] = @P1, [summaryJson] = @P2, [problem] = CAST(@P3 AS VARCHAR(80))
WHERE ([dbo].[OrganisationSync].[id] IN (CAST(@P4 AS VARCHAR(400))) AND ([dbo].[OrganisationSync].[id] = CAST(@P5 AS
    VARCHAR(36)) AND 1=1));
SELECT [dbo].[OrganisationSync].[id], [dbo].[OrganisationSync].[source], [dbo].[OrganisationSync].[startedAt],
    [dbo].[OrganisationSync].[finishedAt], [dbo].[OrganisationSync].[summaryJson],
    [dbo].[OrganisationSync].[problem]
FROM [dbo].[OrganisationSync]
WHERE [dbo].[OrganisationSync].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== lastRun ========

-- SQLite: 1 statement
SELECT `main`.`OrganisationSync`.`id`, `main`.`OrganisationSync`.`startedAt`, `main`.`OrganisationSync`.`finishedAt`,
    `main`.`OrganisationSync`.`problem`
FROM `main`.`OrganisationSync`
WHERE `main`.`OrganisationSync`.`source` = ?
ORDER BY `main`.`OrganisationSync`.`startedAt` DESC, `main`.`OrganisationSync`.`id` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[OrganisationSync].[id], [dbo].[OrganisationSync].[startedAt], [dbo].[OrganisationSync].[finishedAt],
    [dbo].[OrganisationSync].[problem]
FROM [dbo].[OrganisationSync]
WHERE [dbo].[OrganisationSync].[source] = CAST(@P1 AS VARCHAR(20))
ORDER BY [dbo].[OrganisationSync].[startedAt] DESC, [dbo].[OrganisationSync].[id] DESC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== sourceInUse ========

-- SQLite: 1 statement
SELECT `main`.`OrganisationSync`.`id`, `main`.`OrganisationSync`.`source`
FROM `main`.`OrganisationSync`
WHERE (`main`.`OrganisationSync`.`finishedAt` IS NOT NULL AND `main`.`OrganisationSync`.`problem` IS NULL)
ORDER BY `main`.`OrganisationSync`.`startedAt` DESC, `main`.`OrganisationSync`.`id` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[OrganisationSync].[id], [dbo].[OrganisationSync].[source]
FROM [dbo].[OrganisationSync]
WHERE ([dbo].[OrganisationSync].[finishedAt] IS NOT NULL AND [dbo].[OrganisationSync].[problem] IS NULL)
ORDER BY [dbo].[OrganisationSync].[startedAt] DESC, [dbo].[OrganisationSync].[id] DESC
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;

-- ======== saveDepartments ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Department` (`id`, `name`, `parentId`)
VALUES (?,?,?)
RETURNING `id` AS `id`, `name` AS `name`, `parentId` AS `parentId`;
UPDATE `main`.`Department`
SET `name` = ?, `parentId` = ?
WHERE (`main`.`Department`.`id` = ? AND 1=1)
RETURNING `id` AS `id`, `name` AS `name`, `parentId` AS `parentId`;
UPDATE `main`.`Company`
SET `rulesVersion` = (`main`.`Company`.`rulesVersion` + ?)
WHERE `main`.`Company`.`id` = ?;
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
DECLARE @generated_keys table([id] VARCHAR(64) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Department] ([id],[name],[parentId])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(64)),@P2,CAST(@P3 AS VARCHAR(64)))
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Department] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Department].[id], [dbo].[Department].[name], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] = CAST(@P1 AS VARCHAR(64))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Department].[id]
FROM [dbo].[Department]
WHERE ([dbo].[Department].[id] = CAST(@P1 AS VARCHAR(64)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
UPDATE [dbo].[Department]
SET [name] = @P1, [parentId] = CAST(@P2 AS VARCHAR(64))
WHERE ([dbo].[Department].[id] IN (CAST(@P3 AS VARCHAR(400))) AND ([dbo].[Department].[id] = CAST(@P4 AS
    VARCHAR(64)) AND 1=1));
SELECT [dbo].[Department].[id], [dbo].[Department].[name], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] = CAST(@P1 AS VARCHAR(64))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
UPDATE [dbo].[Company]
SET [rulesVersion] = ([dbo].[Company].[rulesVersion] + @P1)
WHERE [dbo].[Company].[id] = @P2;
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

-- ======== removeDepartment ========

-- SQLite: 7 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`RoleGrant`.`id`
FROM `main`.`RoleGrant`
WHERE `main`.`RoleGrant`.`scopeDepartmentId` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`RuleAssignment`.`id`
FROM `main`.`RuleAssignment`
WHERE (`main`.`RuleAssignment`.`targetKind` = ? AND `main`.`RuleAssignment`.`targetId` = ?)
LIMIT ?
OFFSET ?) AS `sub`;
DELETE
FROM `main`.`Department`
WHERE (`main`.`Department`.`id` = ? AND NOT EXISTS(SELECT `t0`.`departmentId`
FROM `main`.`Employee` AS `t0`
WHERE (1=1 AND (`main`.`Department`.`id`) = (`t0`.`departmentId`) AND `t0`.`departmentId` IS NOT NULL)) AND NOT
    EXISTS(SELECT `t1`.`departmentId`
FROM `main`.`DepartmentLeader` AS `t1`
WHERE (1=1 AND (`main`.`Department`.`id`) = (`t1`.`departmentId`) AND `t1`.`departmentId` IS NOT NULL)) AND NOT
    EXISTS(SELECT `t2`.`parentId`
FROM `main`.`Department` AS `t2`
WHERE (1=1 AND (`main`.`Department`.`id`) = (`t2`.`parentId`) AND `t2`.`parentId` IS NOT NULL)));
UPDATE `main`.`Company`
SET `rulesVersion` = (`main`.`Company`.`rulesVersion` + ?)
WHERE `main`.`Company`.`id` = ?;
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
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[RoleGrant].[id]
FROM [dbo].[RoleGrant]
WHERE [dbo].[RoleGrant].[scopeDepartmentId] = CAST(@P1 AS VARCHAR(64))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[RuleAssignment].[id]
FROM [dbo].[RuleAssignment]
WHERE ([dbo].[RuleAssignment].[targetKind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RuleAssignment].[targetId] =
    CAST(@P2 AS VARCHAR(64)))) AS [sub];
DELETE
FROM [dbo].[Department]
WHERE ([dbo].[Department].[id] = CAST(@P1 AS VARCHAR(64)) AND NOT EXISTS(SELECT [t0].[departmentId]
FROM [dbo].[Employee] AS [t0]
WHERE (1=1 AND (([dbo].[Department].[id] = [t0].[departmentId])) AND [t0].[departmentId] IS NOT NULL)) AND NOT
    EXISTS(SELECT [t1].[departmentId]
FROM [dbo].[DepartmentLeader] AS [t1]
WHERE (1=1 AND (([dbo].[Department].[id] = [t1].[departmentId])) AND [t1].[departmentId] IS NOT NULL)) AND NOT
    EXISTS(SELECT [t2].[parentId]
FROM [dbo].[Department] AS [t2]
WHERE (1=1 AND (([dbo].[Department].[id] = [t2].[parentId])) AND [t2].[parentId] IS NOT NULL)));
UPDATE [dbo].[Company]
SET [rulesVersion] = ([dbo].[Company].[rulesVersion] + @P1)
WHERE [dbo].[Company].[id] = @P2;
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

-- ======== write: join ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Employee` (`id`, `userId`, `userIdKey`, `name`, `employeeNumber`, `position`, `departmentId`,
    `createdAt`)
VALUES (?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `userId` AS `userId`, `userIdKey` AS `userIdKey`, `name` AS `name`, `employeeNumber` AS
    `employeeNumber`, `position` AS `position`, `departmentId` AS `departmentId`, `zone` AS `zone`, `leftAt` AS
    `leftAt`, `createdAt` AS `createdAt`;
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
INSERT INTO [dbo].[Employee] ([id],[userId],[userIdKey],[name],[employeeNumber],[position],[departmentId],
    [createdAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,@P4,@P5,@P6,CAST(@P7 AS VARCHAR(64)),@P8)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Employee] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[userIdKey], [dbo].[Employee].[name],
    [dbo].[Employee].[employeeNumber], [dbo].[Employee].[position], [dbo].[Employee].[departmentId],
    [dbo].[Employee].[zone], [dbo].[Employee].[leftAt], [dbo].[Employee].[createdAt]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== write: change ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`Employee`
SET `userId` = ?, `name` = ?, `position` = ?, `employeeNumber` = ?, `departmentId` = ?, `userIdKey` = ?
WHERE (`main`.`Employee`.`id` = ? AND `main`.`Employee`.`userIdKey` = ? AND `main`.`Employee`.`leftAt` IS NULL);
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
UPDATE [dbo].[Employee]
SET [userId] = @P1, [name] = @P2, [position] = @P3, [employeeNumber] = @P4, [departmentId] = CAST(@P5 AS
    VARCHAR(64)), [userIdKey] = @P6
WHERE ([dbo].[Employee].[id] = CAST(@P7 AS VARCHAR(36)) AND [dbo].[Employee].[userIdKey] = @P8 AND
    [dbo].[Employee].[leftAt] IS NULL);
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

-- ======== write: relate ========

-- SQLite: 8 statements
BEGIN TRANSACTION;
UPDATE `main`.`Employee`
SET `leftAt` = ?
WHERE (`main`.`Employee`.`id` = ? AND `main`.`Employee`.`userIdKey` = ? AND `main`.`Employee`.`leftAt` IS NULL);
DELETE
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` = ?;
DELETE
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`employeeId` = ?;
INSERT INTO `main`.`EmployeeLeader` (`employeeId`, `leaderId`)
VALUES (?,?), (?,?);
INSERT INTO `main`.`DepartmentLeader` (`departmentId`, `employeeId`)
VALUES (?,?);
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 8 statements
BEGIN TRANSACTION;
UPDATE [dbo].[Employee]
SET [leftAt] = @P1
WHERE ([dbo].[Employee].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Employee].[userIdKey] = @P3 AND
    [dbo].[Employee].[leftAt] IS NULL);
DELETE
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] = CAST(@P1 AS VARCHAR(36));
DELETE
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] = CAST(@P1 AS VARCHAR(36));
INSERT INTO [dbo].[EmployeeLeader] ([dbo].[EmployeeLeader].[employeeId],[dbo].[EmployeeLeader].[leaderId])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36))),(CAST(@P3 AS VARCHAR(36)),CAST(@P4 AS VARCHAR(36)));
INSERT INTO [dbo].[DepartmentLeader] ([dbo].[DepartmentLeader].[departmentId],[dbo].[DepartmentLeader].[employeeId])
VALUES (CAST(@P1 AS VARCHAR(64)),CAST(@P2 AS VARCHAR(36)));
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

-- ======== write: leave ========

-- SQLite: 12 statements
BEGIN TRANSACTION;
UPDATE `main`.`Employee`
SET `leftAt` = ?
WHERE (`main`.`Employee`.`id` = ? AND `main`.`Employee`.`userIdKey` = ? AND `main`.`Employee`.`leftAt` IS NULL);
SELECT `main`.`Device`.`id`, `main`.`Device`.`keyThumbprint`, `main`.`Device`.`state`
FROM `main`.`Device`
WHERE (`main`.`Device`.`employeeId` = ? AND `main`.`Device`.`state` IN (?,?))
LIMIT ?
OFFSET ?;
UPDATE `main`.`Device`
SET `state` = ?, `revokedAt` = ?, `revokedReason` = ?
WHERE (`main`.`Device`.`employeeId` = ? AND `main`.`Device`.`state` IN (?,?));
UPDATE `main`.`Session`
SET `revokedAt` = ?, `revokedReason` = ?
WHERE (`main`.`Session`.`employeeId` = ? AND `main`.`Session`.`revokedAt` IS NULL);
DELETE
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`employeeId` = ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`role`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?;
UPDATE `main`.`RoleGrant`
SET `revokedAt` = ?
WHERE (`main`.`RoleGrant`.`employeeId` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL);
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`,
    `main`.`Delegation`.`startsAt`, `main`.`Delegation`.`endsAt`, `main`.`Delegation`.`revokedAt`
FROM `main`.`Delegation`
WHERE ((`main`.`Delegation`.`leaderId` = ? OR `main`.`Delegation`.`delegateId` = ?) AND
    `main`.`Delegation`.`revokedAt` IS NULL AND `main`.`Delegation`.`endsAt` > ?)
LIMIT ?
OFFSET ?;
UPDATE `main`.`Delegation`
SET `revokedAt` = ?
WHERE ((`main`.`Delegation`.`leaderId` = ? OR `main`.`Delegation`.`delegateId` = ?) AND
    `main`.`Delegation`.`revokedAt` IS NULL AND `main`.`Delegation`.`endsAt` > ?);
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 12 statements
BEGIN TRANSACTION;
UPDATE [dbo].[Employee]
SET [leftAt] = @P1
WHERE ([dbo].[Employee].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Employee].[userIdKey] = @P3 AND
    [dbo].[Employee].[leftAt] IS NULL);
SELECT [dbo].[Device].[id], [dbo].[Device].[keyThumbprint], [dbo].[Device].[state]
FROM [dbo].[Device]
WHERE ([dbo].[Device].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Device].[state] IN (CAST(@P2 AS
    VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
UPDATE [dbo].[Device]
SET [state] = CAST(@P1 AS VARCHAR(20)), [revokedAt] = @P2, [revokedReason] = CAST(@P3 AS VARCHAR(40))
WHERE ([dbo].[Device].[employeeId] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[Device].[state] IN (CAST(@P5 AS
    VARCHAR(400)),CAST(@P6 AS VARCHAR(400))));
UPDATE [dbo].[Session]
SET [revokedAt] = @P1, [revokedReason] = CAST(@P2 AS VARCHAR(40))
WHERE ([dbo].[Session].[employeeId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[Session].[revokedAt] IS NULL);
DELETE
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[employeeId] = CAST(@P1 AS VARCHAR(36));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[role], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RoleGrant].[revokedAt] IS NULL);
UPDATE [dbo].[RoleGrant]
SET [revokedAt] = @P1
WHERE ([dbo].[RoleGrant].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId],
    [dbo].[Delegation].[startsAt], [dbo].[Delegation].[endsAt], [dbo].[Delegation].[revokedAt]
FROM [dbo].[Delegation]
WHERE (([dbo].[Delegation].[leaderId] = CAST(@P1 AS VARCHAR(36)) OR [dbo].[Delegation].[delegateId] = CAST(@P2 AS
    VARCHAR(36))) AND [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[endsAt] > @P3);
UPDATE [dbo].[Delegation]
SET [revokedAt] = @P1
WHERE (([dbo].[Delegation].[leaderId] = CAST(@P2 AS VARCHAR(36)) OR [dbo].[Delegation].[delegateId] = CAST(@P3 AS
    VARCHAR(36))) AND [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[endsAt] > @P4);
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

-- ======== write: return ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`Employee`
SET `userId` = ?, `name` = ?, `position` = ?, `employeeNumber` = ?, `departmentId` = ?, `userIdKey` = ?, `leftAt` =
    ?
WHERE (`main`.`Employee`.`id` = ? AND `main`.`Employee`.`userIdKey` = ? AND `main`.`Employee`.`leftAt` IS NOT NULL);
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
UPDATE [dbo].[Employee]
SET [userId] = @P1, [name] = @P2, [position] = @P3, [employeeNumber] = @P4, [departmentId] = CAST(@P5 AS
    VARCHAR(64)), [userIdKey] = @P6, [leftAt] = @P7
WHERE ([dbo].[Employee].[id] = CAST(@P8 AS VARCHAR(36)) AND [dbo].[Employee].[userIdKey] = @P9 AND
    [dbo].[Employee].[leftAt] IS NOT NULL);
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

-- ======== rename ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
-- 2 times
UPDATE `main`.`Employee`
SET `userId` = ?, `userIdKey` = ?
WHERE (`main`.`Employee`.`id` = ? AND `main`.`Employee`.`userIdKey` = ?);
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
-- 2 times
UPDATE [dbo].[Employee]
SET [userId] = @P1, [userIdKey] = @P2
WHERE ([dbo].[Employee].[id] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[Employee].[userIdKey] = @P4);
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
