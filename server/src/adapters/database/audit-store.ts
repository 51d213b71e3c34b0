import type { AuditSealStore, KeptSeal } from '../../ports/audit-store'
import type { Lease } from '../../ports/outbox-store'
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

    publishedOn: (day) => publishedOn(read, day),

    publish: ({ lease, day, trailOf }, nowMs) =>
      write(async (tx) => {
        if (!(await renewLease(tx, lease, nowMs))) return null
        const published = await publishedOn(tx, day)
        if (published !== null) return published
        const newest = await newestSeal(tx)
        if (newest !== null) await writeTrail(tx, trailOf(newest), nowMs)
        return newest
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

function newestSeal(tx: Transaction): Promise<KeptSeal | null> {
  return tx.auditSeal.findFirst({ orderBy: { number: 'desc' }, select: { number: true, hash: true } })
}

/** The line of the day says it; the use case writes it so. */
async function publishedOn(client: Pick<Transaction, 'auditRecord'>, day: string): Promise<KeptSeal | null> {
  const row = await client.auditRecord.findFirst({
    where: { subjectKind: 'audit_seal', subjectId: day, action: 'audit.sealed' },
    select: { detail: { select: { detailJson: true } } },
  })
  if (row?.detail == null) return null
  const { sealNumber, sealHash } = JSON.parse(row.detail.detailJson) as { sealNumber: number; sealHash: string }
  return { number: sealNumber, hash: sealHash }
}
