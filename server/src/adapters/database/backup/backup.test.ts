import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedCompany } from '../../../../../prisma/seed/builders'
import { makeTempFolder, type TempFolder } from '../../../../test/temp-folder'
import { openDatabaseFiles } from '../../../wiring/database-files'
import { migrate } from '../migrate'
import { openDatabase } from '../open-database'
import { SqliteAdapter } from '../sqlite/sqlite-adapter'
import { backupDatabase } from './backup-database'
import { restoreDatabase, type RestoreRequest } from './restore-database'

const NOW_MS = Date.UTC(2026, 10, 22, 8, 30)

const files = openDatabaseFiles()
let source: TempFolder
/** A database with one company, and a sound backup of it. */
beforeAll(async () => {
  source = makeTempFolder()
  const url = source.databaseUrl('source.db')
  await migrate(url)
  const database = await openDatabase({ url })
  await database.write((tx) => seedCompany(tx, { corpId: 'ww1' }))
  await backUp(join(source.path, 'source.db'), join(source.path, 'one.db'))
  await database.close()
}, 60_000)
afterAll(async () => {
  await files.close()
  source.remove()
})

let folder: TempFolder
let backup: string
beforeEach(() => {
  folder = makeTempFolder()
  backup = join(folder.path, 'one.db')
  copyFileSync(join(source.path, 'one.db'), backup)
})
afterEach(() => folder.remove())

const backUp = (file: string, to: string) => backupDatabase(files, { file, to, onProgress: () => undefined })

function restore(changes: Partial<RestoreRequest> = {}) {
  const file = join(folder.path, 'live', 'waiqin.db')
  const request = { from: backup, file, replace: false, nowMs: NOW_MS, onProgress: () => undefined, ...changes }
  return restoreDatabase(files, request)
}

/** As another version of the program left it. */
async function addMigration(file: string): Promise<void> {
  const connection = await new SqliteAdapter(file, 'migrate').connect()
  const run = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] })
  await run(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at")
    VALUES ('1', 'c', '29990101000000_later', 1)`)
  await run('PRAGMA journal_mode=DELETE')
  await connection.dispose()
}

describe('a backup', () => {
  it('is one file that its owner alone may read', async () => {
    const to = join(folder.path, 'backups', 'two.db')
    await expect(backUp(join(source.path, 'source.db'), to)).resolves.toMatchObject({
      attemptCount: 0,
      employeeCount: 0,
    })
    expect(readdirSync(join(folder.path, 'backups'))).toEqual(['two.db'])
    if (process.platform !== 'win32') expect(statSync(to).mode & 0o777).toBe(0o600)
  })

  it('overwrites nothing', async () => {
    const letter = join(folder.path, 'letter.txt')
    writeFileSync(letter, 'dear')
    await expect(backUp(join(source.path, 'source.db'), letter)).rejects.toThrow('已经存在')
    expect(readFileSync(letter, 'utf8')).toBe('dear')
  })

  it.each([
    ['is none', async () => undefined, '没有数据库'],
    ['is no database', async (file: string) => writeFileSync(file, 'no database'.repeat(900)), 'not a database'],
    ['is damaged', async (file: string) => damage(file), /损坏|malformed/],
  ])('leaves nothing when the database %s', async (_, make, problem) => {
    const file = join(folder.path, 'live.db')
    await make(file)
    await expect(backUp(file, join(folder.path, 'backups', 'two.db'))).rejects.toThrow(problem)
    const backups = join(folder.path, 'backups')
    expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([])
  })
})

/** In the middle: SQLite's own header stays what it was. */
function damage(file: string): void {
  const bytes = readFileSync(backup)
  bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8_192)
  writeFileSync(file, bytes)
}

describe('restoring', () => {
  it('brings everything back where nothing was, and leaves the backup as it is', async () => {
    const before = readFileSync(backup)
    await expect(restore()).resolves.toMatchObject({ keptAs: null, pendingMigrations: [], attemptCount: 0 })
    const database = await openDatabase({ url: folder.databaseUrl('live/waiqin.db') })
    expect((await database.read.company.findFirst())?.corpId).toBe('ww1')
    await database.close()
    expect(readFileSync(backup).equals(before)).toBe(true)
  })

  it('replaces data only when told to, and keeps them under another name', async () => {
    await restore()
    await expect(restore()).rejects.toThrow('--replace')
    const file = join(folder.path, 'live', 'waiqin.db')
    await expect(restore({ replace: true })).resolves.toMatchObject({ keptAs: `${file}.replaced-20261122T083000Z` })
    expect(readdirSync(join(folder.path, 'live')).sort()).toEqual(['waiqin.db', 'waiqin.db.replaced-20261122T083000Z'])
  })

  it('refuses while a process has the database open, though it does nothing', async () => {
    await restore()
    const database = await openDatabase({ url: folder.databaseUrl('live/waiqin.db') })
    await expect(restore({ replace: true })).rejects.toThrow('还有进程')
    expect(await database.read.company.count()).toBe(1)
    await database.close()
  })

  it.each([
    ['is damaged', async () => damage(backup), /损坏|malformed/],
    ['was cut off', async () => writeFileSync(backup, readFileSync(backup).subarray(0, 100_000)), /损坏|malformed/],
    ['is no database', async () => writeFileSync(backup, 'x'.repeat(9_000)), /not a database/],
    ['is empty', async () => writeFileSync(backup, ''), /不是外勤签到的数据库/],
    ['is not alone', async () => appendFileSync(`${backup}-wal`, 'x'), /-wal/],
    ['belongs to a newer version', () => addMigration(backup), '另一个版本'],
  ])('refuses a backup that %s, and changes nothing', async (_, spoil, problem) => {
    await spoil()
    await expect(restore()).rejects.toThrow(problem)
    const live = join(folder.path, 'live')
    expect(existsSync(live) ? readdirSync(live) : []).toEqual([])
  })
})
