/** The worker's photo verification on an open database, run pass by pass with the clock in hand. */
import type { Database } from '../src/adapters/database/database'
import { createPhotoRecordStore } from '../src/adapters/database/photo-record-store'
import { createSettlementStore } from '../src/adapters/database/settlement-store'
import { createTransactions } from '../src/adapters/database/store-transaction'
import { createPhotoVerifier } from '../src/adapters/system/photo-verifier'
import { systemRandom } from '../src/adapters/system/system'
import type { Config } from '../src/config'
import { createSettle } from '../src/features/check-in/settle-attempt.usecase'
import type { LookAtPhotoPorts } from '../src/features/photos/look-at-photo.usecase'
import type { Clock } from '../src/ports/system'
import { createPhotoStorage } from '../src/wiring/photo-store'
import { createPurgePhotosRound } from '../src/worker/purge-photos'
import { createVerifyPhotosPass } from '../src/worker/verify-photos'

export interface PhotoWorker {
  readonly parts: LookAtPhotoPorts
  /** What went to the log as a warning or worse. */
  readonly complaints: string[]
  /** Passes until nothing is due now. */
  work(changes?: Partial<LookAtPhotoPorts>): Promise<void>
  /** One round over photos that were kept for long enough. */
  purge(changes?: Partial<LookAtPhotoPorts>): Promise<void>
  close(): Promise<void>
}

/** Where a worker may be killed, in the order in which it gets there. */
export const WORKER_STEPS = ['claimed', 'verified', 'half_viewed', 'in_transaction', 'settled', 'committed'] as const
export type WorkerStep = (typeof WORKER_STEPS)[number]

export function openPhotoWorker(config: Config, database: Database, clock: Clock): PhotoWorker {
  const random = systemRandom
  const complaints: string[] = []
  const complain = (fields: Readonly<Record<string, unknown>>, text: string) => {
    complaints.push(`${text}: ${String(fields['attemptId'])} (${String(fields['err'])})`)
  }
  const parts: LookAtPhotoPorts = {
    photoRecords: createPhotoRecordStore(database),
    photoStore: createPhotoStorage(config, { random }),
    photoVerifier: createPhotoVerifier({ processes: 1 }),
    transactions: createTransactions(database),
    settle: createSettle({ settlements: createSettlementStore(), random }),
    clock,
    random,
    log: { info: () => {}, warn: complain, error: complain },
  }
  return {
    parts,
    complaints,
    work: async (changes = {}) => {
      const pass = createVerifyPhotosPass({ ...parts, ...changes })
      while ((await pass()) > 0);
    },
    purge: async (changes = {}) => {
      await createPurgePhotosRound({ ...parts, ...changes })()
    },
    close: () => parts.photoVerifier.close(),
  }
}
