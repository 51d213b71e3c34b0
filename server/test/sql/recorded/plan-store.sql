-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What plan-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== list: of everybody ========

-- SQLite: 3 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`, `main`.`FieldPlan`.`note`, `main`.`FieldPlan`.`createdBy`,
    `main`.`FieldPlan`.`createdAt`, `main`.`FieldPlan`.`cancelledAt`
FROM `main`.`FieldPlan`
WHERE (`main`.`FieldPlan`.`cancelledAt` IS NULL AND `main`.`FieldPlan`.`workDay` >= ?)
ORDER BY `main`.`FieldPlan`.`workDay` ASC, `main`.`FieldPlan`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?,?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note], [dbo].[FieldPlan].[createdBy],
    [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[cancelledAt] IS NULL AND [dbo].[FieldPlan].[workDay] >= @P1)
ORDER BY [dbo].[FieldPlan].[workDay] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));

-- ======== list: of departments and people, next page ========

-- SQLite: 6 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`, `main`.`FieldPlan`.`note`, `main`.`FieldPlan`.`createdBy`,
    `main`.`FieldPlan`.`createdAt`, `main`.`FieldPlan`.`cancelledAt`
FROM `main`.`FieldPlan`
LEFT JOIN `main`.`Employee` AS `j0` ON (`j0`.`id`) = (`main`.`FieldPlan`.`employeeId`)
WHERE ((`j0`.`departmentId` IN (?) AND (`j0`.`id` IS NOT NULL)) AND `main`.`FieldPlan`.`cancelledAt` IS NULL AND
    `main`.`FieldPlan`.`workDay` >= ? AND `main`.`FieldPlan`.`workDay` <= ? AND (`main`.`FieldPlan`.`workDay` > ? OR
    (`main`.`FieldPlan`.`workDay` = ? AND `main`.`FieldPlan`.`id` > ?)))
ORDER BY `main`.`FieldPlan`.`workDay` ASC, `main`.`FieldPlan`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`, `main`.`FieldPlan`.`note`, `main`.`FieldPlan`.`createdBy`,
    `main`.`FieldPlan`.`createdAt`, `main`.`FieldPlan`.`cancelledAt`
FROM `main`.`FieldPlan`
WHERE (`main`.`FieldPlan`.`employeeId` IN (?) AND `main`.`FieldPlan`.`cancelledAt` IS NULL AND
    `main`.`FieldPlan`.`workDay` >= ? AND `main`.`FieldPlan`.`workDay` <= ? AND (`main`.`FieldPlan`.`workDay` > ? OR
    (`main`.`FieldPlan`.`workDay` = ? AND `main`.`FieldPlan`.`id` > ?)))
ORDER BY `main`.`FieldPlan`.`workDay` ASC, `main`.`FieldPlan`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 6 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note], [dbo].[FieldPlan].[createdBy],
    [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
LEFT JOIN [dbo].[Employee] AS [j0] ON (([j0].[id] = [dbo].[FieldPlan].[employeeId]))
WHERE (([j0].[departmentId] IN (CAST(@P1 AS VARCHAR(400))) AND ([j0].[id] IS NOT NULL)) AND
    [dbo].[FieldPlan].[cancelledAt] IS NULL AND [dbo].[FieldPlan].[workDay] >= @P2 AND [dbo].[FieldPlan].[workDay]
    <= @P3 AND ([dbo].[FieldPlan].[workDay] > @P4 OR ([dbo].[FieldPlan].[workDay] = @P5 AND [dbo].[FieldPlan].[id] >
    CAST(@P6 AS VARCHAR(36)))))
ORDER BY [dbo].[FieldPlan].[workDay] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P7 ROWS FETCH NEXT @P8 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note], [dbo].[FieldPlan].[createdBy],
    [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[FieldPlan].[cancelledAt] IS NULL AND
    [dbo].[FieldPlan].[workDay] >= @P2 AND [dbo].[FieldPlan].[workDay] <= @P3 AND ([dbo].[FieldPlan].[workDay] > @P4
    OR ([dbo].[FieldPlan].[workDay] = @P5 AND [dbo].[FieldPlan].[id] > CAST(@P6 AS VARCHAR(36)))))
ORDER BY [dbo].[FieldPlan].[workDay] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P7 ROWS FETCH NEXT @P8 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== list: of one person ========

-- SQLite: 3 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`, `main`.`FieldPlan`.`note`, `main`.`FieldPlan`.`createdBy`,
    `main`.`FieldPlan`.`createdAt`, `main`.`FieldPlan`.`cancelledAt`
FROM `main`.`FieldPlan`
WHERE (`main`.`FieldPlan`.`cancelledAt` IS NULL AND `main`.`FieldPlan`.`employeeId` = ?)
ORDER BY `main`.`FieldPlan`.`workDay` ASC, `main`.`FieldPlan`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?,?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note], [dbo].[FieldPlan].[createdBy],
    [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[cancelledAt] IS NULL AND [dbo].[FieldPlan].[employeeId] = CAST(@P1 AS VARCHAR(36)))
ORDER BY [dbo].[FieldPlan].[workDay] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));

-- ======== create ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`FieldPlan` (`id`, `employeeId`, `workDay`, `siteId`, `note`, `createdBy`, `createdAt`)
VALUES (?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `employeeId` AS `employeeId`, `workDay` AS `workDay`, `siteId` AS `siteId`, `note` AS `note`,
    `createdBy` AS `createdBy`, `createdAt` AS `createdAt`, `cancelledAt` AS `cancelledAt`;
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
INSERT INTO [dbo].[FieldPlan] ([id],[employeeId],[workDay],[siteId],[note],[createdBy],[createdAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),@P3,CAST(@P4 AS VARCHAR(36)),@P5,CAST(@P6 AS VARCHAR(36)),
    @P7)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[FieldPlan] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note], [dbo].[FieldPlan].[createdBy],
    [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE [dbo].[FieldPlan].[id] = CAST(@P1 AS VARCHAR(36))
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

-- ======== find ========

-- SQLite: 3 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`, `main`.`FieldPlan`.`note`, `main`.`FieldPlan`.`createdBy`,
    `main`.`FieldPlan`.`createdAt`, `main`.`FieldPlan`.`cancelledAt`
FROM `main`.`FieldPlan`
WHERE (`main`.`FieldPlan`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` = ?
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note], [dbo].[FieldPlan].[createdBy],
    [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] = CAST(@P1 AS VARCHAR(36));

-- ======== findInForce ========

-- SQLite: 3 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`, `main`.`FieldPlan`.`note`, `main`.`FieldPlan`.`createdBy`,
    `main`.`FieldPlan`.`createdAt`, `main`.`FieldPlan`.`cancelledAt`
FROM `main`.`FieldPlan`
WHERE (`main`.`FieldPlan`.`employeeId` = ? AND `main`.`FieldPlan`.`workDay` = ? AND `main`.`FieldPlan`.`siteId` = ?
    AND `main`.`FieldPlan`.`cancelledAt` IS NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note], [dbo].[FieldPlan].[createdBy],
    [dbo].[FieldPlan].[createdAt], [dbo].[FieldPlan].[cancelledAt]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[FieldPlan].[workDay] = @P2 AND
    [dbo].[FieldPlan].[siteId] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[FieldPlan].[cancelledAt] IS NULL)
ORDER BY 1
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== cancel ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`FieldPlan`
SET `cancelledAt` = ?
WHERE (`main`.`FieldPlan`.`id` = ? AND `main`.`FieldPlan`.`cancelledAt` IS NULL);
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
UPDATE [dbo].[FieldPlan]
SET [cancelledAt] = @P1
WHERE ([dbo].[FieldPlan].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[FieldPlan].[cancelledAt] IS NULL);
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

-- ======== findEmployee ========

-- SQLite: 1 statement
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` = ? AND `main`.`Employee`.`leftAt` IS NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Employee].[leftAt] IS NULL)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== isSiteInUse ========

-- SQLite: 1 statement
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`Site`.`id`
FROM `main`.`Site`
WHERE (`main`.`Site`.`id` = ? AND `main`.`Site`.`archivedAt` IS NULL)
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 1 statement
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[Site].[id]
FROM [dbo].[Site]
WHERE ([dbo].[Site].[id] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Site].[archivedAt] IS NULL)) AS [sub];
