import type { DelegationStore, StoredDelegation } from '../../ports/delegation-store'
import { loadPeople } from './approval-store-rows'
import type { Client, Database } from './database'
import { writeTrail } from './trail'

interface DelegationRow {
  readonly id: string
  readonly leaderId: string
  readonly delegateId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly revokedAt: Date | null
}

export function createDelegationStore(database: Pick<Database, 'read' | 'write'>): DelegationStore {
  const { read } = database
  return {
    create: ({ id, leaderId, delegateId, startsAtMs, endsAtMs }, trail, nowMs) =>
      database.write(async (tx) => {
        const startsAt = new Date(startsAtMs)
        const endsAt = new Date(endsAtMs)
        // Two at once may both pass on an engine that does not serialise them: both delegates may decide then, and the
        // leader sees and revokes either.
        const overlapping = await tx.delegation.count({
          where: { leaderId, revokedAt: null, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
        })
        if (overlapping > 0) return 'overlaps'
        await tx.delegation.create({ data: { id, leaderId, delegateId, startsAt, endsAt } })
        await writeTrail(tx, trail, nowMs)
        return 'created'
      }),

    revoke: (id, leaderId, trail, nowMs) =>
      database.write(async (tx) => {
        const now = new Date(nowMs)
        const { count } = await tx.delegation.updateMany({
          where: { id, leaderId, revokedAt: null, endsAt: { gt: now } },
          data: { revokedAt: now },
        })
        if (count === 1) await writeTrail(tx, trail, nowMs)
        return count === 1
      }),

    find: async (id) => {
      const row = await read.delegation.findUnique({ where: { id } })
      if (row === null) return null
      const [delegation] = await withPeople(read, [row])
      return delegation ?? null
    },

    listOf: async (employeeId, beforeId, limit) => {
      const rows = await read.delegation.findMany({
        where: {
          OR: [{ leaderId: employeeId }, { delegateId: employeeId }],
          ...(beforeId === null ? {} : { id: { lt: beforeId } }),
        },
        // UUID v7: the order of ids is the order in which they were made.
        orderBy: { id: 'desc' },
        take: limit,
      })
      return withPeople(read, rows)
    },
  }
}

async function withPeople(read: Client, rows: readonly DelegationRow[]): Promise<StoredDelegation[]> {
  if (rows.length === 0) return []
  const people = await loadPeople(
    read,
    rows.flatMap(({ leaderId, delegateId }) => [leaderId, delegateId]),
  )
  const { zone } = await read.company.findUniqueOrThrow({ where: { id: 1 }, select: { zone: true } })
  return rows.flatMap(({ id, leaderId, delegateId, startsAt, endsAt, revokedAt }) => {
    const leader = people.get(leaderId)
    const delegate = people.get(delegateId)
    if (leader === undefined || delegate === undefined) return []
    const times = { startsAtMs: startsAt.getTime(), endsAtMs: endsAt.getTime() }
    return { id, leader, delegate, ...times, revokedAtMs: revokedAt?.getTime() ?? null, zone }
  })
}
