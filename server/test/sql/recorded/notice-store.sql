-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What notice-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== leadersOf ========

-- SQLite: 4 statements
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
LEFT JOIN `main`.`Employee` AS `j0` ON (`j0`.`id`) = (`main`.`EmployeeLeader`.`leaderId`)
WHERE ((`j0`.`leftAt` IS NULL AND (`j0`.`id` IS NOT NULL)) AND `main`.`EmployeeLeader`.`employeeId` = ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
LEFT JOIN `main`.`Employee` AS `j1` ON (`j1`.`id`) = (`main`.`DepartmentLeader`.`employeeId`)
WHERE ((`j1`.`leftAt` IS NULL AND (`j1`.`id` IS NOT NULL)) AND `main`.`DepartmentLeader`.`departmentId` IN (?))
LIMIT ?
OFFSET ?;

-- SQL Server: 4 statements
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
LEFT JOIN [dbo].[Employee] AS [j0] ON (([j0].[id] = [dbo].[EmployeeLeader].[leaderId]))
WHERE (([j0].[leftAt] IS NULL AND ([j0].[id] IS NOT NULL)) AND [dbo].[EmployeeLeader].[employeeId] = CAST(@P1 AS
    VARCHAR(36)));
SELECT [dbo].[Department].[id]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] = CAST(@P1 AS VARCHAR(64));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
LEFT JOIN [dbo].[Employee] AS [j1] ON (([j1].[id] = [dbo].[DepartmentLeader].[employeeId]))
WHERE (([j1].[leftAt] IS NULL AND ([j1].[id] IS NOT NULL)) AND [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1
    AS VARCHAR(400))));

-- ======== zone ========

-- SQLite: 1 statement
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE 1=1
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE 1=1
ORDER BY 1
OFFSET @P1 ROWS FETCH NEXT @P2 ROWS ONLY;

-- ======== plan ========

-- SQLite: 3 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Notice` (`id`, `noticeKey`, `employeeId`, `kind`, `detailJson`, `state`, `tries`, `nextTryAt`,
    `createdAt`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `noticeKey` AS `noticeKey`, `employeeId` AS `employeeId`, `kind` AS `kind`, `detailJson` AS
    `detailJson`, `state` AS `state`, `tries` AS `tries`, `nextTryAt` AS `nextTryAt`, `problem` AS `problem`,
    `createdAt` AS `createdAt`, `sentAt` AS `sentAt`;
COMMIT;
BEGIN TRANSACTION;
INSERT INTO `main`.`Notice` (`id`, `noticeKey`, `employeeId`, `kind`, `detailJson`, `state`, `tries`, `nextTryAt`,
    `createdAt`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `noticeKey` AS `noticeKey`, `employeeId` AS `employeeId`, `kind` AS `kind`, `detailJson` AS
    `detailJson`, `state` AS `state`, `tries` AS `tries`, `nextTryAt` AS `nextTryAt`, `problem` AS `problem`,
    `createdAt` AS `createdAt`, `sentAt` AS `sentAt`;
ROLLBACK;
BEGIN TRANSACTION;
INSERT INTO `main`.`Notice` (`id`, `noticeKey`, `employeeId`, `kind`, `detailJson`, `state`, `tries`, `nextTryAt`,
    `createdAt`)
VALUES (?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `noticeKey` AS `noticeKey`, `employeeId` AS `employeeId`, `kind` AS `kind`, `detailJson` AS
    `detailJson`, `state` AS `state`, `tries` AS `tries`, `nextTryAt` AS `nextTryAt`, `problem` AS `problem`,
    `createdAt` AS `createdAt`, `sentAt` AS `sentAt`;
COMMIT;

-- SQL Server: 5 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Notice] ([id],[noticeKey],[employeeId],[kind],[detailJson],[state],[tries],[nextTryAt],
    [createdAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(120)),CAST(@P3 AS VARCHAR(36)),CAST(@P4 AS VARCHAR(40)),@P5,
    CAST(@P6 AS VARCHAR(20)),@P7,@P8,@P9)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Notice] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Notice].[id], [dbo].[Notice].[noticeKey], [dbo].[Notice].[employeeId], [dbo].[Notice].[kind],
    [dbo].[Notice].[detailJson], [dbo].[Notice].[state], [dbo].[Notice].[tries], [dbo].[Notice].[nextTryAt],
    [dbo].[Notice].[problem], [dbo].[Notice].[createdAt], [dbo].[Notice].[sentAt]
FROM [dbo].[Notice]
WHERE [dbo].[Notice].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Notice] ([id],[noticeKey],[employeeId],[kind],[detailJson],[state],[tries],[nextTryAt],
    [createdAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(120)),CAST(@P3 AS VARCHAR(36)),CAST(@P4 AS VARCHAR(40)),@P5,
    CAST(@P6 AS VARCHAR(20)),@P7,@P8,@P9)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Notice] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
ROLLBACK;
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Notice] ([id],[noticeKey],[employeeId],[kind],[detailJson],[state],[tries],[nextTryAt],
    [createdAt])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(120)),CAST(@P3 AS VARCHAR(36)),CAST(@P4 AS VARCHAR(40)),@P5,
    CAST(@P6 AS VARCHAR(20)),@P7,@P8,@P9)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Notice] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Notice].[id], [dbo].[Notice].[noticeKey], [dbo].[Notice].[employeeId], [dbo].[Notice].[kind],
    [dbo].[Notice].[detailJson], [dbo].[Notice].[state], [dbo].[Notice].[tries], [dbo].[Notice].[nextTryAt],
    [dbo].[Notice].[problem], [dbo].[Notice].[createdAt], [dbo].[Notice].[sentAt]
FROM [dbo].[Notice]
WHERE [dbo].[Notice].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== due ========

-- SQLite: 3 statements
SELECT `main`.`Notice`.`id`, `main`.`Notice`.`noticeKey`, `main`.`Notice`.`employeeId`, `main`.`Notice`.`kind`,
    `main`.`Notice`.`detailJson`, `main`.`Notice`.`state`, `main`.`Notice`.`tries`, `main`.`Notice`.`nextTryAt`,
    `main`.`Notice`.`problem`, `main`.`Notice`.`createdAt`, `main`.`Notice`.`sentAt`
FROM `main`.`Notice`
WHERE (`main`.`Notice`.`state` = ? AND `main`.`Notice`.`nextTryAt` <= ?)
ORDER BY `main`.`Notice`.`createdAt` ASC, `main`.`Notice`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`userId`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` IN (?,?) AND `main`.`Employee`.`leftAt` IS NULL)
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
UPDATE `main`.`Notice`
SET `state` = ?
WHERE (`main`.`Notice`.`id` IN (?) AND `main`.`Notice`.`state` = ?);
COMMIT;

-- SQL Server: 3 statements
SELECT [dbo].[Notice].[id], [dbo].[Notice].[noticeKey], [dbo].[Notice].[employeeId], [dbo].[Notice].[kind],
    [dbo].[Notice].[detailJson], [dbo].[Notice].[state], [dbo].[Notice].[tries], [dbo].[Notice].[nextTryAt],
    [dbo].[Notice].[problem], [dbo].[Notice].[createdAt], [dbo].[Notice].[sentAt]
FROM [dbo].[Notice]
WHERE ([dbo].[Notice].[state] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[Notice].[nextTryAt] <= @P2)
ORDER BY [dbo].[Notice].[createdAt] ASC, [dbo].[Notice].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[userId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND [dbo].[Employee].[leftAt]
    IS NULL);
BEGIN TRANSACTION;
UPDATE [dbo].[Notice]
SET [state] = CAST(@P1 AS VARCHAR(20))
WHERE ([dbo].[Notice].[id] IN (CAST(@P2 AS VARCHAR(400))) AND [dbo].[Notice].[state] = CAST(@P3 AS VARCHAR(20)));
COMMIT;

-- ======== hold ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Notice`
SET `nextTryAt` = ?
WHERE (`main`.`Notice`.`id` = ? AND `main`.`Notice`.`state` = ? AND `main`.`Notice`.`nextTryAt` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Notice]
SET [nextTryAt] = @P1
WHERE ([dbo].[Notice].[id] = CAST(@P2 AS VARCHAR(36)) AND [dbo].[Notice].[state] = CAST(@P3 AS VARCHAR(20)) AND
    [dbo].[Notice].[nextTryAt] = @P4);
COMMIT;

-- ======== postpone ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Notice`
SET `tries` = (`main`.`Notice`.`tries` + ?), `problem` = ?, `nextTryAt` = ?
WHERE (`main`.`Notice`.`id` = ? AND `main`.`Notice`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Notice]
SET [tries] = ([dbo].[Notice].[tries] + @P1), [problem] = CAST(@P2 AS VARCHAR(80)), [nextTryAt] = @P3
WHERE ([dbo].[Notice].[id] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[Notice].[state] = CAST(@P5 AS VARCHAR(20)));
COMMIT;

-- ======== postpone: for good ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Notice`
SET `tries` = (`main`.`Notice`.`tries` + ?), `problem` = ?, `state` = ?
WHERE (`main`.`Notice`.`id` = ? AND `main`.`Notice`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Notice]
SET [tries] = ([dbo].[Notice].[tries] + @P1), [problem] = CAST(@P2 AS VARCHAR(80)), [state] = CAST(@P3 AS
    VARCHAR(20))
WHERE ([dbo].[Notice].[id] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[Notice].[state] = CAST(@P5 AS VARCHAR(20)));
COMMIT;

-- ======== end: sent ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Notice`
SET `state` = ?, `problem` = ?, `sentAt` = ?
WHERE (`main`.`Notice`.`id` = ? AND `main`.`Notice`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Notice]
SET [state] = CAST(@P1 AS VARCHAR(20)), [problem] = CAST(@P2 AS VARCHAR(80)), [sentAt] = @P3
WHERE ([dbo].[Notice].[id] = CAST(@P4 AS VARCHAR(36)) AND [dbo].[Notice].[state] = CAST(@P5 AS VARCHAR(20)));
COMMIT;

-- ======== end: undeliverable ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Notice`
SET `state` = ?, `problem` = ?
WHERE (`main`.`Notice`.`id` = ? AND `main`.`Notice`.`state` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Notice]
SET [state] = CAST(@P1 AS VARCHAR(20)), [problem] = CAST(@P2 AS VARCHAR(80))
WHERE ([dbo].[Notice].[id] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[Notice].[state] = CAST(@P4 AS VARCHAR(20)));
COMMIT;
