import { jest } from '@jest/globals'

/** No SQL Server is at hand: this shows what is sent, in which order, and what happens when the server says no. */
const sent: string[] = []
let lockResult = 0
let failOn = '?'
let isLineLost = false

const queryable = {
  queryRaw: ({ sql }: { sql: string }) => {
    sent.push(sql)
    const rows = sql.includes('sp_getapplock') ? [[lockResult]] : [['1_first', 'abc', 1]]
    return Promise.resolve({ rows })
  },
  executeRaw: ({ sql }: { sql: string }) => {
    sent.push(sql)
    return sql.includes(failOn) ? Promise.reject(new Error('refused')) : Promise.resolve(0)
  },
}
const statementTimeoutsMs: unknown[] = []
jest.unstable_mockModule('@prisma/adapter-mssql', () => ({
  PrismaMssql: class {
    constructor(config: { requestTimeout: unknown }) {
      statementTimeoutsMs.push(config.requestTimeout)
    }
    connect = () =>
      Promise.resolve({
        ...queryable,
        startTransaction: () => {
          sent.push('begin')
          const end = (word: string) => () => Promise.resolve(void sent.push(word))
          const rollback = () => (isLineLost ? Promise.reject(new Error('no line')) : end('rollback')())
          return Promise.resolve({ ...queryable, commit: end('commit'), rollback })
        },
        dispose: () => Promise.resolve(),
      })
  },
}))
const { openSqlServerHistory } = await import('./sqlserver-history')

async function migrateOne(): Promise<unknown> {
  const history = await openSqlServerHistory('sqlserver://db:1433;database=waiqin')
  return history.locked(async (migrating) => {
    const applied = await migrating.read()
    await migrating.run('BEGIN TRY …')
    const migration = { name: '2_second', sql: 'BEGIN TRY …', checksum: 'def' }
    await migrating.record(migration, { id: 'id', startedAtMs: 0, finishedAtMs: 1 })
    return applied
  })
}

beforeEach(() => {
  sent.length = 0
  lockResult = 0
  failOn = '?'
  isLineLost = false
})

describe('the migration history on SQL Server', () => {
  it('takes the lock inside the transaction before it looks, and commits last', async () => {
    expect(await migrateOne()).toEqual([{ name: '1_first', checksum: 'abc', finished: true }])
    const steps = ['begin', 'sp_getapplock', 'CREATE TABLE', 'SELECT', 'BEGIN TRY', 'INSERT INTO', 'commit']
    expect(sent.length).toBe(steps.length)
    steps.forEach((step, index) => expect(sent[index]).toContain(step))
    expect(sent[1]).toContain("@LockOwner = N'Transaction'")
  })

  it('goes on after it waited for the lock', async () => {
    lockResult = 1
    await migrateOne()
    expect(sent.at(-1)).toBe('commit')
  })

  it.each([-1, -2, -3, -999])('changes nothing without the lock (%i)', async (code) => {
    lockResult = code
    await expect(migrateOne()).rejects.toThrow('Another process holds the migration lock')
    expect(sent.length).toBe(3)
    expect(sent.at(-1)).toBe('rollback')
  })

  it('rolls everything back when the migration fails', async () => {
    failOn = 'BEGIN TRY'
    await expect(migrateOne()).rejects.toThrow('refused')
    expect(sent.at(-1)).toBe('rollback')
  })

  it('tells why the migration failed, also when it cannot be rolled back either', async () => {
    failOn = 'BEGIN TRY'
    isLineLost = true
    await expect(migrateOne()).rejects.toThrow('refused')
  })

  it('gives long migrations time, unless the address says otherwise', async () => {
    await openSqlServerHistory('sqlserver://db;database=waiqin;socketTimeout=5')
    await openSqlServerHistory('sqlserver://db;database=waiqin')
    expect(statementTimeoutsMs.slice(-2)).toEqual([5, 1_800_000])
  })
})
