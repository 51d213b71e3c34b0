import type { NoticeDetail, NoticeKind } from '../../features/notices/notice.rules'
import type { NoticeStore } from '../../ports/notice-store'
import type { Database } from './database'
import { uniqueConflict } from './unique-conflict'

export function createNoticeStore({ read, write }: Pick<Database, 'read' | 'write'>): NoticeStore {
  return {
    async leadersOf(employeeId) {
      const employee = await read.employee.findUnique({
        where: { id: employeeId },
        select: {
          leaders: { where: { leader: { leftAt: null } }, select: { leaderId: true } },
          department: { select: { leaders: { where: { employee: { leftAt: null } }, select: { employeeId: true } } } },
        },
      })
      const direct = employee?.leaders.map(({ leaderId }) => leaderId) ?? []
      const leaders = direct.length > 0 ? direct : (employee?.department?.leaders.map((one) => one.employeeId) ?? [])
      return leaders.filter((id) => id !== employeeId)
    },

    async zone() {
      return (await read.company.findFirstOrThrow({ select: { zone: true } })).zone
    },

    async plan(notices, nowMs) {
      let count = 0
      for (const { id, key, employeeId, kind, detail, notBeforeMs } of notices) {
        try {
          await write((tx) =>
            tx.notice.create({
              data: {
                ...{ id, employeeId, kind, noticeKey: key, state: 'waiting' },
                detailJson: JSON.stringify(detail),
                nextTryAt: new Date(notBeforeMs),
                createdAt: new Date(nowMs),
              },
            }),
          )
          count++
        } catch (fault) {
          if (uniqueConflict(fault) !== 'Notice_noticeKey_key') throw fault
        }
      }
      return count
    },

    async due(nowMs, limit) {
      const rows = await read.notice.findMany({
        where: { state: 'waiting', nextTryAt: { lte: new Date(nowMs) } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      const people = await read.employee.findMany({
        where: { id: { in: [...new Set(rows.map(({ employeeId }) => employeeId))] }, leftAt: null },
        select: { id: true, userId: true },
      })
      const userIds = new Map(people.map(({ id, userId }) => [id, userId]))
      const gone = rows.filter(({ employeeId }) => !userIds.has(employeeId)).map(({ id }) => id)
      if (gone.length > 0) {
        await write((tx) =>
          tx.notice.updateMany({ where: { id: { in: gone }, state: 'waiting' }, data: { state: 'undeliverable' } }),
        )
      }
      return rows.flatMap(({ id, employeeId, kind, detailJson, tries, nextTryAt }) => {
        const userId = userIds.get(employeeId)
        const detail = JSON.parse(detailJson) as NoticeDetail
        const nextTryAtMs = nextTryAt.getTime()
        return userId === undefined ? [] : [{ id, userId, kind: kind as NoticeKind, detail, tries, nextTryAtMs }]
      })
    },

    async hold({ id, nextTryAtMs }, untilMs) {
      const { count } = await write((tx) =>
        tx.notice.updateMany({
          where: { id, state: 'waiting', nextTryAt: new Date(nextTryAtMs) },
          data: { nextTryAt: new Date(untilMs) },
        }),
      )
      return count === 1
    },

    async end(id, state, nowMs) {
      await write((tx) =>
        tx.notice.updateMany({
          where: { id, state: 'waiting' },
          data: { state, problem: null, ...(state === 'sent' ? { sentAt: new Date(nowMs) } : {}) },
        }),
      )
    },

    async postpone(id, problem, nextTryAtMs) {
      await write((tx) =>
        tx.notice.updateMany({
          where: { id, state: 'waiting' },
          data: {
            tries: { increment: 1 },
            problem: problem.slice(0, 80),
            ...(nextTryAtMs === null ? { state: 'failed' } : { nextTryAt: new Date(nextTryAtMs) }),
          },
        }),
      )
    },
  }
}
