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

/** By key and state, as the index goes: each key is looked up by itself. */
const HOLDS = `SELECT ${jsonRows(
  { aggregateKey: '"aggregateKey"', feedSequence: '"feedSequence"', nextAttemptAt: '"nextAttemptAt"' },
  `(SELECT d."aggregateKey", min(d."feedSequence") AS "feedSequence", max(d."nextAttemptAt") AS "nextAttemptAt"
    FROM json_each(?2) AS "key" CROSS JOIN "OutboxDelivery" d
      ON d."subscriber" = ?1 AND d."aggregateKey" = "key"."value" AND d."state" IN ('dead', 'waiting')
    WHERE d."state" = 'dead' OR d."nextAttemptAt" > ?3
      OR (d."attempts" > 0 AND d."eventId" NOT IN (SELECT "value" FROM json_each(?4)))
    GROUP BY d."aggregateKey")`,
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
