/** What an operator of SQL Server is told: its own backups are complete to the second, and ours could not be. */
export const SQL_SERVER_BACKUP = [
  '数据库在 SQL Server 上，由它自己备份，本命令什么也没做：',
  "  BACKUP DATABASE [waiqin] TO DISK = N'…\\waiqin-full.bak' WITH COMPRESSION, CHECKSUM, INIT",
  "  BACKUP LOG [waiqin] TO DISK = N'…\\waiqin-log.trn' WITH COMPRESSION, CHECKSUM, INIT",
  '  全部步骤见 docs/operations.md「Backup and restore」',
].join('\n')

export const SQL_SERVER_RESTORE = [
  '数据库在 SQL Server 上，由它自己恢复，本命令什么也没做：',
  "  RESTORE DATABASE [waiqin] FROM DISK = N'…\\waiqin-full.bak' WITH NORECOVERY, CHECKSUM",
  "  RESTORE LOG [waiqin] FROM DISK = N'…\\waiqin-log.trn' WITH RECOVERY, CHECKSUM",
  '  全部步骤见 docs/operations.md「Backup and restore」',
].join('\n')
