import type { Clock, Random } from '../../ports/system'
import type { TokenSigner } from '../../ports/token-signer'
import type { SessionCaller } from '../sessions/caller.rules'

const SEED_BYTES = 32
const ENROLMENT_MS = 10 * 60_000

export interface EnrolDependencies {
  readonly tokens: Pick<TokenSigner, 'sign'>
  readonly random: Random
  readonly clock: Clock
}

export interface Enrolment {
  readonly seed: Uint8Array
  readonly enrolmentToken: string
  readonly expiresAtMs: number
}

export type Enrol = (caller: SessionCaller) => Promise<Enrolment>

/**
 * Hands a phone 32 random bytes to mix into its new key, because WeCom promises it no secure random source. The server
 * keeps neither the bytes nor anything derived from them; the token says for ten minutes who was given some.
 */
export function createEnrol({ tokens, random, clock }: EnrolDependencies): Enrol {
  return async ({ employeeId, sessionId, keyThumbprint }) => {
    const nowMs = clock.nowMs()
    const expiresAtMs = nowMs + ENROLMENT_MS
    const enrolmentToken = await tokens.sign({
      kind: 'enrolment',
      employeeId,
      sessionId,
      keyThumbprint,
      issuedAtMs: nowMs,
      expiresAtMs,
    })
    return { seed: random.bytes(SEED_BYTES), enrolmentToken, expiresAtMs }
  }
}
