import type { FeedNumbering } from '../feed-numbering'
import { storedInstant } from './json-rows'

/** Of one instant, rows go as they were written: here one transaction writes at a time. */
const NUMBER_OLDEST = `
  UPDATE "OutboxEvent" SET "feedSequence" = ?1 + "numbered"."place"
  FROM (
    SELECT "id", row_number() OVER (ORDER BY "createdAt", "written") AS "place"
    FROM (
      SELECT "id", "createdAt", rowid AS "written" FROM "OutboxEvent"
      WHERE "feedSequence" IS NULL ORDER BY "createdAt", rowid LIMIT ?2
    )
  ) AS "numbered"
  WHERE "OutboxEvent"."id" = "numbered"."id"`

const CREATE_DELIVERIES = `
  INSERT INTO "OutboxDelivery" ("eventId", "subscriber", "aggregateKey", "feedSequence", "state", "nextAttemptAt")
  SELECT "event"."id", "wanted"."value" ->> 'subscriber', "event"."aggregateKey", "event"."feedSequence", 'waiting', ?3
  FROM "OutboxEvent" AS "event" JOIN json_each(?2) AS "wanted" ON "event"."type" = "wanted"."value" ->> 'type'
  WHERE "event"."feedSequence" > ?1`

export const feedNumberingOfSqlite: FeedNumbering = {
  numberOldest: (tx, lastSequence, limit) => tx.$executeRawUnsafe(NUMBER_OLDEST, lastSequence, limit),
  createDeliveries: async (tx, lastSequence, wanted, now) => {
    await tx.$executeRawUnsafe(CREATE_DELIVERIES, lastSequence, JSON.stringify(wanted), storedInstant(now))
  },
}
