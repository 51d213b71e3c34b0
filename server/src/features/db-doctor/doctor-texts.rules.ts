import { amiss, clockLine, leftOut, well, type DoctorLine } from '../doctors/doctor-line.rules'
import type { SqliteFacts, SqlServerFacts, Unreachable } from './facts.rules'
import { BINARY_COLLATION, type WantedObjects } from './wanted-objects.rules'

/** SQL Server 2019: the collation of the database, and what was tried. */
const LEAST_MAJOR_VERSION = 15
/** OPENJSON needs 130 (2016); the plans that were looked at are those of 150 (2019). */
const LEAST_COMPATIBILITY_LEVEL = 150
/** Times come from our own clock; the server's stands in what it logs. */
const MOST_CLOCK_MS = 5_000
/** Of the space that the data may take. */
const FULL_SHARE = 0.85
const LEAST_FREE_BYTES = 1_073_741_824
/** The log is written back into the file long before, unless something holds it. */
const LONG_LOG_BYTES = 512 * 1_048_576
const MOST_NAMES = 5
const RIGHTS_SCRIPT = 'server/sqlserver/2-rights.sql'

export interface LineSettings {
  readonly encrypts: boolean
  readonly verifies: boolean
}

export interface MigrationFacts {
  readonly pending: readonly string[]
  readonly problems: readonly string[]
}

export function unreachableLine({ reason, text }: Unreachable): DoctorLine {
  const remedies = {
    refused: '核对 DATABASE_URL 里的数据库名、用户和密码',
    no_line: '检查网络、端口、防火墙和证书',
    no_file: '还没有数据库文件。运行 npm run db:migrate',
    other: '检查 DATABASE_URL',
  } as const
  return amiss('连接', text === '' ? remedies[reason] : `${text}。${remedies[reason]}`)
}

export function encryptionLine({ encrypts, verifies }: LineSettings): DoctorLine {
  if (!encrypts) return amiss('加密', '没有加密，密码和人员数据明文经过网络。去掉 DATABASE_URL 里的 encrypt=false')
  if (verifies) return well('加密')
  return amiss(
    '加密',
    '没有核对服务器证书，中间人可以冒充。去掉 trustServerCertificate=true，自建 CA 用 NODE_EXTRA_CA_CERTS',
  )
}

export function sqlServerLines(facts: SqlServerFacts, wanted: WantedObjects): DoctorLine[] {
  return [
    versionLine(facts),
    compatibilityLine(facts),
    collationLine(facts, wanted),
    facts.isReadCommittedSnapshotOn
      ? well('读提交快照')
      : amiss('读提交快照', '没有打开，读会等写。管理员运行 server/sqlserver/1-database.sql'),
    facts.isWritable ? well('可写') : amiss('可写', '数据库只读：连到了可用性组的辅助副本，或被设为只读。连到侦听器'),
    facts.language === 'us_english'
      ? well('语言')
      : amiss('语言', `连接的语言是 ${facts.language}，应当是 us_english。检查登录触发器和登录的设置`),
    clockLine('数据库', facts.clockAheadMs, MOST_CLOCK_MS),
    rightsLine(facts),
    spaceLine(facts),
  ]
}

function versionLine({ version, isAzure }: SqlServerFacts): DoctorLine {
  if (isAzure) return well('版本', 'Azure SQL')
  const seen = `SQL Server ${version}`
  if (Number.parseInt(version, 10) >= LEAST_MAJOR_VERSION) return well('版本', seen)
  return amiss('版本', `${seen}，太旧。升级到 2019（15）或更新`)
}

function compatibilityLine({ compatibilityLevel }: SqlServerFacts): DoctorLine {
  const check = '兼容级别'
  if (compatibilityLevel >= LEAST_COMPATIBILITY_LEVEL) return well(check, String(compatibilityLevel))
  const cure = `ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = ${LEAST_COMPATIBILITY_LEVEL}`
  return amiss(check, `是 ${compatibilityLevel}，至少要 ${LEAST_COMPATIBILITY_LEVEL}。管理员运行 ${cure}`)
}

/** Names and notes follow the database's collation; keys have one of their own. */
function collationLine({ collation, collations }: SqlServerFacts, { binaryColumns }: WantedObjects): DoctorLine {
  const check = '排序规则'
  const wrong = binaryColumns.filter((column) => {
    const seen = collations.get(column)
    return seen !== undefined && seen !== BINARY_COLLATION
  })
  if (wrong.length > 0) {
    return amiss(check, `${names(wrong)} 不是 ${BINARY_COLLATION}，大小写会被混淆。这些列被改过，从备份恢复或找开发者`)
  }
  return well(check, collation)
}

function rightsLine({ rights }: SqlServerFacts): DoctorLine {
  const check = '权限'
  if (!rights.canReadAndWriteRows) return amiss(check, `不能读写 dbo 的表。管理员运行 ${RIGHTS_SCRIPT}`)
  if (rights.canChangeTables) {
    return amiss(
      check,
      `能改表。web 和 worker 用 waiqin_app，waiqin_migrate 只给 npm run db:migrate（${RIGHTS_SCRIPT}）`,
    )
  }
  if (rights.canRewriteAudit) return amiss(check, `能改写审计记录。升级后管理员再运行一次 ${RIGHTS_SCRIPT}`)
  return well(check, '只能读写数据，不能改表和审计记录')
}

function spaceLine({ space: { usedBytes, mostBytes } }: SqlServerFacts): DoctorLine {
  const check = '空间'
  const used = `已用 ${sizeText(usedBytes)}`
  if (mostBytes === null) return well(check, `${used}，数据文件没有上限，磁盘余量请看监控`)
  const detail = `${used}，上限 ${sizeText(mostBytes)}`
  return usedBytes <= mostBytes * FULL_SHARE
    ? well(check, detail)
    : amiss(check, `${detail}，快满了。加大数据文件的上限`)
}

export function sqliteLines(facts: SqliteFacts): DoctorLine[] {
  const { corruptions, strayTables } = facts
  return [
    well('版本', `SQLite ${facts.version}`),
    facts.journalMode === 'wal'
      ? well('日志模式', 'WAL')
      : amiss('日志模式', `是 ${facts.journalMode}，应当是 wal。启动一次服务会改回；文件要在本地磁盘上`),
    corruptions.length === 0
      ? well('完整性')
      : amiss('完整性', `${names(corruptions)}。停下服务，用 npm run db:restore 恢复最近的备份`),
    strayTables.length === 0
      ? well('外键')
      : amiss(
          '外键',
          `${names(strayTables)} 里有指向空处的行，文件被程序以外的东西改过。用 npm run db:restore 恢复备份`,
        ),
    diskLine(facts),
  ]
}

function diskLine({ fileBytes, logBytes, freeBytes }: SqliteFacts): DoctorLine {
  const check = '空间'
  const detail = `文件 ${sizeText(fileBytes)}，磁盘剩余 ${sizeText(freeBytes)}`
  if (freeBytes < LEAST_FREE_BYTES) return amiss(check, `${detail}，快满了。清理磁盘或换一块`)
  if (logBytes > LONG_LOG_BYTES) return amiss(check, `预写日志有 ${sizeText(logBytes)}，有进程长时间占着读。重启服务`)
  return well(check, detail)
}

export function migrationLine({ pending, problems }: MigrationFacts): DoctorLine {
  const check = '迁移'
  if (problems.length > 0) return amiss(check, `${names(problems)}。用与数据库相配的程序版本，或恢复相配的备份`)
  return pending.length === 0 ? well(check) : amiss(check, `还没执行 ${names(pending)}。运行 npm run db:migrate`)
}

/** @param isMigrated indexes of migrations that were not applied yet are not missing */
export function indexLine(indexes: SqlServerFacts['indexes'], wanted: WantedObjects, isMigrated: boolean): DoctorLine {
  const check = '索引'
  if (!isMigrated) return leftOut(check, '先处理迁移')
  const there = new Map(indexes.map(({ name, isDisabled }) => [name, isDisabled]))
  const missing = wanted.indexes.filter((name) => !there.has(name))
  const disabled = wanted.indexes.filter((name) => there.get(name) === true)
  if (missing.length > 0) return amiss(check, `缺少 ${names(missing)}，是有人删的。按 prisma 下的 migration.sql 建回来`)
  if (disabled.length > 0) return amiss(check, `${names(disabled)} 被停用。管理员运行 ALTER INDEX … REBUILD`)
  return well(check, `${wanted.indexes.length} 个都在`)
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMES).join('、')
  return all.length > MOST_NAMES ? `${shown} 等 ${all.length} 个` : shown
}

function sizeText(bytes: number): string {
  const [unit, size] = bytes >= 1_073_741_824 ? (['GB', 1_073_741_824] as const) : (['MB', 1_048_576] as const)
  return `${(bytes / size).toFixed(1)} ${unit}`
}
