-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What context-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== loadContext ========

-- SQLite: 9 statements
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
LEFT JOIN `main`.`Employee` AS `j0` ON (`j0`.`id`) = (`main`.`EmployeeLeader`.`leaderId`)
WHERE (`main`.`EmployeeLeader`.`employeeId` = ? AND `main`.`EmployeeLeader`.`leaderId` <> ? AND ((`j0`.`leftAt` IS
    NULL OR `j0`.`leftAt` > ?) AND (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`EmployeeLeader`.`leaderId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
LEFT JOIN `main`.`Department` AS `j0` ON (`j0`.`id`) = (`main`.`DepartmentLeader`.`departmentId`)
LEFT JOIN `main`.`Employee` AS `j2` ON (`j2`.`id`) = (`main`.`DepartmentLeader`.`employeeId`)
WHERE (`main`.`DepartmentLeader`.`employeeId` <> ? AND (EXISTS(SELECT `t1`.`departmentId`
FROM `main`.`Employee` AS `t1`
WHERE (`t1`.`id` = ? AND (`j0`.`id`) = (`t1`.`departmentId`) AND `t1`.`departmentId` IS NOT NULL)) AND (`j0`.`id` IS
    NOT NULL)) AND ((`j2`.`leftAt` IS NULL OR `j2`.`leftAt` > ?) AND (`j2`.`id` IS NOT NULL)))
ORDER BY `main`.`DepartmentLeader`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`,
    `main`.`Attempt`.`outcome`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` = ? AND `main`.`Attempt`.`workDay` >= ? AND `main`.`Attempt`.`workDay` <= ?)
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`workDay`, `main`.`FieldPlan`.`siteId`, `main`.`FieldPlan`.`note`
FROM `main`.`FieldPlan`
WHERE (`main`.`FieldPlan`.`employeeId` = ? AND `main`.`FieldPlan`.`workDay` >= ? AND `main`.`FieldPlan`.`workDay` <=
    ? AND `main`.`FieldPlan`.`cancelledAt` IS NULL)
ORDER BY `main`.`FieldPlan`.`createdAt` ASC, `main`.`FieldPlan`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE (`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` >= ? AND
    `main`.`EmployeeDay`.`workDay` <= ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`ConsentNotice`.`version`, `main`.`ConsentNotice`.`publishedAt`
FROM `main`.`ConsentNotice`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Consent`.`id`, `main`.`Consent`.`version`, `main`.`Consent`.`givenAt`, `main`.`Consent`.`withdrawnAt`
FROM `main`.`Consent`
WHERE `main`.`Consent`.`employeeId` = ?
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 9 statements
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
LEFT JOIN [dbo].[Employee] AS [j0] ON (([j0].[id] = [dbo].[EmployeeLeader].[leaderId]))
WHERE ([dbo].[EmployeeLeader].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeLeader].[leaderId] <>
    CAST(@P2 AS VARCHAR(36)) AND (([j0].[leftAt] IS NULL OR [j0].[leftAt] > @P3) AND ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[EmployeeLeader].[leaderId] ASC
OFFSET @P4 ROWS;
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
LEFT JOIN [dbo].[Department] AS [j0] ON (([j0].[id] = [dbo].[DepartmentLeader].[departmentId]))
LEFT JOIN [dbo].[Employee] AS [j2] ON (([j2].[id] = [dbo].[DepartmentLeader].[employeeId]))
WHERE ([dbo].[DepartmentLeader].[employeeId] <> CAST(@P1 AS VARCHAR(36)) AND (EXISTS(SELECT [t1].[departmentId]
FROM [dbo].[Employee] AS [t1]
WHERE ([t1].[id] = CAST(@P2 AS VARCHAR(36)) AND (([j0].[id] = [t1].[departmentId])) AND [t1].[departmentId] IS NOT
    NULL)) AND ([j0].[id] IS NOT NULL)) AND (([j2].[leftAt] IS NULL OR [j2].[leftAt] > @P3) AND ([j2].[id] IS NOT
    NULL)))
ORDER BY [dbo].[DepartmentLeader].[employeeId] ASC
OFFSET @P4 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Attempt].[workDay] >= @P2 AND
    [dbo].[Attempt].[workDay] <= @P3)
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P4 ROWS;
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[workDay], [dbo].[FieldPlan].[siteId], [dbo].[FieldPlan].[note]
FROM [dbo].[FieldPlan]
WHERE ([dbo].[FieldPlan].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[FieldPlan].[workDay] >= @P2 AND
    [dbo].[FieldPlan].[workDay] <= @P3 AND [dbo].[FieldPlan].[cancelledAt] IS NULL)
ORDER BY [dbo].[FieldPlan].[createdAt] ASC, [dbo].[FieldPlan].[id] ASC
OFFSET @P4 ROWS;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] >= @P2 AND
    [dbo].[EmployeeDay].[workDay] <= @P3);
SELECT [dbo].[ConsentNotice].[version], [dbo].[ConsentNotice].[publishedAt]
FROM [dbo].[ConsentNotice]
WHERE 1=1;
SELECT [dbo].[Consent].[id], [dbo].[Consent].[version], [dbo].[Consent].[givenAt], [dbo].[Consent].[withdrawnAt]
FROM [dbo].[Consent]
WHERE [dbo].[Consent].[employeeId] = CAST(@P1 AS VARCHAR(36));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (NULL);

-- ======== openContext ========

-- SQLite: 3 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`Challenge` (`id`, `keyThumbprint`, `employeeId`, `issuedAt`, `clockOffsetMs`)
VALUES (?,?,?,?,?)
RETURNING `id` AS `id`, `keyThumbprint` AS `keyThumbprint`, `employeeId` AS `employeeId`, `issuedAt` AS `issuedAt`,
    `clockOffsetMs` AS `clockOffsetMs`;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`version`,
    `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE (`main`.`EmployeeDay`.`employeeId` = ? AND `main`.`EmployeeDay`.`workDay` IN (?,?))
LIMIT ?
OFFSET ?;
INSERT INTO `main`.`EmployeeDay` (`employeeId`, `workDay`, `version`, `zone`)
VALUES (?,?,?,?);
COMMIT;

-- SQL Server: 4 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Challenge] ([id],[keyThumbprint],[employeeId],[issuedAt],[clockOffsetMs])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(36)),@P4,@P5)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[Challenge] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Challenge].[id], [dbo].[Challenge].[keyThumbprint], [dbo].[Challenge].[employeeId],
    [dbo].[Challenge].[issuedAt], [dbo].[Challenge].[clockOffsetMs]
FROM [dbo].[Challenge]
WHERE [dbo].[Challenge].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[version],
    [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[EmployeeDay].[workDay] IN (@P2,@P3));
INSERT INTO [dbo].[EmployeeDay] ([dbo].[EmployeeDay].[employeeId],[dbo].[EmployeeDay].[workDay],
    [dbo].[EmployeeDay].[version],[dbo].[EmployeeDay].[zone])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,@P3,CAST(@P4 AS VARCHAR(64)));
COMMIT;
