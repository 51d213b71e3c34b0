import { migrate } from '../src/adapters/database/migrate'
import { generateSigningKeyPair } from '../src/adapters/system/signing-key-pair'
import { loadConfig } from '../src/config'
import { ensureSigningKey } from '../src/features/sessions/signing-keys.usecase'
import { openPlatform, type Platform } from '../src/wiring'
import { seedFleet, type Fleet, type FleetSize } from './fleet'
import { makeTempFolder } from './temp-folder'
import { makeTestDatabase } from './test-database'

export interface FleetApp {
  /** For `startWebProcess`; several processes may share it, and with it the database. */
  readonly environment: Readonly<Record<string, string>>
  readonly platform: Platform
  readonly fleet: Fleet
  close(): Promise<void>
}

/** A database with a fleet of phones, ready for web processes to be started on it. */
export async function prepareFleetApp(
  size: FleetSize,
  extra: Readonly<Record<string, string>> = {},
): Promise<FleetApp> {
  const folder = makeTempFolder()
  const made = await makeTestDatabase()
  const environment = {
    NODE_ENV: 'test',
    DATA_DIR: folder.path,
    DATABASE_URL: made.url,
    PORT: '0',
    LOG_LEVEL: 'error',
    ATTEMPTS_PER_HOUR: '10000',
    RATE_LIMIT_PER_SESSION: '100000000',
    RATE_LIMIT_PER_ADDRESS: '100000000',
    ...extra,
  }
  const config = loadConfig(environment)
  await migrate(config.database.url)
  const platform = await openPlatform(config)
  await ensureSigningKey({ keys: platform.signingKeys, clock: platform.clock, generateKeyPair: generateSigningKeyPair })
  const fleet = await seedFleet(platform, size)
  return {
    environment,
    platform,
    fleet,
    close: async () => {
      await platform.close()
      await made.remove()
      folder.remove()
    },
  }
}
