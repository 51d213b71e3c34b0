import type { LeaseStore } from '../../ports/outbox-store'
import type { Database } from './database'
import { uniqueConflict } from './unique-conflict'

export function createLeaseStore(database: Database): LeaseStore {
  return {
    take: async ({ name, owner, untilMs }, nowMs) => {
      const leasedUntil = new Date(untilMs)
      const { count } = await database.write((tx) =>
        tx.lease.updateMany({
          where: { name, OR: [{ owner }, { leasedUntil: { lte: new Date(nowMs) } }] },
          data: { owner, leasedUntil },
        }),
      )
      if (count === 1) return true
      if ((await database.read.lease.findUnique({ where: { name } })) !== null) return false
      try {
        await database.write((tx) => tx.lease.create({ data: { name, owner, leasedUntil } }))
        return true
      } catch (error) {
        // The very first lease, and another process was quicker.
        if (uniqueConflict(error) === 'Lease_pkey') return false
        throw error
      }
    },

    release: async ({ name, owner }, nowMs) => {
      await database.write((tx) =>
        tx.lease.updateMany({ where: { name, owner }, data: { leasedUntil: new Date(nowMs) } }),
      )
    },
  }
}
