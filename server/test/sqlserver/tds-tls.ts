/**
 * The server's side of an encrypted line ([MS-TDS] 2.2.6.5, before version 8.0): the handshake travels inside of PRELOGIN
 * packets, what comes after it does not.
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { createSecureContext, TLSSocket } from 'node:tls'
import { PACKET_HEADER_BYTES } from './tds-requests'
import { packetsOf } from './tds-tokens'

const PRELOGIN = 0x12
/** Content type of TLS records (RFC 5246, 6.2.1). */
const APPLICATION_DATA = 0x17

/** What is said over a line from here on, in the clear. Nobody has listened to `socket` in between. */
export function encryptedLine(socket: Socket): Duplex {
  const { certificate, key } = makeCertificate()
  const line = new TLSSocket(handshakeUnpacked(socket), {
    isServer: true,
    secureContext: createSecureContext({ cert: certificate, key }),
  })
  // A client that is gone is what some tests are about.
  line.on('error', () => undefined)
  return line
}

function handshakeUnpacked(socket: Socket): Duplex {
  let pending: Buffer = Buffer.alloc(0)
  let isUnpacked = false
  let outgoing: Buffer[] = []
  // The client takes one message as the answer to each of its own: what is written in one go belongs together.
  const flush = () => {
    const bytes = Buffer.concat(outgoing)
    outgoing = []
    if (bytes.length > 0) socket.write(bytes[0] === APPLICATION_DATA ? bytes : packetsOf(bytes, PRELOGIN))
  }
  const duplex = new Duplex({
    read: () => undefined,
    write: (bytes: Buffer, _encoding, done) => {
      outgoing.push(bytes)
      setImmediate(flush)
      done()
    },
  })
  socket.on('data', (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes])
    while (!isUnpacked && pending.length >= PACKET_HEADER_BYTES && pending[0] === PRELOGIN) {
      const length = pending.readUInt16BE(2)
      if (pending.length < length) return
      duplex.push(pending.subarray(PACKET_HEADER_BYTES, length))
      pending = pending.subarray(length)
    }
    if (pending.length === 0 || pending[0] === PRELOGIN) return
    isUnpacked = true
    duplex.push(pending)
    pending = Buffer.alloc(0)
  })
  socket.on('close', () => duplex.destroy())
  return duplex
}

/** Signed by itself, in DER (X.509 version 1, ecdsa-with-SHA256), for clients that look at no names. */
function makeCertificate(): { readonly certificate: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'))
  const commonName = der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('fake')))
  const name = der(0x30, der(0x31, commonName))
  const validity = der(0x30, ...['20000101000000Z', '99991231235959Z'].map((time) => der(0x18, Buffer.from(time))))
  const serial = der(0x02, Buffer.from([1]))
  const publicBytes = publicKey.export({ type: 'spki', format: 'der' })
  const content = der(0x30, serial, algorithm, name, validity, name, publicBytes)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey))
  const text = der(0x30, content, algorithm, signature).toString('base64')
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

/** Tag, length and value. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts)
  if (value.length < 0x80) return Buffer.concat([Buffer.from([tag, value.length]), value])
  return Buffer.concat([Buffer.from([tag, 0x82, value.length >> 8, value.length & 0xff]), value])
}
