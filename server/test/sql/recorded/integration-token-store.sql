-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What integration-token-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== save: the first ========

-- SQLite: 2 statements
BEGIN TRANSACTION;
UPDATE `main`.`IntegrationToken`
SET `valueEncrypted` = ?, `expiresAt` = ?, `version` = (`main`.`IntegrationToken`.`version` + ?)
WHERE `main`.`IntegrationToken`.`name` = ?;
COMMIT;
BEGIN TRANSACTION;
INSERT INTO `main`.`IntegrationToken` (`name`, `valueEncrypted`, `expiresAt`, `version`)
VALUES (?,?,?,?)
RETURNING `name` AS `name`, `valueEncrypted` AS `valueEncrypted`, `expiresAt` AS `expiresAt`, `version` AS `version`;
COMMIT;

-- SQL Server: 3 statements
BEGIN TRANSACTION;
UPDATE [dbo].[IntegrationToken]
SET [valueEncrypted] = @P1, [expiresAt] = @P2, [version] = ([dbo].[IntegrationToken].[version] + @P3)
WHERE [dbo].[IntegrationToken].[name] = CAST(@P4 AS VARCHAR(80));
COMMIT;
BEGIN TRANSACTION;
DECLARE @generated_keys table([name] VARCHAR(80) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[IntegrationToken] ([name],[valueEncrypted],[expiresAt],[version])
OUTPUT [Inserted].[name] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(80)),@P2,@P3,@P4)
SELECT [t].[name]
FROM @generated_keys AS g
INNER JOIN [dbo].[IntegrationToken] AS [t] ON [t].[name] = [g].[name]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[IntegrationToken].[name], [dbo].[IntegrationToken].[valueEncrypted],
    [dbo].[IntegrationToken].[expiresAt], [dbo].[IntegrationToken].[version]
FROM [dbo].[IntegrationToken]
WHERE [dbo].[IntegrationToken].[name] = CAST(@P1 AS VARCHAR(80))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
COMMIT;

-- ======== save: a later one ========

-- SQLite: 1 statement
BEGIN TRANSACTION;
UPDATE `main`.`IntegrationToken`
SET `valueEncrypted` = ?, `expiresAt` = ?, `version` = (`main`.`IntegrationToken`.`version` + ?)
WHERE `main`.`IntegrationToken`.`name` = ?;
COMMIT;

-- SQL Server: 1 statement
BEGIN TRANSACTION;
UPDATE [dbo].[IntegrationToken]
SET [valueEncrypted] = @P1, [expiresAt] = @P2, [version] = ([dbo].[IntegrationToken].[version] + @P3)
WHERE [dbo].[IntegrationToken].[name] = CAST(@P4 AS VARCHAR(80));
COMMIT;

-- ======== find ========

-- SQLite: 1 statement
SELECT `main`.`IntegrationToken`.`name`, `main`.`IntegrationToken`.`valueEncrypted`,
    `main`.`IntegrationToken`.`expiresAt`, `main`.`IntegrationToken`.`version`
FROM `main`.`IntegrationToken`
WHERE (`main`.`IntegrationToken`.`name` = ? AND 1=1)
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[IntegrationToken].[name], [dbo].[IntegrationToken].[valueEncrypted],
    [dbo].[IntegrationToken].[expiresAt], [dbo].[IntegrationToken].[version]
FROM [dbo].[IntegrationToken]
WHERE ([dbo].[IntegrationToken].[name] = CAST(@P1 AS VARCHAR(80)) AND 1=1)
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
