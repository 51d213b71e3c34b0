/**
 * `npm run db:doctor`: looks at the database of this installation, with the rights of web and worker, and says in one line
 * each what is well and what to do; `-- --url <address>` names another database. Ends with 0 when all is well, 1 when
 * something is not, 78 when the configuration is wrong.
 */
import { parseArgs } from 'node:util'
import { migrationState, productMigrations } from '../../adapters/database/migrate'
import { createSqliteProbe } from '../../adapters/database/sqlite/sqlite-probe'
import { sqliteFileOf } from '../../adapters/database/sqlite/sqlite-file'
import { createSqlServerProbe } from '../../adapters/database/sqlserver/sqlserver-probe'
import { isSqlServerUrl, settingOf, sqlServerUrlProblem } from '../../adapters/database/sqlserver/sqlserver-url'
import { systemClock } from '../../adapters/system/system'
import { ConfigError, loadConfig } from '../../config'
import { lineText, summaryText, type DoctorLine } from '../doctors/doctor-line.rules'
import { runDatabaseDoctor } from './doctor.usecase'
import { wantedObjects } from './wanted-objects.rules'

const EXIT = { well: 0, problem: 1, configuration: 78 } as const

async function examine(url: string): Promise<number> {
  const isSqlServer = isSqlServerUrl(url)
  const problem = isSqlServer ? sqlServerUrlProblem(url) : null
  if (problem !== null) throw new ConfigError([`--url: ${problem}`])
  const found: DoctorLine[] = []
  const is = (setting: 'encrypt' | 'trustServerCertificate', value: string) =>
    settingOf(url, setting)?.toLowerCase() === value
  const lines = runDatabaseDoctor({
    probe: isSqlServer ? createSqlServerProbe(url, systemClock) : createSqliteProbe(sqliteFileOf(url)),
    line: isSqlServer ? { encrypts: !is('encrypt', 'false'), verifies: !is('trustServerCertificate', 'true') } : null,
    migrations: async () => {
      const { pending, problems } = await migrationState(url)
      return { pending: pending.map(({ name }) => name), problems }
    },
    wanted: wantedObjects(productMigrations(url).map(({ sql }) => sql)),
  })
  for await (const line of lines) {
    found.push(line)
    console.log(lineText(line))
  }
  console.log(summaryText(found, '数据库正常', 'docs/operations.md'))
  return found.some(({ state }) => state === 'problem') ? EXIT.problem : EXIT.well
}

try {
  const { values } = parseArgs({ options: { url: { type: 'string' } } })
  process.exitCode = await examine(values.url ?? loadConfig().database.url)
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(
    ['配置有误（每行一处，说明见 .env.example）：', ...error.problems.map((line) => `  ${line}`)].join('\n'),
  )
  process.exitCode = EXIT.configuration
}
