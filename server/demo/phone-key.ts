/**
 * The key of a demo phone: Ed25519 (RFC 8032, so its signatures are the mini-program's to the byte), kept in a file of its
 * owner alone. By Node itself: the mini-program's TweetNaCl takes a hundred times as long, and a demo has many phones.
 */
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface PhoneKey {
  /** Raw public key, 32 bytes as base64url. */
  readonly publicKey: string
  /** SHA-256 of the raw public key, lower-case hex. */
  readonly thumbprint: string
  /** @returns 64 bytes as base64url */
  sign(bytes: Uint8Array): string
  /** The private half, 32 bytes as base64url. */
  readonly secretSeed: string
}

/**
 * A new key. A phone's own randomness may be weak, so the server's seed is mixed in: neither side alone knows the key.
 * @param serverSeed 32 bytes as base64url, from `POST /api/v1/devices/enrolments`
 */
export function createPhoneKey(serverSeed: string): PhoneKey {
  const mixed = createHash('sha256').update(Buffer.from(serverSeed, 'base64url')).update(randomBytes(32)).digest()
  return phoneKeyFromSeed(mixed.toString('base64url'))
}

/** RFC 8410: a private key in PKCS #8, up to its 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @param secretSeed 32 bytes as base64url */
export function phoneKeyFromSeed(secretSeed: string): PhoneKey {
  const pkcs8 = Buffer.concat([PKCS8_HEAD, Buffer.from(secretSeed, 'base64url')])
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const { x: publicKey = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    publicKey,
    thumbprint: createHash('sha256').update(publicKey, 'base64url').digest('hex'),
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64url'),
    secretSeed,
  }
}

/** Null when this phone has none yet. */
export async function readPhoneKey(file: string): Promise<PhoneKey | null> {
  try {
    const { secretSeed } = JSON.parse(await readFile(file, 'utf8')) as { secretSeed: string }
    return phoneKeyFromSeed(secretSeed)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export async function keepPhoneKey(file: string, key: PhoneKey): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, JSON.stringify({ secretSeed: key.secretSeed, publicKey: key.publicKey }) + '\n', {
    mode: 0o600,
  })
}
