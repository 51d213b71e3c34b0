/**
 * What a client of SQL Server sends, read from the bytes of the TDS protocol ([MS-TDS], version 7.4): as much as is
 * needed to know what was asked.
 */

export type TdsRequest =
  | { readonly kind: 'prelogin'; readonly wantsEncryption: boolean }
  | { readonly kind: 'login'; readonly login: TdsLogin }
  | { readonly kind: 'sql'; readonly sql: string; readonly isProcedureCall: boolean }
  | { readonly kind: 'begin' | 'commit' | 'rollback' | 'attention' }

export interface TdsLogin {
  readonly user: string
  readonly applicationName: string
  readonly language: string
  readonly database: string
}

export const PACKET_HEADER_BYTES = 8
const LAST_PACKET = 0x01

const TYPES = {
  batch: 0x01,
  procedureCall: 0x03,
  attention: 0x06,
  transactionManager: 0x0e,
  login: 0x10,
  prelogin: 0x12,
}
const TRANSACTION_KINDS: Readonly<Record<number, 'begin' | 'commit' | 'rollback'>> = {
  5: 'begin',
  7: 'commit',
  8: 'rollback',
}

/** Puts the packets of a connection together; each message is given out as soon as its last packet is there. */
export function createTdsReader(receive: (request: TdsRequest) => void): (bytes: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0)
  let message: Buffer = Buffer.alloc(0)
  return (bytes) => {
    pending = Buffer.concat([pending, bytes])
    while (pending.length >= PACKET_HEADER_BYTES && pending.length >= pending.readUInt16BE(2)) {
      const length = pending.readUInt16BE(2)
      const [type, status] = [pending.readUInt8(0), pending.readUInt8(1)]
      message = Buffer.concat([message, pending.subarray(PACKET_HEADER_BYTES, length)])
      pending = pending.subarray(length)
      if ((status & LAST_PACKET) === 0) continue
      const whole = message
      message = Buffer.alloc(0)
      receive(requestOf(type, whole))
    }
  }
}

function requestOf(type: number, message: Buffer): TdsRequest {
  if (type === TYPES.prelogin) return { kind: 'prelogin', wantsEncryption: wantsEncryption(message) }
  if (type === TYPES.login) return { kind: 'login', login: loginOf(message) }
  if (type === TYPES.attention) return { kind: 'attention' }
  // ALL_HEADERS begin with their own length.
  const body = message.subarray(message.readUInt32LE(0))
  if (type === TYPES.batch) return { kind: 'sql', sql: body.toString('utf16le'), isProcedureCall: false }
  if (type === TYPES.procedureCall) return { kind: 'sql', sql: statementOf(body), isProcedureCall: true }
  const kind = type === TYPES.transactionManager ? TRANSACTION_KINDS[body.readUInt16LE(0)] : undefined
  if (kind === undefined) throw new Error(`A TDS request of type ${type} that no test has asked for`)
  return { kind }
}

/** The option ENCRYPTION (token 1) of PRELOGIN: 0 off, 1 on, 2 not supported, 3 required. */
function wantsEncryption(message: Buffer): boolean {
  for (let at = 0; message.readUInt8(at) !== 0xff; at += 5) {
    if (message.readUInt8(at) === 1) return [1, 3].includes(message.readUInt8(message.readUInt16BE(at + 1)))
  }
  return false
}

/** LOGIN7: pairs of offset and length in characters, from byte 36 on. */
function loginOf(message: Buffer): TdsLogin {
  const text = (pairAt: number) => {
    const start = message.readUInt16LE(pairAt)
    return message.toString('utf16le', start, start + message.readUInt16LE(pairAt + 2) * 2)
  }
  return { user: text(40), applicationName: text(48), language: text(64), database: text(68) }
}

/** The first parameter of `sp_executesql`, an NVARCHAR with a length, or in chunks when it is a long one. */
function statementOf(body: Buffer): string {
  // 0xFFFF, the procedure's number, flags; then name, status and type (0xE7, its longest length, a collation).
  let at = 6
  at += 1 + body.readUInt8(at) * 2 + 1
  const longest = body.readUInt16LE(at + 1)
  at += 8
  if (longest !== 0xffff) return body.toString('utf16le', at + 2, at + 2 + body.readUInt16LE(at))
  const chunks: Buffer[] = []
  for (at += 8; body.readUInt32LE(at) !== 0;) {
    const length = body.readUInt32LE(at)
    chunks.push(body.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return Buffer.concat(chunks).toString('utf16le')
}
