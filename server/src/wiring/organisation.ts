import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../adapters/database/database'
import { createLeaseStore } from '../adapters/database/lease-store'
import { createOrganisationStore } from '../adapters/database/organisation-store'
import { createDirectory } from '../adapters/wecom/directory'
import { createHandleContactChange } from '../features/organisation/contact-change.usecase'
import { createImportOrganisation } from '../features/organisation/import-organisation.usecase'
import { createSyncOrganisation } from '../features/organisation/sync-organisation.usecase'
import type { Log } from '../ports/log'
import type { Sources } from './platform'
import type { WecomApps } from './wecom'

export interface OrganisationParts extends Sources {
  readonly apps: WecomApps
  readonly log: Log
}

/** The organisation as it is kept, synchronised, imported and followed. */
export function createOrganisation(database: Database, { apps, clock, random, log }: OrganisationParts) {
  const directory = createDirectory(apps)
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
