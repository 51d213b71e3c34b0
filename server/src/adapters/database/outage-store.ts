import type { Prisma } from '../../generated/sqlserver/client'
import type { OutageStore, StoredOutage } from '../../ports/outage-store'
import type { Client, Database } from './database'
import { indexBy } from './index-by'
import { writeTrail } from './trail'

type OutageRow = Prisma.OutageIntervalGetPayload<object>

export function createOutageStore({ read, write }: Pick<Database, 'read' | 'write'>): OutageStore {
  return {
    list: async (beforeId, limit) =>
      withNames(
        read,
        await read.outageInterval.findMany({
          where: beforeId === null ? {} : { id: { lt: beforeId } },
          // UUID v7: the order of ids is the order of declaration.
          orderBy: { id: 'desc' },
          take: limit,
        }),
      ),

    find: async (id) => {
      const row = await read.outageInterval.findUnique({ where: { id } })
      return row === null ? null : ((await withNames(read, [row]))[0] ?? null)
    },

    declare: ({ id, startsAtMs, endsAtMs, reason, declaredBy }, trail, nowMs) =>
      write(async (tx) => {
        await tx.outageInterval.create({
          data: {
            ...{ id, reason, declaredBy },
            startsAt: new Date(startsAtMs),
            endsAt: new Date(endsAtMs),
            declaredAt: new Date(nowMs),
          },
        })
        await writeTrail(tx, trail, nowMs)
      }),

    withdraw: (id, trail, nowMs) =>
      write(async (tx) => {
        const { count } = await tx.outageInterval.updateMany({
          where: { id, withdrawnAt: null },
          data: { withdrawnAt: new Date(nowMs) },
        })
        if (count === 1) await writeTrail(tx, trail, nowMs)
        return count === 1
      }),
  }
}

async function withNames(read: Client, rows: readonly OutageRow[]): Promise<StoredOutage[]> {
  const people = await read.employee.findMany({
    where: { id: { in: rows.map((row) => row.declaredBy) } },
    select: { id: true, name: true, department: { select: { name: true } } },
  })
  const personById = indexBy(people, (person) => person.id)
  return rows.map((row) => {
    const person = personById.get(row.declaredBy)
    return {
      id: row.id,
      startsAtMs: row.startsAt.getTime(),
      endsAtMs: row.endsAt.getTime(),
      reason: row.reason,
      declaredBy: {
        id: row.declaredBy,
        name: person?.name ?? '',
        department: person?.department?.name ?? null,
      },
      declaredAtMs: row.declaredAt.getTime(),
      withdrawnAtMs: row.withdrawnAt?.getTime() ?? null,
    }
  })
}
