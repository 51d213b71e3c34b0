import type { Database } from '../adapters/database/database'
import { createPhotoRecordStore } from '../adapters/database/photo-record-store'
import { createSettlementStore } from '../adapters/database/settlement-store'
import { createTransactions } from '../adapters/database/store-transaction'
import { createPhotoVerifier } from '../adapters/system/photo-verifier'
import type { Config } from '../config'
import { createSettle } from '../features/check-in/settle-attempt.usecase'
import type { Log } from '../ports/log'
import { startPurgingPhotos } from '../worker/purge-photos'
import { startVerifyingPhotos } from '../worker/verify-photos'
import { createPhotoStorage, sweepPhotoStorage } from './photo-store'
import type { Sources } from './platform'
import type { WorkerWatch } from './worker-watch'

/** Each may need some hundred megabytes while it decodes. */
const DECODING_PROCESSES = 2

/** Verifies photos, and deletes those that were kept for long enough, until stopped; the decoders end with it. */
export function startPhotoVerification(
  config: Config,
  database: Database,
  { clock, random, log, watch }: Sources & { readonly log: Log; readonly watch: Pick<WorkerWatch, 'job'> },
): { stop(): Promise<void> } {
  const photoRecords = createPhotoRecordStore(database)
  const photoStore = createPhotoStorage(config, { random, log })
  const photoVerifier = createPhotoVerifier({ processes: DECODING_PROCESSES })
  const transactions = createTransactions(database)
  const settle = createSettle({ settlements: createSettlementStore(), random })
  const common = { photoRecords, photoStore, clock }
  const looking = { ...common, photoVerifier, transactions, settle, random }
  const sweepStore = () => sweepPhotoStorage(config, { random })
  const verifying = watch.job('verify-photos', (log, timer) => startVerifyingPhotos({ ...looking, log }, timer))
  const purging = watch.job('purge-photos', (log, timer) => startPurgingPhotos({ ...common, sweepStore, log }, timer))
  return {
    // A picture that is being decoded is cut off and looked at again by the next worker.
    stop: async () => {
      await Promise.all([verifying.stop(), purging.stop(), photoVerifier.close()])
    },
  }
}
