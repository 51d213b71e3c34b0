import type { Clock } from '../../ports/system'
import type { SigningKeyPair, SigningKeyStore, TokenSigner } from '../../ports/token-signer'
import type { Actor, Trail } from '../../ports/trail'
import { planRotation, type KeyRotation } from './signing-keys.rules'

/** The JWK set at an instant: keys that verify now or will sign soon. */
export type PublicKeys = TokenSigner['publicKeys']

export interface SigningKeyDependencies {
  readonly keys: SigningKeyStore
  readonly clock: Clock
  readonly generateKeyPair: (kid: string) => Promise<SigningKeyPair>
}

/** Sees to it that a key signs; of several processes that start at once one makes it. */
export async function ensureSigningKey(dependencies: SigningKeyDependencies): Promise<void> {
  const nowMs = dependencies.clock.nowMs()
  const keys = await dependencies.keys.list()
  if (keys.length === 0) await addKey(dependencies, planRotation(keys, nowMs), { kind: 'system', id: 'start' }, nowMs)
}

/**
 * Publishes the next key; it signs, and the others retire, at the times that come back.
 * @throws Error when another rotation is under way
 */
export async function rotateSigningKeys(dependencies: SigningKeyDependencies): Promise<KeyRotation> {
  const nowMs = dependencies.clock.nowMs()
  const rotation = planRotation(await dependencies.keys.list(), nowMs)
  const added = await addKey(dependencies, rotation, { kind: 'operator', id: 'operator' }, nowMs)
  if (!added) throw new Error('Another rotation is under way; its key stands.')
  return rotation
}

async function addKey(
  { keys, generateKeyPair }: SigningKeyDependencies,
  rotation: KeyRotation,
  actor: Actor,
  nowMs: number,
): Promise<boolean> {
  const { kid, activeFromMs, retire } = rotation
  const trail: Trail = {
    audit: [
      {
        actor,
        action: 'session_key.added',
        subject: { kind: 'session_key', id: kid },
        requestId: null,
        detail: { activeFromMs, retire },
      },
    ],
    events: [],
  }
  return keys.add({ kid, activeFromMs, ...(await generateKeyPair(kid)) }, retire, trail, nowMs)
}
