/**
 * `npm run db:restore -- --from <file> [--replace]`: puts a backup where the configured database belongs. Ends with 0, 1
 * when it was refused or failed (then nothing was changed), 64 when wrongly called, 78 when the configuration is wrong.
 */
import { parseArgs } from 'node:util'
import { loadConfig } from '../../../config'
import { systemClock } from '../../system/system'
import { sqliteFileOf } from '../sqlite/sqlite-file'
import { EXIT, factsText, reportFailure, runOnFiles } from './file-run.command'
import { restoreDatabase } from './restore-database'
import { SQL_SERVER_RESTORE } from './sqlserver-advice'

const USAGE = '用法：npm run db:restore -- --from 文件 [--replace]'

async function main(): Promise<number> {
  const options = { from: { type: 'string' }, replace: { type: 'boolean', default: false } } as const
  const { from, replace } = parseArgs({ options }).values
  if (from === undefined || from === '') {
    console.error(USAGE)
    return EXIT.usage
  }
  const { engine, url } = loadConfig().database
  if (engine === 'sqlserver') {
    console.error(SQL_SERVER_RESTORE)
    return EXIT.refused
  }
  const file = sqliteFileOf(url)
  const { keptAs, keptBeside, ...facts } = await runOnFiles('恢复', (files, onProgress) =>
    restoreDatabase(files, { from, file, replace, nowMs: systemClock.nowMs(), onProgress }),
  )
  console.log(`已恢复 ${file}：${factsText(facts)}，已核对`)
  if (keptAs !== null) console.log(`原来的数据库另存为 ${keptAs}`)
  for (const path of keptBeside) console.log(`原来旁边的文件（没有数据库）另存为 ${path}`)
  if (facts.pendingMigrations.length > 0) console.log('这份备份比程序旧：启动前先运行 npm run db:migrate')
  console.log('启动前核对审计：npm run audit:verify')
  return EXIT.done
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = reportFailure(error)
}
