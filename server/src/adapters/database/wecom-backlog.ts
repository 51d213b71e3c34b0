import type { QueueBacklog, ReadWecomBacklog } from '../../ports/wecom-backlog'
import type { Database } from './database'

/** Of any of the four tables. */
type Count = (where: { state: string; tries?: { gt: number } }) => Promise<number>

export function createWecomBacklog({ read }: Pick<Database, 'read'>): ReadWecomBacklog {
  return async () => ({
    callbacks: await backlogOf((where) => read.wecomCallback.count({ where })),
    cards: await cardsBacklog(read),
    notices: await backlogOf((where) => read.notice.count({ where })),
    write_backs: await backlogOf((where) => read.attendanceWriteBack.count({ where })),
  })
}

async function backlogOf(count: Count): Promise<QueueBacklog> {
  return {
    waitingCount: await count({ state: 'waiting' }),
    retriedCount: await count({ state: 'waiting', tries: { gt: 0 } }),
    failedCount: await count({ state: 'failed' }),
  }
}

/** An open card waits as well when it is to be drawn anew. */
async function cardsBacklog(read: Database['read']): Promise<QueueBacklog> {
  const waiting = { state: { in: ['waiting', 'open'] }, nextTryAt: { not: null } }
  return {
    waitingCount: await read.approvalCard.count({ where: waiting }),
    retriedCount: await read.approvalCard.count({ where: { ...waiting, tries: { gt: 0 } } }),
    failedCount: await read.approvalCard.count({ where: { state: 'failed' } }),
  }
}
