-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What people-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== findByUserId ========

-- SQLite: 1 statement
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`userIdKey` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[userIdKey] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== find ========

-- SQLite: 1 statement
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId], [dbo].[Employee].[name], [dbo].[Employee].[leftAt]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== departmentPathOf ========

-- SQLite: 2 statements
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;

-- ======== departmentExists ========

-- SQLite: 1 statement
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Department`.`id`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` = ?
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 1 statement
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Department].[id]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] = CAST(@P1 AS VARCHAR(64))) AS [sub];

-- ======== grantsOf ========

-- SQLite: 1 statement
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`, `main`.`RoleGrant`.`grantedBy`, `main`.`RoleGrant`.`grantedAt`,
    `main`.`RoleGrant`.`revokedAt`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL)
ORDER BY `main`.`RoleGrant`.`grantedAt` ASC, `main`.`RoleGrant`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId], [dbo].[RoleGrant].[grantedBy], [dbo].[RoleGrant].[grantedAt],
    [dbo].[RoleGrant].[revokedAt]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RoleGrant].[revokedAt] IS NULL)
ORDER BY [dbo].[RoleGrant].[grantedAt] ASC, [dbo].[RoleGrant].[id] ASC
OFFSET @P2 ROWS;

-- ======== grant: in a department ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`RoleGrant`.`id`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` = ? AND `main`.`RoleGrant`.`role` = ? AND
    `main`.`RoleGrant`.`scopeDepartmentId` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?) AS `sub`;
INSERT INTO `main`.`RoleGrant` (`id`, `employeeId`, `role`, `scopeDepartmentId`, `grantedBy`, `grantedAt`)
VALUES (?,?,?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `role` AS `role`, `scopeDepartmentId` AS `scopeDepartmentId`,
    `grantedBy` AS `grantedBy`, `grantedAt` AS `grantedAt`, `revokedAt` AS `revokedAt`;
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
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[RoleGrant].[id]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RoleGrant].[role] = CAST(@P2 AS
    VARCHAR(20)) AND [dbo].[RoleGrant].[scopeDepartmentId] = CAST(@P3 AS VARCHAR(64)) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL)) AS [sub];
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[RoleGrant] ([id],[employeeId],[role],[scopeDepartmentId],[grantedBy],[grantedAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(64)),CAST(@P5
    AS VARCHAR(36)),@P6)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[RoleGrant] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId], [dbo].[RoleGrant].[grantedBy], [dbo].[RoleGrant].[grantedAt],
    [dbo].[RoleGrant].[revokedAt]
FROM [dbo].[RoleGrant]
WHERE [dbo].[RoleGrant].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== grant: for the whole company ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`RoleGrant`.`id`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` = ? AND `main`.`RoleGrant`.`role` = ? AND
    `main`.`RoleGrant`.`scopeDepartmentId` IS NULL AND `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?) AS `sub`;
INSERT INTO `main`.`RoleGrant` (`id`, `employeeId`, `role`, `scopeDepartmentId`, `grantedBy`, `grantedAt`)
VALUES (?,?,?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `role` AS `role`, `scopeDepartmentId` AS `scopeDepartmentId`,
    `grantedBy` AS `grantedBy`, `grantedAt` AS `grantedAt`, `revokedAt` AS `revokedAt`;
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
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[RoleGrant].[id]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RoleGrant].[role] = CAST(@P2 AS
    VARCHAR(20)) AND [dbo].[RoleGrant].[scopeDepartmentId] IS NULL AND [dbo].[RoleGrant].[revokedAt] IS NULL)) AS
    [sub];
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[RoleGrant] ([id],[employeeId],[role],[scopeDepartmentId],[grantedBy],[grantedAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(64)),CAST(@P5
    AS VARCHAR(36)),@P6)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[RoleGrant] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId], [dbo].[RoleGrant].[grantedBy], [dbo].[RoleGrant].[grantedAt],
    [dbo].[RoleGrant].[revokedAt]
FROM [dbo].[RoleGrant]
WHERE [dbo].[RoleGrant].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== revokeGrant ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`, `main`.`RoleGrant`.`grantedBy`, `main`.`RoleGrant`.`grantedAt`,
    `main`.`RoleGrant`.`revokedAt`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`id` = ? AND `main`.`RoleGrant`.`employeeId` = ? AND `main`.`RoleGrant`.`revokedAt` IS
    NULL)
LIMIT ?
OFFSET ?;
UPDATE `main`.`RoleGrant`
SET `revokedAt` = ?
WHERE (`main`.`RoleGrant`.`employeeId` = ? AND `main`.`RoleGrant`.`role` = ? AND
    `main`.`RoleGrant`.`scopeDepartmentId` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL);
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
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId], [dbo].[RoleGrant].[grantedBy], [dbo].[RoleGrant].[grantedAt],
    [dbo].[RoleGrant].[revokedAt]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[id] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[RoleGrant].[employeeId] = CAST(@P2 AS
    VARCHAR(36)) AND [dbo].[RoleGrant].[revokedAt] IS NULL)
ORDER BY 1
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
UPDATE [dbo].[RoleGrant]
SET [revokedAt] = @P1
WHERE ([dbo].[RoleGrant].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[RoleGrant].[role] = CAST(@P3 AS
    VARCHAR(20)) AND [dbo].[RoleGrant].[scopeDepartmentId] = CAST(@P4 AS VARCHAR(64)) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL);
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
