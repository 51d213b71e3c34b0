import { PrismaMssql } from '@prisma/adapter-mssql'
import { withColumnTypes } from './column-types'
import { CommitOutcomeUnknown } from './commit-outcome-unknown'
import { serverNumberOf, serverTroubleOf } from './server-errors'
import { sqlServerConfig } from './sqlserver-config'

type SqlConnection = Awaited<ReturnType<PrismaMssql['connect']>>
type SqlTransaction = Awaited<ReturnType<SqlConnection['startTransaction']>>

export interface SqlServerOptions {
  /** What the server shows beside our connections, e.g. `waiqin-web`. */
  readonly applicationName: string
  /** A connection failed outside of what anybody waits for, or could not be made. */
  readonly onConnectionTrouble?: (error: unknown) => void
}

/**
 * Prisma's mssql adapter, with the settings that we leave to nobody, and one difference: a connection on which a commit or
 * a rollback failed is closed. mssql would lend it out again, with a transaction open that nobody will end: its locks would
 * stay, and whoever gets the connection next would write into that transaction.
 */
export class SqlServerAdapter extends PrismaMssql {
  constructor(url: string, { applicationName, onConnectionTrouble }: SqlServerOptions) {
    const told = onConnectionTrouble ?? (() => undefined)
    super(sqlServerConfig(url, applicationName), { onPoolError: told, onConnectionError: told })
  }

  override async connect(): Promise<SqlConnection> {
    const connection = withColumnTypes(await super.connect())
    const start = connection.startTransaction.bind(connection)
    connection.startTransaction = async (isolationLevel) =>
      closingOnFailure(withColumnTypes(await start(isolationLevel)))
    return connection
  }
}

function closingOnFailure(transaction: SqlTransaction): SqlTransaction {
  // mssql takes it away as soon as the transaction ends, well or not.
  const line = lineOf(transaction)
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  transaction.commit = async () => {
    try {
      await commit()
    } catch (error) {
      line?.close()
      throw isRefused(error) ? error : new CommitOutcomeUnknown('A commit was not answered', { cause: error })
    }
  }
  transaction.rollback = async () => {
    try {
      await rollback()
    } catch (error) {
      line?.close()
      throw error
    }
  }
  return transaction
}

/** The server said no, or had rolled back before: nothing was kept. One that goes down may say so after it had committed. */
function isRefused(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  if (code === 'EABORT' || code === 'ENOTBEGUN') return true
  return serverNumberOf(error) !== null && serverTroubleOf(error) !== 'lost'
}

/** The connection that mssql holds for a transaction: it has no public name. */
function lineOf(transaction: SqlTransaction): { close(): void } | null {
  const { transaction: inner } = transaction as { transaction?: { _acquiredConnection?: { close(): void } | null } }
  return inner?._acquiredConnection ?? null
}
