/**
 * Every fault of SQL Server that the product knows, on the whole way: a server that speaks its protocol, the true driver,
 * Prisma's adapter and client, our policy.
 */
import {
  startFakeSqlServer,
  type Answer,
  type FakeReply,
  type FakeSqlServer,
} from '../../../../test/sqlserver/fake-sqlserver'
import type { AppError } from '../../../app-error'
import type { Database } from '../database'
import { openDatabase } from '../open-database'
import { uniqueConflict } from '../unique-conflict'
import { SERVER_NUMBERS } from './server-errors'

let server: FakeSqlServer
let database: Database
beforeAll(async () => {
  server = await startFakeSqlServer()
  database = await open()
})
beforeEach(() => {
  server.answer = () => undefined
  server.sent.length = 0
})
afterAll(async () => {
  await database.close()
  await server.stop()
})

const open = (settings = '') => openDatabase({ url: server.url + settings, applicationName: 'waiqin-web' })
const write = (by = database) => by.write((tx) => tx.team.updateMany({ where: { id: 't1' }, data: { name: '夜班' } }))
const fault = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  )
const count = (step: string) => server.sent.filter((sent) => sent === step).length

/** Answers so at this step, that many times; then all goes well. */
function fail(step: Parameters<Answer>[0], reply: FakeReply, times = 1_000): void {
  let left = times
  server.answer = (now) => (now === step && left-- > 0 ? reply : undefined)
}

/** What becomes of one error of this number in a statement. */
const BY_NUMBER: Readonly<Record<number, 'repeated' | 'busy'>> = {
  1205: 'repeated',
  1222: 'repeated',
  3935: 'repeated',
  3960: 'repeated',
  3966: 'repeated',
  596: 'repeated',
  976: 'repeated',
  983: 'repeated',
  6005: 'repeated',
  40197: 'repeated',
  1204: 'busy',
  8645: 'busy',
  8651: 'busy',
  10928: 'busy',
  10929: 'busy',
  40501: 'busy',
  40613: 'busy',
  49918: 'busy',
  49919: 'busy',
  49920: 'busy',
}

describe('an error of SQL Server in a transaction', () => {
  it('is tried here for every number that the product knows', () => {
    expect(Object.keys(BY_NUMBER).map(Number).sort()).toEqual([...SERVER_NUMBERS].sort())
  })

  it.each(Object.entries(BY_NUMBER))('%s: %s', async (number, verdict) => {
    fail('sql', { number: Number(number) }, 1)
    if (verdict === 'repeated') {
      expect(await write()).toEqual({ count: 0 })
      expect([count('begin'), count('rollback'), count('commit')]).toEqual([2, 1, 1])
    } else {
      const error = await fault(write())
      expect(error).toMatchObject({ code: 'BUSY_TRY_AGAIN', status: 503, retryAfterSeconds: 10 })
      expect((error as AppError).internalText).toContain(`(${number}: `)
      expect([count('begin'), count('commit')]).toEqual([1, 0])
    }
  })

  it.each(['begin', 'commit'] as const)('is repeated as well when the %s is refused', async (step) => {
    fail(step, { number: 3960 }, 2)
    expect(await write()).toEqual({ count: 0 })
    expect(count('begin')).toBe(3)
  })

  it.each<[number, string]>([
    [547, 'P2003'],
    [2628, 'P2000'],
    [8152, 'P2039'],
    [515, 'P2011'],
  ])('%i is nobody’s fault but ours, and is not repeated', async (number, code) => {
    fail('sql', { number })
    expect(await fault(write())).toMatchObject({ code })
    expect([count('begin'), count('rollback')]).toEqual([1, 1])
  })

  it.each<[number, string, string | null]>([
    [
      2627,
      "Violation of UNIQUE KEY constraint 'Team_name_key'. Cannot insert duplicate key in object 'dbo.Team'. The duplicate key value is (Team_pkey).",
      'Team_name_key',
    ],
    [
      2601,
      "Cannot insert duplicate key row in object 'dbo.Device' with unique index 'Device_one_active_per_key'. The duplicate key value is (a).",
      'Device_one_active_per_key',
    ],
    [
      2601,
      '不能在具有唯一索引“Site_name_in_use”的对象“dbo.Site”中插入重复键的行。重复键值为 (总部)。',
      'Site_name_in_use',
    ],
    [2627, '违反了 PRIMARY KEY 约束“Lease_pkey”。不能在对象“dbo.Lease”中插入重复键。', 'Lease_pkey'],
    [2601, "Cannot insert duplicate key row in object 'dbo.X' with unique index 'X_theirs'.", null],
  ])('%i names the index that was in the way: %s', async (number, message, index) => {
    fail('sql', { number, message, severity: 14 })
    const error = await fault(write())
    expect(error).toMatchObject({ code: 'P2002' })
    expect(uniqueConflict(error)).toBe(index)
    expect(count('begin')).toBe(1)
  })
})

describe('a line that breaks', () => {
  it.each(['begin', 'sql'] as const)('in the %s: done again on another, once', async (step) => {
    fail(step, 'hang_up', 1)
    expect(await write()).toEqual({ count: 0 })
    expect(count('commit')).toBe(1)
  })

  it('in every try: the caller may come again', async () => {
    fail('sql', 'hang_up')
    expect(await fault(write())).toMatchObject({ code: 'BUSY_TRY_AGAIN' })
    expect(count('begin')).toBe(3)
  })

  it.each<[string, FakeReply]>([
    ['broke', 'hang_up'],
    ['was not answered', 'silence'],
    ['was answered by a server that goes down', { number: 6005 }],
  ])('in a commit that %s: nobody knows, so it is not done again', async (_name, reply) => {
    const patient = await open(';socketTimeout=200')
    fail('commit', reply)
    expect(await fault(write(patient))).toMatchObject({ code: 'INTERNAL', status: 500 })
    expect(count('begin')).toBe(1)
    await patient.close()
  })

  it('leaves no transaction open for whoever gets the connection next', async () => {
    const single = await open(';socketTimeout=200;connectionLimit=1')
    await write(single)
    const logins = server.logins.length
    fail('commit', 'silence', 1)
    await fault(write(single))
    expect(await write(single)).toEqual({ count: 0 })
    expect(server.logins.length).toBe(logins + 1)
    await single.close()
  })

  it('while nothing runs: the next query goes over a new one', async () => {
    await database.read.team.findMany()
    server.hangUpOnAll()
    expect(await database.read.team.findMany()).toEqual([])
  })

  it('in a query outside of transactions: asked again', async () => {
    fail('sql', 'hang_up', 2)
    expect(await database.read.team.findMany()).toEqual([])
    fail('sql', { number: 1205 }, 2)
    expect(await database.read.$queryRawUnsafe('SELECT 1 AS [one]')).toEqual([])
  })
})

describe('a server that is gone', () => {
  it('is waited for by nobody, and used again as soon as it is back', async () => {
    const told: unknown[] = []
    const url = server.url
    const watched = await openDatabase({ url, onConnectionTrouble: (error) => told.push(error) })
    await server.stop()
    expect(await fault(write(watched))).toMatchObject({ code: 'BUSY_TRY_AGAIN', cause: { code: 'ESOCKET' } })
    expect(await fault(watched.read.team.findMany())).toMatchObject({ code: 'BUSY_TRY_AGAIN' })
    expect(told.length).toBeGreaterThan(0)
    await server.start()
    expect(await write(watched)).toEqual({ count: 0 })
    expect(await watched.read.team.findMany()).toEqual([])
    await watched.close()
  })

  it('is told from one that is slow: a statement ends after its time, undone', async () => {
    const hasty = await open(';socketTimeout=100')
    fail('sql', 'silence', 1)
    expect(await fault(write(hasty))).toMatchObject({
      code: 'BUSY_TRY_AGAIN',
      internalText: expect.stringContaining('ETIMEOUT'),
    })
    expect([count('begin'), count('rollback'), count('commit')]).toEqual([1, 1, 0])
    await hasty.close()
  })

  it('is told from a pool that is used up', async () => {
    const narrow = await open(';connectionLimit=1;poolTimeout=1')
    fail('sql', 'silence', 1)
    const first = fault(narrow.read.team.findMany())
    const second = fault(narrow.read.team.findMany())
    expect(await second).toMatchObject({
      code: 'BUSY_TRY_AGAIN',
      internalText: expect.stringContaining('from the pool'),
    })
    server.hangUpOnAll()
    expect(await first).toBe('none')
    await narrow.close()
  })
})

describe('a server that lets us not in', () => {
  it.each<[number, string]>([
    [18456, "Login failed for user 'waiqin_app'."],
    [4060, 'Cannot open database "waiqin" requested by the login. The login failed.'],
  ])('%i: says so at the start, and is tried again by each request afterwards', async (number, message) => {
    const refusal = { number, message, severity: 14 }
    fail('login', refusal)
    expect(await fault(open())).toMatchObject({ message: expect.stringContaining(message) })
    server.hangUpOnAll()
    const error = await fault(write())
    expect(error).toMatchObject({ code: 'BUSY_TRY_AGAIN', internalText: expect.stringContaining(`ELOGIN: ${message}`) })
    server.answer = () => undefined
    expect(await write()).toEqual({ count: 0 })
  })
})

describe('a connection', () => {
  it('names the process, asks for English messages, and gives up no part of the password', () => {
    expect(server.logins[0]).toEqual({
      user: 'waiqin_app',
      applicationName: 'waiqin-web',
      language: 'us_english',
      database: 'waiqin',
    })
    expect(server.setUps[0]).toContain('set language us_english')
  })

  it('is encrypted unless the address says otherwise; no password goes over a plain line', async () => {
    const url = server.url.replace(';encrypt=false', '')
    const logins = server.logins.length
    await expect(openDatabase({ url })).rejects.toThrow('does not encrypt')
    expect(server.encryptionWanted.at(-1)).toBe(true)
    expect(server.logins).toHaveLength(logins)
  })
})
