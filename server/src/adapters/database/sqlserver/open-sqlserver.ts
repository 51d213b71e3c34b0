import { PrismaClient } from '../../../generated/sqlserver/client'
import type { Clock } from '../../../ports/system'
import { systemRandom } from '../../system/system'
import { TRANSACTION_LIMITS, type Client, type UnopenedDatabase } from '../database'
import { retryOnConflict } from '../retry'
import { byClock } from '../transaction-clock'
import { SqlServerAdapter, type SqlServerOptions } from './sqlserver-adapter'

/** @param url `sqlserver://…` */
export function openSqlServer(url: string, clock: Clock, options: SqlServerOptions): UnopenedDatabase {
  const client: Client = new PrismaClient({ adapter: new SqlServerAdapter(url, options), errorFormat: 'minimal' })
  return {
    engine: 'sqlserver',
    read: retryingReads(client),
    write: (work) => retryOnConflict(systemRandom, () => client.$transaction(byClock(clock, work), TRANSACTION_LIMITS)),
    waitingWrites: () => 0,
    connect: () => client.$connect(),
    close: () => client.$disconnect(),
  }
}

/** A query outside of transactions changes nothing, so it is repeated as a transaction is. */
function retryingReads(client: Client): Client {
  const extended = client.$extends({
    query: { $allOperations: ({ args, query }) => retryOnConflict(systemRandom, () => query(args)) },
  })
  return extended as unknown as Client
}
