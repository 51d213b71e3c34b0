import type { Prisma } from '../../generated/sqlserver/client'
import type { AuditReader, AuditStatement, NewestSeal } from '../../ports/audit-store'
import { ERASURE, PUBLICATION } from './audit-erase'
import { toAuditLine } from './audit-rows'
import type { Client, Database } from './database'
import { indexBy } from './index-by'

const PAGE = 500
/** Of a 32-bit column; a query for more fails. */
const HIGHEST_NUMBER = 2_147_483_647

/** @see AuditReader; pages stay under 1 900 rows, the limit of an `in` list. */
export function createAuditReader({ read }: Pick<Database, 'read'>): AuditReader {
  return {
    newestSealNumber: async () => (await read.auditSeal.aggregate({ _max: { number: true } }))._max.number ?? 0,

    findSeal: (number) => findSeal(read, number),

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

    // What is neither sealed nor waiting is no account of anything: nobody could hold it against a seal.
    erasures: () => statements(read, { ...ERASURE, OR: [{ sealed: false }, { seal: { isNot: null } }] }),

    publications: () => statements(read, PUBLICATION),
  }
}

/** @param number of whatever origin: one that no seal can have is no seal's */
export async function findSeal(client: Pick<Client, 'auditSeal'>, number: number): Promise<NewestSeal | null> {
  if (number < 1 || number > HIGHEST_NUMBER) return null
  return client.auditSeal.findUnique({ where: { number }, select: { number: true, hash: true } })
}

async function markedWithoutSeal(read: Client, afterId: string): Promise<string[]> {
  const rows = await read.auditRecord.findMany({
    // Not `true`: whoever writes past the program may put down what is neither, where the engine lets him.
    where: { id: { gt: afterId }, sealed: { not: false }, seal: null },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: PAGE,
  })
  return rows.map(({ id }) => id)
}

async function* statements(read: Client, where: Prisma.AuditRecordWhereInput): AsyncIterable<AuditStatement> {
  for (let afterId: string | undefined = ''; afterId !== undefined;) {
    const rows: StatementRow[] = await read.auditRecord.findMany({
      where: { ...where, id: { gt: afterId } },
      select: { id: true, subjectId: true, detail: { select: { detailJson: true } } },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    for (const { id, subjectId, detail } of rows) {
      // One without its detail says nothing; it is missed with the details that are gone.
      if (detail !== null) yield { auditId: id, subjectId, detailJson: detail.detailJson }
    }
    afterId = rows.at(-1)?.id
  }
}

interface StatementRow {
  readonly id: string
  readonly subjectId: string
  readonly detail: { readonly detailJson: string } | null
}
