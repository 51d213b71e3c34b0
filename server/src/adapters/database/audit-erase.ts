import type { Prisma } from '../../generated/sqlserver/client'
import type { AuditDetailStore, DetailSelection } from '../../ports/audit-store'
import type { Database } from './database'
import { writeTrail } from './trail'

/** How the use case names an erasure; its own detail is the account of what is gone and stays. */
export const ERASURE = { action: 'audit.details_erased', subjectKind: 'audit_detail' } as const
/** How the use case names the publication of a day's seal. */
export const PUBLICATION = { action: 'audit.sealed', subjectKind: 'audit_seal' } as const
const KEPT_ACTIONS = [ERASURE.action, PUBLICATION.action]

export function createAuditDetailStore({ read, write }: Pick<Database, 'read' | 'write'>): AuditDetailStore {
  return {
    erasableDetails: async (selection, afterId, limit) => {
      const rows = await read.auditRecord.findMany({
        where: {
          id: { gt: afterId },
          ...selected(selection),
          action: { notIn: KEPT_ACTIONS },
          detail: { isNot: null },
        },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: limit,
      })
      return rows.map(({ id }) => id)
    },

    eraseDetails: (auditIds, trailOf, nowMs) =>
      write(async (tx) => {
        const { count } = await tx.auditDetail.deleteMany({
          where: { auditId: { in: [...auditIds] }, audit: { action: { notIn: KEPT_ACTIONS } } },
        })
        if (count > 0) await writeTrail(tx, trailOf(count), nowMs)
        return count
      }),
  }
}

function selected(selection: DetailSelection): Prisma.AuditRecordWhereInput {
  if ('subject' in selection) return { subjectKind: selection.subject.kind, subjectId: selection.subject.id }
  if ('actor' in selection) return { actorKind: selection.actor.kind, actorId: selection.actor.id }
  return { at: { lt: new Date(selection.beforeMs) } }
}
