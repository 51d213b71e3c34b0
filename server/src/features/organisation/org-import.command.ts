/**
 * `npm run org:import -- <file.csv> [--dry-run] [--force]`: makes the people and departments those of a file, which is the
 * whole company. Ends with 0 when it is done (or only shown), 1 when it failed, 2 when it was refused and needs --force,
 * 64 when it was wrongly called, 65 when a line is wrong.
 */
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCsvLines } from '../../adapters/csv/csv-lines'
import { openDatabase } from '../../adapters/database/open-database'
import { createLog } from '../../adapters/system/log'
import { AppError } from '../../app-error'
import { loadConfig } from '../../config'
import { SYSTEM_SOURCES, fieldCipher } from '../../wiring'
import { createOrganisation } from '../../wiring/organisation'
import { openWecomApps } from '../../wiring/wecom'
import { CSV_COLUMNS, MOST_LINES } from './csv-line.rules'
import { faultText, optionsOf, printReport, EXIT } from './report.command'
import { problemTexts } from './report-texts.rules'

const titles = (column: keyof typeof CSV_COLUMNS) => CSV_COLUMNS[column].join(' / ')
const USAGE = `用法：npm run org:import -- <文件.csv> [--dry-run] [--force]

文件是整个公司的名册：UTF-8 编码的 CSV，第一行是列名，最多 ${MOST_LINES} 行。文件里没有的人算离职。
  ${titles('userId')}：企业微信账号，必填
  ${titles('name')}：必填
  ${titles('department')}：从公司写起，例如 总公司/服务中心/华东服务一部，必填
  ${titles('position')}
  ${titles('directLeaders')}：上级的账号，多个用分号隔开
  ${titles('leadsDepartment')}：是 或 否，指所在的部门
  ${titles('employeeNumber')}
没有的列，保留原来的内容。`

async function main(): Promise<number> {
  const called = calledWith()
  if (called === null) {
    console.error(USAGE)
    return EXIT.usage
  }
  const { file, values } = called
  const config = loadConfig()
  const database = await openDatabase({ url: config.database.url })
  try {
    const parts = { ...SYSTEM_SOURCES, database, cipher: fieldCipher(config), log: createLog(config, 'org-import') }
    const apps = openWecomApps(config, parts, () => config.port)
    const { importOrganisation } = createOrganisation(database, { ...parts, apps })
    const report = await importOrganisation(readCsvLines(createReadStream(file)), optionsOf(values))
    if (report.outcome === 'wecom_is_source') {
      console.error('人员来自企业微信，文件不能覆盖。确实要改用文件，再加 --force')
      return EXIT.refused
    }
    if (report.outcome !== 'bad_lines') return printReport(report)
    for (const line of problemTexts(report.problems)) console.error(line)
    return EXIT.badData
  } catch (fault) {
    if (fault instanceof AppError) console.error(faultText(fault))
    else if (isFileFault(fault)) console.error(`读不了 ${file}：${fault.code}`)
    else throw fault
    return EXIT.failed
  } finally {
    await database.close()
  }
}

function calledWith() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, force: { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0 ? null : { file, values }
  } catch {
    return null
  }
}

function isFileFault(fault: unknown): fault is { readonly code: string } {
  const { code } = (fault ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' && /^E[A-Z]+$/.test(code)
}

process.exitCode = await main()
