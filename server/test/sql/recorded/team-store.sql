-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What team-store.ts sends on each engine, method by method; of long lists the first and the last member.

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

-- ======== listPeople: everybody ========

-- SQLite: 2 statements
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` <> ? AND (`main`.`Employee`.`leftAt` IS NULL OR `main`.`Employee`.`leftAt` > ?))
ORDER BY `main`.`Employee`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] <> CAST(@P1 AS VARCHAR(36)) AND ([dbo].[Employee].[leftAt] IS NULL OR
    [dbo].[Employee].[leftAt] > @P2))
ORDER BY [dbo].[Employee].[id] ASC
OFFSET @P3 ROWS;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE 1=1;

-- ======== listPeople: of departments and direct reports, next page ========

-- SQLite: 3 statements
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`departmentId` IN (?,?) AND `main`.`Employee`.`id` <> ? AND (`main`.`Employee`.`leftAt` IS
    NULL OR `main`.`Employee`.`leftAt` > ?) AND `main`.`Employee`.`id` > ?)
ORDER BY `main`.`Employee`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Employee`.`id`, `main`.`Employee`.`name`, `main`.`Employee`.`departmentId`
FROM `main`.`Employee`
WHERE (`main`.`Employee`.`id` IN (?) AND `main`.`Employee`.`id` <> ? AND (`main`.`Employee`.`leftAt` IS NULL OR
    `main`.`Employee`.`leftAt` > ?) AND `main`.`Employee`.`id` > ?)
ORDER BY `main`.`Employee`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`name`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[departmentId] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400))) AND
    [dbo].[Employee].[id] <> CAST(@P3 AS VARCHAR(36)) AND ([dbo].[Employee].[leftAt] IS NULL OR
    [dbo].[Employee].[leftAt] > @P4) AND [dbo].[Employee].[id] > CAST(@P5 AS VARCHAR(36)))
ORDER BY [dbo].[Employee].[id] ASC
OFFSET @P6 ROWS FETCH NEXT @P7 ROWS ONLY;
SELECT [dbo].[Employee].[id], [dbo].[Employee].[name], [dbo].[Employee].[departmentId]
FROM [dbo].[Employee]
WHERE ([dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Employee].[id] <> CAST(@P2 AS VARCHAR(36))
    AND ([dbo].[Employee].[leftAt] IS NULL OR [dbo].[Employee].[leftAt] > @P3) AND [dbo].[Employee].[id] > CAST(@P4
    AS VARCHAR(36)))
ORDER BY [dbo].[Employee].[id] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
SELECT [dbo].[Department].[id], [dbo].[Department].[name]
FROM [dbo].[Department]
WHERE 1=1;

-- ======== loadDays: one ========

-- SQLite: 6 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`
FROM `main`.`FieldPlan`
LEFT JOIN `main`.`Site` AS `j0` ON (`j0`.`id`) = (`main`.`FieldPlan`.`siteId`)
WHERE (`main`.`FieldPlan`.`employeeId` IN (?) AND `main`.`FieldPlan`.`workDay` >= ? AND `main`.`FieldPlan`.`workDay`
    <= ? AND `main`.`FieldPlan`.`cancelledAt` IS NULL AND (`j0`.`archivedAt` IS NULL AND `j0`.`zone` IS NOT NULL AND
    (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`FieldPlan`.`createdAt` DESC, `main`.`FieldPlan`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`,
    `main`.`Attempt`.`outcome`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`,
    `main`.`Attempt`.`employeeId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` IN (?) AND `main`.`Attempt`.`workDay` >= ? AND `main`.`Attempt`.`workDay` <= ?
    AND `main`.`Attempt`.`outcome` IN (?,?))
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE (`main`.`EmployeeDay`.`employeeId` IN (?) AND `main`.`EmployeeDay`.`workDay` >= ? AND
    `main`.`EmployeeDay`.`workDay` <= ?)
LIMIT ?
OFFSET ?;
SELECT COUNT(*) AS `_count$_all`, `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` IN (?) AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`zone`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 6 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId]
FROM [dbo].[FieldPlan]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[FieldPlan].[siteId]))
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[FieldPlan].[workDay] >= @P2 AND
    [dbo].[FieldPlan].[workDay] <= @P3 AND [dbo].[FieldPlan].[cancelledAt] IS NULL AND ([j0].[archivedAt] IS NULL
    AND [j0].[zone] IS NOT NULL AND ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[FieldPlan].[createdAt] DESC, [dbo].[FieldPlan].[id] DESC
OFFSET @P4 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[Attempt].[workDay] >= @P2 AND
    [dbo].[Attempt].[workDay] <= @P3 AND [dbo].[Attempt].[outcome] IN (CAST(@P4 AS VARCHAR(400)),CAST(@P5 AS
    VARCHAR(400))))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P6 ROWS;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[EmployeeDay].[workDay] >= @P2 AND
    [dbo].[EmployeeDay].[workDay] <= @P3);
SELECT COUNT(*) AS [_count$_all], [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[ApprovalRequest].[status] =
    CAST(@P2 AS VARCHAR(20)) AND [dbo].[ApprovalRequest].[expiresAt] > @P3)
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Site].[id], [dbo].[Site].[zone]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== loadDays: many ========

-- SQLite: 16 statements
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`
FROM `main`.`FieldPlan`
LEFT JOIN `main`.`Site` AS `j0` ON (`j0`.`id`) = (`main`.`FieldPlan`.`siteId`)
WHERE (`main`.`FieldPlan`.`employeeId` IN (?, … 898 more …, ?) AND `main`.`FieldPlan`.`workDay` >= ? AND
    `main`.`FieldPlan`.`workDay` <= ? AND `main`.`FieldPlan`.`cancelledAt` IS NULL AND (`j0`.`archivedAt` IS NULL
    AND `j0`.`zone` IS NOT NULL AND (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`FieldPlan`.`createdAt` DESC, `main`.`FieldPlan`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`,
    `main`.`Attempt`.`outcome`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`,
    `main`.`Attempt`.`employeeId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` IN (?, … 898 more …, ?) AND `main`.`Attempt`.`workDay` >= ? AND
    `main`.`Attempt`.`workDay` <= ? AND `main`.`Attempt`.`outcome` IN (?,?))
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE (`main`.`EmployeeDay`.`employeeId` IN (?, … 898 more …, ?) AND `main`.`EmployeeDay`.`workDay` >= ? AND
    `main`.`EmployeeDay`.`workDay` <= ?)
LIMIT ?
OFFSET ?;
SELECT COUNT(*) AS `_count$_all`, `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` IN (?, … 898 more …, ?) AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`zone`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`name`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`
FROM `main`.`FieldPlan`
LEFT JOIN `main`.`Site` AS `j0` ON (`j0`.`id`) = (`main`.`FieldPlan`.`siteId`)
WHERE (`main`.`FieldPlan`.`employeeId` IN (?, … 898 more …, ?) AND `main`.`FieldPlan`.`workDay` >= ? AND
    `main`.`FieldPlan`.`workDay` <= ? AND `main`.`FieldPlan`.`cancelledAt` IS NULL AND (`j0`.`archivedAt` IS NULL
    AND `j0`.`zone` IS NOT NULL AND (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`FieldPlan`.`createdAt` DESC, `main`.`FieldPlan`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`,
    `main`.`Attempt`.`outcome`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`,
    `main`.`Attempt`.`employeeId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` IN (?, … 898 more …, ?) AND `main`.`Attempt`.`workDay` >= ? AND
    `main`.`Attempt`.`workDay` <= ? AND `main`.`Attempt`.`outcome` IN (?,?))
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE (`main`.`EmployeeDay`.`employeeId` IN (?, … 898 more …, ?) AND `main`.`EmployeeDay`.`workDay` >= ? AND
    `main`.`EmployeeDay`.`workDay` <= ?)
LIMIT ?
OFFSET ?;
SELECT COUNT(*) AS `_count$_all`, `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` IN (?, … 898 more …, ?) AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`zone`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (NULL)
LIMIT ?
OFFSET ?;
SELECT `main`.`FieldPlan`.`id`, `main`.`FieldPlan`.`employeeId`, `main`.`FieldPlan`.`workDay`,
    `main`.`FieldPlan`.`siteId`
FROM `main`.`FieldPlan`
LEFT JOIN `main`.`Site` AS `j0` ON (`j0`.`id`) = (`main`.`FieldPlan`.`siteId`)
WHERE (`main`.`FieldPlan`.`employeeId` IN (?, … 299 more …, ?) AND `main`.`FieldPlan`.`workDay` >= ? AND
    `main`.`FieldPlan`.`workDay` <= ? AND `main`.`FieldPlan`.`cancelledAt` IS NULL AND (`j0`.`archivedAt` IS NULL
    AND `j0`.`zone` IS NOT NULL AND (`j0`.`id` IS NOT NULL)))
ORDER BY `main`.`FieldPlan`.`createdAt` DESC, `main`.`FieldPlan`.`id` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`Attempt`.`id`, `main`.`Attempt`.`workDay`, `main`.`Attempt`.`slotKind`, `main`.`Attempt`.`slotSpan`,
    `main`.`Attempt`.`outcome`, `main`.`Attempt`.`capturedAt`, `main`.`Attempt`.`siteId`,
    `main`.`Attempt`.`employeeId`
FROM `main`.`Attempt`
WHERE (`main`.`Attempt`.`employeeId` IN (?, … 299 more …, ?) AND `main`.`Attempt`.`workDay` >= ? AND
    `main`.`Attempt`.`workDay` <= ? AND `main`.`Attempt`.`outcome` IN (?,?))
ORDER BY `main`.`Attempt`.`capturedAt` ASC, `main`.`Attempt`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`EmployeeDay`.`employeeId`, `main`.`EmployeeDay`.`workDay`, `main`.`EmployeeDay`.`zone`
FROM `main`.`EmployeeDay`
WHERE (`main`.`EmployeeDay`.`employeeId` IN (?, … 299 more …, ?) AND `main`.`EmployeeDay`.`workDay` >= ? AND
    `main`.`EmployeeDay`.`workDay` <= ?)
LIMIT ?
OFFSET ?;
SELECT COUNT(*) AS `_count$_all`, `main`.`ApprovalRequest`.`requesterId`
FROM `main`.`ApprovalRequest`
WHERE (`main`.`ApprovalRequest`.`requesterId` IN (?, … 299 more …, ?) AND `main`.`ApprovalRequest`.`status` = ? AND
    `main`.`ApprovalRequest`.`expiresAt` > ?)
GROUP BY `main`.`ApprovalRequest`.`requesterId`
LIMIT ?
OFFSET ?;
SELECT `main`.`Site`.`id`, `main`.`Site`.`zone`
FROM `main`.`Site`
WHERE `main`.`Site`.`id` IN (NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 16 statements
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId]
FROM [dbo].[FieldPlan]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[FieldPlan].[siteId]))
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400))) AND
    [dbo].[FieldPlan].[workDay] >= @P901 AND [dbo].[FieldPlan].[workDay] <= @P902 AND
    [dbo].[FieldPlan].[cancelledAt] IS NULL AND ([j0].[archivedAt] IS NULL AND [j0].[zone] IS NOT NULL AND
    ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[FieldPlan].[createdAt] DESC, [dbo].[FieldPlan].[id] DESC
OFFSET @P903 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400))) AND
    [dbo].[Attempt].[workDay] >= @P901 AND [dbo].[Attempt].[workDay] <= @P902 AND [dbo].[Attempt].[outcome] IN
    (CAST(@P903 AS VARCHAR(400)),CAST(@P904 AS VARCHAR(400))))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P905 ROWS;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)))
    AND [dbo].[EmployeeDay].[workDay] >= @P901 AND [dbo].[EmployeeDay].[workDay] <= @P902);
SELECT COUNT(*) AS [_count$_all], [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS
    VARCHAR(400))) AND [dbo].[ApprovalRequest].[status] = CAST(@P901 AS VARCHAR(20)) AND
    [dbo].[ApprovalRequest].[expiresAt] > @P902)
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Site].[id], [dbo].[Site].[zone]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[Site].[id], [dbo].[Site].[name]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId]
FROM [dbo].[FieldPlan]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[FieldPlan].[siteId]))
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400))) AND
    [dbo].[FieldPlan].[workDay] >= @P901 AND [dbo].[FieldPlan].[workDay] <= @P902 AND
    [dbo].[FieldPlan].[cancelledAt] IS NULL AND ([j0].[archivedAt] IS NULL AND [j0].[zone] IS NOT NULL AND
    ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[FieldPlan].[createdAt] DESC, [dbo].[FieldPlan].[id] DESC
OFFSET @P903 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400))) AND
    [dbo].[Attempt].[workDay] >= @P901 AND [dbo].[Attempt].[workDay] <= @P902 AND [dbo].[Attempt].[outcome] IN
    (CAST(@P903 AS VARCHAR(400)),CAST(@P904 AS VARCHAR(400))))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P905 ROWS;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS VARCHAR(400)))
    AND [dbo].[EmployeeDay].[workDay] >= @P901 AND [dbo].[EmployeeDay].[workDay] <= @P902);
SELECT COUNT(*) AS [_count$_all], [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] IN (CAST(@P1 AS VARCHAR(400)), … 898 more …, CAST(@P900 AS
    VARCHAR(400))) AND [dbo].[ApprovalRequest].[status] = CAST(@P901 AS VARCHAR(20)) AND
    [dbo].[ApprovalRequest].[expiresAt] > @P902)
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Site].[id], [dbo].[Site].[zone]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (NULL);
SELECT [dbo].[FieldPlan].[id], [dbo].[FieldPlan].[employeeId], [dbo].[FieldPlan].[workDay],
    [dbo].[FieldPlan].[siteId]
FROM [dbo].[FieldPlan]
LEFT JOIN [dbo].[Site] AS [j0] ON (([j0].[id] = [dbo].[FieldPlan].[siteId]))
WHERE ([dbo].[FieldPlan].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 299 more …, CAST(@P301 AS VARCHAR(400))) AND
    [dbo].[FieldPlan].[workDay] >= @P302 AND [dbo].[FieldPlan].[workDay] <= @P303 AND
    [dbo].[FieldPlan].[cancelledAt] IS NULL AND ([j0].[archivedAt] IS NULL AND [j0].[zone] IS NOT NULL AND
    ([j0].[id] IS NOT NULL)))
ORDER BY [dbo].[FieldPlan].[createdAt] DESC, [dbo].[FieldPlan].[id] DESC
OFFSET @P304 ROWS;
SELECT [dbo].[Attempt].[id], [dbo].[Attempt].[workDay], [dbo].[Attempt].[slotKind], [dbo].[Attempt].[slotSpan],
    [dbo].[Attempt].[outcome], [dbo].[Attempt].[capturedAt], [dbo].[Attempt].[siteId], [dbo].[Attempt].[employeeId]
FROM [dbo].[Attempt]
WHERE ([dbo].[Attempt].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 299 more …, CAST(@P301 AS VARCHAR(400))) AND
    [dbo].[Attempt].[workDay] >= @P302 AND [dbo].[Attempt].[workDay] <= @P303 AND [dbo].[Attempt].[outcome] IN
    (CAST(@P304 AS VARCHAR(400)),CAST(@P305 AS VARCHAR(400))))
ORDER BY [dbo].[Attempt].[capturedAt] ASC, [dbo].[Attempt].[id] ASC
OFFSET @P306 ROWS;
SELECT [dbo].[EmployeeDay].[employeeId], [dbo].[EmployeeDay].[workDay], [dbo].[EmployeeDay].[zone]
FROM [dbo].[EmployeeDay]
WHERE ([dbo].[EmployeeDay].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 299 more …, CAST(@P301 AS VARCHAR(400)))
    AND [dbo].[EmployeeDay].[workDay] >= @P302 AND [dbo].[EmployeeDay].[workDay] <= @P303);
SELECT COUNT(*) AS [_count$_all], [dbo].[ApprovalRequest].[requesterId]
FROM [dbo].[ApprovalRequest]
WHERE ([dbo].[ApprovalRequest].[requesterId] IN (CAST(@P1 AS VARCHAR(400)), … 299 more …, CAST(@P301 AS
    VARCHAR(400))) AND [dbo].[ApprovalRequest].[status] = CAST(@P302 AS VARCHAR(20)) AND
    [dbo].[ApprovalRequest].[expiresAt] > @P303)
GROUP BY [dbo].[ApprovalRequest].[requesterId];
SELECT [dbo].[Site].[id], [dbo].[Site].[zone]
FROM [dbo].[Site]
WHERE [dbo].[Site].[id] IN (NULL);
