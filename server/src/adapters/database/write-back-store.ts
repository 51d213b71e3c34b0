import type { WaitingRecord, WriteBackStore } from '../../ports/write-back-store'
import type { Database } from './database'
import { uniqueConflict } from './unique-conflict'

export function createWriteBackStore({ read, write }: Pick<Database, 'read' | 'write'>): WriteBackStore {
  return {
    async plan(attemptId, nowMs) {
      const attempt = await read.attempt.findUnique({ where: { id: attemptId }, select: { evidenceState: true } })
      if (attempt?.evidenceState === 'awaited') return false
      const at = new Date(nowMs)
      try {
        await write((tx) =>
          tx.attendanceWriteBack.create({ data: { attemptId, state: 'waiting', nextTryAt: at, createdAt: at } }),
        )
        return true
      } catch (fault) {
        if (uniqueConflict(fault) !== 'AttendanceWriteBack_pkey') throw fault
        return false
      }
    },

    async due(nowMs, limit) {
      const rows = await read.attendanceWriteBack.findMany({
        where: { state: 'waiting', nextTryAt: { lte: new Date(nowMs) } },
        orderBy: [{ createdAt: 'asc' }, { attemptId: 'asc' }],
        take: limit,
      })
      const attempts = await read.attempt.findMany({
        where: { id: { in: rows.map(({ attemptId }) => attemptId) }, outcome: 'accepted' },
        select: {
          id: true,
          capturedAt: true,
          siteId: true,
          slotKind: true,
          deferred: true,
          employee: { select: { userId: true } },
        },
      })
      const siteIds = [...new Set(attempts.flatMap(({ siteId }) => siteId ?? []))]
      const sites = await read.site.findMany({
        where: { id: { in: siteIds } },
        select: { id: true, name: true, address: true },
      })
      const siteOf = new Map(sites.map((site) => [site.id, site]))
      const attemptOf = new Map(attempts.map((attempt) => [attempt.id, attempt]))
      const gone = rows.filter(({ attemptId }) => !attemptOf.has(attemptId)).map(({ attemptId }) => attemptId)
      if (gone.length > 0) {
        await write((tx) => tx.attendanceWriteBack.deleteMany({ where: { attemptId: { in: gone }, state: 'waiting' } }))
      }
      return rows.flatMap(({ attemptId, tries, nextTryAt }): WaitingRecord[] => {
        const attempt = attemptOf.get(attemptId)
        if (attempt === undefined) return []
        const site = siteOf.get(attempt.siteId ?? '')
        return [
          {
            attemptId,
            tries,
            nextTryAtMs: nextTryAt.getTime(),
            userId: attempt.employee.userId,
            capturedAtMs: attempt.capturedAt.getTime(),
            siteName: site?.name ?? null,
            siteAddress: site?.address ?? null,
            slotKind: attempt.slotKind as WaitingRecord['slotKind'],
            deferred: attempt.deferred,
          },
        ]
      })
    },

    async begin({ attemptId, nextTryAtMs }, untilMs) {
      const { count } = await write((tx) =>
        tx.attendanceWriteBack.updateMany({
          where: { attemptId, state: 'waiting', nextTryAt: new Date(nextTryAtMs) },
          data: { nextTryAt: new Date(untilMs), tries: { increment: 1 } },
        }),
      )
      return count === 1
    },

    async sent(attemptId, nowMs) {
      await write((tx) =>
        tx.attendanceWriteBack.updateMany({
          where: { attemptId, state: 'waiting' },
          data: { state: 'sent', errcode: null, sentAt: new Date(nowMs) },
        }),
      )
    },

    async postpone(attemptId, errcode, nextTryAtMs) {
      await write((tx) =>
        tx.attendanceWriteBack.updateMany({
          where: { attemptId, state: 'waiting' },
          data: {
            errcode,
            ...(nextTryAtMs === null ? { state: 'failed' } : { nextTryAt: new Date(nextTryAtMs) }),
          },
        }),
      )
    },
  }
}
