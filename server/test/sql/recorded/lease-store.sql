-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What lease-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== take: the first time ========

-- SQLite: 3 statements
BEGIN TRANSACTION;
UPDATE `main`.`Lease`
SET `owner` = ?, `leasedUntil` = ?
WHERE (`main`.`Lease`.`name` = ? AND (`main`.`Lease`.`owner` = ? OR `main`.`Lease`.`leasedUntil` <= ?));
COMMIT;
SELECT `main`.`Lease`.`name`, `main`.`Lease`.`owner`, `main`.`Lease`.`leasedUntil`
FROM `main`.`Lease`
WHERE (`main`.`Lease`.`name` = ? AND 1=1)
LIMIT ?
OFFSET ?;
BEGIN TRANSACTION;
INSERT INTO `main`.`Lease` (`name`, `owner`, `leasedUntil`)
VALUES (?,?,?)
RETURNING `name` AS `name`, `owner` AS `owner`, `leasedUntil` AS `leasedUntil`;
COMMIT;

-- SQL Server: 4 statements
BEGIN TRANSACTION;
UPDATE [dbo].[Lease]
SET [owner] = CAST(@P1 AS VARCHAR(80)), [leasedUntil] = @P2
WHERE ([dbo].[Lease].[name] = CAST(@P3 AS VARCHAR(60)) AND ([dbo].[Lease].[owner] = CAST(@P4 AS VARCHAR(80)) OR
    [dbo].[Lease].[leasedUntil] <= @P5));
COMMIT;
SELECT [dbo].[Lease].[name], [dbo].[Lease].[owner], [dbo].[Lease].[leasedUntil]
FROM [dbo].[Lease]
WHERE ([dbo].[Lease].[name] = CAST(@P1 AS VARCHAR(60)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
BEGIN TRANSACTION;
DECLARE @generated_keys table([name] VARCHAR(60) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[Lease] ([name],[owner],[leasedUntil])
OUTPUT [Inserted].[name] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(60)),CAST(@P2 AS VARCHAR(80)),@P3)
SELECT [t].[name]
FROM @generated_keys AS g
INNER JOIN [dbo].[Lease] AS [t] ON [t].[name] = [g].[name]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[Lease].[name], [dbo].[Lease].[owner], [dbo].[Lease].[leasedUntil]
FROM [dbo].[Lease]
WHERE [dbo].[Lease].[name] = CAST(@P1 AS VARCHAR(60))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== take: again ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Lease`
SET `owner` = ?, `leasedUntil` = ?
WHERE (`main`.`Lease`.`name` = ? AND (`main`.`Lease`.`owner` = ? OR `main`.`Lease`.`leasedUntil` <= ?));
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Lease]
SET [owner] = CAST(@P1 AS VARCHAR(80)), [leasedUntil] = @P2
WHERE ([dbo].[Lease].[name] = CAST(@P3 AS VARCHAR(60)) AND ([dbo].[Lease].[owner] = CAST(@P4 AS VARCHAR(80)) OR
    [dbo].[Lease].[leasedUntil] <= @P5));
COMMIT;

-- ======== release ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`Lease`
SET `leasedUntil` = ?
WHERE (`main`.`Lease`.`name` = ? AND `main`.`Lease`.`owner` = ?);
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[Lease]
SET [leasedUntil] = @P1
WHERE ([dbo].[Lease].[name] = CAST(@P2 AS VARCHAR(60)) AND [dbo].[Lease].[owner] = CAST(@P3 AS VARCHAR(80)));
COMMIT;
