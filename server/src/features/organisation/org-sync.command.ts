/**
 * `npm run org:sync [-- --dry-run] [-- --force]`: makes the people and departments those of WeCom. Ends with 0 when it is
 * done (or only shown), 1 when it failed, 2 when it was refused and needs --force, 64 when it was wrongly called.
 */
import { parseArgs } from 'node:util'
import { openDatabase } from '../../adapters/database/open-database'
import { createLog } from '../../adapters/system/log'
import { AppError } from '../../app-error'
import { loadConfig } from '../../config'
import { SYSTEM_SOURCES, fieldCipher } from '../../wiring'
import { createOrganisation } from '../../wiring/organisation'
import { openWecomApps } from '../../wiring/wecom'
import { faultText, optionsOf, printReport, EXIT } from './report.command'

const USAGE = '用法：npm run org:sync [-- --dry-run] [-- --force]'

async function main(): Promise<number> {
  let values: { readonly 'dry-run': boolean; readonly force: boolean }
  try {
    values = parseArgs({
      options: { 'dry-run': { type: 'boolean', default: false }, force: { type: 'boolean', default: false } },
    }).values
  } catch {
    console.error(USAGE)
    return EXIT.usage
  }
  const config = loadConfig()
  if (config.wecom.contactSecret === null) {
    console.error('没有设置 WECOM_CONTACT_SECRET（管理后台 → 管理工具 → 通讯录同步），不能读取全部成员。')
    console.error('可以设置后再试，或者用文件导入：npm run org:import -- <文件.csv>')
    return EXIT.failed
  }
  const database = await openDatabase({ url: config.database.url })
  try {
    const parts = { ...SYSTEM_SOURCES, database, cipher: fieldCipher(config), log: createLog(config, 'org-sync') }
    const apps = openWecomApps(config, parts, () => config.port)
    const { syncOrganisation } = createOrganisation(database, { ...parts, apps })
    return printReport(await syncOrganisation(optionsOf(values)))
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    console.error(faultText(fault))
    return EXIT.failed
  } finally {
    await database.close()
  }
}

process.exitCode = await main()
