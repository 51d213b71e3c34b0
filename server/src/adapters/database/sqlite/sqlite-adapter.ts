import { PrismaLibSql } from '@prisma/adapter-libsql'
import { libsqlUrl, makeFolderOf } from './sqlite-file'

type LibsqlClient = ReturnType<PrismaLibSql['createClient']>
type LibsqlTransaction = Awaited<ReturnType<LibsqlClient['transaction']>>
export type SqlConnection = Awaited<ReturnType<PrismaLibSql['connect']>>

/**
 * How long SQLite itself waits for another process' lock. It blocks the event loop meanwhile, so it is short and the
 * patience is left to the retry around the transaction.
 */
const LOCK_TIMEOUT_MS = 75

/** `migrate` does not check foreign keys: rebuilding a table drops it for a moment. */
type Use = 'write' | 'read' | 'migrate'

/**
 * Prisma's libsql adapter with two differences, both measured to be needed:
 * - Transactions that may write begin as write (BEGIN IMMEDIATE). A deferred one that reads and then writes fails at
 *   once when another process wrote in between.
 * - Everything runs on one connection. libsql opens a new one for each transaction, which costs a schema parse, loses
 *   its pragmas and stays open until it is garbage.
 */
export class SqliteAdapter extends PrismaLibSql {
  readonly #use: Use

  constructor(file: string, use: Use) {
    makeFolderOf(file)
    super({ url: libsqlUrl(file), timeout: LOCK_TIMEOUT_MS })
    this.#use = use
  }

  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]): LibsqlClient {
    const client = super.createClient(config)
    // Prisma reads a long list of ids in parts, within one transaction: that one may not ask for the writer's lock.
    const begin = this.#use === 'read' ? 'BEGIN' : 'BEGIN IMMEDIATE'
    client.transaction = transactionsOn(client, begin, () => setPragmas((sql) => client.execute(sql), this.#use))
    return client
  }

  override async connect(): Promise<SqlConnection> {
    const connection = await super.connect()
    try {
      await setPragmas((sql) => connection.queryRaw({ sql, args: [], argTypes: [] }), this.#use)
    } catch (error) {
      await connection.dispose()
      throw error
    }
    return connection
  }
}

/** Transactions on the client's own connection: Prisma's adapter holds its lock until one ends, so nothing slips in. */
function transactionsOn(
  client: LibsqlClient,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE',
  prepare: () => Promise<void>,
): () => Promise<LibsqlTransaction> {
  let prepared = true
  // A BEGIN or COMMIT that was refused stays "in progress" until libsql's handle of it is garbage, and no later
  // transaction of that connection could commit: go on with a new one.
  const run = async (sql: typeof begin | 'COMMIT'): Promise<void> => {
    try {
      await client.execute(sql)
    } catch (error) {
      if (sql === 'COMMIT') await client.execute('ROLLBACK')
      prepared = false
      client.reconnect()
      throw error
    }
  }
  return async () => {
    if (!prepared) {
      await prepare()
      prepared = true
    }
    await run(begin)
    let closed = false
    // The members that Prisma's adapter calls.
    const transaction: Pick<LibsqlTransaction, 'execute' | 'commit' | 'rollback' | 'closed'> = {
      execute: (statement) => {
        if (closed) throw new Error('The transaction has ended')
        return client.execute(statement)
      },
      commit: async () => {
        closed = true
        await run('COMMIT')
      },
      rollback: async () => {
        if (closed) return
        closed = true
        await client.execute('ROLLBACK')
      },
      get closed() {
        return closed
      },
    }
    return transaction as LibsqlTransaction
  }
}

type RunPragma = (sql: string) => Promise<{ readonly rows: readonly ArrayLike<unknown>[] }>

async function setPragmas(run: RunPragma, use: Use): Promise<void> {
  // A commit that was answered must survive a power cut: FULL also in WAL mode.
  const wanted = {
    journal_mode: 'wal',
    synchronous: 2,
    // In pages: check-ins write the same index pages over and over, and each checkpoint copies and syncs them.
    wal_autocheckpoint: 8_000,
    foreign_keys: use === 'migrate' ? 0 : 1,
    query_only: use === 'read' ? 1 : 0,
  }
  for (const [pragma, value] of Object.entries(wanted)) {
    await run(`PRAGMA ${pragma}=${value}`)
    const actual = (await run(`PRAGMA ${pragma}`)).rows[0]?.[0]
    if (String(actual) !== String(value)) throw new Error(`SQLite keeps ${pragma} at ${String(actual)}, not ${value}`)
  }
}
