/** The presence gateway of 张江总部 as `npm run presence-gateway` runs it, in this process and by the demo's clock. */
import { join } from 'node:path'
import { createLog } from '../../src/adapters/system/log'
import { DEMO_GATEWAY_SITE_ID, PRESENCE_KEY_FILE, presenceSettings } from '../../src/presence/settings'
import { startPresenceGateway } from '../../src/presence/start'
import type { Platform } from '../../src/wiring'
import type { DemoServer } from './demo-server'

/** The site's form then names its address, as HR would enter it. */
export async function startGateway(demo: DemoServer, platform: Platform): Promise<{ close(): Promise<void> }> {
  const settings = presenceSettings({
    PRESENCE_PORT: '0',
    PRESENCE_KEY_FILE: join(demo.config.dataFolder, PRESENCE_KEY_FILE),
    // Its clock is the demo's already; a server's answer carries the computer's.
    PRESENCE_SERVER_URL: 'off',
  })
  const log = createLog({ environment: 'test', logLevel: 'error' }, 'presence-gateway')
  const gateway = await startPresenceGateway(settings, { clock: demo.sources.clock, log })
  const where = { siteId: DEMO_GATEWAY_SITE_ID }
  await platform.database.write((tx) => tx.presenceGateway.updateMany({ where, data: { url: gateway.url } }))
  return { close: () => gateway.close() }
}
