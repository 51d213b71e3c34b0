import { fileURLToPath } from 'node:url'
import { startFakeSqlServer } from '../../../test/sqlserver/fake-sqlserver'
import { startScript } from '../../../test/start-child'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { migrate } from '../../adapters/database/migrate'

const COMMAND = fileURLToPath(new URL('./doctor.command.ts', import.meta.url))
/** A process starts and compiles on a machine that may be busy. */
const PATIENCE_MS = 120_000

let folder: TempFolder
beforeEach(() => {
  folder = makeTempFolder()
})
afterEach(() => folder.remove())

async function run(databaseUrl: string, args: readonly string[] = []) {
  const child = startScript(COMMAND, args, { NODE_ENV: 'test', DATA_DIR: folder.path, DATABASE_URL: databaseUrl })
  const text = await child.output.catch((error: unknown) => String(error))
  return { code: child.process.exitCode, text }
}

describe('npm run db:doctor', () => {
  it(
    'ends with 0 where all is well, 1 where something is not, 78 where the address is wrong',
    async () => {
      const url = folder.databaseUrl()
      await migrate(url)
      const server = await startFakeSqlServer((step) => (step === 'login' ? { number: 18456 } : undefined))
      const [well, amiss, wrong] = await Promise.all([
        run(url),
        run(url, ['--url', server.url]),
        run('sqlserver://db;database=waiqin;password=Pa;ss'),
      ])
      await server.stop()
      expect(well.text.trim().split('\n').at(-1)).toBe('数据库正常')
      expect(well.code).toBe(0)
      expect(amiss.text).toContain('问题　连接：ELOGIN')
      expect(amiss.text).toContain('有 2 处要处理，步骤见 docs/operations.md')
      expect(amiss.text).not.toContain('p;w=d')
      expect(amiss.code).toBe(1)
      expect(wrong.text).toContain('DATABASE_URL: has a part that is no')
      expect(wrong.text).not.toContain('Pa;ss')
      expect(wrong.code).toBe(78)
    },
    PATIENCE_MS,
  )
})
