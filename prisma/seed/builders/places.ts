import type { SiteKind } from '../../../miniprogram/contract/api'
import type { GatewayPublicKey } from '../../../miniprogram/contract/api-places'
import type { AllowedWifi, Fence, WifiProofPolicy } from '../../../miniprogram/contract/place'
import type { Transaction } from '../../../server/src/adapters/database/database'
import { workDayToDate } from '../../../server/src/adapters/database/work-day'
import { fenceBox } from '../../../server/src/features/sites/fence-box.rules'
import { nextCount, stableId } from './ids'
import { LONG_AGO } from './people'

export interface SiteSeed {
  readonly id?: string
  readonly name?: string
  readonly kind?: SiteKind
  readonly address?: string
  readonly mainlandChina?: boolean
  readonly zone?: string | null
  readonly fence?: Fence
  readonly wifi?: readonly AllowedWifi[]
  readonly wifiProof?: WifiProofPolicy
  readonly gateway?: { readonly url: string; readonly publicKey: GatewayPublicKey; readonly skewMs?: number }
  readonly archivedAt?: Date | null
  readonly createdAt?: Date
}

/** An office in 张江 with a circle of 150 m, unless told otherwise. @returns the site's id */
export async function seedSite(tx: Transaction, seed: SiteSeed = {}): Promise<string> {
  const name = seed.name ?? `场所 ${nextCount()}`
  const id = seed.id ?? stableId('site', name)
  const { mainlandChina = true, wifi = [], gateway, createdAt = LONG_AGO } = seed
  const fence: Fence = seed.fence ?? {
    kind: 'circle',
    centre: { latitude: 31.2041, longitude: 121.5907 },
    radiusMetres: 150,
  }
  await tx.site.create({
    data: {
      id,
      name,
      kind: seed.kind ?? 'office',
      address: seed.address ?? '上海市浦东新区滨河路 88 号',
      mainlandChina,
      zone: seed.zone ?? null,
      fenceJson: JSON.stringify(fence),
      originalFenceJson: JSON.stringify({ system: mainlandChina ? 'gcj02' : 'wgs84', fence }),
      wifiProof: seed.wifiProof ?? (gateway === undefined ? 'bssid' : 'gateway'),
      ...fenceBox(fence),
      createdAt,
      archivedAt: seed.archivedAt ?? null,
    },
  })
  for (const { ssid, bssid } of wifi) await tx.siteWifi.create({ data: { siteId: id, ssid, bssid } })
  if (gateway !== undefined) {
    const { url, publicKey, skewMs = 0 } = gateway
    await tx.presenceGateway.create({ data: { siteId: id, url, publicJwkJson: JSON.stringify(publicKey), skewMs } })
  }
  return id
}

export interface PlanSeed {
  readonly id?: string
  readonly employeeId: string
  readonly siteId: string
  /** `YYYY-MM-DD` */
  readonly workDay: string
  readonly note?: string | null
  readonly createdBy?: string
  readonly createdAt?: Date
  readonly cancelledAt?: Date | null
}

/** @returns the plan's id */
export async function seedFieldPlan(tx: Transaction, seed: PlanSeed): Promise<string> {
  const { employeeId, siteId, workDay, note = null, createdBy = employeeId, createdAt = LONG_AGO } = seed
  const id = seed.id ?? stableId('plan', employeeId, workDay, siteId, nextCount())
  const cancelledAt = seed.cancelledAt ?? null
  await tx.fieldPlan.create({
    data: { id, employeeId, siteId, workDay: workDayToDate(workDay), note, createdBy, createdAt, cancelledAt },
  })
  return id
}
