import { PrismaClient } from '../../../generated/sqlite/client'
import type { Clock } from '../../../ports/system'
import { systemRandom } from '../../system/system'
import { TRANSACTION_LIMITS, type Client, type UnopenedDatabase } from '../database'
import { oneAtATime } from '../one-at-a-time'
import { retryOnConflict } from '../retry'
import { byClock } from '../transaction-clock'
import { SqliteAdapter } from './sqlite-adapter'
import { sqliteFileOf } from './sqlite-file'

/** @param url `file:…` */
export function openSqlite(url: string, clock: Clock): UnopenedDatabase {
  const file = sqliteFileOf(url)
  // One client writes and one reads: a second writing connection in this process would block the event loop that the
  // first one needs to finish.
  const writing = clientOf(file, 'write')
  const read = clientOf(file, 'read')
  const queue = oneAtATime()
  let waiting = 0
  return {
    engine: 'sqlite',
    read,
    write: (work) => {
      waiting++
      return queue(() => {
        waiting--
        return retryOnConflict(systemRandom, () => writing.$transaction(byClock(clock, work), TRANSACTION_LIMITS))
      })
    },
    waitingWrites: () => waiting,
    connect: async () => {
      // The writing client first: it creates the file and turns WAL on, which needs the file for itself for a moment.
      await retryOnConflict(systemRandom, () => writing.$connect())
      await retryOnConflict(systemRandom, () => read.$connect())
    },
    close: async () => {
      await queue(() => Promise.resolve())
      await read.$disconnect()
      await writing.$disconnect()
    },
  }
}

/** Both schemas are rendered from one, so both clients are the same but for their engine; the one cast stands here. */
function clientOf(file: string, use: 'write' | 'read'): Client {
  return new PrismaClient({ adapter: new SqliteAdapter(file, use), errorFormat: 'minimal' }) as unknown as Client
}
