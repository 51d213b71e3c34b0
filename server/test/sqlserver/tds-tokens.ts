/** What a SQL Server answers, as bytes of the TDS protocol ([MS-TDS], version 7.4). */
import { PACKET_HEADER_BYTES } from './tds-requests'

/** An error as the server reports it; the text is what people read. */
export interface TdsError {
  readonly number: number
  readonly message?: string
  /** The severity. From 20 on the server ends the connection. */
  readonly severity?: number
}

/** Rows of a result: texts, whole numbers and nulls, by column. */
export type TdsRow = Readonly<Record<string, string | number | null>>

const RESPONSE = 0x04
const LARGEST_PACKET_BYTES = 4_096
/** Latin1_General_CI_AS, as COLLATION of five bytes. */
const COLLATION = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34])
const DONE_STATUS = { final: 0x00, error: 0x02, count: 0x10, attention: 0x20 }
const LONGEST_NVARCHAR_BYTES = 8_000

/** One message, cut into packets. */
export function packetsOf(body: Buffer, type = RESPONSE): Buffer {
  const packets: Buffer[] = []
  const most = LARGEST_PACKET_BYTES - PACKET_HEADER_BYTES
  for (let start = 0; start === 0 || start < body.length; start += most) {
    const part = body.subarray(start, start + most)
    const header = Buffer.alloc(PACKET_HEADER_BYTES)
    header.writeUInt8(type, 0)
    header.writeUInt8(start + most >= body.length ? 1 : 0, 1)
    header.writeUInt16BE(part.length + PACKET_HEADER_BYTES, 2)
    packets.push(header, part)
  }
  return Buffer.concat(packets)
}

/** VERSION 16.0 and ENCRYPTION: on, or not supported. */
export function preloginAnswer(isEncrypted: boolean): Buffer {
  const options = Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff])
  return Buffer.concat([options, Buffer.from([16, 0, 0, 0, 0, 0]), Buffer.from([isEncrypted ? 1 : 2])])
}

/** The login is right, but another server is to be used: ENVCHANGE of the route (20), by TCP. */
export interface TdsRedirect {
  readonly host: string
  readonly port: number
}

export function loginAnswer(redirect?: TdsRedirect): Buffer {
  const name = byteText('Microsoft SQL Server')
  const body = Buffer.concat([Buffer.from([1, 0x74, 0, 0, 4]), name, Buffer.from([16, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from([0xad]),
    uint16(body.length),
    body,
    redirect ? routeToken(redirect) : Buffer.alloc(0),
    done(),
  ])
}

function routeToken({ host, port }: TdsRedirect): Buffer {
  const route = Buffer.concat([Buffer.from([0]), uint16(port), uint16(host.length), Buffer.from(host, 'utf16le')])
  const body = Buffer.concat([Buffer.from([20]), uint16(route.length), route, uint16(0)])
  return Buffer.concat([Buffer.from([0xe3]), uint16(body.length), body])
}

export function errorAnswer({ number, message = `Error ${number}`, severity = 16 }: TdsError): Buffer {
  const body = Buffer.concat([
    int32(number),
    Buffer.from([1, severity]),
    uint16(message.length),
    Buffer.from(message, 'utf16le'),
    byteText('fake'),
    byteText(''),
    int32(1),
  ])
  return Buffer.concat([Buffer.from([0xaa]), uint16(body.length), body, doneToken(0xfd, DONE_STATUS.error, 0)])
}

/** ENVCHANGE of a transaction's begin (8), commit (9) or rollback (10), then DONE. */
export function transactionAnswer(type: 'begin' | 'commit' | 'rollback', descriptor: Buffer): Buffer {
  const kind = { begin: 8, commit: 9, rollback: 10 }[type]
  const [now, before] = type === 'begin' ? [descriptor, Buffer.alloc(0)] : [Buffer.alloc(0), descriptor]
  const body = Buffer.concat([Buffer.from([kind, now.length]), now, Buffer.from([before.length]), before])
  return Buffer.concat([Buffer.from([0xe3]), uint16(body.length), body, done()])
}

export function attentionAnswer(): Buffer {
  return doneToken(0xfd, DONE_STATUS.attention, 0)
}

/** A result with rows, or how many rows were changed. */
export function resultAnswer(result: readonly TdsRow[] | number, isProcedureCall: boolean): Buffer {
  const rows = typeof result === 'number' ? [] : result
  const count = typeof result === 'number' ? result : rows.length
  const table = rows[0] === undefined ? [] : [columnsToken(rows), ...rows.map((row) => rowToken(row, rows))]
  const ends = isProcedureCall
    ? [doneToken(0xff, DONE_STATUS.count, count), Buffer.from([0x79, 0, 0, 0, 0]), doneToken(0xfe, 0, 0)]
    : [doneToken(0xfd, DONE_STATUS.count, count)]
  return Buffer.concat([...table, ...ends])
}

function columnsToken(rows: readonly TdsRow[]): Buffer {
  const names = Object.keys(rows[0] ?? {})
  const columns = names.map((name) => {
    // User type, flags (nullable), then INTN of eight bytes or NVARCHAR.
    const type = isNumeric(name, rows)
      ? Buffer.from([0x26, 8])
      : Buffer.concat([Buffer.from([0xe7]), uint16(LONGEST_NVARCHAR_BYTES), COLLATION])
    return Buffer.concat([int32(0), uint16(1), type, byteText(name)])
  })
  return Buffer.concat([Buffer.from([0x81]), uint16(names.length), ...columns])
}

function rowToken(row: TdsRow, rows: readonly TdsRow[]): Buffer {
  const values = Object.entries(row).map(([name, value]) => {
    if (isNumeric(name, rows))
      return value === null ? Buffer.from([0]) : Buffer.concat([Buffer.from([8]), int64(Number(value))])
    const text = Buffer.from(String(value), 'utf16le')
    return value === null ? uint16(0xffff) : Buffer.concat([uint16(text.length), text])
  })
  return Buffer.concat([Buffer.from([0xd1]), ...values])
}

const isNumeric = (name: string, rows: readonly TdsRow[]) => rows.some((row) => typeof row[name] === 'number')

function done(): Buffer {
  return doneToken(0xfd, DONE_STATUS.final, 0)
}

function doneToken(token: number, status: number, count: number): Buffer {
  return Buffer.concat([Buffer.from([token]), uint16(status), uint16(0), int64(count)])
}

function byteText(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'utf16le')])
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16LE(value)
  return buffer
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32LE(value)
  return buffer
}

function int64(value: number): Buffer {
  const buffer = Buffer.alloc(8)
  buffer.writeBigInt64LE(BigInt(value))
  return buffer
}
