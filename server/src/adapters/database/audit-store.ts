import type { AuditSealStore, NewestSeal } from '../../ports/audit-store'
import type { Lease } from '../../ports/outbox-store'
import { findSeal } from './audit-read'
import { toAuditLine } from './audit-rows'
import type { Database, Transaction } from './database'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

export function createAuditSealStore({ read, write }: Pick<Database, 'read' | 'write'>): AuditSealStore {
  return {
    hasUnsealed: async () =>
      (await read.auditRecord.findFirst({ where: { sealed: false }, select: { id: true } })) !== null,

    sealNext: async ({ lease, limit, chain }, nowMs) => {
      try {
        return await write(async (tx) => {
          if (!(await renewLease(tx, lease, nowMs))) return null
          const rows = await tx.auditRecord.findMany({
            where: { sealed: false },
            include: { seal: { select: { number: true } } },
            orderBy: { id: 'asc' },
            take: limit,
          })
          if (rows.length === 0) return 0
          // A line whose mark was taken away, from outside, keeps the seal that it has.
          const seals = chain(await newestSeal(tx), rows.filter(({ seal }) => seal === null).map(toAuditLine))
          await tx.auditSeal.createMany({
            data: seals.map(({ sealedAtMs, ...seal }) => ({ ...seal, sealedAt: new Date(sealedAtMs) })),
          })
          await tx.auditRecord.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { sealed: true } })
          return rows.length
        })
      } catch (error) {
        // The last guard: a number or a line can be taken only once, whatever became of the lease.
        const index = uniqueConflict(error)
        if (index === 'AuditSeal_pkey' || index === 'AuditSeal_auditId_key') return null
        throw error
      }
    },

    newestSeal: () => newestSeal(read),

    findSeal: (number) => findSeal(read, number),

    publish: ({ lease, trail }, nowMs) =>
      write(async (tx) => {
        if (!(await renewLease(tx, lease, nowMs))) return false
        await writeTrail(tx, trail, nowMs)
        return true
      }),
  }
}

async function renewLease(tx: Transaction, { name, owner, untilMs }: Lease, nowMs: number): Promise<boolean> {
  const { count } = await tx.lease.updateMany({
    where: { name, owner, leasedUntil: { gt: new Date(nowMs) } },
    data: { leasedUntil: new Date(untilMs) },
  })
  return count === 1
}

function newestSeal(client: Pick<Transaction, 'auditSeal'>): Promise<NewestSeal | null> {
  return client.auditSeal.findFirst({ orderBy: { number: 'desc' }, select: { number: true, hash: true } })
}
