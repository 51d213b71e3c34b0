-- The database and its two logins. Once, by an administrator of the server; running it again changes nothing that is right.
--   sqlcmd -S <server> -d master -I -b -v DATABASE=waiqin MIGRATE_PASSWORD=... APP_PASSWORD=... -i 1-database.sql
-- Passwords of letters and digits (openssl rand -hex 24): they stand between quotes here.

-- Names of people and places sort by pinyin; keys have a binary collation of their own, by the migrations.
IF DB_ID(N'$(DATABASE)') IS NULL
    CREATE DATABASE [$(DATABASE)] COLLATE Chinese_Simplified_Pinyin_100_CI_AS_SC;
GO

-- Readers do not wait for writers, nor writers for readers. Needs the database for itself for a moment.
IF (SELECT [is_read_committed_snapshot_on] FROM sys.databases WHERE [name] = N'$(DATABASE)') = 0
    ALTER DATABASE [$(DATABASE)] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO

-- The log can be backed up by itself, every few minutes. From the first full backup on it grows until it is.
IF (SELECT [recovery_model] FROM sys.databases WHERE [name] = N'$(DATABASE)') <> 1
    ALTER DATABASE [$(DATABASE)] SET RECOVERY FULL;
GO

-- For npm run db:migrate alone: changes tables.
IF SUSER_ID(N'waiqin_migrate') IS NULL
    CREATE LOGIN [waiqin_migrate] WITH PASSWORD = N'$(MIGRATE_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)], DEFAULT_LANGUAGE = [us_english], CHECK_EXPIRATION = OFF;
GO

-- For web and worker: reads and writes rows.
IF SUSER_ID(N'waiqin_app') IS NULL
    CREATE LOGIN [waiqin_app] WITH PASSWORD = N'$(APP_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)], DEFAULT_LANGUAGE = [us_english], CHECK_EXPIRATION = OFF;
GO
