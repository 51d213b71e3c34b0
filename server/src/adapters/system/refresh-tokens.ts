import { createHmac } from 'node:crypto'
import type { RefreshTokens } from '../../ports/token-signer'

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/

/**
 * Refresh tokens `<session id>.<32 bytes, base64url>`. Hash and successor are HMAC-SHA-256 under one key, kept apart by
 * a purpose: whoever reads the database can neither use a token nor compute the next one.
 * @param key 32 bytes
 */
export function createRefreshTokens(key: Uint8Array): RefreshTokens {
  const keyed = (purpose: string, token: string) => createHmac('sha256', key).update(`${purpose}\n${token}`)
  const sessionIdOf = (token: string) => TOKEN.exec(token)?.[1] ?? null
  return {
    first: (sessionId, secret) => `${sessionId}.${Buffer.from(secret).toString('base64url')}`,
    successor: (token) => {
      const sessionId = sessionIdOf(token)
      if (sessionId === null) throw new RangeError('not a refresh token')
      return `${sessionId}.${keyed('refresh-token-successor', token).digest('base64url')}`
    },
    hash: (token) => keyed('refresh-token-hash', token).digest('hex'),
    sessionIdOf,
  }
}
