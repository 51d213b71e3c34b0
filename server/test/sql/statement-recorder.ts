import type { SqlConnection } from '../../src/adapters/database/sqlite/sqlite-adapter'

/** What Prisma's driver adapters run. */
export type SqlQuery = Parameters<SqlConnection['queryRaw']>[0]
export type SqlTransaction = Awaited<ReturnType<SqlConnection['startTransaction']>>
type Queryable = Pick<SqlConnection, 'queryRaw' | 'executeRaw'>

/** A statement as it reached the driver; a transaction's borders are statements too. */
export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
  readonly types: SqlQuery['argTypes']
}

export const BORDERS = { begin: 'BEGIN TRANSACTION', commit: 'COMMIT', rollback: 'ROLLBACK' } as const

export interface StatementRecorder {
  /** Everything that this connection is asked from now on is taken down first. */
  listen(connection: SqlConnection): SqlConnection
  /** What was taken down while the work ran. */
  during(work: () => Promise<unknown>): Promise<readonly Statement[]>
  /** What runs in here is not taken down. */
  quietly: Quietly
}

export type Quietly = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Takes down what reaches a database, in the order of the calls, but only {@link StatementRecorder.during} some work. */
export function statementRecorder(): StatementRecorder {
  let current: Statement[] | null = null
  const note = (sql: string, values: readonly unknown[] = [], types: SqlQuery['argTypes'] = []) => {
    current?.push({ sql, values, types })
  }
  const noted = <Target extends Queryable>(target: Target): Pick<Target, 'queryRaw' | 'executeRaw'> => ({
    queryRaw: (query) => {
      note(query.sql, query.args, query.argTypes)
      return target.queryRaw(query)
    },
    executeRaw: (query) => {
      note(query.sql, query.args, query.argTypes)
      return target.executeRaw(query)
    },
  })
  const notedTransaction = (transaction: SqlTransaction): SqlTransaction =>
    over(transaction, {
      ...noted(transaction),
      commit: () => {
        note(BORDERS.commit)
        return transaction.commit()
      },
      rollback: () => {
        note(BORDERS.rollback)
        return transaction.rollback()
      },
    })
  return {
    listen: (connection) =>
      over(connection, {
        ...noted(connection),
        startTransaction: async (isolationLevel) => {
          const transaction = await connection.startTransaction(isolationLevel)
          note(BORDERS.begin)
          return notedTransaction(transaction)
        },
      }),
    during: async (work) => {
      const statements: Statement[] = []
      current = statements
      try {
        await work()
      } finally {
        current = null
      }
      return statements
    },
    quietly: async (work) => {
      const before = current
      current = null
      try {
        return await work()
      } finally {
        current = before
      }
    },
  }
}

/** The same object with some members replaced, now or later; the others keep working on their own private state. */
export function over<Target extends object>(target: Target, members: Partial<Target>): Target {
  return new Proxy(target, {
    get: (_, name) => {
      if (Object.hasOwn(members, name)) return Reflect.get(members, name) as unknown
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
    set: (_, name, value) => Reflect.set(members, name, value),
  })
}
