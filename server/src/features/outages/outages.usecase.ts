import { AppError } from '../../app-error'
import type { OutageInterval, OutageStore, StoredOutage } from '../../ports/outage-store'
import type { Clock, Random } from '../../ports/system'
import type { Trail } from '../../ports/trail'
import { mayDoFor, type RoleInScope } from '../people/roles.rules'
import { outageProblems } from './outages.rules'

export interface OutagePorts {
  readonly outages: OutageStore
  readonly clock: Clock
  readonly random: Pick<Random, 'id'>
}

/** An outage is the whole company's: whose role ends at a department may not declare one. */
export interface Declarer {
  readonly employeeId: string
  readonly roles: readonly RoleInScope[]
  readonly requestId: string
}

/** A page of outages, newest first, withdrawn ones among them. */
export async function listOutages(
  { outages }: OutagePorts,
  query: { readonly cursor: string | null; readonly limit: number },
): Promise<{ readonly outages: readonly StoredOutage[]; readonly nextCursor: string | null }> {
  const found = await outages.list(query.cursor, query.limit + 1)
  const page = found.slice(0, query.limit)
  return { outages: page, nextCursor: found.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/**
 * Says when the server could not be reached: captures of that time whose instant is not proven do not count against
 * anybody. Decisions that were made stay as they are.
 * @throws AppError NOT_ALLOWED, OUTAGE_INVALID
 */
export async function declareOutage(
  ports: OutagePorts,
  declarer: Declarer,
  outage: OutageInterval & { readonly reason: string },
): Promise<StoredOutage> {
  requireWholeCompany(declarer)
  const nowMs = ports.clock.nowMs()
  const details = outageProblems(outage.startsAtMs, outage.endsAtMs, nowMs)
  if (details.length > 0) throw new AppError('OUTAGE_INVALID', { details })
  const id = ports.random.id()
  const trail = outageTrail(ports, declarer, 'declared', { ...outage, id })
  await ports.outages.declare({ ...outage, id, declaredBy: declarer.employeeId }, trail, nowMs)
  return requireOutage(ports, id)
}

/** Takes it back; one taken back before stays as it is. @throws AppError NOT_ALLOWED, NOT_FOUND */
export async function withdrawOutage(ports: OutagePorts, declarer: Declarer, id: string): Promise<void> {
  requireWholeCompany(declarer)
  const outage = await requireOutage(ports, id)
  if (outage.withdrawnAtMs !== null) return
  await ports.outages.withdraw(id, outageTrail(ports, declarer, 'withdrawn', outage), ports.clock.nowMs())
}

function requireWholeCompany({ roles }: Declarer): void {
  if (!mayDoFor(roles, 'outages.write', [])) throw new AppError('NOT_ALLOWED')
}

async function requireOutage({ outages }: OutagePorts, id: string): Promise<StoredOutage> {
  const outage = await outages.find(id)
  if (outage === null) throw new AppError('NOT_FOUND')
  return outage
}

function outageTrail(
  { random }: OutagePorts,
  { employeeId, requestId }: Declarer,
  change: 'declared' | 'withdrawn',
  { id, startsAtMs, endsAtMs, reason }: OutageInterval & { readonly id: string; readonly reason: string },
): Trail {
  return {
    audit: [
      {
        actor: { kind: 'employee', id: employeeId },
        action: `outage.${change}`,
        subject: { kind: 'outage', id },
        requestId,
        detail: { startsAtMs, endsAtMs, reason },
      },
    ],
    events: [
      {
        id: random.id(),
        aggregateKey: `outage:${id}`,
        type: 'outage.changed',
        payload: { outageId: id, change, startsAtMs, endsAtMs, by: employeeId },
      },
    ],
  }
}
