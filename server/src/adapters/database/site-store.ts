import type { SiteKind } from '#contract/api'
import type { Fence, WifiProofPolicy } from '#contract/place'
import type { FieldCipher } from '../../ports/field-cipher'
import type { SiteForCheckIn, SiteRow, SiteStore, SiteWrite, StoredSite } from '../../ports/site-store'
import { chunk } from './chunk'
import type { Database, Transaction } from './database'
import { customerSiteIdsNear } from './site-near'
import { SITE_TABLES, toSiteColumns, toStoredSite } from './site-rows'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

/** @param cipher makes the keyed hashes of public addresses */
export function createSiteStore(database: Pick<Database, 'read' | 'write'>, cipher: FieldCipher): SiteStore {
  const { read } = database
  const loadSites = async (ids: readonly string[]): Promise<readonly SiteForCheckIn[]> => {
    const found: StoredSite[] = []
    for (const part of chunk([...new Set(ids)])) {
      const rows = await read.site.findMany({
        where: { id: { in: part } },
        include: SITE_TABLES,
        orderBy: { id: 'asc' },
      })
      found.push(...rows.map(toStoredSite))
    }
    return found
  }

  return {
    loadSites,

    list: async ({ kind, nameContains, archived, afterId, limit }) => {
      const rows = await read.site.findMany({
        where: {
          archivedAt: archived ? { not: null } : null,
          ...(kind === null ? {} : { kind }),
          ...(nameContains === null ? {} : { name: { contains: nameContains } }),
          ...(afterId === null ? {} : { id: { gt: afterId } }),
        },
        orderBy: { id: 'asc' },
        take: limit,
      })
      return rows.map((row): SiteRow => ({
        id: row.id,
        name: row.name,
        kind: row.kind as SiteKind,
        address: row.address,
        mainlandChina: row.mainlandChina,
        fence: JSON.parse(row.fenceJson) as Fence,
        wifiProof: row.wifiProof as WifiProofPolicy,
        version: row.version,
        archivedAtMs: row.archivedAt?.getTime() ?? null,
      }))
    },

    find: async (id) => {
      const row = await read.site.findUnique({ where: { id }, include: SITE_TABLES })
      return row === null ? null : toStoredSite(row)
    },

    create: (id, site, trail, nowMs) =>
      unlessNameTaken(async () => {
        await database.write(async (tx) => {
          await tx.site.create({ data: { id, ...toSiteColumns(site), createdAt: new Date(nowMs) } })
          await writeBelongings(tx, id, site, cipher)
          await writeTrail(tx, trail, nowMs)
        })
        return 'created' as const
      }),

    update: (id, version, site, trail, nowMs) =>
      unlessNameTaken(() =>
        database.write(async (tx) => {
          const { count } = await tx.site.updateMany({
            where: { id, version, archivedAt: null },
            data: { ...toSiteColumns(site), version: version + 1 },
          })
          if (count === 0) return 'conflict' as const
          await tx.siteWifi.deleteMany({ where: { siteId: id } })
          if (site.publicAddresses !== null) await tx.siteAddress.deleteMany({ where: { siteId: id } })
          await writeBelongings(tx, id, site, cipher)
          await writeTrail(tx, trail, nowMs)
          return 'updated' as const
        }),
      ),

    archive: (id, version, trail, nowMs) =>
      database.write(async (tx) => {
        const { count } = await tx.site.updateMany({
          where: { id, version, archivedAt: null },
          data: { archivedAt: new Date(nowMs), version: version + 1 },
        })
        if (count === 0) return 'conflict'
        await writeTrail(tx, trail, nowMs)
        return 'archived'
      }),

    customerSitesNear: async (south, west, north, east, limit) => {
      const ids = await customerSiteIdsNear(read, { south, west, north, east }, limit)
      const sites = new Map((await loadSites(ids)).map((site) => [site.id, site]))
      return ids.flatMap((id) => sites.get(id) ?? [])
    },
  }
}

async function unlessNameTaken<Result>(write: () => Promise<Result>): Promise<Result | 'name_taken'> {
  try {
    return await write()
  } catch (fault) {
    if (uniqueConflict(fault) === 'Site_name_in_use') return 'name_taken'
    throw fault
  }
}

/** Wi-Fi and addresses that stood there before must be gone; the gateway is compared. */
async function writeBelongings(tx: Transaction, siteId: string, site: SiteWrite, cipher: FieldCipher): Promise<void> {
  if (site.wifi.length > 0) {
    await tx.siteWifi.createMany({ data: site.wifi.map(({ ssid, bssid }) => ({ siteId, ssid, bssid })) })
  }
  const hashes = new Set(site.publicAddresses?.map((address) => cipher.keyedHash(address, 'network-address')))
  if (hashes.size > 0) {
    await tx.siteAddress.createMany({ data: [...hashes].map((addressHash) => ({ siteId, addressHash })) })
  }
  await writeGateway(tx, siteId, site.gateway)
}

/** The measured skew belongs to a key: it stays while the key does. */
async function writeGateway(tx: Transaction, siteId: string, gateway: SiteWrite['gateway']): Promise<void> {
  const publicJwkJson = gateway === null ? null : JSON.stringify(gateway.publicKey)
  if (gateway !== null && publicJwkJson !== null) {
    const { count } = await tx.presenceGateway.updateMany({
      where: { siteId, publicJwkJson },
      data: { url: gateway.url },
    })
    if (count === 1) return
  }
  await tx.presenceGateway.deleteMany({ where: { siteId } })
  if (gateway === null || publicJwkJson === null) return
  await tx.presenceGateway.create({ data: { siteId, url: gateway.url, publicJwkJson } })
}
