import type { SignedRequest } from '#contract/signing'

/** What a phone's Ed25519 key proves. */
export interface DeviceSignatures {
  /** SHA-256 of the raw 32-byte public key, lower-case hex; null when it is no usable key. */
  thumbprint(publicKeyBase64url: string): string | null
  /** False for anything malformed; never throws. */
  verify(publicKeyBase64url: string, request: SignedRequest, signature: Uint8Array): Promise<boolean>
}
