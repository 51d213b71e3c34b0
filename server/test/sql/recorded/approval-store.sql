-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What approval-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== loadLadder ========

-- SQLite: 7 statements
BEGIN TRANSACTION;
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
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
LEFT JOIN `main`.`Employee` AS `j0` ON (`j0`.`id`) = (`main`.`EmployeeLeader`.`leaderId`)
WHERE (`main`.`EmployeeLeader`.`employeeId` = ? AND ((`j0`.`leftAt` IS NULL OR `j0`.`leftAt` > ?) AND (`j0`.`id` IS
    NOT NULL)))
ORDER BY `main`.`EmployeeLeader`.`leaderId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
LEFT JOIN `main`.`Employee` AS `j0` ON (`j0`.`id`) = (`main`.`DepartmentLeader`.`employeeId`)
WHERE (`main`.`DepartmentLeader`.`departmentId` IN (?,?) AND ((`j0`.`leftAt` IS NULL OR `j0`.`leftAt` > ?) AND
    (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`DepartmentLeader`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
LEFT JOIN `main`.`Employee` AS `j0` ON (`j0`.`id`) = (`main`.`RoleGrant`.`employeeId`)
WHERE (`main`.`RoleGrant`.`role` IN (?,?,?) AND `main`.`RoleGrant`.`revokedAt` IS NULL AND ((`j0`.`leftAt` IS NULL
    OR `j0`.`leftAt` > ?) AND (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`RoleGrant`.`grantedAt` ASC, `main`.`RoleGrant`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` IN (?) AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
ORDER BY `main`.`Delegation`.`startsAt` ASC, `main`.`Delegation`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` IN (?) AND (`main`.`Employee`.`leftAt` IS NULL OR `main`.`Employee`.`leftAt` > ?))
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 7 statements
BEGIN TRANSACTION;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
LEFT JOIN [dbo].[Employee] AS [j0] ON (([j0].[id] = [dbo].[EmployeeLeader].[leaderId]))
WHERE ([dbo].[EmployeeLeader].[employeeId] = CAST(@P1 AS VARCHAR(36)) AND (([j0].[leftAt] IS NULL OR [j0].[leftAt] >
    @P2) AND ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[EmployeeLeader].[leaderId] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
LEFT JOIN [dbo].[Employee] AS [j0] ON (([j0].[id] = [dbo].[DepartmentLeader].[employeeId]))
WHERE ([dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    (([j0].[leftAt] IS NULL OR [j0].[leftAt] > @P3) AND ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[DepartmentLeader].[employeeId] ASC
OFFSET @P4 ROWS;
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
LEFT JOIN [dbo].[Employee] AS [j0] ON (([j0].[id] = [dbo].[RoleGrant].[employeeId]))
WHERE ([dbo].[RoleGrant].[role] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)))
    AND [dbo].[RoleGrant].[revokedAt] IS NULL AND (([j0].[leftAt] IS NULL OR [j0].[leftAt] > @P4) AND ([j0].[id] IS
    NOT NULL)))
ORDER BY [dbo].[RoleGrant].[grantedAt] ASC, [dbo].[RoleGrant].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Delegation].[revokedAt] IS NULL AND
    [dbo].[Delegation].[startsAt] <= @P2 AND [dbo].[Delegation].[endsAt] > @P3)
ORDER BY [dbo].[Delegation].[startsAt] ASC, [dbo].[Delegation].[id] ASC
OFFSET @P4 ROWS;
SELECT [dbo].[Employee].[id]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400))) AND ([dbo].[Employee].[leftAt] IS NULL OR
    [dbo].[Employee].[leftAt] > @P2));
COMMIT;

-- ======== load ========

-- SQLite: 11 statements
BEGIN TRANSACTION;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` = ?
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` IN (?,?) AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
ORDER BY `main`.`Delegation`.`startsAt` ASC, `main`.`Delegation`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` IN (?,?) AND `main`.`RoleGrant`.`role` IN (?,?) AND
    `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 11 statements
BEGIN TRANSACTION;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[startsAt] <= @P3 AND [dbo].[Delegation].[endsAt]
    > @P4)
ORDER BY [dbo].[Delegation].[startsAt] ASC, [dbo].[Delegation].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[role] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
COMMIT;

-- ======== find ========

-- SQLite: 11 statements
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` = ?
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` IN (?,?) AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
ORDER BY `main`.`Delegation`.`startsAt` ASC, `main`.`Delegation`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` IN (?,?) AND `main`.`RoleGrant`.`role` IN (?,?) AND
    `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;

-- SQL Server: 11 statements
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[id] = CAST(@P1 AS VARCHAR(36)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[startsAt] <= @P3 AND [dbo].[Delegation].[endsAt]
    > @P4)
ORDER BY [dbo].[Delegation].[startsAt] ASC, [dbo].[Delegation].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[role] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));

-- ======== findPending ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND `main`.`ApprovalRequest`.`subjectId` = ? AND
    `main`.`ApprovalRequest`.`status` = ?)
LIMIT ?
OFFSET ?;
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[subjectId] = CAST(@P2
    AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] = CAST(@P3 AS VARCHAR(20)))
ORDER BY 1
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
COMMIT;

-- ======== about ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalRequest`.`id`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND `main`.`ApprovalRequest`.`subjectId` = ?)
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalRequest].[id]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[subjectId] = CAST(@P2
    AS VARCHAR(36)))
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P3 ROWS;

-- ======== departments ========

-- SQLite: 1 statement
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;

-- ======== list: of the requester ========

-- SQLite: 11 statements
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE `main`.`ApprovalRequest`.`requesterId` = ?
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (?,?)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` IN (?,?) AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
ORDER BY `main`.`Delegation`.`startsAt` ASC, `main`.`Delegation`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` IN (?,?) AND `main`.`RoleGrant`.`role` IN (?,?) AND
    `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;

-- SQL Server: 11 statements
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE [dbo].[ApprovalRequest].[requesterId] = CAST(@P1 AS VARCHAR(36))
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)))
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[startsAt] <= @P3 AND [dbo].[Delegation].[endsAt]
    > @P4)
ORDER BY [dbo].[Delegation].[startsAt] ASC, [dbo].[Delegation].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[role] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));

-- ======== list: of a leader ========

-- SQLite: 20 statements
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`delegateId` = ? AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)))
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`departmentId`
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
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`decidedBy` = ? AND
    `main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`expiresAt` > ?)
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (NULL)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT
    `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)) AND
    `main`.`ApprovalRequest`.`requesterId` IN (?) AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (?)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` IN (?,?) AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
ORDER BY `main`.`Delegation`.`startsAt` ASC, `main`.`Delegation`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` IN (?,?) AND `main`.`RoleGrant`.`role` IN (?,?) AND
    `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;

-- SQL Server: 20 statements
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[delegateId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Delegation].[revokedAt] IS NULL AND
    [dbo].[Delegation].[startsAt] <= @P2 AND [dbo].[Delegation].[endsAt] > @P3);
SELECT [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P3,@P4) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)))
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[decidedBy] =
    CAST(@P2 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] = CAST(@P3 AS VARCHAR(20)) AND
    [dbo].[ApprovalRequest].[expiresAt] > @P4)
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (NULL)
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[kind] =
    CAST(@P2 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P3 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P4,@P5) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)) AND
    [dbo].[ApprovalRequest].[requesterId] IN (CAST(@P6 AS VARCHAR(400))) AND [dbo].[ApprovalRequest].[status] =
    CAST(@P7 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P8)
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P9 ROWS FETCH NEXT @P10 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[startsAt] <= @P3 AND [dbo].[Delegation].[endsAt]
    > @P4)
ORDER BY [dbo].[Delegation].[startsAt] ASC, [dbo].[Delegation].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[role] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));

-- ======== list: of a delegate with a large office, next page ========

-- SQLite: 28 statements
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`delegateId` = ? AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` IN (?) AND (`main`.`Employee`.`leftAt` IS NULL OR `main`.`Employee`.`leftAt` > ?))
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)))
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
-- 3 times
SELECT `main`.`Employee`.`id`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`departmentId` IN (?, … 898 more …, ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`expiresAt` > ? AND
    `main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)))
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`departmentId`
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
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`decidedBy` = ? AND
    (`main`.`ApprovalRequest`.`status` = ? OR (`main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` <= ?)) AND (`main`.`ApprovalRequest`.`createdAt` < ? OR
    (`main`.`ApprovalRequest`.`createdAt` = ? AND `main`.`ApprovalRequest`.`id` < ?)))
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (NULL)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`requesterId` IN (?,?,?) AND
    (`main`.`ApprovalRequest`.`status` = ? OR (`main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` <= ?)) AND (`main`.`ApprovalRequest`.`createdAt` < ? OR
    (`main`.`ApprovalRequest`.`createdAt` = ? AND `main`.`ApprovalRequest`.`id` < ?)))
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (?)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ? AND `main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT
    `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)) AND
    `main`.`ApprovalRequest`.`requesterId` IN (?) AND (`main`.`ApprovalRequest`.`status` = ? OR
    (`main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`expiresAt` <= ?)) AND
    (`main`.`ApprovalRequest`.`createdAt` < ? OR (`main`.`ApprovalRequest`.`createdAt` = ? AND
    `main`.`ApprovalRequest`.`id` < ?)))
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (NULL)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` IN (?,?) AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
ORDER BY `main`.`Delegation`.`startsAt` ASC, `main`.`Delegation`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` IN (?,?) AND `main`.`RoleGrant`.`role` IN (?,?) AND
    `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;

-- SQL Server: 28 statements
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[delegateId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Delegation].[revokedAt] IS NULL AND
    [dbo].[Delegation].[startsAt] <= @P2 AND [dbo].[Delegation].[endsAt] > @P3);
SELECT [dbo].[Employee].[id]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400))) AND ([dbo].[Employee].[leftAt] IS NULL OR
    [dbo].[Employee].[leftAt] > @P2));
SELECT [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P3,@P4) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)))
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
-- 3 times
SELECT [dbo].[Employee].[id]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[departmentId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)));
SELECT [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[status] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P2 AND
    [dbo].[ApprovalRequest].[kind] = CAST(@P3 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P4 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P5,@P6) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)))
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[decidedBy] =
    CAST(@P2 AS VARCHAR(36)) AND ([dbo].[ApprovalRequest].[status] = CAST(@P3 AS VARCHAR(20)) OR
    ([dbo].[ApprovalRequest].[status] = CAST(@P4 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] <= @P5))
    AND ([dbo].[ApprovalRequest].[createdAt] < @P6 OR ([dbo].[ApprovalRequest].[createdAt] = @P7 AND
    [dbo].[ApprovalRequest].[id] < CAST(@P8 AS VARCHAR(36)))))
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P9 ROWS FETCH NEXT @P10 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (NULL)
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[requesterId]
    IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    ([dbo].[ApprovalRequest].[status] = CAST(@P5 AS VARCHAR(20)) OR ([dbo].[ApprovalRequest].[status] = CAST(@P6 AS
    VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] <= @P7)) AND ([dbo].[ApprovalRequest].[createdAt] < @P8 OR
    ([dbo].[ApprovalRequest].[createdAt] = @P9 AND [dbo].[ApprovalRequest].[id] < CAST(@P10 AS VARCHAR(36)))))
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P11 ROWS FETCH NEXT @P12 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] =
    CAST(@P2 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P3 AND [dbo].[ApprovalRequest].[kind] =
    CAST(@P4 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P5 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P6,@P7) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)) AND
    [dbo].[ApprovalRequest].[requesterId] IN (CAST(@P8 AS VARCHAR(400))) AND ([dbo].[ApprovalRequest].[status] =
    CAST(@P9 AS VARCHAR(20)) OR ([dbo].[ApprovalRequest].[status] = CAST(@P10 AS VARCHAR(20)) AND
    [dbo].[ApprovalRequest].[expiresAt] <= @P11)) AND ([dbo].[ApprovalRequest].[createdAt] < @P12 OR
    ([dbo].[ApprovalRequest].[createdAt] = @P13 AND [dbo].[ApprovalRequest].[id] < CAST(@P14 AS VARCHAR(36)))))
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P15 ROWS FETCH NEXT @P16 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (NULL)
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[startsAt] <= @P3 AND [dbo].[Delegation].[endsAt]
    > @P4)
ORDER BY [dbo].[Delegation].[startsAt] ASC, [dbo].[Delegation].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[role] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));

-- ======== list: of whoever reaches everybody ========

-- SQLite: 25 statements
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`delegateId` = ? AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` IN (?) AND (`main`.`Employee`.`leftAt` IS NULL OR `main`.`Employee`.`leftAt` > ?))
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)))
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`expiresAt` > ? AND
    `main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)))
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`departmentId`
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
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?))
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`decidedBy` = ? AND
    `main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`expiresAt` > ?)
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (NULL)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (?,?)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`kind`, `main`.`ApprovalRequest`.`subjectId`,
    `main`.`ApprovalRequest`.`requesterId`, `main`.`ApprovalRequest`.`reason`, `main`.`ApprovalRequest`.`status`,
    `main`.`ApprovalRequest`.`createdAt`, `main`.`ApprovalRequest`.`expiresAt`,
    `main`.`ApprovalRequest`.`escalateAt`, `main`.`ApprovalRequest`.`level`, `main`.`ApprovalRequest`.`decidedAt`,
    `main`.`ApprovalRequest`.`decidedBy`, `main`.`ApprovalRequest`.`comment`, `main`.`ApprovalRequest`.`effect`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` <> ? AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ? AND `main`.`ApprovalRequest`.`kind` = ? AND EXISTS(SELECT
    `t0`.`requestId`
FROM `main`.`Approver` AS `t0`
WHERE (`t0`.`employeeId` = ? AND `t0`.`onBehalfOf` IS NULL AND `t0`.`level` IN (?,?) AND
    (`main`.`ApprovalRequest`.`id`) = (`t0`.`requestId`) AND `t0`.`requestId` IS NOT NULL)) AND
    `main`.`ApprovalRequest`.`requesterId` IN (?) AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
ORDER BY `main`.`ApprovalRequest`.`createdAt` DESC, `main`.`ApprovalRequest`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Approver`.`requestId`, `main`.`Approver`.`employeeId`, `main`.`Approver`.`level`,
    `main`.`Approver`.`onBehalfOf`, `main`.`Approver`.`addedAt`
FROM `main`.`Approver`
WHERE `main`.`Approver`.`requestId` IN (?)
ORDER BY `main`.`Approver`.`level` ASC, `main`.`Approver`.`employeeId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Delegation`.`id`, `main`.`Delegation`.`leaderId`, `main`.`Delegation`.`delegateId`
FROM `main`.`Delegation`
WHERE (`main`.`Delegation`.`leaderId` IN (?,?) AND `main`.`Delegation`.`revokedAt` IS NULL AND
    `main`.`Delegation`.`startsAt` <= ? AND `main`.`Delegation`.`endsAt` > ?)
ORDER BY `main`.`Delegation`.`startsAt` ASC, `main`.`Delegation`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`leftAt`,
    `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE `main`.`Employee`.`id` IN (?,?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE `main`.`Department`.`id` IN (?,?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`role`,
    `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`employeeId` IN (?,?) AND `main`.`RoleGrant`.`role` IN (?,?) AND
    `main`.`RoleGrant`.`revokedAt` IS NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`zone`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeLeader`.`employeeId`, `main`.`EmployeeLeader`.`leaderId`
FROM `main`.`EmployeeLeader`
WHERE `main`.`EmployeeLeader`.`employeeId` IN (?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`DepartmentLeader`.`departmentId`, `main`.`DepartmentLeader`.`employeeId`
FROM `main`.`DepartmentLeader`
WHERE `main`.`DepartmentLeader`.`departmentId` IN (?,?,?)
LIMIT ?
OFFSET ?;
SELECT `main`.`RoleGrant`.`id`, `main`.`RoleGrant`.`employeeId`, `main`.`RoleGrant`.`scopeDepartmentId`
FROM `main`.`RoleGrant`
WHERE (`main`.`RoleGrant`.`role` = ? AND `main`.`RoleGrant`.`revokedAt` IS NULL AND
    `main`.`RoleGrant`.`scopeDepartmentId` IN (?,?,?))
LIMIT ?
OFFSET ?;

-- SQL Server: 25 statements
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[delegateId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Delegation].[revokedAt] IS NULL AND
    [dbo].[Delegation].[startsAt] <= @P2 AND [dbo].[Delegation].[endsAt] > @P3);
SELECT [dbo].[Employee].[id]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400))) AND ([dbo].[Employee].[leftAt] IS NULL OR
    [dbo].[Employee].[leftAt] > @P2));
SELECT [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P2 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P3,@P4) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)))
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[status] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P2 AND
    [dbo].[ApprovalRequest].[kind] = CAST(@P3 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P4 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P5,@P6) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)))
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400))));
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[decidedBy] =
    CAST(@P2 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] = CAST(@P3 AS VARCHAR(20)) AND
    [dbo].[ApprovalRequest].[expiresAt] > @P4)
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (NULL)
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P1 ROWS;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] =
    CAST(@P2 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P3)
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)))
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] <> CAST(@P1 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] =
    CAST(@P2 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P3 AND [dbo].[ApprovalRequest].[kind] =
    CAST(@P4 AS VARCHAR(20)) AND EXISTS(SELECT [t0].[requestId]
FROM [dbo].[Approver] AS [t0]
WHERE ([t0].[employeeId] = CAST(@P5 AS VARCHAR(36)) AND [t0].[onBehalfOf] IS NULL AND [t0].[level] IN (@P6,@P7) AND
    (([dbo].[ApprovalRequest].[id] = [t0].[requestId])) AND [t0].[requestId] IS NOT NULL)) AND
    [dbo].[ApprovalRequest].[requesterId] IN (CAST(@P8 AS VARCHAR(400))) AND [dbo].[ApprovalRequest].[status] =
    CAST(@P9 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P10)
ORDER BY [dbo].[ApprovalRequest].[createdAt] DESC, [dbo].[ApprovalRequest].[id] DESC
OFFSET @P11 ROWS FETCH NEXT @P12 ROWS ONLY;
SELECT [dbo].[Approver].[requestId], [dbo].[Approver].[employeeId], [dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf], [dbo].[Approver].[addedAt]
FROM [dbo].[Approver]
WHERE [dbo].[Approver].[requestId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[Approver].[level] ASC, [dbo].[Approver].[employeeId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Delegation].[id], [dbo].[Delegation].[leaderId], [dbo].[Delegation].[delegateId]
FROM [dbo].[Delegation]
WHERE ([dbo].[Delegation].[leaderId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Delegation].[revokedAt] IS NULL AND [dbo].[Delegation].[startsAt] <= @P3 AND [dbo].[Delegation].[endsAt]
    > @P4)
ORDER BY [dbo].[Delegation].[startsAt] ASC, [dbo].[Delegation].[id] ASC
OFFSET @P5 ROWS;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[leftAt], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)),
    CAST(@P4 AS VARCHAR(400)));
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE [dbo].[Department].[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)),
    CAST(@P4 AS VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[role],
    [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[employeeId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[role] IN (CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS VARCHAR(400))) AND
    [dbo].[RoleGrant].[revokedAt] IS NULL);
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[Company].[id], [dbo].[Company].[zone]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[EmployeeLeader].[employeeId], [dbo].[EmployeeLeader].[leaderId]
FROM [dbo].[EmployeeLeader]
WHERE [dbo].[EmployeeLeader].[employeeId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)));
SELECT [dbo].[DepartmentLeader].[departmentId], [dbo].[DepartmentLeader].[employeeId]
FROM [dbo].[DepartmentLeader]
WHERE [dbo].[DepartmentLeader].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS
    VARCHAR(400)));
SELECT [dbo].[RoleGrant].[id], [dbo].[RoleGrant].[employeeId], [dbo].[RoleGrant].[scopeDepartmentId]
FROM [dbo].[RoleGrant]
WHERE ([dbo].[RoleGrant].[role] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[RoleGrant].[revokedAt] IS NULL AND
    [dbo].[RoleGrant].[scopeDepartmentId] IN (CAST(@P2 AS VARCHAR(400)),CAST(@P3 AS VARCHAR(400)),CAST(@P4 AS
    VARCHAR(400))));

-- ======== overdue ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`expiresAt`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`expiresAt` <= ?)
ORDER BY `main`.`ApprovalRequest`.`expiresAt` ASC, `main`.`ApprovalRequest`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[expiresAt]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[status] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] <= @P2)
ORDER BY [dbo].[ApprovalRequest].[expiresAt] ASC, [dbo].[ApprovalRequest].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;

-- ======== overdue: next page ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`expiresAt`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`expiresAt` <= ? AND
    (`main`.`ApprovalRequest`.`expiresAt` > ? OR (`main`.`ApprovalRequest`.`expiresAt` = ? AND
    `main`.`ApprovalRequest`.`id` > ?)))
ORDER BY `main`.`ApprovalRequest`.`expiresAt` ASC, `main`.`ApprovalRequest`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[expiresAt]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[status] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] <= @P2
    AND ([dbo].[ApprovalRequest].[expiresAt] > @P3 OR ([dbo].[ApprovalRequest].[expiresAt] = @P4 AND
    [dbo].[ApprovalRequest].[id] > CAST(@P5 AS VARCHAR(36)))))
ORDER BY [dbo].[ApprovalRequest].[expiresAt] ASC, [dbo].[ApprovalRequest].[id] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;

-- ======== dueForEscalation ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`escalateAt`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`escalateAt` <= ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
ORDER BY `main`.`ApprovalRequest`.`escalateAt` ASC, `main`.`ApprovalRequest`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[escalateAt]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[status] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[escalateAt] <= @P2
    AND [dbo].[ApprovalRequest].[expiresAt] > @P3)
ORDER BY [dbo].[ApprovalRequest].[escalateAt] ASC, [dbo].[ApprovalRequest].[id] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;

-- ======== dueForEscalation: next page ========

-- SQLite: 1 statement
SELECT `main`.`ApprovalRequest`.`id`, `main`.`ApprovalRequest`.`escalateAt`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`status` = ? AND `main`.`ApprovalRequest`.`escalateAt` <= ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ? AND (`main`.`ApprovalRequest`.`escalateAt` > ? OR
    (`main`.`ApprovalRequest`.`escalateAt` = ? AND `main`.`ApprovalRequest`.`id` > ?)))
ORDER BY `main`.`ApprovalRequest`.`escalateAt` ASC, `main`.`ApprovalRequest`.`id` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[escalateAt]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[status] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[escalateAt] <= @P2
    AND [dbo].[ApprovalRequest].[expiresAt] > @P3 AND ([dbo].[ApprovalRequest].[escalateAt] > @P4 OR
    ([dbo].[ApprovalRequest].[escalateAt] = @P5 AND [dbo].[ApprovalRequest].[id] > CAST(@P6 AS VARCHAR(36)))))
ORDER BY [dbo].[ApprovalRequest].[escalateAt] ASC, [dbo].[ApprovalRequest].[id] ASC
OFFSET @P7 ROWS FETCH NEXT @P8 ROWS ONLY;

-- ======== create ========

-- SQLite: 7 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`ApprovalRequest`.`id`
FROM `main`.`ApprovalRequest`
WHERE `main`.`ApprovalRequest`.`id` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`ApprovalRequest`.`id`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`subjectId` = ?)
LIMIT ?
OFFSET ?) AS `sub`;
INSERT INTO `main`.`ApprovalRequest` (`id`, `kind`, `subjectId`, `requesterId`, `reason`, `status`, `createdAt`,
    `expiresAt`, `escalateAt`, `level`)
VALUES (?,?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `kind` AS `kind`, `subjectId` AS `subjectId`, `requesterId` AS `requesterId`, `reason` AS
    `reason`, `status` AS `status`, `createdAt` AS `createdAt`, `expiresAt` AS `expiresAt`, `escalateAt` AS
    `escalateAt`, `level` AS `level`, `decidedAt` AS `decidedAt`, `decidedBy` AS `decidedBy`, `comment` AS `comment`,
    `effect` AS `effect`;
INSERT INTO `main`.`Approver` (`requestId`, `employeeId`, `level`, `onBehalfOf`, `addedAt`)
VALUES (?,?,?,?,?);
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
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[ApprovalRequest].[id]
FROM [dbo].[ApprovalRequest]
WHERE [dbo].[ApprovalRequest].[id] = CAST(@P1 AS VARCHAR(36))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[ApprovalRequest].[id]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[status] = CAST(@P2 AS
    VARCHAR(20)) AND [dbo].[ApprovalRequest].[subjectId] = CAST(@P3 AS VARCHAR(36)))) AS [sub];
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[ApprovalRequest] ([id],[kind],[subjectId],[requesterId],[reason],[status],[createdAt],[expiresAt],
    [escalateAt],[level])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(20)),CAST(@P3 AS VARCHAR(36)),CAST(@P4 AS VARCHAR(36)),@P5,
    CAST(@P6 AS VARCHAR(20)),@P7,@P8,@P9,@P10)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[ApprovalRequest] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE [dbo].[ApprovalRequest].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
INSERT INTO [dbo].[Approver] ([dbo].[Approver].[requestId],[dbo].[Approver].[employeeId],[dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf],[dbo].[Approver].[addedAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),@P3,CAST(@P4 AS VARCHAR(36)),@P5);
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

-- ======== create: of a rebind ========

-- SQLite: 7 statements
BEGIN TRANSACTION;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`ApprovalRequest`.`id`
FROM `main`.`ApprovalRequest`
WHERE `main`.`ApprovalRequest`.`id` = ?
LIMIT ?
OFFSET ?) AS `sub`;
SELECT COUNT(*) AS `_count$_all`
FROM (SELECT `main`.`ApprovalRequest`.`id`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`kind` = ? AND `main`.`ApprovalRequest`.`status` = ? AND
    (`main`.`ApprovalRequest`.`subjectId` = ? OR `main`.`ApprovalRequest`.`requesterId` = ?))
LIMIT ?
OFFSET ?) AS `sub`;
INSERT INTO `main`.`ApprovalRequest` (`id`, `kind`, `subjectId`, `requesterId`, `reason`, `status`, `createdAt`,
    `expiresAt`, `escalateAt`, `level`)
VALUES (?,?,?,?,?,?,?,?,?,?)
RETURNING `id` AS `id`, `kind` AS `kind`, `subjectId` AS `subjectId`, `requesterId` AS `requesterId`, `reason` AS
    `reason`, `status` AS `status`, `createdAt` AS `createdAt`, `expiresAt` AS `expiresAt`, `escalateAt` AS
    `escalateAt`, `level` AS `level`, `decidedAt` AS `decidedAt`, `decidedBy` AS `decidedBy`, `comment` AS `comment`,
    `effect` AS `effect`;
INSERT INTO `main`.`Approver` (`requestId`, `employeeId`, `level`, `onBehalfOf`, `addedAt`)
VALUES (?,?,?,?,?);
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
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[ApprovalRequest].[id]
FROM [dbo].[ApprovalRequest]
WHERE [dbo].[ApprovalRequest].[id] = CAST(@P1 AS VARCHAR(36))) AS [sub];
SELECT COUNT(*) AS [_count$_all]
FROM (SELECT [dbo].[ApprovalRequest].[id]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[kind] = CAST(@P1 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[status] = CAST(@P2 AS
    VARCHAR(20)) AND ([dbo].[ApprovalRequest].[subjectId] = CAST(@P3 AS VARCHAR(36)) OR
    [dbo].[ApprovalRequest].[requesterId] = CAST(@P4 AS VARCHAR(36))))) AS [sub];
DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[ApprovalRequest] ([id],[kind],[subjectId],[requesterId],[reason],[status],[createdAt],[expiresAt],
    [escalateAt],[level])
OUTPUT [Inserted].[id] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(20)),CAST(@P3 AS VARCHAR(36)),CAST(@P4 AS VARCHAR(36)),@P5,
    CAST(@P6 AS VARCHAR(20)),@P7,@P8,@P9,@P10)
SELECT [t].[id]
FROM @generated_keys AS g
INNER JOIN [dbo].[ApprovalRequest] AS [t] ON [t].[id] = [g].[id]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[ApprovalRequest].[id], [dbo].[ApprovalRequest].[kind], [dbo].[ApprovalRequest].[subjectId],
    [dbo].[ApprovalRequest].[requesterId], [dbo].[ApprovalRequest].[reason], [dbo].[ApprovalRequest].[status],
    [dbo].[ApprovalRequest].[createdAt], [dbo].[ApprovalRequest].[expiresAt], [dbo].[ApprovalRequest].[escalateAt],
    [dbo].[ApprovalRequest].[level], [dbo].[ApprovalRequest].[decidedAt], [dbo].[ApprovalRequest].[decidedBy],
    [dbo].[ApprovalRequest].[comment], [dbo].[ApprovalRequest].[effect]
FROM [dbo].[ApprovalRequest]
WHERE [dbo].[ApprovalRequest].[id] = CAST(@P1 AS VARCHAR(36))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
INSERT INTO [dbo].[Approver] ([dbo].[Approver].[requestId],[dbo].[Approver].[employeeId],[dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf],[dbo].[Approver].[addedAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),@P3,CAST(@P4 AS VARCHAR(36)),@P5);
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

-- ======== escalate ========

-- SQLite: 6 statements
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalRequest`
SET `level` = ?, `escalateAt` = ?
WHERE (`main`.`ApprovalRequest`.`id` = ? AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`level` = ? AND `main`.`ApprovalRequest`.`escalateAt` <= ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?);
DELETE
FROM `main`.`Approver`
WHERE (`main`.`Approver`.`requestId` = ? AND `main`.`Approver`.`employeeId` IN (?) AND
    `main`.`Approver`.`onBehalfOf` IS NOT NULL);
INSERT INTO `main`.`Approver` (`requestId`, `employeeId`, `level`, `onBehalfOf`, `addedAt`)
VALUES (?,?,?,?,?);
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
UPDATE [dbo].[ApprovalRequest]
SET [level] = @P1, [escalateAt] = @P2
WHERE ([dbo].[ApprovalRequest].[id] = CAST(@P3 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] = CAST(@P4 AS
    VARCHAR(20)) AND [dbo].[ApprovalRequest].[level] = @P5 AND [dbo].[ApprovalRequest].[escalateAt] <= @P6 AND
    [dbo].[ApprovalRequest].[expiresAt] > @P7);
DELETE
FROM [dbo].[Approver]
WHERE ([dbo].[Approver].[requestId] = CAST(@P1 AS VARCHAR(36)) AND [dbo].[Approver].[employeeId] IN (CAST(@P2 AS
    VARCHAR(400))) AND [dbo].[Approver].[onBehalfOf] IS NOT NULL);
INSERT INTO [dbo].[Approver] ([dbo].[Approver].[requestId],[dbo].[Approver].[employeeId],[dbo].[Approver].[level],
    [dbo].[Approver].[onBehalfOf],[dbo].[Approver].[addedAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(36)),@P3,CAST(@P4 AS VARCHAR(36)),@P5);
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

-- ======== close: in time ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalRequest`
SET `status` = ?, `decidedAt` = ?, `decidedBy` = ?, `comment` = ?, `escalateAt` = ?
WHERE (`main`.`ApprovalRequest`.`id` = ? AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalRequest]
SET [status] = CAST(@P1 AS VARCHAR(20)), [decidedAt] = @P2, [decidedBy] = CAST(@P3 AS VARCHAR(36)), [comment] = @P4,
    [escalateAt] = @P5
WHERE ([dbo].[ApprovalRequest].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] = CAST(@P7 AS
    VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P8);
COMMIT;

-- ======== close: overdue ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalRequest`
SET `status` = ?, `decidedAt` = ?, `decidedBy` = ?, `comment` = ?, `escalateAt` = ?
WHERE (`main`.`ApprovalRequest`.`id` = ? AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` <= ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalRequest]
SET [status] = CAST(@P1 AS VARCHAR(20)), [decidedAt] = @P2, [decidedBy] = CAST(@P3 AS VARCHAR(36)), [comment] = @P4,
    [escalateAt] = @P5
WHERE ([dbo].[ApprovalRequest].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] = CAST(@P7 AS
    VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] <= @P8);
COMMIT;

-- ======== close: at any time ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalRequest`
SET `status` = ?, `decidedAt` = ?, `decidedBy` = ?, `comment` = ?, `escalateAt` = ?
WHERE (`main`.`ApprovalRequest`.`id` = ? AND `main`.`ApprovalRequest`.`status` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[ApprovalRequest]
SET [status] = CAST(@P1 AS VARCHAR(20)), [decidedAt] = @P2, [decidedBy] = CAST(@P3 AS VARCHAR(36)), [comment] = @P4,
    [escalateAt] = @P5
WHERE ([dbo].[ApprovalRequest].[id] = CAST(@P6 AS VARCHAR(36)) AND [dbo].[ApprovalRequest].[status] = CAST(@P7 AS
    VARCHAR(20)));
COMMIT;

-- ======== finish ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
UPDATE `main`.`ApprovalRequest`
SET `effect` = ?
WHERE `main`.`ApprovalRequest`.`id` = ?;
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
UPDATE [dbo].[ApprovalRequest]
SET [effect] = CAST(@P1 AS VARCHAR(40))
WHERE [dbo].[ApprovalRequest].[id] = CAST(@P2 AS VARCHAR(36));
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
