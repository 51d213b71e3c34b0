-- What the two logins may do, in the database itself. By an administrator of the database: once before the first
-- npm run db:migrate (which then may), and again after each (the tables that are named below must be there).
--   sqlcmd -S <server> -d waiqin -I -b -i 2-rights.sql

-- Users that came with a backup from another server belong to its logins: they get those of this one. Contained users
-- (authentication_type 2, Azure's 4) have no login.
IF DATABASE_PRINCIPAL_ID(N'waiqin_migrate') IS NULL
    CREATE USER [waiqin_migrate] FOR LOGIN [waiqin_migrate] WITH DEFAULT_SCHEMA = [dbo];
ELSE IF (SELECT [authentication_type] FROM sys.database_principals WHERE [name] = N'waiqin_migrate') = 1
    ALTER USER [waiqin_migrate] WITH LOGIN = [waiqin_migrate];
GO
IF DATABASE_PRINCIPAL_ID(N'waiqin_app') IS NULL
    CREATE USER [waiqin_app] FOR LOGIN [waiqin_app] WITH DEFAULT_SCHEMA = [dbo];
ELSE IF (SELECT [authentication_type] FROM sys.database_principals WHERE [name] = N'waiqin_app') = 1
    ALTER USER [waiqin_app] WITH LOGIN = [waiqin_app];
GO

-- Migrations make and change tables, and may have to carry rows over.
ALTER ROLE [db_ddladmin] ADD MEMBER [waiqin_migrate];
GO
ALTER ROLE [db_datareader] ADD MEMBER [waiqin_migrate];
GO
ALTER ROLE [db_datawriter] ADD MEMBER [waiqin_migrate];
GO

-- Rows, and no tables: no CREATE, ALTER, DROP, TRUNCATE. Tables of later migrations are included.
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dbo] TO [waiqin_app];
GO

-- What was migrated is read at each start, and written by migrations alone.
IF OBJECT_ID(N'[dbo].[_prisma_migrations]', N'U') IS NOT NULL
    DENY INSERT, UPDATE, DELETE ON [dbo].[_prisma_migrations] TO [waiqin_app];
GO

-- The audit trail is added to. Its lines stay; the sealer marks them as sealed and changes nothing else of them.
IF OBJECT_ID(N'[dbo].[AuditRecord]', N'U') IS NOT NULL
    DENY DELETE ON [dbo].[AuditRecord] TO [waiqin_app];
GO
IF OBJECT_ID(N'[dbo].[AuditRecord]', N'U') IS NOT NULL
    DENY UPDATE ([id], [at], [actorKind], [actorId], [action], [subjectKind], [subjectId], [requestId], [detailHash]) ON [dbo].[AuditRecord] TO [waiqin_app];
GO
IF OBJECT_ID(N'[dbo].[AuditSeal]', N'U') IS NOT NULL
    DENY UPDATE, DELETE ON [dbo].[AuditSeal] TO [waiqin_app];
GO

-- Details hold what the law lets people have erased: they may go, but never say something else.
IF OBJECT_ID(N'[dbo].[AuditDetail]', N'U') IS NOT NULL
    DENY UPDATE ON [dbo].[AuditDetail] TO [waiqin_app];
GO
