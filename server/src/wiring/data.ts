import { join } from 'node:path'
import { seedBase } from '../../../prisma/seed/base'
import { seedDemo } from '../../../prisma/seed/demo'
import type { DemoGateway } from '../../../prisma/seed/demo/sites'
import { migrate } from '../adapters/database/migrate'
import { openDatabase } from '../adapters/database/open-database'
import { beginDemo } from '../adapters/system/demo-clock'
import type { Config } from '../config'
import { askAgain } from '../features/check-in/ask-again.usecase'
import { openGatewayKey } from '../presence/gateway-key'
import { DEMO_GATEWAY_PORT, PRESENCE_KEY_FILE } from '../presence/settings'
import { createApprovals } from './approvals'
import { fieldCipher, sourcesOf, type Sources } from './platform'

const DEMO_PENDING_AT_MOST = 500

/**
 * Migrates, and seeds what an installation needs; in development also the demo company. Whatever is there stays, but for
 * the data of an earlier demo with `DEMO_TIME`: that one begins anew.
 * @throws MigrationProblem or DemoRuns with a line that says what to do
 */
export async function prepareData(config: Config, sources?: Sources): Promise<{ close(): Promise<void> }> {
  const { dataFolder, demoTimeMs } = config
  if (demoTimeMs !== null) await beginDemo(dataFolder, demoTimeMs)
  const { clock, random } = sources ?? sourcesOf(config)
  await migrate(config.database.url)
  const database = await openDatabase({ url: config.database.url, clock })
  const nowMs = clock.nowMs()
  const { corpId } = config.wecom
  if (config.environment === 'production') await seedBase(database, { corpId, companyName: corpId, nowMs })
  else {
    await seedDemo(database, { cipher: fieldCipher(config), nowMs, corpId, gateway: await demoGateway(config) })
    // No event tells of the demo's past, so nobody was asked about what waits in it.
    await askAgain(createApprovals(database, { clock, random }), null, DEMO_PENDING_AT_MOST)
  }
  return { close: () => database.close() }
}

/** The gateway that `npm run presence-gateway` starts here: its key is made by whichever of the two comes first. */
async function demoGateway({ dataFolder }: Config): Promise<DemoGateway> {
  const { publicJwk } = await openGatewayKey(join(dataFolder, PRESENCE_KEY_FILE))
  return { url: `http://127.0.0.1:${DEMO_GATEWAY_PORT}`, publicKey: publicJwk }
}
