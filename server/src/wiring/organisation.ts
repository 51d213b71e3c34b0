import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../adapters/database/database'
import { createIntegrationTokenStore } from '../adapters/database/integration-token-store'
import { createLeaseStore } from '../adapters/database/lease-store'
import { createOrganisationStore } from '../adapters/database/organisation-store'
import { createDirectory } from '../adapters/wecom/directory'
import { createWecomApi } from '../adapters/wecom/wecom-api'
import { wecomBaseUrl, type Config } from '../config'
import { createHandleContactChange } from '../features/organisation/contact-change.usecase'
import { createImportOrganisation } from '../features/organisation/import-organisation.usecase'
import { createSyncOrganisation } from '../features/organisation/sync-organisation.usecase'
import type { FieldCipher } from '../ports/field-cipher'
import type { Log } from '../ports/log'
import type { Sources } from './platform'

export interface OrganisationParts extends Sources {
  readonly cipher: FieldCipher
  readonly log: Log
  /** See `wecomBaseUrl`. */
  readonly webPort?: number
}

/** The organisation as it is kept, synchronised, imported and followed. */
export function createOrganisation(config: Config, database: Database, parts: OrganisationParts) {
  const { cipher, clock, random, log, webPort } = parts
  const { corpId, agentId, secret, contactSecret } = config.wecom
  const shared = {
    baseUrl: wecomBaseUrl(config, webPort),
    corpId,
    tokens: createIntegrationTokenStore(database, cipher),
    clock,
    log,
  }
  const directory = createDirectory({
    app: createWecomApi({ ...shared, app: String(agentId), secret }),
    contacts: contactSecret === null ? null : createWecomApi({ ...shared, app: 'contacts', secret: contactSecret }),
  })
  const store = createOrganisationStore(database)
  const ownerId = `organisation-${random.id()}`
  const sync = { store, leases: createLeaseStore(database), clock, random, ownerId }
  return {
    store,
    syncOrganisation: createSyncOrganisation({ ...sync, directory, pause: (ms) => sleep(ms) }),
    importOrganisation: createImportOrganisation(sync),
    handleContactChange: createHandleContactChange({ store, directory, clock, random, log }),
  }
}
