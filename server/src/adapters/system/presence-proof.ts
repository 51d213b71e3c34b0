import { compactVerify, importJWK, type CryptoKey } from 'jose'
import type { PresenceClaims } from '#contract/presence-proof'
import { isChallengePosition, PRESENCE_PROOF_MAX_LENGTH, PRESENCE_PROOF_TYPE } from '#contract/presence-proof'
import type { PresenceProofFacts, PresenceProofProblem } from '../../features/check-in/check-in-facts.rules'
import type { PresenceProofQuestion, VerifyPresenceProof } from '../../ports/presence-proof'

/** More gateways than a company has; the oldest key makes room. */
const MAX_CACHED_KEYS = 256

/**
 * Verifies presence proofs by the sites' gateway keys. Imported keys are kept by their JWK text, so a gateway whose key
 * was changed in the database is never judged by its old one.
 */
export function createPresenceProofVerifier(): VerifyPresenceProof {
  const keys = new Map<string, Promise<CryptoKey | null>>()

  function keyOf(jwkText: string): Promise<CryptoKey | null> {
    const cached = keys.get(jwkText)
    if (cached !== undefined) return cached
    const oldest = keys.keys().next()
    if (keys.size >= MAX_CACHED_KEYS && oldest.done !== true) keys.delete(oldest.value)
    const imported = importGatewayKey(jwkText)
    keys.set(jwkText, imported)
    return imported
  }

  return async (question) => {
    if (question.proof === null) return { result: 'missing' }
    const claims = readClaims(question.proof)
    if (claims === null) return invalid('malformed')
    const jwkText = question.gatewayJwksBySite.get(claims.siteId)
    const key = jwkText === undefined ? null : await keyOf(jwkText)
    if (key === null) return invalid('unknown_gateway')
    if (!(await isSignedBy(key, question.proof))) {
      return invalid((await isSignedByAnother(question, claims.siteId)) ? 'site' : 'signature')
    }
    return compare(claims, question)
  }

  async function isSignedByAnother(question: PresenceProofQuestion, claimedSiteId: string): Promise<boolean> {
    for (const [siteId, jwkText] of question.gatewayJwksBySite) {
      if (siteId === claimedSiteId) continue
      const key = await keyOf(jwkText)
      if (key !== null && (await isSignedBy(key, question.proof ?? ''))) return true
    }
    return false
  }
}

function compare(claims: PresenceClaims, question: PresenceProofQuestion): PresenceProofFacts {
  if (claims.challenge !== question.challenge) return invalid('challenge')
  if (claims.position !== question.position) return invalid('position')
  if (claims.deviceKeyThumbprint !== question.deviceKeyThumbprint) return invalid('device')
  const skewMs = question.skewMsBySite.get(claims.siteId) ?? 0
  return { result: 'valid', siteId: claims.siteId, issuedAtMs: Math.round(claims.iat * 1000 - skewMs) }
}

function invalid(reason: PresenceProofProblem): PresenceProofFacts {
  return { result: 'invalid', reason }
}

async function isSignedBy(key: CryptoKey, proof: string): Promise<boolean> {
  try {
    await compactVerify(proof, key, { algorithms: ['EdDSA'] })
    return true
  } catch {
    return false
  }
}

/** Not a public Ed25519 JWK → null: a site saved with a wrong key has no gateway. */
async function importGatewayKey(jwkText: string): Promise<CryptoKey | null> {
  try {
    const { kty, crv, x } = JSON.parse(jwkText) as Record<string, unknown>
    if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return null
    // Only the public members are taken over: a JWK with `d` would be imported as a signing key.
    const key = await importJWK({ kty, crv, x }, 'EdDSA')
    return key instanceof Uint8Array ? null : key
  } catch {
    return null
  }
}

/** The claims as written, before any signature was checked; null unless the proof has exactly the agreed shape. */
function readClaims(proof: string): PresenceClaims | null {
  if (proof.length > PRESENCE_PROOF_MAX_LENGTH) return null
  const parts = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]{86}$/.exec(proof)
  const header = parseObject(parts?.[1])
  const payload = parseObject(parts?.[2])
  if (header === null || payload === null) return null
  if (header['alg'] !== 'EdDSA' || header['typ'] !== PRESENCE_PROOF_TYPE) return null
  const { siteId, challenge, position, deviceKeyThumbprint, iat } = payload
  if (typeof siteId !== 'string' || typeof challenge !== 'string' || typeof deviceKeyThumbprint !== 'string')
    return null
  if (typeof position !== 'number' || !isChallengePosition(position)) return null
  if (typeof iat !== 'number' || !Number.isFinite(iat) || iat < 0 || iat > MAX_SECONDS) return null
  return { siteId, challenge, position, deviceKeyThumbprint, iat }
}

/** The last instant that a `Date` can hold. */
const MAX_SECONDS = 8_640_000_000_000

function parseObject(base64url: string | undefined): Record<string, unknown> | null {
  if (base64url === undefined) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
