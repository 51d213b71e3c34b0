import { createHash } from 'node:crypto'
import type { Trail } from '../../ports/trail'
import { systemRandom } from '../system/system'
import { bulkWriter, type BulkWriter } from './bulk-rows'
import type { Transaction } from './database'

const SALT_BYTES = 16

/** The audit lines and outbox events as rows. */
function trailRows(trail: Trail, nowMs: number) {
  const at = new Date(nowMs)
  const entries = trail.audit.map((entry) => {
    const salt = Buffer.from(systemRandom.bytes(SALT_BYTES)).toString('hex')
    const detailJson = JSON.stringify(entry.detail)
    return { id: systemRandom.id(), entry, salt, detailJson }
  })
  return {
    auditRecords: entries.map(({ id, entry, salt, detailJson }) => ({
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
    auditDetails: entries.map(({ id, salt, detailJson }) => ({ auditId: id, salt, detailJson })),
    outboxEvents: trail.events.map((event) => ({
      id: event.id,
      aggregateKey: event.aggregateKey,
      type: event.type,
      payloadJson: JSON.stringify(event.payload),
      createdAt: at,
    })),
  }
}

/**
 * Writes the audit lines and outbox events of a business transaction, inside it: all of it is stored or nothing.
 * @param nowMs when it happened, epoch milliseconds
 * @param insert how rows are written; a group of check-ins has a faster way
 */
export async function writeTrail(
  tx: Transaction,
  trail: Trail,
  nowMs: number,
  { insert }: Pick<BulkWriter, 'insert'> = bulkWriter,
): Promise<void> {
  const { auditRecords, auditDetails, outboxEvents } = trailRows(trail, nowMs)
  await insert(tx, 'auditRecord', auditRecords)
  await insert(tx, 'auditDetail', auditDetails)
  await insert(tx, 'outboxEvent', outboxEvents)
}

/**
 * The permanent trace of an erasable audit detail: SHA-256 over the salt's 16 bytes, then the detail's UTF-8 bytes.
 * @param saltHex 32 hex digits
 * @returns lower-case hex
 */
export function auditDetailHash(saltHex: string, detailJson: string): string {
  return createHash('sha256').update(Buffer.from(saltHex, 'hex')).update(detailJson, 'utf8').digest('hex')
}
