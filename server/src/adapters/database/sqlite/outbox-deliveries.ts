import type { DueRow, Hold, OutboxDeliveries } from '../outbox-deliveries'
import { jsonRows, readJson, storedInstant } from './json-rows'

const DUE_COLUMNS = {
  eventId: '"eventId"',
  aggregateKey: '"aggregateKey"',
  type: '"type"',
  payloadJson: '"payloadJson"',
  createdAt: '"createdAt"',
  feedSequence: '"feedSequence"',
  attempts: '"attempts"',
}
const DUE = `SELECT ${jsonRows(
  DUE_COLUMNS,
  `(SELECT d."eventId", d."aggregateKey", e."type", e."payloadJson", e."createdAt", d."feedSequence", d."attempts"
    FROM "OutboxDelivery" d JOIN "OutboxEvent" e ON e."id" = d."eventId"
    WHERE d."subscriber" = ?1 AND d."state" = 'waiting' AND d."nextAttemptAt" <= ?2
    ORDER BY d."feedSequence" LIMIT ?3)`,
  '"feedSequence"',
)} AS "json"`

/**
 * Each part by an index, and none of them over all that waits, which may be a long backlog: what is dead, by its key;
 * what was never tried and is due later; what was tried and is due later or came after the candidates.
 */
const HOLDING = `
  SELECT d."aggregateKey", d."feedSequence", d."nextAttemptAt"
  FROM json_each(?2) AS "key" CROSS JOIN "OutboxDelivery" d
    ON d."subscriber" = ?1 AND d."aggregateKey" = "key"."value" AND d."state" = 'dead'
  UNION ALL
  SELECT d."aggregateKey", d."feedSequence", d."nextAttemptAt" FROM "OutboxDelivery" d
  WHERE d."subscriber" = ?1 AND d."state" = 'waiting' AND d."attempts" = 0 AND d."nextAttemptAt" > ?3
    AND d."aggregateKey" IN (SELECT "value" FROM json_each(?2))
  UNION ALL
  SELECT d."aggregateKey", d."feedSequence", d."nextAttemptAt" FROM "OutboxDelivery" d
  WHERE d."subscriber" = ?1 AND d."state" = 'waiting' AND d."attempts" > 0
    AND (d."nextAttemptAt" > ?3 OR d."eventId" NOT IN (SELECT "value" FROM json_each(?4)))
    AND d."aggregateKey" IN (SELECT "value" FROM json_each(?2))`
const HOLDS = `SELECT ${jsonRows(
  { aggregateKey: '"aggregateKey"', feedSequence: '"feedSequence"', nextAttemptAt: '"nextAttemptAt"' },
  `(SELECT "aggregateKey", min("feedSequence") AS "feedSequence", max("nextAttemptAt") AS "nextAttemptAt"
    FROM (${HOLDING}) GROUP BY "aggregateKey")`,
)} AS "json"`

const MARK_DELIVERED = `
  UPDATE "OutboxDelivery" SET "state" = 'delivered', "deliveredAt" = ?3, "lastError" = NULL
  WHERE "subscriber" = ?1 AND "state" = 'waiting' AND "eventId" IN (SELECT "value" FROM json_each(?2))`

/** One statement each, with one parameter for each list. */
export const outboxDeliveriesOfSqlite: OutboxDeliveries = {
  due: (read, { subscriber, limit, now }) => readJson<DueRow[]>(read, DUE, subscriber, storedInstant(now), limit),
  holds: (read, { subscriber, aggregateKeys, candidateIds, now }) =>
    readJson<Hold[]>(
      read,
      HOLDS,
      ...[subscriber, JSON.stringify(aggregateKeys), storedInstant(now), JSON.stringify(candidateIds)],
    ),
  markDelivered: async (tx, subscriber, eventIds, now) => {
    await tx.$executeRawUnsafe(MARK_DELIVERED, subscriber, JSON.stringify(eventIds), storedInstant(now))
  },
}
