/**
 * The encryption of callbacks (developer.work.weixin.qq.com/document/path/90968): AES-256-CBC by `@wecom/crypto`, and what
 * that package leaves out: the signature in constant time, bounds, padding, receiver, age.
 */
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../app-error'
import type { CallbackQuery } from '../../ports/callbacks'
import type { Clock, Random } from '../../ports/system'

export interface CallbackKeys {
  readonly token: string
  /** 43 characters, as the admin console shows it. */
  readonly aesKey: string
  /** Of a self-built app: the corp id. */
  readonly receiveId: string
}

/** Beyond that a callback is a replay, or a clock is wrong. Repeats of WeCom come within seconds. */
export const LARGEST_AGE_MS = 10 * 60_000
const LARGEST_ENCRYPTED_BYTES = 64 * 1_024
const BLOCK_BYTES = 32
const HEAD_BYTES = 20
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/
const SECONDS = /^\d{1,12}$/

/** @throws AppError CALLBACK_REFUSED, with the reason for the log alone */
export function openEncrypted(
  { token, aesKey, receiveId }: CallbackKeys,
  { signature, timestamp, nonce }: CallbackQuery,
  encrypted: string,
  clock: Clock,
): string {
  if (!SECONDS.test(timestamp)) throw refuse('timestamp is no number of seconds')
  if (encrypted.length > LARGEST_ENCRYPTED_BYTES || !BASE64.test(encrypted)) throw refuse('not base64, or too long')
  const expected = Buffer.from(getSignature(token, timestamp, nonce, encrypted))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refuse('signature')
  if (Math.abs(clock.nowMs() - Number(timestamp) * 1_000) > LARGEST_AGE_MS) throw refuse('too old, or from the future')
  requireWellFormed(aesKey, encrypted)
  const { message, id } = decrypt(aesKey, encrypted)
  if (!timingSafeEqual(sha(id), sha(receiveId))) throw refuse('for another receiver')
  return message
}

/** The answer to a callback, encrypted and signed. */
export function sealReply({ token, aesKey, receiveId }: CallbackKeys, plainXml: string, clock: Clock, random: Random) {
  const encrypted = encrypt(aesKey, plainXml, receiveId, Buffer.from(random.bytes(16)))
  const timestamp = String(Math.floor(clock.nowMs() / 1_000))
  const nonce = Buffer.from(random.bytes(8)).toString('hex')
  return { encrypted, timestamp, nonce, signature: getSignature(token, timestamp, nonce, encrypted) }
}

/** The package reads lengths as they stand: what does not add up has to be refused before it does. */
function requireWellFormed(aesKey: string, encrypted: string): void {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw refuse('not whole blocks')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()])
  const padding = plain.at(-1) ?? 0
  const isPadded = padding >= 1 && padding <= BLOCK_BYTES && plain.subarray(-padding).every((byte) => byte === padding)
  if (!isPadded || plain.length % BLOCK_BYTES !== 0) throw refuse('padding')
  const contentBytes = plain.length - padding
  if (contentBytes < HEAD_BYTES) throw refuse('too short')
  if (HEAD_BYTES + plain.readUInt32BE(16) > contentBytes) throw refuse('length does not fit')
}

/** Of equal length, so that they can be compared in constant time. */
function sha(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

export function refuse(reason: string): AppError {
  return new AppError('CALLBACK_REFUSED', { internalText: `WeCom callback refused: ${reason}` })
}
