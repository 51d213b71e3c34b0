import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { FieldCipher } from '../../ports/field-cipher'
import { systemRandom } from './system'

export interface FieldKeys {
  /** AES-256 keys of 32 bytes; all decrypt. Ids match `[a-z0-9-]{1,16}` and stand in the values. */
  readonly keys: readonly { readonly id: string; readonly key: Uint8Array }[]
  /** The one that encrypts. */
  readonly currentKeyId: string
  /** 32 bytes; a key of its own, so that rotating the others changes no hash. */
  readonly hashKey: Uint8Array
}

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
const HASH_PURPOSES = ['coordinates', 'network-address', 'device-facts'] as const

/**
 * AES-256-GCM with a random 96-bit IV (NIST SP 800-38D). A value reads `v1.<key id>.<base64url of IV, ciphertext, tag>`;
 * version, key id and context are authenticated with it, so that a value moved to another row or field does not decrypt.
 * Keyed hashes are HMAC-SHA-256 under one key per purpose, derived by HKDF-SHA-256 (RFC 5869).
 * @throws Error when a key has the wrong length or the current one is missing
 */
export function createFieldCipher({ keys, currentKeyId, hashKey }: FieldKeys): FieldCipher {
  const keysById = new Map(keys.map(({ id, key }) => [id, checkedKey(key, `Field key ${id}`)]))
  if (keysById.size !== keys.length) throw new Error('Two field keys have the same id')
  const currentKey = keysById.get(currentKeyId)
  if (currentKey === undefined) throw new Error(`The current field key ${currentKeyId} is not among the keys`)
  const hashKeys = new Map<string, Uint8Array>(
    HASH_PURPOSES.map((purpose) => [purpose, deriveHashKey(checkedKey(hashKey, 'The field hash key'), purpose)]),
  )

  return {
    encrypt: (plainText, context) => {
      const head = `v1.${currentKeyId}.`
      const iv = systemRandom.bytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv, { authTagLength: TAG_BYTES })
      cipher.setAAD(Buffer.from(head + context, 'utf8'))
      const cipherText = [cipher.update(plainText, 'utf8'), cipher.final()]
      return head + Buffer.concat([iv, ...cipherText, cipher.getAuthTag()]).toString('base64url')
    },
    decrypt: (value, context) => {
      const { head, keyId, bytes } = parseValue(value)
      const key = keysById.get(keyId)
      if (key === undefined) throw new Error(`No field key ${keyId} is configured`)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(head + context, 'utf8'))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      const plain = [decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]
      return Buffer.concat(plain).toString('utf8')
    },
    keyedHash: (value, purpose) => {
      const key = hashKeys.get(purpose)
      if (key === undefined) throw new Error(`No keyed hash for ${purpose}`)
      return createHmac('sha256', key).update(value, 'utf8').digest('hex')
    },
  }
}

function parseValue(value: string): { head: string; keyId: string; bytes: Buffer } {
  const match = /^(v1\.([a-z0-9-]{1,16})\.)([A-Za-z0-9_-]+)$/.exec(value)
  const [, head, keyId, encoded] = match ?? []
  if (head === undefined || keyId === undefined || encoded === undefined) throw new Error('Not an encrypted field')
  const bytes = Buffer.from(encoded, 'base64url')
  // Node skips over what is no base64url: only the exact form that was written is read.
  if (bytes.length < IV_BYTES + TAG_BYTES || bytes.toString('base64url') !== encoded) {
    throw new Error('Not an encrypted field')
  }
  return { head, keyId, bytes }
}

function checkedKey(key: Uint8Array, name: string): Uint8Array {
  if (key.length !== KEY_BYTES) throw new Error(`${name} has ${key.length} bytes, not ${KEY_BYTES}`)
  return key
}

function deriveHashKey(hashKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', hashKey, new Uint8Array(), `waiqin keyed hash: ${purpose}`, KEY_BYTES))
}
