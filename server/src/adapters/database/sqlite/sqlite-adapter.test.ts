import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../../../../test/start-child'
import { makeTempFolder, type TempFolder } from '../../../../test/temp-folder'
import { openTestSqlite, type TestDatabase } from '../../../../test/test-database'
import type { Transaction } from '../database'
import { openDatabase } from '../open-database'
import { SqliteAdapter } from './sqlite-adapter'
import { libsqlUrl, sqliteFileOf } from './sqlite-file'

describe('the connections to SQLite', () => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await openTestSqlite()
  })
  afterEach(() => opened.close())

  async function pragmas(run: Pick<Transaction, '$queryRawUnsafe'>): Promise<unknown[]> {
    const values: unknown[] = []
    for (const name of ['journal_mode', 'synchronous', 'foreign_keys', 'query_only']) {
      const rows = await run.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
      values.push(rows[0]?.[name])
    }
    return values
  }

  it('keep WAL and FULL in the reading client, which cannot write', async () => {
    expect(await pragmas(opened.database.read)).toEqual(['wal', 2, 1, 1])
    await expect(opened.database.read.team.create({ data: { id: '1', name: 'a' } })).rejects.toThrow('readonly')
  })

  it('keep WAL and FULL inside the first and every later transaction', async () => {
    for (let count = 0; count < 3; count++) {
      expect(await opened.database.write(pragmas)).toEqual(['wal', 2, 1, 0])
    }
  })

  it('read more ids than one statement takes, beside a writer', async () => {
    const ids = Array.from({ length: 5_000 }, (_, index) => `team-${index}`)
    await opened.database.write(async (tx) => {
      for (const id of ['team-0', 'team-4999']) await tx.team.create({ data: { id, name: id } })
      const rows = await opened.database.read.team.findMany({ where: { id: { in: ids } } })
      expect(rows).toEqual([])
    })
    const rows = await opened.database.read.team.findMany({ where: { id: { in: ids } }, select: { id: true } })
    expect(rows.map(({ id }) => id).sort()).toEqual(['team-0', 'team-4999'])
    expect(await opened.database.read.team.count()).toBe(2)
  })

  it('check foreign keys', async () => {
    const data = { siteId: 'nowhere', bssid: 'aa:bb:cc:dd:ee:ff', ssid: 'x' }
    await expect(opened.database.write((tx) => tx.siteWifi.create({ data }))).rejects.toMatchObject({ code: 'P2003' })
  })

  it('leave nothing of a transaction whose callback throws, and go on', async () => {
    const failing = opened.database.write(async (tx) => {
      await tx.team.create({ data: { id: '1', name: 'a' } })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await opened.database.write((tx) => tx.team.create({ data: { id: '2', name: 'b' } }))
    expect(await opened.database.read.team.findMany({ select: { id: true } })).toEqual([{ id: '2' }])
  })

  it('show readers committed rows only', async () => {
    await opened.database.write(async (tx) => {
      await tx.team.create({ data: { id: '1', name: 'a' } })
      expect(await opened.database.read.team.count()).toBe(0)
    })
    expect(await opened.database.read.team.count()).toBe(1)
  })

  it('run the transactions of one process one after another', async () => {
    await opened.database.write((tx) => tx.company.create({ data: COMPANY }))
    await Promise.all(
      Array.from({ length: 40 }, () =>
        opened.database.write(async (tx) => {
          const { rulesVersion } = await tx.company.findUniqueOrThrow({ where: { id: 1 } })
          await tx.company.update({ where: { id: 1 }, data: { rulesVersion: rulesVersion + 1 } })
        }),
      ),
    )
    expect(await opened.database.read.company.findUnique({ where: { id: 1 } })).toMatchObject({ rulesVersion: 41 })
  })

  it('lose no update of two processes that read and then write', async () => {
    await opened.database.write((tx) => tx.company.create({ data: COMPANY }))
    const children = [startChild('count-up', opened.url, '200'), startChild('count-up', opened.url, '200')]
    await Promise.all(children.map((child) => child.output))
    expect(await opened.database.read.company.findUnique({ where: { id: 1 } })).toMatchObject({ rulesVersion: 401 })
  }, 60_000)

  it('commit after they were refused the lock, with their settings', async () => {
    const file = sqliteFileOf(opened.url)
    const [first, second] = [
      await new SqliteAdapter(file, 'write').connect(),
      await new SqliteAdapter(file, 'write').connect(),
    ]
    const holding = await first.startTransaction()
    await expect(second.startTransaction()).rejects.toMatchObject({ cause: { kind: 'SocketTimeout' } })
    await holding.rollback()
    const query = { args: [], argTypes: [] }
    const granted = await second.startTransaction()
    await granted.executeRaw({ ...query, sql: `INSERT INTO "Team" ("id", "name") VALUES ('1', 'a')` })
    await granted.commit()
    expect(await opened.database.read.team.count()).toBe(1)
    expect((await second.queryRaw({ ...query, sql: 'PRAGMA foreign_keys' })).rows).toEqual([[1]])
    await first.dispose()
    await second.dispose()
  })

  it('forget the transaction of a killed process, keep what it committed, and free its lock', async () => {
    const child = startChild('stop-inside-transaction', opened.url)
    await child.printed('inside')
    child.process.kill('SIGKILL')
    await expect(child.output).rejects.toThrow('SIGKILL')
    await opened.database.write((tx) => tx.team.create({ data: { id: 'after', name: 'after' } }))
    const teams = await opened.database.read.team.findMany({ orderBy: { id: 'asc' } })
    expect(teams.map((team) => team.id)).toEqual(['after', 'committed'])
  }, 60_000)
})

describe('the address of a database file', () => {
  it.each([
    ['file:./data/x.db', './data/x.db'],
    ['file:/srv/waiqin/x.db', '/srv/waiqin/x.db'],
    ['file:///srv/waiqin/x.db', '/srv/waiqin/x.db'],
    ['file://localhost/srv/x.db', '/srv/x.db'],
    ['file:C:/data/x.db', 'C:/data/x.db'],
    ['file:///C:/data/x.db', 'C:/data/x.db'],
    ['file:/srv/%E5%A4%96%E5%8B%A4/x.db', '/srv/外勤/x.db'],
  ])('%s names %s', (url, file) => {
    expect(sqliteFileOf(url)).toBe(file)
    expect(decodeURIComponent(libsqlUrl(file))).toBe(`file:${file}`)
  })

  it.each(['file:', 'file::memory:', 'file://server/share/x.db', 'sqlserver://x', './x.db'])('%s is none', (url) => {
    expect(() => sqliteFileOf(url)).toThrow('Not the address of a database file')
  })

  describe('in a folder', () => {
    let folder: TempFolder
    beforeEach(() => {
      folder = makeTempFolder()
    })
    afterEach(() => folder.remove())

    it('is created with its folders, whatever they are called', async () => {
      const file = join(folder.path, '外勤 签到 100%', 'a.db')
      const database = await openDatabase({ url: `file:${encodeURI(file)}` })
      await database.close()
      expect(existsSync(file)).toBe(true)
    })
  })
})

const COMPANY = { id: 1, corpId: 'ww1', name: '示例公司', zone: 'Asia/Shanghai', dayBoundaryMinutes: 240 }
