import type { ConsentStore } from '../../ports/consent-store'
import type { Database } from './database'
import { writeTrail } from './trail'

export function createConsentStore(database: Database): ConsentStore {
  return {
    async notices() {
      const rows = await database.read.consentNotice.findMany({ orderBy: { version: 'desc' } })
      return rows.map(({ version, publishedAt, title, text }) => ({
        version,
        publishedAtMs: publishedAt.getTime(),
        title,
        text,
      }))
    },

    async consentsOf(employeeId) {
      const rows = await database.read.consent.findMany({ where: { employeeId }, orderBy: { givenAt: 'desc' } })
      return rows.map(({ version, givenAt, withdrawnAt }) => ({
        version,
        givenAtMs: givenAt.getTime(),
        withdrawnAtMs: withdrawnAt?.getTime() ?? null,
      }))
    },

    give: ({ id, employeeId, version }, trail, nowMs) =>
      database.write(async (tx) => {
        const agreed = await tx.consent.count({ where: { employeeId, version, withdrawnAt: null } })
        if (agreed > 0) return false
        await tx.consent.create({ data: { id, employeeId, version, givenAt: new Date(nowMs) } })
        await writeTrail(tx, trail, nowMs)
        return true
      }),

    withdraw: (employeeId, trail, nowMs) =>
      database.write(async (tx) => {
        const { count } = await tx.consent.updateMany({
          where: { employeeId, withdrawnAt: null },
          data: { withdrawnAt: new Date(nowMs) },
        })
        if (count === 0) return false
        await writeTrail(tx, trail, nowMs)
        return true
      }),
  }
}
