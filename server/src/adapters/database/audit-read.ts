import type { AuditReader } from '../../ports/audit-store'
import { toAuditLine } from './audit-rows'
import { ERASURE } from './audit-erase'
import type { Client, Database } from './database'
import { indexBy } from './index-by'

const PAGE = 500

/** @see AuditReader; pages stay under 1 900 rows, the limit of an `in` list. */
export function createAuditReader({ read }: Pick<Database, 'read'>): AuditReader {
  return {
    newestSealNumber: async () => (await read.auditSeal.aggregate({ _max: { number: true } }))._max.number ?? 0,

    findSeal: (number) => read.auditSeal.findUnique({ where: { number }, select: { number: true, hash: true } }),

    sealedLines: async (afterNumber, untilNumber, limit) => {
      const rows = await read.auditSeal.findMany({
        where: { number: { gt: afterNumber, lte: untilNumber } },
        orderBy: { number: 'asc' },
        take: limit,
      })
      // Not by relation: that fails as a whole when a line was removed from outside.
      const ids = rows.map(({ auditId }) => auditId)
      const details = indexBy(
        await read.auditDetail.findMany({ where: { auditId: { in: ids } } }),
        (row) => row.auditId,
      )
      const lines = indexBy(await read.auditRecord.findMany({ where: { id: { in: ids } } }), (row) => row.id)
      return rows.map(({ sealedAt, ...seal }) => {
        const line = lines.get(seal.auditId)
        return {
          seal: { ...seal, sealedAtMs: sealedAt.getTime() },
          line: line === undefined ? null : toAuditLine(line),
          detail: details.get(seal.auditId) ?? null,
        }
      })
    },

    unsealed: async () => {
      const { _count, _min } = await read.auditRecord.aggregate({
        where: { sealed: false },
        _count: { id: true },
        _min: { at: true },
      })
      return { count: _count.id, oldestAtMs: _min.at?.getTime() ?? null }
    },

    leftOut: async function* () {
      for (let afterId: string | undefined = ''; afterId !== undefined;) {
        const ids = await markedWithoutSeal(read, afterId)
        // Sealed while the query ran: looked at once more.
        const seals = await read.auditSeal.findMany({ where: { auditId: { in: ids } }, select: { auditId: true } })
        const sealed = new Set(seals.map(({ auditId }) => auditId))
        yield* ids.filter((id) => !sealed.has(id))
        afterId = ids.at(-1)
      }
    },

    recordedErasures: async () => {
      let total = 0
      for (let afterId = ''; ;) {
        const rows = await read.auditRecord.findMany({
          where: { id: { gt: afterId }, subjectKind: ERASURE.subjectKind, action: ERASURE.action },
          select: { id: true, detail: { select: { detailJson: true } } },
          orderBy: { id: 'asc' },
          take: PAGE,
        })
        for (const { detail } of rows) {
          if (detail !== null) total += (JSON.parse(detail.detailJson) as { count: number }).count
        }
        const last = rows.at(-1)
        if (last === undefined || rows.length < PAGE) return total
        afterId = last.id
      }
    },
  }
}

async function markedWithoutSeal(read: Client, afterId: string): Promise<string[]> {
  const rows = await read.auditRecord.findMany({
    where: { id: { gt: afterId }, sealed: true, seal: null },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: PAGE,
  })
  return rows.map(({ id }) => id)
}
