import { init, parse } from '@guanmingchiu/sqlparser-ts'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { readFileSync, writeFileSync } from 'node:fs'
import { fixedClock } from '../../../test/fakes'
import { startFakeSqlServer, type FakeSqlServer } from '../../../test/sqlserver/fake-sqlserver'
import type { TdsRow } from '../../../test/sqlserver/tds-tokens'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { openTestSqlite } from '../../../test/test-database'
import { migrate, migrationState, productMigrations } from '../../adapters/database/migrate'
import { sqliteFileOf } from '../../adapters/database/sqlite/sqlite-file'
import { createSqliteProbe } from '../../adapters/database/sqlite/sqlite-probe'
import { createSqlServerProbe, PROBE_QUERIES } from '../../adapters/database/sqlserver/sqlserver-probe'
import { lineText, summaryText } from '../doctors/doctor-line.rules'
import { runDatabaseDoctor, type DatabaseDoctorDependencies } from './doctor.usecase'
import { wantedObjects } from './wanted-objects.rules'

const NOW = Date.UTC(2026, 10, 18, 1)

async function textsOf(dependencies: DatabaseDoctorDependencies): Promise<string[]> {
  const lines: string[] = []
  for await (const line of runDatabaseDoctor(dependencies)) lines.push(lineText(line))
  return lines
}

const problemsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('问题'))

describe('on SQL Server', () => {
  const url = 'sqlserver://db;database=waiqin'
  const wanted = wantedObjects(productMigrations(url).map(({ sql }) => sql))
  let server: FakeSqlServer
  /** What a database answers that is as it should be. */
  const sound = (): Record<keyof typeof PROBE_QUERIES, TdsRow[]> => ({
    server: [
      {
        ...{ version: '16.0.4135.4', engineEdition: 3, compatibilityLevel: 160, isSnapshotOn: 1 },
        ...{ collation: 'Chinese_Simplified_Pinyin_100_CI_AS_SC', updateability: 'READ_WRITE' },
        ...{ language: 'us_english', utcNow: '2026-11-18T01:00:00.1234567' },
      },
    ],
    indexes: wanted.indexes.map((name) => ({ name, isDisabled: 0 })),
    collations: wanted.binaryColumns.map((one) => {
      const [table = '', column = ''] = one.split('.')
      return { table, column, collation: 'Latin1_General_100_BIN2' }
    }),
    rights: [
      {
        ...{ canSelect: 1, canInsert: 1, canUpdate: 1, canDelete: 1, canCreateTables: 0, canAlterSchema: 0 },
        ...{ canDeleteAudit: 0, canChangeSeals: 0 },
      },
    ],
    space: [{ usedPages: 131_072, mostPages: -1, unlimitedFiles: 1 }],
  })
  let answers: ReturnType<typeof sound>

  beforeEach(async () => {
    answers = sound()
    server = await startFakeSqlServer((_step, sql) => {
      const name = Object.keys(PROBE_QUERIES).find((one) => PROBE_QUERIES[one as never] === sql)
      return name === undefined ? undefined : answers[name as keyof typeof answers]
    })
  })
  afterEach(() => server.stop())

  const examine = (changes: Partial<DatabaseDoctorDependencies> = {}) =>
    textsOf({
      probe: createSqlServerProbe(server.url, fixedClock(NOW)),
      line: { encrypts: true, verifies: true },
      migrations: () => Promise.resolve({ pending: [], problems: [] }),
      wanted,
      ...changes,
    })
  const with1 = (query: keyof typeof answers, changes: TdsRow) => {
    answers[query] = [{ ...answers[query][0], ...changes }]
  }

  it('finds nothing amiss where all is as it should be', async () => {
    expect(await examine()).toEqual([
      '正常　加密',
      '正常　版本：SQL Server 16.0.4135.4',
      '正常　兼容级别：160',
      '正常　排序规则：Chinese_Simplified_Pinyin_100_CI_AS_SC',
      '正常　读提交快照',
      '正常　可写',
      '正常　语言',
      '正常　时钟',
      '正常　权限：只能读写数据，不能改表和审计记录',
      '正常　空间：已用 1.0 GB，数据文件没有上限，磁盘余量请看监控',
      '正常　迁移',
      expect.stringMatching(/^正常　索引：\d{3} 个都在$/),
    ])
    expect(summaryText([], '数据库正常', 'docs/operations.md')).toBe('数据库正常')
  })

  it.each<[string, () => void, Partial<DatabaseDoctorDependencies>, RegExp]>([
    ['an old server', () => with1('server', { version: '14.0.3456.2' }), {}, /版本：SQL Server 14.*升级到 2019/],
    ['an old way of reading SQL', () => with1('server', { compatibilityLevel: 120 }), {}, /兼容级别：是 120.*= 150/],
    ['readers that wait', () => with1('server', { isSnapshotOn: 0 }), {}, /读提交快照：.*1-database\.sql/],
    ['a secondary', () => with1('server', { updateability: 'READ_ONLY' }), {}, /可写：.*侦听器/],
    ['another language', () => with1('server', { language: '简体中文' }), {}, /语言：连接的语言是 简体中文/],
    ['a slow clock', () => with1('server', { utcNow: '2026-11-18T00:59:48.0000000' }), {}, /时钟：比数据库快 12 秒/],
    ['no rights', () => with1('rights', { canInsert: 0 }), {}, /权限：不能读写.*2-rights\.sql/],
    ['no answer about rights', () => with1('rights', { canDelete: null }), {}, /权限：不能读写/],
    ['too many rights', () => with1('rights', { canCreateTables: 1 }), {}, /权限：能改表.*waiqin_app/],
    ['the audit trail open', () => with1('rights', { canChangeSeals: 1 }), {}, /权限：能改写审计记录/],
    [
      'little space',
      () => with1('space', { usedPages: 900, mostPages: 1_000, unlimitedFiles: 0 }),
      {},
      /空间：已用 7.0 MB，上限 7.8 MB，快满了/,
    ],
    [
      'a key that tells no cases apart',
      () => {
        const isIt = (row: TdsRow) => row['table'] === 'Device' && row['column'] === 'keyThumbprint'
        answers.collations = answers.collations.map((row) =>
          isIt(row) ? { ...row, collation: 'Chinese_PRC_CI_AS' } : row,
        )
      },
      {},
      /排序规则：Device\.keyThumbprint 不是/,
    ],
    ['a lost index', () => void answers.indexes.pop(), {}, /索引：缺少 \w+/],
    [
      'an index that is off',
      () => void (answers.indexes[0] = { name: wanted.indexes[0] ?? '', isDisabled: 1 }),
      {},
      /索引：\w+ 被停用.*REBUILD/,
    ],
    ['a plain line', () => {}, { line: { encrypts: false, verifies: true } }, /加密：没有加密/],
    ['an unknown certificate', () => {}, { line: { encrypts: true, verifies: false } }, /加密：没有核对服务器证书/],
    [
      'another history',
      () => {},
      { migrations: () => Promise.resolve({ pending: [], problems: ['1_first was changed since it was applied'] }) },
      /迁移：1_first was changed/,
    ],
  ])('says what to do about %s', async (_name, change, changes, problem) => {
    change()
    expect(problemsOf(await examine(changes))).toEqual([expect.stringMatching(problem)])
  })

  it('takes Azure as new enough, whatever it calls itself', async () => {
    with1('server', { version: '12.0.2000.8', engineEdition: 5 })
    expect(await examine()).toContain('正常　版本：Azure SQL')
  })

  it('asks for no index of a migration that is still to come', async () => {
    answers.indexes = []
    const lines = await examine({ migrations: () => Promise.resolve({ pending: ['2_second'], problems: [] }) })
    expect(problemsOf(lines)).toEqual(['问题　迁移：还没执行 2_second。运行 npm run db:migrate'])
    expect(lines).toContain('未查　索引：先处理迁移')
  })

  it('says why it gets no answer, and no password', async () => {
    const silent = { number: 18456, message: "Login failed for user 'waiqin_app'.", severity: 14 }
    server.answer = (step) => (step === 'login' ? silent : undefined)
    expect(await examine()).toEqual([
      "问题　连接：ELOGIN: Login failed for user 'waiqin_app'.。核对 DATABASE_URL 里的数据库名、用户和密码",
      '正常　加密',
      '未查　其他：先处理上面的问题',
    ])
    await server.stop()
    expect((await examine())[0]).toMatch(/^问题　连接：ESOCKET: .*检查网络、端口、防火墙和证书$/)
    await server.start()
  })

  it('asks in T-SQL, as a parser reads it', async () => {
    await init()
    for (const sql of Object.values(PROBE_QUERIES)) expect(parse(sql, 'mssql')).toHaveLength(1)
  })
})

describe('on SQLite', () => {
  let folder: TempFolder
  let url: string
  beforeEach(() => {
    folder = makeTempFolder()
    url = folder.databaseUrl()
  })
  afterEach(() => folder.remove())

  const examine = () =>
    textsOf({
      probe: createSqliteProbe(sqliteFileOf(url)),
      line: null,
      migrations: async () => {
        const { pending, problems } = await migrationState(url)
        return { pending: pending.map(({ name }) => name), problems }
      },
      wanted: wantedObjects(productMigrations(url).map(({ sql }) => sql)),
    })

  it('finds nothing amiss with a fresh database that is in use', async () => {
    const opened = await openTestSqlite()
    url = opened.url
    expect(await examine()).toEqual([
      expect.stringMatching(/^正常　版本：SQLite 3\.\d+\.\d+$/),
      '正常　日志模式：WAL',
      '正常　完整性',
      '正常　外键',
      expect.stringMatching(/^正常　空间：文件 [\d.]+ MB，磁盘剩余 [\d.]+ GB$/),
      '正常　迁移',
      expect.stringMatching(/^正常　索引：\d{2,3} 个都在$/),
    ])
    await opened.close()
  })

  it('makes no file where there is none', async () => {
    expect(problemsOf(await examine())).toEqual(['问题　连接：还没有数据库文件。运行 npm run db:migrate'])
    expect(problemsOf(await examine())).toHaveLength(1)
  })

  it('sees rows that refer to nothing, and a lost index', async () => {
    await migrate(url)
    await run(
      'DROP INDEX "Employee_departmentId_idx"',
      `INSERT INTO "AuditDetail" ("auditId", "salt", "detailJson") VALUES ('nobody', '', '{}')`,
    )
    expect(problemsOf(await examine())).toEqual([
      expect.stringContaining('外键：AuditDetail 里有指向空处的行'),
      expect.stringContaining('索引：缺少 Employee_departmentId_idx'),
    ])
  })

  it('sees another journal, and what was never migrated', async () => {
    await run('CREATE TABLE "theirs" ("id" TEXT)')
    expect(problemsOf(await examine())).toEqual([
      expect.stringContaining('日志模式：是 delete'),
      expect.stringContaining('迁移：还没执行 20261122000000_initial'),
    ])
  })

  it('sees a file that is damaged', async () => {
    await run('CREATE TABLE "a" ("text" TEXT)', `INSERT INTO "a" VALUES (hex(randomblob(100000)))`)
    const bytes = readFileSync(sqliteFileOf(url))
    writeFileSync(sqliteFileOf(url), bytes.fill(7, 8_192, 16_384))
    expect(problemsOf(await examine())[1]).toMatch(/完整性：.*npm run db:restore/)
  })

  it('sees a file that is no database', async () => {
    writeFileSync(sqliteFileOf(url), 'no database at all '.repeat(100))
    expect(problemsOf(await examine())).toEqual([expect.stringContaining('连接：')])
  })

  async function run(...statements: readonly string[]): Promise<void> {
    const connection = await new PrismaLibSql({ url }).connect()
    await connection.executeRaw({ sql: 'PRAGMA foreign_keys = 0', args: [], argTypes: [] })
    for (const sql of statements) await connection.queryRaw({ sql, args: [], argTypes: [] })
    await connection.dispose()
  }
})

describe('what the migrations leave behind', () => {
  it('is all that was made and not dropped again', () => {
    const first = [
      'CREATE TABLE [dbo].[A] (',
      '    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,',
      '    [name] NVARCHAR(20) NOT NULL,',
      '    CONSTRAINT [A_pkey] PRIMARY KEY CLUSTERED ([id])',
      ');',
      'CREATE UNIQUE NONCLUSTERED INDEX [A_name_key] ON [dbo].[A]([name]) WHERE [name] IS NOT NULL;',
      'CREATE NONCLUSTERED INDEX [A_old_idx] ON [dbo].[A]([name]);',
    ].join('\n')
    const second =
      'DROP INDEX [A_old_idx] ON [dbo].[A];\nALTER TABLE [dbo].[A] ADD [k] CHAR(64) COLLATE Latin1_General_100_BIN2;'
    expect(wantedObjects([first, second])).toEqual({
      indexes: ['A_pkey', 'A_name_key'],
      binaryColumns: ['A.id', 'A.k'],
    })
    expect(wantedObjects(['CREATE INDEX "a_i" ON "a"("id");', 'DROP INDEX "a_i";']).indexes).toEqual([])
  })
})
