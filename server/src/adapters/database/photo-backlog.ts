import type { ReadPhotoBacklog } from '../../ports/photo-backlog'
import type { Database } from './database'

/** Photos that nobody ever asked a ticket for count as awaited: they have no time at which a look is due. */
export function createPhotoBacklog({ read }: Pick<Database, 'read'>): ReadPhotoBacklog {
  return async (nowMs) => {
    const due = { state: 'awaited', nextCheckAt: { lte: new Date(nowMs) } }
    const oldest = await read.attemptPhoto.findFirst({
      where: due,
      select: { nextCheckAt: true },
      orderBy: { nextCheckAt: 'asc' },
    })
    return {
      awaitedCount: await read.attemptPhoto.count({ where: { state: 'awaited' } }),
      dueCount: oldest === null ? 0 : await read.attemptPhoto.count({ where: due }),
      oldestDueAtMs: oldest?.nextCheckAt?.getTime() ?? null,
    }
  }
}
