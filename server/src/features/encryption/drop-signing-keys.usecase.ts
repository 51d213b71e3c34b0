import type { EncryptedFieldStore } from '../../ports/encrypted-fields'
import type { Clock } from '../../ports/system'
import type { Trail } from '../../ports/trail'

/**
 * The way to a new key encryption key: the session signing keys under the old one go, and the next start makes a new
 * one under the new one. Nothing is re-encrypted: a signing key whose wrapping may be known must not sign again.
 * @returns the ids of the keys that are gone
 */
export function dropSigningKeys({
  encryptedFields,
  clock,
}: {
  readonly encryptedFields: EncryptedFieldStore
  readonly clock: Clock
}): Promise<readonly string[]> {
  return encryptedFields.dropSigningKeys(droppedTrail, clock.nowMs())
}

function droppedTrail(kids: readonly string[]): Trail {
  return {
    audit: kids.map((kid) => ({
      actor: { kind: 'operator', id: 'operator' },
      action: 'session_key.dropped',
      subject: { kind: 'session_key', id: kid },
      requestId: null,
      detail: {},
    })),
    events: [],
  }
}
