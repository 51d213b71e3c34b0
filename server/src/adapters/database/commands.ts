/** `npm run db:migrate`, `db:status` and `db:reset`; `-- --url <address>` names another database than the configured. */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { loadConfig } from '../../config'
import { describeProblems, migrate, migrationState, resetDatabase } from './migrate'
import { sqliteFileOf } from './sqlite/sqlite-file'

type Print = (line: string) => void

const COMMANDS = { migrate: migrateCommand, status: statusCommand, reset: resetCommand }

/** @returns the exit code: 0 done or up to date, 1 pending or failed, 2 wrongly called */
export async function runDatabaseCommand(name: string, url: string, print: Print): Promise<number> {
  if (!Object.hasOwn(COMMANDS, name)) {
    print(`Unknown command ${name}: use ${Object.keys(COMMANDS).join(', ')}`)
    return 2
  }
  try {
    return await COMMANDS[name as keyof typeof COMMANDS](url, print)
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 1
  }
}

async function migrateCommand(url: string, print: Print): Promise<number> {
  const applied = await migrate(url)
  for (const name of applied) print(`applied ${name}`)
  if (applied.length === 0) print('The database is up to date.')
  return 0
}

async function statusCommand(url: string, print: Print): Promise<number> {
  const { applied, pending, problems } = await migrationState(url)
  for (const name of applied) print(`applied  ${name}`)
  for (const { name } of pending) print(`pending  ${name}`)
  if (problems.length > 0) print(describeProblems(url, problems))
  return pending.length + problems.length === 0 ? 0 : 1
}

async function resetCommand(url: string, print: Print): Promise<number> {
  if (!url.startsWith('file:')) {
    print('Only an embedded database (file:) is reset; a SQL Server database is dropped by its administrator.')
    return 1
  }
  const applied = await resetDatabase(url)
  print(`emptied ${sqliteFileOf(url)}`)
  for (const name of applied) print(`applied ${name}`)
  return 0
}

async function main(): Promise<number> {
  const print: Print = (line) => console.log(line)
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } })
    return await runDatabaseCommand(positionals[0] ?? '(none)', values.url ?? loadConfig().database.url, print)
  } catch (error) {
    // A wrong option or configuration: its own words say all, a stack trace adds nothing.
    print(error instanceof Error ? error.message : String(error))
    return 2
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main()
