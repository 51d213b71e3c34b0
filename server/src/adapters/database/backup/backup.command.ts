/**
 * `npm run db:backup -- --to <file>`: everything that is committed when it begins, in one new file, while servers run.
 * Ends with 0, 1 when it was refused or failed (then nothing is left), 64 when wrongly called, 78 when the configuration
 * is wrong.
 */
import { parseArgs } from 'node:util'
import { loadConfig } from '../../../config'
import { sqliteFileOf } from '../sqlite/sqlite-file'
import { backupDatabase } from './backup-database'
import { EXIT, factsText, reportFailure, runOnFiles } from './file-run.command'
import { SQL_SERVER_BACKUP } from './sqlserver-advice'

const USAGE = '用法：npm run db:backup -- --to 文件'

async function main(): Promise<number> {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values
  if (to === undefined || to === '') {
    console.error(USAGE)
    return EXIT.usage
  }
  const { engine, url } = loadConfig().database
  if (engine === 'sqlserver') {
    console.error(SQL_SERVER_BACKUP)
    return EXIT.refused
  }
  const facts = await runOnFiles('备份', (files, onProgress) =>
    backupDatabase(files, { file: sqliteFileOf(url), to, onProgress }),
  )
  console.log(`已备份到 ${to}：${factsText(facts)}，已核对`)
  console.log('照片、审计封印和密钥不在这个文件里：见 docs/operations.md「Backup and restore」')
  return EXIT.done
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = reportFailure(error)
}
