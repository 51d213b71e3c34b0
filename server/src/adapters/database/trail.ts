import { createHash } from 'node:crypto'
import type { Trail } from '../../ports/trail'
import { systemRandom } from '../system/system'
import type { Transaction } from './database'

const SALT_BYTES = 16

/**
 * Writes the audit lines and outbox events of a business transaction, inside it: all of it is stored or nothing.
 * @param nowMs when it happened, epoch milliseconds
 */
export async function writeTrail(tx: Transaction, trail: Trail, nowMs: number): Promise<void> {
  const at = new Date(nowMs)
  if (trail.audit.length > 0) {
    const entries = trail.audit.map((entry) => {
      const salt = Buffer.from(systemRandom.bytes(SALT_BYTES)).toString('hex')
      const detailJson = JSON.stringify(entry.detail)
      return { id: systemRandom.id(), entry, salt, detailJson }
    })
    await tx.auditRecord.createMany({
      data: entries.map(({ id, entry, salt, detailJson }) => ({
        id,
        at,
        actorKind: entry.actor.kind,
        actorId: entry.actor.id,
        action: entry.action,
        subjectKind: entry.subject.kind,
        subjectId: entry.subject.id,
        requestId: entry.requestId,
        detailHash: auditDetailHash(salt, detailJson),
      })),
    })
    await tx.auditDetail.createMany({
      data: entries.map(({ id, salt, detailJson }) => ({ auditId: id, salt, detailJson })),
    })
  }
  if (trail.events.length > 0) {
    await tx.outboxEvent.createMany({
      data: trail.events.map((event) => ({
        id: event.id,
        aggregateKey: event.aggregateKey,
        type: event.type,
        payloadJson: JSON.stringify(event.payload),
        createdAt: at,
      })),
    })
  }
}

/**
 * The permanent trace of an erasable audit detail: SHA-256 over the salt's 16 bytes, then the detail's UTF-8 bytes.
 * @param saltHex 32 hex digits
 * @returns lower-case hex
 */
export function auditDetailHash(saltHex: string, detailJson: string): string {
  return createHash('sha256').update(Buffer.from(saltHex, 'hex')).update(detailJson, 'utf8').digest('hex')
}
