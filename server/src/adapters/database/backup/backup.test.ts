import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
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

const backUp = (file: string, to: string, by = files) => backupDatabase(by, { file, to, onProgress: () => undefined })

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

  it('can be read by nobody else while it is made, and has its name only when it is whole', async () => {
    const to = join(folder.path, 'two.db')
    const seen: unknown[] = []
    const look = () =>
      seen.push([existsSync(to), process.platform === 'win32' ? 0o600 : statSync(`${to}.part`).mode & 0o777])
    const watched = {
      ...files,
      copy: async (file: string, target: string) => {
        look()
        await files.copy(file, target)
        look()
      },
    }
    await backUp(join(source.path, 'source.db'), to, watched)
    expect(seen).toEqual([
      [false, 0o600],
      [false, 0o600],
    ])
  })

  it('leaves a file that came to stand under its name meanwhile', async () => {
    const to = join(folder.path, 'two.db')
    const late = {
      ...files,
      examine: async (file: string) => {
        writeFileSync(to, 'dear')
        return files.examine(file)
      },
    }
    await expect(backUp(join(source.path, 'source.db'), to, late)).rejects.toThrow('已经存在')
    expect(readFileSync(to, 'utf8')).toBe('dear')
    expect(readdirSync(folder.path).sort()).toEqual(['one.db', 'two.db'])
  })

  it('takes no other one’s draft', async () => {
    const to = join(folder.path, 'two.db')
    writeFileSync(`${to}.part`, 'half')
    await expect(backUp(join(source.path, 'source.db'), to)).rejects.toThrow('另一次备份')
    expect(readFileSync(`${to}.part`, 'utf8')).toBe('half')
    expect(existsSync(to)).toBe(false)
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

  it('is not overwritten by the log of a database that was moved away', async () => {
    await restore()
    const live = join(folder.path, 'live')
    const database = await openDatabase({ url: folder.databaseUrl('live/waiqin.db') })
    await database.write((tx) => seedCompany(tx, { corpId: 'ww2' }))
    // As a server leaves it that was killed.
    const gone = join(folder.path, 'gone')
    mkdirSync(gone)
    for (const name of readdirSync(live)) copyFileSync(join(live, name), join(gone, name))
    await database.close()
    const file = join(gone, 'waiqin.db')
    const aside = `${file}.replaced-20261122T083000Z`
    renameSync(file, join(folder.path, 'moved.db'))
    writeFileSync(`${file}-journal`, 'x')
    await expect(restore({ file })).resolves.toMatchObject({
      keptAs: null,
      keptBeside: [`${aside}-wal`, `${aside}-shm`, `${aside}-journal`],
    })
    const restored = await openDatabase({ url: folder.databaseUrl('gone/waiqin.db') })
    expect((await restored.read.company.findMany()).map(({ corpId }) => corpId)).toEqual(['ww1'])
    await restored.close()
    // The database and its log fit each other still.
    renameSync(join(folder.path, 'moved.db'), aside)
    rmSync(`${aside}-journal`)
    const former = await openDatabase({ url: `file:${aside}` })
    expect((await former.read.company.findMany()).map(({ corpId }) => corpId)).toEqual(['ww2'])
    await former.close()
  })

  it('says what to move away together when the former database cannot be opened', async () => {
    const file = join(folder.path, 'live.db')
    writeFileSync(file, 'no database'.repeat(900))
    await expect(restore({ file, replace: true })).rejects.toThrow('-wal、-shm、-journal 一起移开')
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
