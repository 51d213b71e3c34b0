/**
 * A photo worker that says when it reaches a step, and waits there to be killed.
 * Arguments: data folder, database address, the clock in milliseconds, the step.
 */
import { openDatabase } from '../../src/adapters/database/open-database'
import { loadConfig } from '../../src/config'
import { fixedClock } from '../fakes'
import { openPhotoWorker, type WorkerStep } from '../photo-worker'

async function runUntil(dataFolder: string, databaseUrl: string, nowMs: number, step: WorkerStep): Promise<void> {
  const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: dataFolder, DATABASE_URL: databaseUrl })
  const database = await openDatabase({ url: databaseUrl })
  const { parts, work } = openPhotoWorker(config, database, fixedClock(nowMs))
  const { photoRecords, photoStore, photoVerifier, transactions, settle } = parts

  async function reach<Result>(reached: WorkerStep, result: Result): Promise<Result> {
    if (reached !== step) return result
    console.log(`at ${step}`)
    return new Promise(() => {
      setInterval(() => {}, 60_000)
    })
  }

  await work({
    photoRecords: {
      ...photoRecords,
      claim: async (...args) => reach('claimed', await photoRecords.claim(...args)),
      finish: async (...args) => reach('in_transaction', await photoRecords.finish(...args)),
    },
    photoStore: {
      ...photoStore,
      write: async (key, ...rest) => {
        await photoStore.write(key, ...rest)
        if (key.includes('thumbnail')) await reach('half_viewed', null)
      },
    },
    photoVerifier: {
      ...photoVerifier,
      verify: async (photo) => reach('verified', await photoVerifier.verify(photo)),
    },
    transactions: {
      inTransaction: async (work) => reach('committed', await transactions.inTransaction(work)),
    },
    settle: async (...args) => reach('settled', await settle(...args)),
  })
}

const [dataFolder = '', databaseUrl = '', nowMs = '0', step = 'claimed'] = process.argv.slice(2)
await runUntil(dataFolder, databaseUrl, Number(nowMs), step as WorkerStep)
