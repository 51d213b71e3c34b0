-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What migration-history.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== locked: a migration ========

-- SQLite: 4 statements
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
SELECT "migration_name", "checksum", "finished_at" IS NOT NULL
FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name";
SELECT 1;
INSERT INTO "_prisma_migrations"
("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
VALUES (?, ?, ?, ?, ?, 1);
COMMIT;

-- SQL Server: 5 statements
BEGIN TRANSACTION;
DECLARE @result INT;
EXEC @result = sp_getapplock @Resource = N'waiqin_migrations', @LockMode = N'Exclusive',
    @LockOwner = N'Transaction', @LockTimeout = 60000;
SELECT @result AS result;
IF OBJECT_ID(N'[dbo].[_prisma_migrations]', N'U') IS NULL
CREATE TABLE [dbo].[_prisma_migrations] (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             DATETIMEOFFSET,
    migration_name          NVARCHAR(250) NOT NULL,
    logs                    NVARCHAR(MAX) NULL,
    rolled_back_at          DATETIMEOFFSET,
    started_at              DATETIMEOFFSET NOT NULL DEFAULT CURRENT_TIMESTAMP,
    applied_steps_count     INT NOT NULL DEFAULT 0
);
SELECT migration_name, checksum, CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END AS finished
FROM [dbo].[_prisma_migrations] WHERE rolled_back_at IS NULL ORDER BY migration_name;
SELECT 1;
INSERT INTO [dbo].[_prisma_migrations]
(id, checksum, finished_at, migration_name, started_at, applied_steps_count)
VALUES (@P1, @P2, CAST(@P3 AS DATETIMEOFFSET), @P4, CAST(@P5 AS DATETIMEOFFSET), 1);
COMMIT;

-- ======== read ========

-- SQLite: 2 statements
SELECT 1
FROM sqlite_master
WHERE type = 'table' AND name = '_prisma_migrations';
SELECT "migration_name", "checksum", "finished_at" IS NOT NULL
FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name";

-- SQL Server: 2 statements
SELECT OBJECT_ID(N'[dbo].[_prisma_migrations]', N'U') AS id;
SELECT migration_name, checksum, CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END AS finished
FROM [dbo].[_prisma_migrations] WHERE rolled_back_at IS NULL ORDER BY migration_name;
