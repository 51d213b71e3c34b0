/**
 * The phone's Ed25519 key. WeCom promises no source of randomness, so the server gives a seed and the phone mixes its own
 * entropy in; neither side alone knows the key. It is kept in encrypted storage where there is one: a copy of that storage
 * is a copy of the key, which is why it binds a phone only together with the WeCom account.
 */
import type { Sha256Hex } from '../contract/api'
import { NO_CHALLENGE, SIGNATURE_HEADERS, signingBytes } from '../contract/signing'
import { base64url, bytesOfBase64url, concatBytes, hex, utf8 } from '../bytes/text'
import { sha256 } from '../bytes/sha256'
import type { Platform } from '../platform/platform'
import nacl from '../vendor/tweetnacl'
import { kept } from './memory'

const SEED_BYTES = 32
const JITTER_ROUNDS = 48
const LONGEST_COUNT = 200_000

export interface DeviceKey {
  /** Raw public key, 32 bytes as base64url. */
  readonly publicKey: string
  readonly thumbprint: Sha256Hex
  /** @returns 64 bytes as base64url */
  sign(bytes: Uint8Array): string
}

export interface DeviceKeys {
  current(): Promise<DeviceKey | null>
  /**
   * The key that is being bound. It is kept before the server hears of it: an answer that gets lost must not cost the key,
   * since binding the same key again gives the same answer.
   * @returns null when the phone could not keep it: a key that the next start does not know must not be bound
   */
  candidate(serverSeed: string): Promise<DeviceKey | null>
  /** The candidate is this phone's key from now on. */
  promote(): Promise<void>
  /** A candidate that came to nothing never comes back. */
  dropCandidate(): Promise<void>
  /** What is held in memory; what is kept in the phone is deleted elsewhere. */
  forget(): void
}

interface KeptKey {
  /** The private half, 32 bytes as base64url. */
  readonly secretSeed: string
}

export function createDeviceKeys(platform: Pick<Platform, 'storage' | 'random' | 'device' | 'time'>): DeviceKeys {
  const bound = kept<KeptKey>(platform.storage, 'device-key')
  const next = kept<KeptKey>(platform.storage, 'device-key-next')
  let loaded: DeviceKey | null = null

  return {
    async current() {
      const found = loaded === null ? await bound.read() : null
      if (found !== null) loaded = keyOf(found)
      return loaded
    },

    async candidate(serverSeed) {
      const unfinished = await next.read()
      if (unfinished !== null) return keyOf(unfinished)
      const mixed = sha256(concatBytes([bytesOfBase64url(serverSeed), await entropy(platform)]))
      const made: KeptKey = { secretSeed: base64url(mixed) }
      return (await next.write(made)) ? keyOf(made) : null
    },

    async promote() {
      const found = await next.read()
      if (found === null) return
      loaded = keyOf(found)
      // The only copy is not given up before there is another.
      if (await bound.write(found)) await next.forget()
    },

    dropCandidate: () => next.forget(),

    forget() {
      loaded = null
    },
  }
}

function keyOf({ secretSeed }: KeptKey): DeviceKey {
  const { publicKey, secretKey } = nacl.sign.keyPair.fromSeed(bytesOfBase64url(secretSeed))
  return {
    publicKey: base64url(publicKey),
    thumbprint: hex(sha256(publicKey)),
    sign: (bytes) => base64url(nacl.sign.detached(bytes, secretKey)),
  }
}

/** The platform's own randomness where it has any, and always what the phone alone knows: how its clock ticks. */
async function entropy({ random, device, time }: Pick<Platform, 'random' | 'device' | 'time'>): Promise<Uint8Array> {
  const own = (await random.bytes(SEED_BYTES)) ?? new Uint8Array(0)
  const counts: number[] = []
  for (let round = 0; round < JITTER_ROUNDS; round++) {
    const tickMs = time.nowMs()
    let count = 0
    while (time.nowMs() === tickMs && count < LONGEST_COUNT) count++
    counts.push(tickMs, count, random.share())
  }
  const { brand, model, system } = device
  return concatBytes([own, sha256(utf8(JSON.stringify([counts, brand, model, system])))])
}

export interface Signing {
  readonly method: string
  readonly path: string
  /** The exact text of the body. */
  readonly body: string
  readonly timestampMs: number
  readonly challenge?: { readonly id: string; readonly position: number }
}

/** The headers that carry a signature over exactly this request. */
export function signatureHeaders(key: DeviceKey, signing: Signing): Record<string, string> {
  const { method, path, body, timestampMs } = signing
  const { id, position } = signing.challenge ?? { id: NO_CHALLENGE, position: 0 }
  const bytes = signingBytes({ method, path, timestampMs, challenge: id, position, body: utf8(body) })
  return {
    [SIGNATURE_HEADERS.key]: key.thumbprint,
    [SIGNATURE_HEADERS.timestamp]: String(timestampMs),
    [SIGNATURE_HEADERS.challenge]: id,
    [SIGNATURE_HEADERS.position]: String(position),
    [SIGNATURE_HEADERS.signature]: key.sign(bytes),
  }
}
