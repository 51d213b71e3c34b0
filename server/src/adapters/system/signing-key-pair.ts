import { exportJWK, generateKeyPair } from 'jose'
import type { SigningKeyPair } from '../../ports/token-signer'

/** A new Ed25519 pair as JWKs (RFC 8037) for signing tokens. */
export async function generateSigningKeyPair(kid: string): Promise<SigningKeyPair> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const { x } = await exportJWK(publicKey)
  if (x === undefined) throw new Error('The new key has no public part')
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }
  return { publicJwk, privateJwkJson: JSON.stringify(await exportJWK(privateKey)) }
}
