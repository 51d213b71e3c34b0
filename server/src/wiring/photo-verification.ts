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

/** Each may need some hundred megabytes while it decodes. */
const DECODING_PROCESSES = 2

/** Verifies photos, and deletes those that were kept for long enough, until stopped; the decoders end with it. */
export function startPhotoVerification(
  config: Config,
  database: Database,
  { clock, random, log }: Sources & { readonly log: Log },
): { stop(): Promise<void> } {
  const photoRecords = createPhotoRecordStore(database)
  const photoStore = createPhotoStorage(config, { random, log })
  const photoVerifier = createPhotoVerifier({ processes: DECODING_PROCESSES })
  const transactions = createTransactions(database)
  const settle = createSettle({ settlements: createSettlementStore(), random })
  const common = { photoRecords, photoStore, clock, log }
  const verifying = startVerifyingPhotos({ ...common, photoVerifier, transactions, settle, random })
  const purging = startPurgingPhotos({ ...common, sweepStore: () => sweepPhotoStorage(config, { random }) })
  return {
    // A picture that is being decoded is cut off and looked at again by the next worker.
    stop: async () => {
      await Promise.all([verifying.stop(), purging.stop(), photoVerifier.close()])
    },
  }
}
