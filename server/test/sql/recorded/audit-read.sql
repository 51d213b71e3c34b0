-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What audit-read.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== newestSealNumber ========

-- SQLite: 1 statement
SELECT MAX(`number`) AS `_max$number`
FROM (SELECT `main`.`AuditSeal`.`number`
FROM `main`.`AuditSeal`
WHERE 1=1
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 1 statement
SELECT MAX([number]) AS [_max$number]
FROM (SELECT [dbo].[AuditSeal].[number]
FROM [dbo].[AuditSeal]
WHERE 1=1) AS [sub];

-- ======== findSeal ========

-- SQLite: 1 statement
SELECT `main`.`AuditSeal`.`number`, `main`.`AuditSeal`.`hash`
FROM `main`.`AuditSeal`
WHERE (`main`.`AuditSeal`.`number` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[AuditSeal].[number], [dbo].[AuditSeal].[hash]
FROM [dbo].[AuditSeal]
WHERE ([dbo].[AuditSeal].[number] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== sealedLines ========

-- SQLite: 3 statements
SELECT `main`.`AuditSeal`.`number`, `main`.`AuditSeal`.`auditId`, `main`.`AuditSeal`.`previousHash`,
    `main`.`AuditSeal`.`hash`, `main`.`AuditSeal`.`sealedAt`
FROM `main`.`AuditSeal`
WHERE (`main`.`AuditSeal`.`number` > ? AND `main`.`AuditSeal`.`number` <= ?)
ORDER BY `main`.`AuditSeal`.`number` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`AuditDetail`.`auditId`, `main`.`AuditDetail`.`salt`, `main`.`AuditDetail`.`detailJson`
FROM `main`.`AuditDetail`
WHERE `main`.`AuditDetail`.`auditId` IN (?)
LIMIT ?
OFFSET ?;
SELECT `main`.`AuditRecord`.`id`, `main`.`AuditRecord`.`at`, `main`.`AuditRecord`.`actorKind`,
    `main`.`AuditRecord`.`actorId`, `main`.`AuditRecord`.`action`, `main`.`AuditRecord`.`subjectKind`,
    `main`.`AuditRecord`.`subjectId`, `main`.`AuditRecord`.`requestId`, `main`.`AuditRecord`.`detailHash`,
    `main`.`AuditRecord`.`sealed`
FROM `main`.`AuditRecord`
WHERE `main`.`AuditRecord`.`id` IN (?)
LIMIT ?
OFFSET ?;

-- SQL Server: 3 statements
SELECT [dbo].[AuditSeal].[number], [dbo].[AuditSeal].[auditId], [dbo].[AuditSeal].[previousHash],
    [dbo].[AuditSeal].[hash], [dbo].[AuditSeal].[sealedAt]
FROM [dbo].[AuditSeal]
WHERE ([dbo].[AuditSeal].[number] > @P1 AND [dbo].[AuditSeal].[number] <= @P2)
ORDER BY [dbo].[AuditSeal].[number] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[AuditDetail].[auditId], [dbo].[AuditDetail].[salt], [dbo].[AuditDetail].[detailJson]
FROM [dbo].[AuditDetail]
WHERE [dbo].[AuditDetail].[auditId] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[AuditRecord].[id], [dbo].[AuditRecord].[at], [dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId], [dbo].[AuditRecord].[action], [dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId], [dbo].[AuditRecord].[requestId], [dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed]
FROM [dbo].[AuditRecord]
WHERE [dbo].[AuditRecord].[id] IN (CAST(@P1 AS VARCHAR(400)));

-- ======== unsealed ========

-- SQLite: 1 statement
SELECT COUNT(`id`) AS `_count$id`, MIN(`at`) AS `_min$at`
FROM (SELECT `main`.`AuditRecord`.`id`, `main`.`AuditRecord`.`at`
FROM `main`.`AuditRecord`
WHERE `main`.`AuditRecord`.`sealed` = ?
LIMIT ?
OFFSET ?) AS `sub`;

-- SQL Server: 1 statement
SELECT COUNT([id]) AS [_count$id], MIN([at]) AS [_min$at]
FROM (SELECT [dbo].[AuditRecord].[id], [dbo].[AuditRecord].[at]
FROM [dbo].[AuditRecord]
WHERE [dbo].[AuditRecord].[sealed] = @P1) AS [sub];

-- ======== leftOut ========

-- SQLite: 2 statements
SELECT `main`.`AuditRecord`.`id`
FROM `main`.`AuditRecord`
LEFT JOIN `main`.`AuditSeal` AS `j0` ON (`j0`.`auditId`) = (`main`.`AuditRecord`.`id`)
WHERE (`main`.`AuditRecord`.`id` > ? AND `main`.`AuditRecord`.`sealed` <> ? AND (`j0`.`auditId` IS NULL))
ORDER BY `main`.`AuditRecord`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`AuditSeal`.`number`, `main`.`AuditSeal`.`auditId`
FROM `main`.`AuditSeal`
WHERE 1=0
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[AuditRecord].[id]
FROM [dbo].[AuditRecord]
LEFT JOIN [dbo].[AuditSeal] AS [j0] ON (([j0].[auditId] = [dbo].[AuditRecord].[id]))
WHERE ([dbo].[AuditRecord].[id] > CAST(@P1 AS VARCHAR(36)) AND [dbo].[AuditRecord].[sealed] <> @P2 AND
    ([j0].[auditId] IS NULL))
ORDER BY [dbo].[AuditRecord].[id] ASC
OFFSET @P3 ROWS FETCH NEXT @P4 ROWS ONLY;
SELECT [dbo].[AuditSeal].[number], [dbo].[AuditSeal].[auditId]
FROM [dbo].[AuditSeal]
WHERE 1=0;

-- ======== erasures ========

-- SQLite: 2 statements
SELECT `main`.`AuditRecord`.`id`, `main`.`AuditRecord`.`subjectId`
FROM `main`.`AuditRecord`
LEFT JOIN `main`.`AuditSeal` AS `j0` ON (`j0`.`auditId`) = (`main`.`AuditRecord`.`id`)
WHERE (`main`.`AuditRecord`.`action` = ? AND `main`.`AuditRecord`.`subjectKind` = ? AND
    (`main`.`AuditRecord`.`sealed` = ? OR (NOT (`j0`.`auditId` IS NULL))) AND `main`.`AuditRecord`.`id` > ?)
ORDER BY `main`.`AuditRecord`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`AuditDetail`.`auditId`, `main`.`AuditDetail`.`detailJson`
FROM `main`.`AuditDetail`
WHERE `main`.`AuditDetail`.`auditId` IN (NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[AuditRecord].[id], [dbo].[AuditRecord].[subjectId]
FROM [dbo].[AuditRecord]
LEFT JOIN [dbo].[AuditSeal] AS [j0] ON (([j0].[auditId] = [dbo].[AuditRecord].[id]))
WHERE ([dbo].[AuditRecord].[action] = CAST(@P1 AS VARCHAR(60)) AND [dbo].[AuditRecord].[subjectKind] = CAST(@P2 AS
    VARCHAR(40)) AND ([dbo].[AuditRecord].[sealed] = @P3 OR (NOT ([j0].[auditId] IS NULL))) AND
    [dbo].[AuditRecord].[id] > CAST(@P4 AS VARCHAR(36)))
ORDER BY [dbo].[AuditRecord].[id] ASC
OFFSET @P5 ROWS FETCH NEXT @P6 ROWS ONLY;
SELECT [dbo].[AuditDetail].[auditId], [dbo].[AuditDetail].[detailJson]
FROM [dbo].[AuditDetail]
WHERE [dbo].[AuditDetail].[auditId] IN (NULL);

-- ======== publications ========

-- SQLite: 2 statements
SELECT `main`.`AuditRecord`.`id`, `main`.`AuditRecord`.`subjectId`
FROM `main`.`AuditRecord`
WHERE (`main`.`AuditRecord`.`action` = ? AND `main`.`AuditRecord`.`subjectKind` = ? AND `main`.`AuditRecord`.`id` >
    ?)
ORDER BY `main`.`AuditRecord`.`id` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`AuditDetail`.`auditId`, `main`.`AuditDetail`.`detailJson`
FROM `main`.`AuditDetail`
WHERE `main`.`AuditDetail`.`auditId` IN (NULL)
LIMIT ?
OFFSET ?;

-- SQL Server: 2 statements
SELECT [dbo].[AuditRecord].[id], [dbo].[AuditRecord].[subjectId]
FROM [dbo].[AuditRecord]
WHERE ([dbo].[AuditRecord].[action] = CAST(@P1 AS VARCHAR(60)) AND [dbo].[AuditRecord].[subjectKind] = CAST(@P2 AS
    VARCHAR(40)) AND [dbo].[AuditRecord].[id] > CAST(@P3 AS VARCHAR(36)))
ORDER BY [dbo].[AuditRecord].[id] ASC
OFFSET @P4 ROWS FETCH NEXT @P5 ROWS ONLY;
SELECT [dbo].[AuditDetail].[auditId], [dbo].[AuditDetail].[detailJson]
FROM [dbo].[AuditDetail]
WHERE [dbo].[AuditDetail].[auditId] IN (NULL);
