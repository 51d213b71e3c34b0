import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { signingBytes, type SignedRequest } from '#contract/signing'
import type { DeviceSignatures } from '../../ports/device-signature'
import { boundedMap } from './bounded-map'

const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const REMEMBERED_KEYS = 10_000

/** The field's prime 2^255 - 19: an encoded y at or above it is not canonical (RFC 8032, 5.1.3). */
const FIELD_PRIME = (1n << 255n) - 19n
/** An encoding holds y in 255 bits and the sign of x in the highest. */
const Y_BITS = (1n << 255n) - 1n
const ORDER_8_Y = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n
/** y of the eight points of order 1, 2, 4 and 8: a signature under such a key can fit any message. */
const SMALL_ORDER_Y: ReadonlySet<bigint> = new Set([1n, FIELD_PRIME - 1n, 0n, ORDER_8_Y, FIELD_PRIME - ORDER_8_Y])

const keyObjects = boundedMap<string, KeyObject>(REMEMBERED_KEYS)

/**
 * Whether this Ed25519 key signed exactly this request (canonical bytes: contract/signing). Blocks for about 0.15 ms.
 * @param publicKeyBase64url raw 32 bytes, without padding
 * @returns false for anything malformed, keys of small order included; never throws
 */
export function verifyDeviceSignature(
  publicKeyBase64url: string,
  request: SignedRequest,
  signature: Uint8Array,
): boolean {
  const prepared = prepare(publicKeyBase64url, request, signature)
  return prepared !== null && verify(null, prepared.bytes, prepared.key, signature)
}

/** {@link verifyDeviceSignature} in the thread pool. */
export function verifyDeviceSignatureInPool(
  publicKeyBase64url: string,
  request: SignedRequest,
  signature: Uint8Array,
): Promise<boolean> {
  const prepared = prepare(publicKeyBase64url, request, signature)
  if (prepared === null) return Promise.resolve(false)
  return new Promise((resolve) => {
    verify(null, prepared.bytes, prepared.key, signature, (fault, valid) => resolve(fault === null && valid))
  })
}

/** SHA-256 of the raw key, lower-case hex; null when it is no usable Ed25519 key. */
export function keyThumbprint(publicKeyBase64url: string): string | null {
  const raw = decodeKey(publicKeyBase64url)
  return raw === null ? null : createHash('sha256').update(raw).digest('hex')
}

export const deviceSignatures: DeviceSignatures = {
  thumbprint: keyThumbprint,
  verify: verifyDeviceSignatureInPool,
}

function prepare(publicKeyBase64url: string, request: SignedRequest, signature: Uint8Array) {
  if (signature.length !== SIGNATURE_BYTES) return null
  const key = keyObjectOf(publicKeyBase64url)
  if (key === null) return null
  try {
    return { key, bytes: signingBytes(request) }
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

function keyObjectOf(publicKeyBase64url: string): KeyObject | null {
  const remembered = keyObjects.get(publicKeyBase64url)
  if (remembered !== undefined) return remembered
  if (decodeKey(publicKeyBase64url) === null) return null
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKeyBase64url }, format: 'jwk' })
  keyObjects.set(publicKeyBase64url, key)
  return key
}

function decodeKey(publicKeyBase64url: string): Buffer | null {
  const raw = Buffer.from(publicKeyBase64url, 'base64url')
  // Written back, because the decoder skips what it does not know: one key, one text.
  if (raw.length !== KEY_BYTES || raw.toString('base64url') !== publicKeyBase64url) return null
  const y = BigInt(`0x${Buffer.from(raw).reverse().toString('hex')}`) & Y_BITS
  return y < FIELD_PRIME && !SMALL_ORDER_Y.has(y) ? raw : null
}
