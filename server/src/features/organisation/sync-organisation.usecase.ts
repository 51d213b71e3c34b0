import type { Directory } from '../../ports/directory'
import { readDirectory } from './read-directory.usecase'
import { runSync, type RunSyncPorts, type SyncOptions, type SyncReport } from './run-sync.usecase'

export interface SyncOrganisationPorts extends RunSyncPorts {
  readonly directory: Directory
  readonly pause: (ms: number) => Promise<void>
}

export type SyncOrganisation = (options: SyncOptions) => Promise<SyncReport>

/**
 * Makes the stored organisation the one of WeCom. It takes one call for each member.
 * @throws AppError WECOM_UNAVAILABLE, WECOM_REFUSED, BUSY_TRY_AGAIN (another one runs)
 */
export function createSyncOrganisation(ports: SyncOrganisationPorts): SyncOrganisation {
  const { directory, pause } = ports
  return (options) =>
    runSync(ports, 'wecom', options, (stored, hold) => readDirectory({ directory, pause, hold }, stored))
}
