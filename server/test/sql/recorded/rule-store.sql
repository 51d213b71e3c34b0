-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What rule-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== rulesVersion ========

-- SQLite: 1 statement
SELECT `main`.`Company`.`id`, `main`.`Company`.`rulesVersion`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Company].[id], [dbo].[Company].[rulesVersion]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== ruleBookAt ========

-- SQLite: 11 statements
SELECT `main`.`Company`.`id`, `main`.`Company`.`corpId`, `main`.`Company`.`name`, `main`.`Company`.`zone`,
    `main`.`Company`.`dayBoundaryMinutes`, `main`.`Company`.`rulesVersion`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;
SELECT `main`.`Rule`.`id`, `main`.`Rule`.`name`, `main`.`Rule`.`createdAt`, `main`.`Rule`.`archivedAt`
FROM `main`.`Rule`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`RuleAssignment`.`id`, `main`.`RuleAssignment`.`ruleId`, `main`.`RuleAssignment`.`targetKind`,
    `main`.`RuleAssignment`.`targetId`, `main`.`RuleAssignment`.`precedence`, `main`.`RuleAssignment`.`validFrom`,
    `main`.`RuleAssignment`.`validUntil`
FROM `main`.`RuleAssignment`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Shift`.`id`, `main`.`Shift`.`name`, `main`.`Shift`.`kind`, `main`.`Shift`.`zone`,
    `main`.`Shift`.`requiredMinutes`, `main`.`Shift`.`createdAt`, `main`.`Shift`.`archivedAt`
FROM `main`.`Shift`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`Department`.`id`, `main`.`Department`.`parentId`
FROM `main`.`Department`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`CalendarYear`.`year`
FROM `main`.`CalendarYear`
WHERE `main`.`CalendarYear`.`publishedAt` IS NOT NULL
LIMIT ?
OFFSET ?;
SELECT `main`.`CalendarDay`.`day`, `main`.`CalendarDay`.`kind`, `main`.`CalendarDay`.`name`
FROM `main`.`CalendarDay`
WHERE 1=1
LIMIT ?
OFFSET ?;
SELECT `main`.`RuleVersion`.`id`, `main`.`RuleVersion`.`ruleId`, `main`.`RuleVersion`.`version`,
    `main`.`RuleVersion`.`validFrom`, `main`.`RuleVersion`.`validUntil`, `main`.`RuleVersion`.`scheduleKind`,
    `main`.`RuleVersion`.`weekJson`, `main`.`RuleVersion`.`followsCalendar`, `main`.`RuleVersion`.`policyJson`,
    `main`.`RuleVersion`.`createdBy`, `main`.`RuleVersion`.`createdAt`
FROM `main`.`RuleVersion`
WHERE `main`.`RuleVersion`.`ruleId` IN (?)
ORDER BY `main`.`RuleVersion`.`version` DESC
LIMIT ?
OFFSET ?;
SELECT `main`.`ShiftSpan`.`shiftId`, `main`.`ShiftSpan`.`number`, `main`.`ShiftSpan`.`startMinutes`,
    `main`.`ShiftSpan`.`endMinutes`, `main`.`ShiftSpan`.`earlyOpensMinutes`, `main`.`ShiftSpan`.`earlyClosesMinutes`,
    `main`.`ShiftSpan`.`lateOpensMinutes`, `main`.`ShiftSpan`.`lateClosesMinutes`,
    `main`.`ShiftSpan`.`lateGraceMinutes`, `main`.`ShiftSpan`.`leaveGraceMinutes`
FROM `main`.`ShiftSpan`
WHERE `main`.`ShiftSpan`.`shiftId` IN (?)
ORDER BY `main`.`ShiftSpan`.`number` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`RuleSite`.`ruleVersionId`, `main`.`RuleSite`.`siteId`
FROM `main`.`RuleSite`
WHERE `main`.`RuleSite`.`ruleVersionId` IN (?)
ORDER BY `main`.`RuleSite`.`siteId` ASC
LIMIT ?
OFFSET ?;
SELECT `main`.`Company`.`id`, `main`.`Company`.`rulesVersion`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 11 statements
SELECT [dbo].[Company].[id], [dbo].[Company].[corpId], [dbo].[Company].[name], [dbo].[Company].[zone],
    [dbo].[Company].[dayBoundaryMinutes], [dbo].[Company].[rulesVersion]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
SELECT [dbo].[Rule].[id], [dbo].[Rule].[name], [dbo].[Rule].[createdAt], [dbo].[Rule].[archivedAt]
FROM [dbo].[Rule]
WHERE 1=1;
SELECT [dbo].[RuleAssignment].[id], [dbo].[RuleAssignment].[ruleId], [dbo].[RuleAssignment].[targetKind],
    [dbo].[RuleAssignment].[targetId], [dbo].[RuleAssignment].[precedence], [dbo].[RuleAssignment].[validFrom],
    [dbo].[RuleAssignment].[validUntil]
FROM [dbo].[RuleAssignment]
WHERE 1=1;
SELECT [dbo].[Shift].[id], [dbo].[Shift].[name], [dbo].[Shift].[kind], [dbo].[Shift].[zone],
    [dbo].[Shift].[requiredMinutes], [dbo].[Shift].[createdAt], [dbo].[Shift].[archivedAt]
FROM [dbo].[Shift]
WHERE 1=1;
SELECT [dbo].[Department].[id], [dbo].[Department].[parentId]
FROM [dbo].[Department]
WHERE 1=1;
SELECT [dbo].[CalendarYear].[year]
FROM [dbo].[CalendarYear]
WHERE [dbo].[CalendarYear].[publishedAt] IS NOT NULL;
SELECT [dbo].[CalendarDay].[day], [dbo].[CalendarDay].[kind], [dbo].[CalendarDay].[name]
FROM [dbo].[CalendarDay]
WHERE 1=1;
SELECT [dbo].[RuleVersion].[id], [dbo].[RuleVersion].[ruleId], [dbo].[RuleVersion].[version],
    [dbo].[RuleVersion].[validFrom], [dbo].[RuleVersion].[validUntil], [dbo].[RuleVersion].[scheduleKind],
    [dbo].[RuleVersion].[weekJson], [dbo].[RuleVersion].[followsCalendar], [dbo].[RuleVersion].[policyJson],
    [dbo].[RuleVersion].[createdBy], [dbo].[RuleVersion].[createdAt]
FROM [dbo].[RuleVersion]
WHERE [dbo].[RuleVersion].[ruleId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[RuleVersion].[version] DESC
OFFSET @P2 ROWS;
SELECT [dbo].[ShiftSpan].[shiftId], [dbo].[ShiftSpan].[number], [dbo].[ShiftSpan].[startMinutes],
    [dbo].[ShiftSpan].[endMinutes], [dbo].[ShiftSpan].[earlyOpensMinutes], [dbo].[ShiftSpan].[earlyClosesMinutes],
    [dbo].[ShiftSpan].[lateOpensMinutes], [dbo].[ShiftSpan].[lateClosesMinutes],
    [dbo].[ShiftSpan].[lateGraceMinutes], [dbo].[ShiftSpan].[leaveGraceMinutes]
FROM [dbo].[ShiftSpan]
WHERE [dbo].[ShiftSpan].[shiftId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[ShiftSpan].[number] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[RuleSite].[ruleVersionId], [dbo].[RuleSite].[siteId]
FROM [dbo].[RuleSite]
WHERE [dbo].[RuleSite].[ruleVersionId] IN (CAST(@P1 AS VARCHAR(400)))
ORDER BY [dbo].[RuleSite].[siteId] ASC
OFFSET @P2 ROWS;
SELECT [dbo].[Company].[id], [dbo].[Company].[rulesVersion]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== loadRuleBook ========

-- SQLite: 1 statement
SELECT `main`.`Company`.`id`, `main`.`Company`.`rulesVersion`
FROM `main`.`Company`
WHERE (`main`.`Company`.`id` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[Company].[id], [dbo].[Company].[rulesVersion]
FROM [dbo].[Company]
WHERE ([dbo].[Company].[id] = @P1 AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;

-- ======== loadPersonSchedules: one ========

-- SQLite: 1 statement
SELECT json_object('employees', json((SELECT json_group_array(json_object('id', e."id", 'departmentId',
    e."departmentId", 'zone', e."zone")) FROM json_each(?1) p CROSS JOIN "Employee" e ON e."id" = p.value)),
'memberships', json((SELECT json_group_array(json_object('employeeId', t."employeeId", 'teamId', t."teamId",
    'validFrom', t."validFrom", 'validUntil', t."validUntil")) FROM json_each(?1) p CROSS JOIN "TeamMember" t ON
    t."employeeId" = p.value AND t."validFrom" <= ?3)),
'entries', json((SELECT json_group_array(json_object('targetKind', r."targetKind", 'targetId', r."targetId",
    'workDay', r."workDay", 'shiftId', r."shiftId")) FROM "RosterEntry" r WHERE r."workDay" BETWEEN ?2 AND ?3 AND
    (r."targetKind" = 'team'
      OR (r."targetKind" = 'employee' AND r."targetId" IN (SELECT value FROM json_each(?1))))))) AS json;

-- SQL Server: 3 statements
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId], [dbo].[Employee].[zone]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)));
SELECT [dbo].[TeamMember].[teamId], [dbo].[TeamMember].[employeeId], [dbo].[TeamMember].[validFrom],
    [dbo].[TeamMember].[validUntil]
FROM [dbo].[TeamMember]
WHERE ([dbo].[TeamMember].[employeeId] IN (CAST(@P1 AS VARCHAR(400))) AND [dbo].[TeamMember].[validFrom] <= @P2);
SELECT [dbo].[RosterEntry].[id], [dbo].[RosterEntry].[targetKind], [dbo].[RosterEntry].[targetId],
    [dbo].[RosterEntry].[workDay], [dbo].[RosterEntry].[shiftId]
FROM [dbo].[RosterEntry]
WHERE ([dbo].[RosterEntry].[workDay] >= @P1 AND [dbo].[RosterEntry].[workDay] <= @P2 AND
    ([dbo].[RosterEntry].[targetKind] = CAST(@P3 AS VARCHAR(20)) OR ([dbo].[RosterEntry].[targetKind] = CAST(@P4 AS
    VARCHAR(20)) AND [dbo].[RosterEntry].[targetId] IN (CAST(@P5 AS VARCHAR(400))))));

-- ======== loadPersonSchedules: many ========

-- SQLite: 3 statements
-- 3 times
SELECT json_object('employees', json((SELECT json_group_array(json_object('id', e."id", 'departmentId',
    e."departmentId", 'zone', e."zone")) FROM json_each(?1) p CROSS JOIN "Employee" e ON e."id" = p.value)),
'memberships', json((SELECT json_group_array(json_object('employeeId', t."employeeId", 'teamId', t."teamId",
    'validFrom', t."validFrom", 'validUntil', t."validUntil")) FROM json_each(?1) p CROSS JOIN "TeamMember" t ON
    t."employeeId" = p.value AND t."validFrom" <= ?3)),
'entries', json((SELECT json_group_array(json_object('targetKind', r."targetKind", 'targetId', r."targetId",
    'workDay', r."workDay", 'shiftId', r."shiftId")) FROM "RosterEntry" r WHERE r."workDay" BETWEEN ?2 AND ?3 AND
    (r."targetKind" = 'team'
      OR (r."targetKind" = 'employee' AND r."targetId" IN (SELECT value FROM json_each(?1))))))) AS json;

-- SQL Server: 9 statements
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId], [dbo].[Employee].[zone]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)), … 998 more …, CAST(@P1000 AS VARCHAR(400)));
SELECT [dbo].[TeamMember].[teamId], [dbo].[TeamMember].[employeeId], [dbo].[TeamMember].[validFrom],
    [dbo].[TeamMember].[validUntil]
FROM [dbo].[TeamMember]
WHERE ([dbo].[TeamMember].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 998 more …, CAST(@P1000 AS VARCHAR(400)))
    AND [dbo].[TeamMember].[validFrom] <= @P1001);
SELECT [dbo].[RosterEntry].[id], [dbo].[RosterEntry].[targetKind], [dbo].[RosterEntry].[targetId],
    [dbo].[RosterEntry].[workDay], [dbo].[RosterEntry].[shiftId]
FROM [dbo].[RosterEntry]
WHERE ([dbo].[RosterEntry].[workDay] >= @P1 AND [dbo].[RosterEntry].[workDay] <= @P2 AND
    ([dbo].[RosterEntry].[targetKind] = CAST(@P3 AS VARCHAR(20)) OR ([dbo].[RosterEntry].[targetKind] = CAST(@P4 AS
    VARCHAR(20)) AND [dbo].[RosterEntry].[targetId] IN (CAST(@P5 AS VARCHAR(400)), … 998 more …, CAST(@P1004 AS
    VARCHAR(400))))));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId], [dbo].[Employee].[zone]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)), … 998 more …, CAST(@P1000 AS VARCHAR(400)));
SELECT [dbo].[TeamMember].[teamId], [dbo].[TeamMember].[employeeId], [dbo].[TeamMember].[validFrom],
    [dbo].[TeamMember].[validUntil]
FROM [dbo].[TeamMember]
WHERE ([dbo].[TeamMember].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 998 more …, CAST(@P1000 AS VARCHAR(400)))
    AND [dbo].[TeamMember].[validFrom] <= @P1001);
SELECT [dbo].[RosterEntry].[id], [dbo].[RosterEntry].[targetKind], [dbo].[RosterEntry].[targetId],
    [dbo].[RosterEntry].[workDay], [dbo].[RosterEntry].[shiftId]
FROM [dbo].[RosterEntry]
WHERE ([dbo].[RosterEntry].[workDay] >= @P1 AND [dbo].[RosterEntry].[workDay] <= @P2 AND
    ([dbo].[RosterEntry].[targetKind] = CAST(@P3 AS VARCHAR(20)) OR ([dbo].[RosterEntry].[targetKind] = CAST(@P4 AS
    VARCHAR(20)) AND [dbo].[RosterEntry].[targetId] IN (CAST(@P5 AS VARCHAR(400)), … 998 more …, CAST(@P1004 AS
    VARCHAR(400))))));
SELECT [dbo].[Employee].[id], [dbo].[Employee].[departmentId], [dbo].[Employee].[zone]
FROM [dbo].[Employee]
WHERE [dbo].[Employee].[id] IN (CAST(@P1 AS VARCHAR(400)), … 99 more …, CAST(@P101 AS VARCHAR(400)));
SELECT [dbo].[TeamMember].[teamId], [dbo].[TeamMember].[employeeId], [dbo].[TeamMember].[validFrom],
    [dbo].[TeamMember].[validUntil]
FROM [dbo].[TeamMember]
WHERE ([dbo].[TeamMember].[employeeId] IN (CAST(@P1 AS VARCHAR(400)), … 99 more …, CAST(@P101 AS VARCHAR(400))) AND
    [dbo].[TeamMember].[validFrom] <= @P102);
SELECT [dbo].[RosterEntry].[id], [dbo].[RosterEntry].[targetKind], [dbo].[RosterEntry].[targetId],
    [dbo].[RosterEntry].[workDay], [dbo].[RosterEntry].[shiftId]
FROM [dbo].[RosterEntry]
WHERE ([dbo].[RosterEntry].[workDay] >= @P1 AND [dbo].[RosterEntry].[workDay] <= @P2 AND
    ([dbo].[RosterEntry].[targetKind] = CAST(@P3 AS VARCHAR(20)) OR ([dbo].[RosterEntry].[targetKind] = CAST(@P4 AS
    VARCHAR(20)) AND [dbo].[RosterEntry].[targetId] IN (CAST(@P5 AS VARCHAR(400)), … 99 more …, CAST(@P105 AS
    VARCHAR(400))))));
