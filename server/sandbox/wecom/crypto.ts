import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

/**
 * WeCom's message encryption (documents 90968, WXBizMsgCrypt), written from the scheme and apart from the server's own:
 * AES-256-CBC, IV = the key's first 16 bytes, plain = random(16) ‖ uint32 big-endian length ‖ message ‖ receive id,
 * PKCS#7 in blocks of 32.
 */
const BLOCK = 32
const HEAD = 20

/** @param encodingAesKey 43 characters of base64 */
export function encryptMessage(
  encodingAesKey: string,
  message: string,
  receiveId: string,
  randomBytes: Uint8Array,
): string {
  const key = keyOf(encodingAesKey)
  const text = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const content = Buffer.concat([randomBytes, length, text, Buffer.from(receiveId, 'utf8')])
  const padding = BLOCK - (content.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([content, Buffer.alloc(padding, padding)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}

/** @throws Error when it is no message of this key for this receiver */
export function decryptMessage(encodingAesKey: string, encrypted: string, receiveId: string): string {
  const key = keyOf(encodingAesKey)
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length < BLOCK || bytes.length % 16 !== 0) throw new Error('encrypted text has a wrong length')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const padding = padded[padded.length - 1] ?? 0
  if (padding < 1 || padding > BLOCK || padding + HEAD > padded.length) throw new Error('wrong padding')
  const content = padded.subarray(0, padded.length - padding)
  const length = content.readUInt32BE(16)
  if (HEAD + length > content.length) throw new Error('message longer than its envelope')
  if (content.subarray(HEAD + length).toString('utf8') !== receiveId) throw new Error('for another receiver')
  return content.subarray(HEAD, HEAD + length).toString('utf8')
}

/** Hex SHA-1 over the four parts, sorted by their bytes. */
export function messageSignature(token: string, timestamp: string, nonce: string, encrypted: string): string {
  const parts = [token, timestamp, nonce, encrypted].map((part) => Buffer.from(part, 'utf8')).sort(Buffer.compare)
  return createHash('sha1').update(Buffer.concat(parts)).digest('hex')
}

function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (encodingAesKey.length !== 43 || key.length !== 32) throw new Error('EncodingAESKey must have 43 characters')
  return key
}
