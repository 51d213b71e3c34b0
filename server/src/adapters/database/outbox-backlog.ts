import type { ReadOutboxBacklog } from '../../ports/dead-letter-store'
import type { Client, Database } from './database'
import { subscriberNames } from './subscriber-names'

/** Counts what the relay has before it. */
export function createOutboxBacklog({ read }: Pick<Database, 'read'>): ReadOutboxBacklog {
  return async () => {
    const unnumbered = { feedSequence: null }
    const oldest = await read.outboxEvent.findFirst({
      where: unnumbered,
      select: { createdAt: true },
      orderBy: { createdAt: 'asc' },
    })
    const subscribers = []
    for (const name of await subscriberNames(read)) subscribers.push(await backlogOf(read, name))
    return {
      unnumberedCount: oldest === null ? 0 : await read.outboxEvent.count({ where: unnumbered }),
      oldestUnnumberedAtMs: oldest?.createdAt.getTime() ?? null,
      subscribers,
    }
  }
}

async function backlogOf(read: Client, subscriber: string) {
  const waiting = { subscriber, state: 'waiting' }
  const oldest = await read.outboxDelivery.findFirst({
    where: waiting,
    select: { event: { select: { createdAt: true } } },
    orderBy: { feedSequence: 'asc' },
  })
  return {
    name: subscriber,
    waitingCount: oldest === null ? 0 : await read.outboxDelivery.count({ where: waiting }),
    deadCount: await read.outboxDelivery.count({ where: { subscriber, state: 'dead' } }),
    oldestWaitingAtMs: oldest?.event.createdAt.getTime() ?? null,
  }
}
