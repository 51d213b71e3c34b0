import { seedBase } from '../../../prisma/seed/base'
import { seedDemo } from '../../../prisma/seed/demo'
import { migrate } from '../adapters/database/migrate'
import { openDatabase } from '../adapters/database/open-database'
import { systemClock } from '../adapters/system/system'
import type { Config } from '../config'
import { fieldCipher } from './platform'

/**
 * Migrates, and seeds what an installation needs; in development also the demo company. Whatever is there stays.
 * @throws MigrationProblem with a line that says what to do
 */
export async function prepareData(config: Config): Promise<{ close(): Promise<void> }> {
  await migrate(config.database.url)
  const database = await openDatabase({ url: config.database.url })
  const nowMs = systemClock.nowMs()
  const { corpId } = config.wecom
  if (config.environment === 'production') await seedBase(database, { corpId, companyName: corpId, nowMs })
  else await seedDemo(database, { cipher: fieldCipher(config), nowMs, corpId })
  return { close: () => database.close() }
}
