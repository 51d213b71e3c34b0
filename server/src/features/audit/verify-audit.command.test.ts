import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attack, auditEntry, sealerOn, writeAudit } from '../../../test/audit'
import { startScript } from '../../../test/start-child'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { openTestSqlite, type TestDatabase } from '../../../test/test-database'
import { problemText, summaryTexts } from './verify-texts.rules'

const COMMAND = fileURLToPath(new URL('./verify-audit.command.ts', import.meta.url))

/** A process starts and compiles on a machine that may be busy. */
const PATIENCE_MS = 60_000

let opened: TestDatabase
let folder: TempFolder
beforeEach(async () => {
  opened = await openTestSqlite()
  folder = makeTempFolder()
  await writeAudit(
    opened.database,
    Array.from({ length: 4 }, (_, index) => auditEntry(index)),
  )
  await sealerOn(opened.database, join(folder.path, 'audit-seals')).pass()
})
afterEach(async () => {
  await opened.close()
  folder.remove()
})

async function run(...args: string[]) {
  const environment = { NODE_ENV: 'test', DATABASE_URL: opened.url, DATA_DIR: folder.path }
  const child = startScript(COMMAND, args, environment)
  const text = await child.output.catch((error: unknown) => String(error))
  return { code: child.process.exitCode, text }
}

describe('npm run audit:verify', () => {
  it(
    'ends with 0 and one line when nothing was changed',
    async () => {
      const { code, text } = await run()
      expect(text.trim().split('\n').at(-1)).toBe(
        '审计链完整：核对了 4 个封印（最新 4），对照了 1 个封印文件，明细已清除 0 条，未封印 1 行',
      )
      expect(code).toBe(0)
    },
    PATIENCE_MS,
  )

  it(
    'ends with 1 and a line for each problem; a file kept elsewhere shows what the own ones do not',
    async () => {
      const kept = join(folder.path, 'kept.json')
      writeFileSync(kept, JSON.stringify({ number: 3, hash: 'a'.repeat(64) }))
      await attack(
        opened.url,
        "UPDATE AuditRecord SET action = 'x' WHERE id = (SELECT auditId FROM AuditSeal WHERE number = 2)",
      )
      const { code, text } = await run('--seal-file', kept)
      expect(text).toMatch(/被改动：审计行 \S+ 或它的封印 2 与封印时不同/)
      expect(text).toContain('被重写：封印 3 与文件 kept.json 里保存的不同')
      expect(text).toContain('审计链有 2 处问题')
      expect(code).toBe(1)
      expect((await run('--from', '3')).code).toBe(0)
    },
    PATIENCE_MS,
  )

  it.each([
    ['a number that is none', ['--from', 'x']],
    ['an option that is none', ['--all']],
    ['a seal file that is not there', ['--seal-file', '/no/such/2026-11-18.json']],
  ])(
    'ends with 2 for %s',
    async (_name, args) => {
      expect((await run(...args)).code).toBe(2)
    },
    PATIENCE_MS,
  )

  it(
    'ends with 2 when there is no database',
    async () => {
      mkdirSync(join(folder.path, 'empty'))
      const environment = {
        NODE_ENV: 'test',
        DATABASE_URL: `file:${join(folder.path, 'empty')}`,
        DATA_DIR: folder.path,
      }
      const child = startScript(COMMAND, [], environment)
      await expect(child.output).rejects.toThrow()
      expect(child.process.exitCode).toBe(2)
    },
    PATIENCE_MS,
  )
})

describe('the texts', () => {
  const figures = {
    ...{ checkedCount: 4, newestNumber: 4, problemCount: 0, erasedDetailCount: 0, unsealedCount: 2 },
    ...{ oldestUnsealedMs: 600_001, sealFileCount: 0, unfiledDays: [] as string[], cancelled: false },
  }
  it('warn of lines that wait for long', () => {
    expect(summaryTexts(figures)).toEqual([
      '注意：最早一条未封印的审计行已等了 10 分钟，请看 worker 是否在运行',
      '审计链完整：核对了 4 个封印（最新 4），没有可对照的封印文件，明细已清除 0 条，未封印 2 行',
    ])
    expect(summaryTexts({ ...figures, oldestUnsealedMs: 600_000 })).toHaveLength(1)
    expect(summaryTexts({ ...figures, oldestUnsealedMs: null, cancelled: true })).toEqual([
      '已取消：核对了 4 个封印，没有核对完',
    ])
  })

  it('warn of days without a file', () => {
    const texts = (unfiledDays: string[]) => summaryTexts({ ...figures, oldestUnsealedMs: null, unfiledDays })
    expect(texts(['2026-11-18'])[0]).toBe('注意：有 1 天公布了封印却没有文件：2026-11-18')
    expect(texts(['1', '2', '3', '4', '5', '6'])[0]).toBe('注意：有 6 天公布了封印却没有文件：1、2、3、4、5 等')
    expect(texts([])).toHaveLength(1)
  })

  it('name what is missing', () => {
    expect(problemText({ kind: 'seals_missing', from: 2, to: 2 })).toBe('被删除：缺封印 2')
    expect(problemText({ kind: 'seals_missing', from: 2, to: 5 })).toBe('被删除：缺封印 2 到 5')
    expect(problemText({ kind: 'tail_missing', file: 'f', number: 9, newest: 4 })).toBe(
      '被截断：文件 f 里有封印 9，数据库只到 4',
    )
  })
})
