import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../../../test/start-child'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { runDatabaseCommand } from './commands'
import { migrate, migrationState, requireMigrated } from './migrate'
import { openDatabase } from './open-database'
import { openSqliteHistory } from './sqlite/sqlite-history'
import { sqliteFileOf } from './sqlite/sqlite-file'

let folder: TempFolder
let url: string
beforeEach(() => {
  folder = makeTempFolder()
  url = folder.databaseUrl()
})
afterEach(() => folder.remove())

/** Writes a migrations folder in Prisma's layout. */
function migrations(files: Record<string, string>): string {
  const path = join(folder.path, 'migrations')
  for (const [name, sql] of Object.entries(files)) {
    mkdirSync(join(path, name), { recursive: true })
    writeFileSync(join(path, name, 'migration.sql'), sql)
  }
  return path
}

const FIRST =
  'CREATE TABLE "a" (\n    "id" TEXT NOT NULL PRIMARY KEY\n);\n\n-- one; two\nCREATE INDEX "a_i" ON "a"("id");\n'
const SECOND = 'ALTER TABLE "a" ADD COLUMN "b" TEXT;\n'

describe('the migration runner', () => {
  it('applies the product’s migrations once, and the database serves every model', async () => {
    expect(await migrate(url)).toEqual(['20261122000000_initial'])
    expect(await migrate(url)).toEqual([])
    await requireMigrated(url)
    const database = await openDatabase({ url })
    expect(await database.read.attempt.findMany({ include: { decisions: true, photos: true, visit: true } })).toEqual(
      [],
    )
    await database.close()
  })

  it('applies in the order of the names, and later only what is new', async () => {
    expect(await migrate(url, migrations({ '1_first': FIRST }))).toEqual(['1_first'])
    expect(await migrate(url, migrations({ '2_second': SECOND }))).toEqual(['2_second'])
    expect(await migrationState(url, migrations({}))).toMatchObject({ applied: ['1_first', '2_second'], pending: [] })
  })

  it('keeps nothing when one of several fails', async () => {
    const path = migrations({ '1_first': FIRST, '2_second': 'ALTER TABLE "nowhere" ADD COLUMN "b" TEXT;\n' })
    await expect(migrate(url, path)).rejects.toThrow('nowhere')
    expect(await migrationState(url, path)).toMatchObject({ applied: [], problems: [] })
    expect(await migrate(url, migrations({ '2_second': SECOND }))).toEqual(['1_first', '2_second'])
  })

  it.each<[name: string, later: Record<string, string>, problem: string]>([
    ['was changed', { '1_first': `${FIRST}-- one more line\n` }, 'Migration 1_first was changed since it was applied.'],
    ['comes too late', { '0_before': SECOND }, 'Migration 0_before is older than 1_first, which was applied already.'],
  ])('refuses a migration that %s, and says what to do', async (_name, later, problem) => {
    await migrate(url, migrations({ '1_first': FIRST }))
    const path = migrations(later)
    await expect(migrate(url, path)).rejects.toThrow(`${problem}\nThis is an older demo database: run npm run db:reset`)
    await expect(migrationState(url, path)).resolves.toHaveProperty('problems.length', 1)
  })

  it('refuses a database that another version has migrated', async () => {
    await migrate(url, migrations({ '1_first': FIRST }))
    await expect(migrate(url)).rejects.toThrow('Migration 1_first was applied by another version of this software.')
    await expect(requireMigrated(url)).rejects.toThrow('npm run db:reset')
  })

  it('refuses a database in which Prisma’s CLI failed half-way', async () => {
    const path = migrations({ '1_first': FIRST })
    const history = await openSqliteHistory(sqliteFileOf(url))
    await history.locked(async (migrating) => {
      await migrating.read()
      await migrating.run(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', '', '1_first')`,
      )
    })
    await history.close()
    await expect(migrate(url, path)).rejects.toThrow('1_first was begun by Prisma')
  })

  it('lets one of two processes migrate while the other waits', async () => {
    const children = [startChild('migrate', url), startChild('migrate', url)]
    const applied = await Promise.all(children.map(async (child) => JSON.parse(await child.output) as string[]))
    expect(applied.flat()).toEqual(['20261122000000_initial'])
  }, 60_000)
})

describe('the database commands', () => {
  async function run(command: string, address = url): Promise<[code: number, output: string]> {
    const lines: string[] = []
    const code = await runDatabaseCommand(command, address, (line) => lines.push(line))
    return [code, lines.join('\n')]
  }

  it('tell what is pending, migrate, and tell what was applied', async () => {
    expect(await run('status')).toEqual([1, 'pending  20261122000000_initial'])
    expect(existsSync(sqliteFileOf(url))).toBe(false)
    expect(await run('migrate')).toEqual([0, 'applied 20261122000000_initial'])
    expect(await run('migrate')).toEqual([0, 'The database is up to date.'])
    expect(await run('status')).toEqual([0, 'applied  20261122000000_initial'])
  })

  it('reset an older demo database', async () => {
    await migrate(url, migrations({ '1_first': FIRST }))
    expect((await run('status'))[0]).toBe(1)
    expect((await run('migrate'))[1]).toContain('run npm run db:reset')
    const [code, output] = await run('reset')
    expect(code).toBe(0)
    expect(output).toContain(`emptied ${sqliteFileOf(url)}`)
    expect((await run('status'))[0]).toBe(0)
  })

  it('reset a database while it is in use, which then serves the new one', async () => {
    await migrate(url)
    const database = await openDatabase({ url })
    await database.write((tx) => tx.team.create({ data: { id: '1', name: 'a' } }))
    expect((await run('reset'))[0]).toBe(0)
    expect(await database.read.team.count()).toBe(0)
    await database.write((tx) => tx.team.create({ data: { id: '1', name: 'a' } }))
    await database.close()
  })

  it('reset no SQL Server', async () => {
    expect((await run('reset', 'sqlserver://localhost'))[0]).toBe(1)
  })

  it('refuse what they do not know', async () => {
    expect((await run('drop'))[0]).toBe(2)
    expect((await run('toString'))[0]).toBe(2)
    expect((await run('migrate', 'postgres://x'))[0]).toBe(1)
  })
})
