import type { SiteCheckRequest, SiteRequest } from '#contract/api-places'
import type { ErrorDetail } from '#contract/error-codes'
import { fenceCentre } from '#contract/fence'
import type { Fence } from '#contract/place'
import { AppError } from '../../app-error'
import type { SiteListQuery, SiteRow, SiteStore, SiteWrite, StoredSite } from '../../ports/site-store'
import type { Clock, Random } from '../../ports/system'
import type { Trail } from '../../ports/trail'
import { fenceBox } from './fence-box.rules'
import { looksMainland } from './mainland.rules'
import { canonicalAddress, isPublicAddress } from './network-address.rules'
import { fenceProblems, keptPlace, siteProblems, type SiteProblem } from './sites.rules'

export interface SitePorts {
  readonly sites: SiteStore
  readonly clock: Clock
  readonly random: Random
}

/** Who changes a site, for its trail. */
export interface SiteEditor {
  readonly employeeId: string
  readonly requestId: string
}

/** A page in the order of creation. */
export async function listSites(
  { sites }: Pick<SitePorts, 'sites'>,
  query: SiteListQuery,
): Promise<{ readonly rows: readonly SiteRow[]; readonly nextCursor: string | null }> {
  const rows = await sites.list({ ...query, limit: query.limit + 1 })
  const page = rows.slice(0, query.limit)
  return { rows: page, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/** @throws AppError NOT_FOUND; an archived site can still be read */
export async function readSite({ sites }: Pick<SitePorts, 'sites'>, id: string): Promise<StoredSite> {
  const site = await sites.find(id)
  if (site === null) throw new AppError('NOT_FOUND')
  return site
}

export interface SiteCheck {
  /** Null while the fence has problems. */
  readonly mainlandProposed: boolean | null
  readonly problems: readonly ErrorDetail[]
  /** As it would be kept; null while anything stands against it. */
  readonly fence: Fence | null
}

/** What saving would say about a place, and whether it looks like mainland China; saves nothing. */
export function checkSite(request: SiteCheckRequest): SiteCheck {
  const drawn = fenceProblems(request.fence).length === 0
  const mainlandProposed = drawn ? looksMainland(fenceCentre(request.fence)) : null
  const place = {
    ...request,
    // Nothing chosen and nothing to propose: GCJ-02 exists in mainland China only.
    mainlandChina: request.mainlandChina ?? mainlandProposed ?? request.system === 'gcj02',
    zone: null,
    gateway: null,
  }
  const problems = siteProblems(place).map(withoutCode)
  return { mainlandProposed, problems, fence: problems.length === 0 ? keptPlace(place).fence : null }
}

/** @throws AppError FENCE_INVALID, WIFI_INVALID or BODY_INVALID with every problem; NAME_TAKEN */
export async function createSite(ports: SitePorts, editor: SiteEditor, request: SiteRequest): Promise<StoredSite> {
  const write = toWrite(request)
  const id = ports.random.id()
  const trail = siteTrail(ports, editor, id, { change: 'created', version: 1, name: write.name, kind: write.kind })
  const result = await ports.sites.create(id, write, trail, ports.clock.nowMs())
  if (result === 'name_taken') throw new AppError('NAME_TAKEN')
  return readSite(ports, id)
}

/**
 * Replaces a site as a whole; known public addresses stay unless new ones are given.
 * @throws AppError as createSite; NOT_FOUND, also when archived; VERSION_CONFLICT when somebody else changed it first
 */
export async function updateSite(
  ports: SitePorts,
  editor: SiteEditor,
  id: string,
  version: number,
  request: SiteRequest,
): Promise<StoredSite> {
  const write = toWrite(request)
  const before = await readInUse(ports, id)
  const changed = changedFields(before, write)
  const trail = siteTrail(ports, editor, id, { change: 'updated', version: version + 1, name: write.name, changed })
  const result = await ports.sites.update(id, version, write, trail, ports.clock.nowMs())
  if (result === 'name_taken') throw new AppError('NAME_TAKEN')
  if (result === 'conflict') throw new AppError('VERSION_CONFLICT')
  return readSite(ports, id)
}

/** Out of use from now on; its name is free again. @throws AppError NOT_FOUND, VERSION_CONFLICT */
export async function archiveSite(
  ports: SitePorts,
  editor: SiteEditor,
  id: string,
  version: number,
): Promise<StoredSite> {
  const { name } = await readInUse(ports, id)
  const trail = siteTrail(ports, editor, id, { change: 'archived', version: version + 1, name })
  const result = await ports.sites.archive(id, version, trail, ports.clock.nowMs())
  if (result === 'conflict') throw new AppError('VERSION_CONFLICT')
  return readSite(ports, id)
}

async function readInUse(ports: SitePorts, id: string): Promise<StoredSite> {
  const site = await readSite(ports, id)
  if (site.archivedAtMs !== null) throw new AppError('NOT_FOUND')
  return site
}

function toWrite(request: SiteRequest): SiteWrite {
  const problems = [...siteProblems(request), ...addressProblems(request.publicAddresses ?? [])]
  const [first] = problems
  if (first !== undefined) throw new AppError(first.code, { details: problems.map(withoutCode) })
  const place = keptPlace(request)
  const { name, kind, address, mainlandChina, zone, gateway, publicAddresses } = request
  return {
    ...{ name, kind, address, mainlandChina, zone, gateway },
    ...place,
    box: fenceBox(place.fence),
    publicAddresses: publicAddresses === undefined ? null : [...new Set(publicAddresses.map(canonicalAddress))],
  }
}

function addressProblems(addresses: readonly string[]): SiteProblem[] {
  return addresses.flatMap((address, index) => {
    if (isPublicAddress(address)) return []
    const problem = `${address} 是内网地址，认不出地点；请填公网地址`
    return [{ code: 'BODY_INVALID' as const, path: `publicAddresses.${index}`, problem }]
  })
}

function withoutCode({ path, problem }: ErrorDetail): ErrorDetail {
  return { path, problem }
}

/** Names of what differs, for the audit: no places, no keys. */
function changedFields(before: StoredSite, after: SiteWrite): string[] {
  const fields = ['name', 'kind', 'address', 'mainlandChina', 'zone', 'fence', 'wifi', 'wifiProof'] as const
  const differs = (left: unknown, right: unknown) => JSON.stringify(left) !== JSON.stringify(right)
  const changed: string[] = fields.filter((field) => differs(comparable(before, field), comparable(after, field)))
  const gatewayBefore = before.gateway && { url: before.gateway.url, publicKey: before.gateway.publicKey }
  if (differs(gatewayBefore, after.gateway)) changed.push('gateway')
  if (after.publicAddresses !== null) changed.push('publicAddresses')
  return changed
}

function comparable(site: StoredSite | SiteWrite, field: keyof StoredSite & keyof SiteWrite): unknown {
  return field === 'wifi' ? site.wifi.map(({ bssid, ssid }) => `${bssid} ${ssid}`).sort() : site[field]
}

function siteTrail(
  { random }: Pick<SitePorts, 'random'>,
  { employeeId, requestId }: SiteEditor,
  siteId: string,
  what: { readonly change: string; readonly version: number } & Record<string, unknown>,
): Trail {
  const { change, ...detail } = what
  return {
    audit: [
      {
        actor: { kind: 'employee', id: employeeId },
        action: `site.${change}`,
        subject: { kind: 'site', id: siteId },
        requestId,
        detail,
      },
    ],
    events: [
      {
        id: random.id(),
        aggregateKey: `site:${siteId}`,
        type: 'site.changed',
        payload: { siteId, change, version: what.version, by: employeeId },
      },
    ],
  }
}
