import { createHash } from 'node:crypto'
import { decodeProtectedHeader, errors, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import { AppError } from '../../app-error'
import type { Clock } from '../../ports/system'
import type { SigningKeyRecord, SigningKeyStore, TokenClaims, TokenKind, TokenSigner } from '../../ports/token-signer'
import { boundedMap } from './bounded-map'

const ALGORITHM = 'EdDSA'
const AUDIENCE = 'waiqin-api'
/** `at+jwt`: RFC 9068. The type keeps one kind from passing for another. */
const JWT_TYPE: Readonly<Record<TokenKind, string>> = { access: 'at+jwt', enrolment: 'enrolment+jwt' }
/** Between the clocks of our own processes. */
const CLOCK_TOLERANCE_SECONDS = 5
/** Keys are read again after this; a rotation publishes long before it signs (features/sessions/signing-keys.rules). */
const KEYS_FRESH_MS = 60_000
/** A kid nobody knows is looked up in the database this often at most: random kids must not load it. */
const UNKNOWN_KID_REREAD_MS = 2_000
const REMEMBERED_TOKENS = 10_000
const REMEMBERED_FOR_MS = 60_000

interface LoadedKey extends SigningKeyRecord {
  readonly publicKey: CryptoKey | Uint8Array
  readonly privateKey: CryptoKey | Uint8Array
}

interface KeyRing {
  readonly keys: ReadonlyMap<string, LoadedKey>
  readonly readAtMs: number
}

interface Remembered {
  readonly claims: TokenClaims
  readonly kid: string
  readonly verifiedAtMs: number
}

export interface TokenSignerOptions {
  readonly keys: SigningKeyStore
  readonly clock: Clock
  /** `iss` of every token: names this installation. */
  readonly issuer: string
}

/**
 * JWTs signed with Ed25519 (jose), `kid` in the header. A verified token is remembered by its SHA-256 for 60 s; its
 * expiry is checked each time, and whether the session still holds is the caller's matter.
 */
export function createTokenSigner({ keys, clock, issuer }: TokenSignerOptions): TokenSigner {
  const remembered = boundedMap<string, Remembered>(REMEMBERED_TOKENS)
  let ring: KeyRing | null = null
  let reading: Promise<KeyRing> | null = null

  async function keyRing(maxAgeMs: number): Promise<KeyRing> {
    if (ring !== null && clock.nowMs() - ring.readAtMs < maxAgeMs) return ring
    reading ??= readKeys(keys, ring, clock.nowMs()).finally(() => (reading = null))
    ring = await reading
    return ring
  }

  async function verifyingKey(kid: string | undefined, nowMs: number): Promise<LoadedKey> {
    const known = kid === undefined ? undefined : (await keyRing(KEYS_FRESH_MS)).keys.get(kid)
    const key = known ?? (kid === undefined ? undefined : (await keyRing(UNKNOWN_KID_REREAD_MS)).keys.get(kid))
    if (key === undefined || isRetired(key, nowMs)) {
      throw new AppError('TOKEN_INVALID', { internalText: 'signing key unknown or retired' })
    }
    return key
  }

  async function verifyAfresh(token: string, kind: TokenKind, nowMs: number): Promise<Remembered> {
    try {
      const { kid } = decodeProtectedHeader(token)
      const key = await verifyingKey(kid, nowMs)
      const { payload } = await jwtVerify(token, key.publicKey, {
        algorithms: [ALGORITHM],
        issuer,
        audience: AUDIENCE,
        typ: JWT_TYPE[kind],
        requiredClaims: ['sub', 'sid', 'iat', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(nowMs),
      })
      return { claims: claimsOf(payload, kind), kid: key.kid, verifiedAtMs: nowMs }
    } catch (fault) {
      throw asTokenFault(fault)
    }
  }

  return {
    async sign(claims) {
      const key = signingKey((await keyRing(KEYS_FRESH_MS)).keys, clock.nowMs())
      return new SignJWT({
        sid: claims.sessionId,
        ...(claims.keyThumbprint === null ? {} : { cnf: { jkt: claims.keyThumbprint } }),
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: JWT_TYPE[claims.kind] })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(claims.employeeId)
        .setIssuedAt(new Date(claims.issuedAtMs))
        .setExpirationTime(new Date(claims.expiresAtMs))
        .sign(key.privateKey)
    },

    async verify(token, kind, nowMs) {
      const hash = createHash('sha256').update(kind).update('\n').update(token).digest('base64')
      const known = remembered.get(hash)
      if (known !== undefined && nowMs - known.verifiedAtMs < REMEMBERED_FOR_MS) {
        await verifyingKey(known.kid, nowMs)
        if (known.claims.expiresAtMs + CLOCK_TOLERANCE_SECONDS * 1000 <= nowMs) throw new AppError('TOKEN_EXPIRED')
        return known.claims
      }
      const verified = await verifyAfresh(token, kind, nowMs)
      remembered.set(hash, verified)
      return verified.claims
    },

    async publicKeys(nowMs) {
      const { keys: loaded } = await keyRing(KEYS_FRESH_MS)
      return [...loaded.values()].filter((key) => !isRetired(key, nowMs)).map((key) => key.publicJwk)
    },
  }
}

async function readKeys(store: SigningKeyStore, before: KeyRing | null, readAtMs: number): Promise<KeyRing> {
  const records = await store.list()
  const loaded = await Promise.all(
    records.map(async (record): Promise<[string, LoadedKey]> => {
      const known = before?.keys.get(record.kid)
      if (known?.publicJwk.x === record.publicJwk.x) return [record.kid, { ...known, ...record }]
      const publicKey = await importJWK({ ...record.publicJwk }, ALGORITHM)
      const privateKey = await importJWK(JSON.parse(record.privateJwkJson), ALGORITHM)
      return [record.kid, { ...record, publicKey, privateKey }]
    }),
  )
  return { keys: new Map(loaded), readAtMs }
}

/** The newest key that may sign now. */
function signingKey(keys: ReadonlyMap<string, LoadedKey>, nowMs: number): LoadedKey {
  const usable = [...keys.values()].filter((key) => key.activeFromMs <= nowMs && !isRetired(key, nowMs))
  const newest = usable.sort((a, b) => b.activeFromMs - a.activeFromMs)[0]
  if (newest === undefined) throw new AppError('INTERNAL', { internalText: 'no session signing key is active' })
  return newest
}

const isRetired = (key: SigningKeyRecord, nowMs: number) => key.retiredAtMs !== null && key.retiredAtMs <= nowMs

function claimsOf(payload: JWTPayload, kind: TokenKind): TokenClaims {
  const jkt = (payload['cnf'] as { readonly jkt?: unknown } | undefined)?.jkt
  return {
    kind,
    employeeId: String(payload.sub),
    sessionId: String(payload['sid']),
    keyThumbprint: typeof jkt === 'string' ? jkt : null,
    issuedAtMs: Number(payload.iat) * 1000,
    expiresAtMs: Number(payload.exp) * 1000,
  }
}

function asTokenFault(fault: unknown): unknown {
  if (fault instanceof errors.JWTExpired) return new AppError('TOKEN_EXPIRED')
  if (fault instanceof errors.JOSEError) return new AppError('TOKEN_INVALID', { internalText: fault.code })
  // decodeProtectedHeader says so of texts that are no JWT.
  if (fault instanceof TypeError) return new AppError('TOKEN_INVALID', { internalText: 'not a JWT' })
  return fault
}
