import type { Database } from '../adapters/database/database'
import { createPhotoRecordStore } from '../adapters/database/photo-record-store'
import { createSettlementStore } from '../adapters/database/settlement-store'
import { createTransactions } from '../adapters/database/store-transaction'
import { createPhotoVerifier } from '../adapters/system/photo-verifier'
import type { Config } from '../config'
import { createSettle } from '../features/check-in/settle-attempt.usecase'
import type { Log } from '../ports/log'
import { startVerifyingPhotos } from '../worker/verify-photos'
import { createPhotoStorage } from './photo-store'
import type { Sources } from './platform'

/** Each may need some hundred megabytes while it decodes. */
const DECODING_THREADS = 2

/** Verifies photos until stopped; the threads end with it. */
export function startPhotoVerification(
  config: Config,
  database: Database,
  { clock, random, log }: Sources & { readonly log: Log },
): { stop(): Promise<void> } {
  const photoVerifier = createPhotoVerifier({ threads: DECODING_THREADS })
  const verifying = startVerifyingPhotos({
    photoRecords: createPhotoRecordStore(database),
    photoStore: createPhotoStorage(config, { random }),
    photoVerifier,
    transactions: createTransactions(database),
    settle: createSettle({ settlements: createSettlementStore(), random }),
    clock,
    random,
    log,
  })
  return {
    // A picture that is being decoded is cut off and looked at again by the next worker.
    stop: async () => {
      await Promise.all([verifying.stop(), photoVerifier.close()])
    },
  }
}
