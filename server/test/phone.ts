import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { NO_CHALLENGE, signingBytes } from '#contract/signing'
import { NOW_MS } from './people'

export interface PhoneKey {
  readonly privateKey: KeyObject
  readonly publicKey: string
  readonly keyThumbprint: string
}

export function phoneKey(): PhoneKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const x = publicKey.export({ format: 'jwk' }).x as string
  const keyThumbprint = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex')
  return { privateKey, publicKey: x, keyThumbprint }
}

/** A POST signed as a phone signs it. */
export function signedBy(key: PhoneKey, path: string, body: unknown) {
  const bytes = Buffer.from(JSON.stringify(body), 'utf8')
  const head = { method: 'POST', path, timestampMs: NOW_MS, challenge: NO_CHALLENGE, position: 0 }
  return {
    method: 'POST',
    path,
    keyThumbprint: key.keyThumbprint,
    timestampMs: NOW_MS,
    challengeId: NO_CHALLENGE,
    challengePosition: 0,
    signature: new Uint8Array(sign(null, signingBytes({ ...head, body: bytes }), key.privateKey)),
    body: new Uint8Array(bytes),
  }
}

export const FACTS = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 14' }
