import type { Client } from './database'

/**
 * Who has ever been given an event, by one step into the index for each: a plain DISTINCT reads all deliveries, and
 * without the names no condition on their state can use an index.
 */
export async function subscriberNames(read: Pick<Client, 'outboxDelivery'>): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const next = await read.outboxDelivery.findFirst({
      where: { subscriber: { gt: names.at(-1) ?? '' } },
      select: { subscriber: true },
      orderBy: { subscriber: 'asc' },
    })
    if (next === null) return names
    names.push(next.subscriber)
  }
}
