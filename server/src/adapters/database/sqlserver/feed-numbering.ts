import type { FeedNumbering } from '../feed-numbering'

const NUMBER_OLDEST = `
  WITH [oldest] AS (
    SELECT TOP (CAST(@P2 AS INT)) [feedSequence], ROW_NUMBER() OVER (ORDER BY [createdAt], [id]) AS [place]
    FROM [OutboxEvent] WHERE [feedSequence] IS NULL ORDER BY [createdAt], [id]
  )
  UPDATE [oldest] SET [feedSequence] = CAST(@P1 AS INT) + CAST([place] AS INT)`

/** What OPENJSON answers has the database's own collation; the columns that it meets are binary. */
const CREATE_DELIVERIES = `
  INSERT INTO [OutboxDelivery] ([eventId], [subscriber], [aggregateKey], [feedSequence], [state], [nextAttemptAt])
  SELECT [event].[id], [wanted].[subscriber], [event].[aggregateKey], [event].[feedSequence], 'waiting', @P3
  FROM [OutboxEvent] AS [event]
  JOIN OPENJSON(@P2) WITH ([subscriber] VARCHAR(40) '$.subscriber', [type] VARCHAR(60) '$.type') AS [wanted]
    ON [event].[type] = [wanted].[type] COLLATE Latin1_General_100_BIN2
  WHERE [event].[feedSequence] > CAST(@P1 AS INT)`

export const feedNumberingOfSqlServer: FeedNumbering = {
  numberOldest: (tx, lastSequence, limit) => tx.$executeRawUnsafe(NUMBER_OLDEST, lastSequence, limit),
  createDeliveries: async (tx, lastSequence, wanted, now) => {
    await tx.$executeRawUnsafe(CREATE_DELIVERIES, lastSequence, JSON.stringify(wanted), now)
  },
}
