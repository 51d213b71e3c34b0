import { settingOf } from '../../src/adapters/database/sqlserver/sqlserver-url'
import { startFakeSqlServer, type FakeSqlServer } from './fake-sqlserver'
import { createSqlServerDatabase, dropLeftOvers } from './test-sqlserver'

let server: FakeSqlServer
beforeEach(async () => {
  server = await startFakeSqlServer()
})
afterEach(() => server.stop())

const flat = (sql: string | undefined) => sql?.replace(/\s+/g, ' ')

describe('a database for one test on SQL Server', () => {
  it('is made on the server of the address, with all its settings, and dropped whoever is still connected', async () => {
    const { url, remove } = await createSqlServerDatabase(server.url)
    const name = settingOf(url, 'database') ?? ''
    expect(name).toMatch(/^waiqin_test_[0-9a-f]{16}$/)
    expect(settingOf(url, 'password')).toBe('p;w=d')
    const made = server.sent.splice(0).filter((sql) => !sql.startsWith('SELECT'))
    expect(made).toEqual([
      `CREATE DATABASE [${name}] COLLATE Chinese_Simplified_Pinyin_100_CI_AS_SC`,
      `ALTER DATABASE [${name}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE`,
    ])
    expect(new Set(server.logins.map(({ database }) => database))).toEqual(new Set(['master']))
    await remove()
    expect(server.sent.map(flat)).toEqual([
      `IF DB_ID(N'${name}') IS NOT NULL BEGIN ALTER DATABASE [${name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [${name}]; END`,
    ])
  })

  it('is dropped again when it cannot be set up, and the reason is told', async () => {
    server.answer = (_step, sql) => (sql.startsWith('ALTER') ? { number: 5070, message: 'in use' } : undefined)
    await expect(createSqlServerDatabase(server.url)).rejects.toThrow('in use')
    expect(server.sent.at(-1)).toContain('DROP DATABASE [waiqin_test_')
  })

  it('that nobody dropped goes with a later run, and no other database does', async () => {
    const old = 'waiqin_test_0123456789abcdef'
    const rows = [{ name: 'waiqin_test_of_mine' }, { name: 'waiqin' }, { name: `${old}]; DROP` }, { name: old }]
    server.answer = (_step, sql) => (sql.startsWith('SELECT') ? rows : undefined)
    await dropLeftOvers(server.url)
    const [asked, ...dropped] = server.sent.map(flat)
    expect(asked).toContain("LIKE N'waiqin[_]test[_]%' AND [create_date] < DATEADD(HOUR, -3, GETDATE())")
    expect(dropped).toEqual([expect.stringContaining(`DROP DATABASE [${old}];`)])
  })
})
