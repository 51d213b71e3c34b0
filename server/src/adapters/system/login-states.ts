import { createHash, timingSafeEqual } from 'node:crypto'
import type { Random } from '../../ports/system'
import type { LoginStates } from '../../ports/web-login'

/** WeCom's codes are good for five minutes; the person may take a while to begin. */
export const LOGIN_STATE_SECONDS = 600

const SECRET = /^([0-9a-z]{1,11})\.[A-Za-z0-9_-]{43}$/

/**
 * The secret is `<issued at, base 36 milliseconds>.<32 bytes, base64url>`, the state its SHA-256 in hex: WeCom allows
 * letters and digits alone.
 */
export function createLoginStates(random: Random): LoginStates {
  return {
    issue(nowMs) {
      const secret = `${nowMs.toString(36)}.${Buffer.from(random.bytes(32)).toString('base64url')}`
      return { secret, state: stateOf(secret) }
    },

    matches(state, secret, nowMs) {
      const issuedAt = SECRET.exec(secret)?.[1]
      const isSame = timingSafeEqual(Buffer.from(stateOf(secret)), Buffer.from(fixedLength(state)))
      if (issuedAt === undefined || !isSame) return false
      const ageMs = nowMs - Number.parseInt(issuedAt, 36)
      return ageMs >= 0 && ageMs <= LOGIN_STATE_SECONDS * 1_000
    },
  }
}

function stateOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** What is no state at all becomes one that fits nothing. */
function fixedLength(state: string): string {
  return /^[0-9a-f]{64}$/.test(state) ? state : '-'.repeat(64)
}
