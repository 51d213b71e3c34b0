import { createHash } from 'node:crypto'
import type { Trail } from '../../ports/trail'
import { systemRandom } from '../system/system'
import { bulkWriter, type BulkWriter } from './bulk-rows'
import type { Transaction } from './database'
import { clockOf } from './transaction-clock'

const SALT_BYTES = 16

/** The audit lines and outbox events as rows. */
function trailRows(trail: Trail, nowMs: number, writtenAtMs: number) {
  const at = new Date(nowMs)
  const createdAt = new Date(writtenAtMs)
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
      createdAt,
    })),
  }
}

/**
 * Writes the audit lines and outbox events of a business transaction, inside it and last: all of it is stored or nothing.
 *
 * Events carry the instant of this very call: what is handed in was read before the transaction began, before it queued
 * and conflicted, and the feed goes by it. Transactions about one key come one after the other, held apart by a
 * conditional write of a row that they share, so on one host a later one never has an earlier instant. Two hosts on one
 * SQL Server whose clocks differ may still invert two events of a key that follow each other within the difference, as
 * may a clock that is set back, and two transactions within one millisecond go by their events' ids; SQLite tells the
 * latter apart by the order of its rows.
 * @param nowMs when it happened, epoch milliseconds; stands in the audit
 * @param insert how rows are written; a group of check-ins has a faster way
 */
export async function writeTrail(
  tx: Transaction,
  trail: Trail,
  nowMs: number,
  { insert }: Pick<BulkWriter, 'insert'> = bulkWriter,
): Promise<void> {
  const { auditRecords, auditDetails, outboxEvents } = trailRows(trail, nowMs, clockOf(tx).nowMs())
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
