import type { Trail } from './trail'

/** `access`: who calls. `enrolment`: this person was handed a seed and may bind a key now. */
export type TokenKind = 'access' | 'enrolment'

export interface TokenClaims {
  readonly kind: TokenKind
  readonly employeeId: string
  readonly sessionId: string
  /** `cnf.jkt`: the device key that the session is bound to. */
  readonly keyThumbprint: string | null
  readonly issuedAtMs: number
  readonly expiresAtMs: number
}

export interface PublicJwk {
  readonly kty: string
  readonly crv: string
  readonly x: string
  readonly kid: string
  readonly alg: string
  readonly use: string
}

/** Signed tokens of our own (JWT, EdDSA), and the set of keys that verify them. */
export interface TokenSigner {
  sign(claims: TokenClaims): Promise<string>
  /** @throws AppError TOKEN_EXPIRED; TOKEN_INVALID for everything else that is wrong with it. */
  verify(token: string, kind: TokenKind, nowMs: number): Promise<TokenClaims>
  /** Every key that verifies now or will sign soon. */
  publicKeys(nowMs: number): Promise<readonly PublicJwk[]>
}

export interface SigningKeyRecord {
  readonly kid: string
  readonly publicJwk: PublicJwk
  /** JWK with `d`, as JSON. */
  readonly privateJwkJson: string
  /** Signs from then on; published before. */
  readonly activeFromMs: number
  /** Verifies nothing from then on; null while in use. */
  readonly retiredAtMs: number | null
}

export interface SigningKeyStore {
  /** All of them, retired ones too. */
  list(): Promise<readonly SigningKeyRecord[]>
  /**
   * Adds a key and retires others in one transaction.
   * @returns false, and nothing changed, when its kid is taken: somebody else rotates at this moment
   */
  add(
    key: Omit<SigningKeyRecord, 'retiredAtMs'>,
    retire: readonly { readonly kid: string; readonly retiredAtMs: number }[],
    trail: Trail,
    nowMs: number,
  ): Promise<boolean>
}

export interface SigningKeyPair {
  readonly publicJwk: PublicJwk
  readonly privateJwkJson: string
}

/** Refresh tokens as text, their stored hashes and their successors. */
export interface RefreshTokens {
  /** @param secret 32 random bytes */
  first(sessionId: string, secret: Uint8Array): string
  /** The same successor for the same token, so that nothing but hashes is stored. */
  successor(token: string): string
  /** 64 lower-case hex digits. */
  hash(token: string): string
  /** Null when the text is not shaped like a refresh token. */
  sessionIdOf(token: string): string | null
}
