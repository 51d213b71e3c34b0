import type { GatewayStore } from '../../ports/presence-proof'
import type { Database } from './database'
import { writeTrail } from './trail'

export function createGatewayStore(database: Database): GatewayStore {
  return {
    listGateways: async () => {
      const rows = await database.read.presenceGateway.findMany({
        where: { site: { archivedAt: null } },
        select: { siteId: true, url: true, skewMs: true, skewMeasuredAt: true },
        orderBy: { siteId: 'asc' },
      })
      return rows.map(({ siteId, url, skewMs, skewMeasuredAt }) => ({
        siteId,
        url,
        skewMs,
        skewMeasuredAtMs: skewMeasuredAt?.getTime() ?? null,
      }))
    },

    recordSkew: ({ siteId, skewMs, measuredAtMs }, trail) =>
      database.write(async (tx) => {
        const { count } = await tx.presenceGateway.updateMany({
          where: { siteId },
          data: { skewMs, skewMeasuredAt: new Date(measuredAtMs) },
        })
        // The gateway may have been removed while it was being measured.
        if (count === 1) await writeTrail(tx, trail, measuredAtMs)
      }),
  }
}
