/**
 * A server that speaks SQL Server's protocol and answers what a test tells it to: behind it the true driver, adapter and
 * Prisma client run. It knows no SQL.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createTdsReader, type TdsLogin, type TdsRequest } from './tds-requests'
import { encryptedLine } from './tds-tls'
import {
  attentionAnswer,
  errorAnswer,
  loginAnswer,
  packetsOf,
  preloginAnswer,
  resultAnswer,
  transactionAnswer,
  type TdsError,
  type TdsRedirect,
  type TdsRow,
} from './tds-tokens'

/** Rows, a number of changed rows, an error, another server (to a login), an end of the connection, or nothing at all. */
export type FakeReply = readonly TdsRow[] | number | TdsError | TdsRedirect | 'hang_up' | 'silence'
/** What is to be answered; undefined leaves it to the default: success, with no rows. */
export type Answer = (step: 'login' | 'begin' | 'commit' | 'rollback' | 'sql', sql: string) => FakeReply | undefined

export interface FakeSqlServer {
  readonly url: string
  readonly port: number
  /** Every statement and step of a transaction, in order; without what a client sends to set up and to try a connection. */
  readonly sent: string[]
  readonly logins: TdsLogin[]
  /** Whether each client so far asked for encryption. */
  readonly encryptionWanted: boolean[]
  /** What a client sent right after its login. */
  readonly setUps: string[]
  answer: Answer
  /** Whether the line of this number, from 0 on, is encrypted when the client asks for it; at first none is. */
  encrypts: (line: number) => boolean
  openConnections(): number
  hangUpOnAll(): void
  /** Ends all connections and takes no new ones. */
  stop(): Promise<void>
  /** Listens again, on the same port. */
  start(): Promise<void>
}

/** Listens on a free port of this computer. */
export async function startFakeSqlServer(answer: Answer = () => undefined): Promise<FakeSqlServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A client that is gone is what some tests are about.
    socket.on('error', () => undefined)
    serve(socket)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const hangUpOnAll = () => sockets.forEach((socket) => socket.destroy())
  const fake: FakeSqlServer = {
    url: `sqlserver://127.0.0.1:${port};database=waiqin;user=waiqin_app;password={p;w=d};encrypt=false`,
    port,
    sent: [],
    logins: [],
    encryptionWanted: [],
    setUps: [],
    answer,
    encrypts: () => false,
    openConnections: () => sockets.size,
    hangUpOnAll,
    stop: () => {
      hangUpOnAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
    start: () => listen(port),
  }
  let transactions = 0

  function serve(socket: Socket): void {
    let descriptor = Buffer.alloc(8)
    let isOwed = false
    let line: Duplex = socket
    const send = (body: Buffer) => void line.write(packetsOf(body))
    const reply = (given: FakeReply | undefined, success: () => Buffer, isProcedureCall = false) => {
      if (given === 'hang_up') socket.destroy()
      else if (given === 'silence') isOwed = true
      else if (given === undefined) send(success())
      else if (typeof given === 'object' && 'number' in given) send(errorAnswer(given as TdsError))
      else if (typeof given === 'object' && 'port' in given) send(loginAnswer(given as TdsRedirect))
      else send(resultAnswer(given as readonly TdsRow[] | number, isProcedureCall))
    }
    const receive = (request: TdsRequest): void => {
      if (request.kind === 'prelogin') {
        const isEncrypted = request.wantsEncryption && fake.encrypts(fake.encryptionWanted.length)
        fake.encryptionWanted.push(request.wantsEncryption)
        send(preloginAnswer(isEncrypted))
        if (isEncrypted) listenTo(encryptedLine(socket.removeAllListeners('data')))
      } else if (request.kind === 'login') {
        fake.logins.push(request.login)
        reply(fake.answer('login', ''), () => loginAnswer())
      } else if (request.kind === 'attention') {
        // What was asked for is ended first, in a message of its own.
        if (isOwed) send(resultAnswer([], false))
        isOwed = false
        send(attentionAnswer())
      } else if (request.kind === 'sql') {
        const { sql, isProcedureCall } = request
        const isOwn = sql.startsWith('set ansi_nulls') || sql === 'SELECT 1;'
        if (sql.startsWith('set ansi_nulls')) fake.setUps.push(sql)
        if (!isOwn) fake.sent.push(sql)
        const given = isOwn ? undefined : fake.answer('sql', sql)
        reply(given, () => resultAnswer([], isProcedureCall), isProcedureCall)
      } else {
        const { kind } = request
        fake.sent.push(kind)
        if (kind === 'begin') {
          descriptor = Buffer.alloc(8)
          descriptor.writeUInt32LE(++transactions)
        }
        reply(fake.answer(kind, ''), () => transactionAnswer(kind, descriptor))
      }
    }
    const listenTo = (next: Duplex) => {
      line = next
      next.on('data', createTdsReader(receive))
    }
    listenTo(socket)
  }
  return fake
}
