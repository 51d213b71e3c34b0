import { AppError } from '../../app-error'
import type { OrganisationStore } from '../../ports/organisation-store'
import type { LeaseStore } from '../../ports/outbox-store'
import type { Clock, Random } from '../../ports/system'
import { applyOrganisation, type AppliedCounts } from './apply-organisation.usecase'
import { judgeLeavers, type GuardVerdict } from './leaver-guard.rules'
import { diffOrganisation, type OrganisationDiff } from './organisation-diff.rules'
import { syncedTrail, type OrganisationAuthor } from './organisation-trail.rules'
import type { OrganisationSource, SourceOrganisation, StoredOrganisation } from './organisation.rules'

export interface RunSyncPorts {
  readonly store: OrganisationStore
  readonly leases: LeaseStore
  readonly clock: Clock
  readonly random: Random
  /** Names this process among all that may synchronise. */
  readonly ownerId: string
}

export interface SyncOptions {
  readonly author: OrganisationAuthor
  /** Changes nothing, and leaves no trace. */
  readonly dryRun: boolean
  /** Applies what the guard refuses. */
  readonly force: boolean
  /** Throws to stop between two steps. */
  readonly check?: () => void
}

export interface SyncReport {
  readonly outcome: 'applied' | 'refused' | 'dry_run'
  readonly guard: GuardVerdict
  readonly diff: OrganisationDiff
  /** Null unless it was applied. */
  readonly counts: AppliedCounts | null
}

export type ReadSource = (stored: StoredOrganisation, hold: () => Promise<void>) => Promise<SourceOrganisation>

const LEASE = 'organisation-sync'
const LEASE_MS = 5 * 60_000

/**
 * One whole synchronisation: reads, compares, applies, and keeps a row of it. The stored side is loaded before the source
 * is read: whoever joins meanwhile is not taken for gone.
 * @throws AppError BUSY_TRY_AGAIN while another one runs; whatever `readSource` throws, after noting it down
 */
export async function runSync(
  ports: RunSyncPorts,
  source: OrganisationSource,
  options: SyncOptions,
  readSource: ReadSource,
): Promise<SyncReport> {
  const { store, clock } = ports
  const { dryRun, check = () => {} } = options
  if (dryRun) {
    const stored = await store.load()
    const diff = diffOrganisation(await readSource(stored, () => Promise.resolve(check())), stored)
    return { outcome: 'dry_run', guard: judgeLeavers(diff), diff, counts: null }
  }
  const lease = syncLease(ports)
  await lease.hold()
  try {
    const hold = async () => {
      check()
      await lease.hold()
    }
    return await runHeld(ports, source, options, (stored) => readSource(stored, hold), hold)
  } finally {
    await ports.leases.release({ name: LEASE, owner: ports.ownerId }, clock.nowMs())
  }
}

async function runHeld(
  ports: RunSyncPorts,
  source: OrganisationSource,
  { author, force }: SyncOptions,
  readSource: (stored: StoredOrganisation) => Promise<SourceOrganisation>,
  hold: () => Promise<void>,
): Promise<SyncReport> {
  const { store, clock, random } = ports
  const cause = { author, source, syncId: random.id() }
  const finish = async (summary: Readonly<Record<string, number>>, problem: string | null) => {
    const trail = syncedTrail(random.id(), cause, summary, problem)
    await store.finishRun({ id: cause.syncId, summary, problem }, trail, clock.nowMs())
  }
  await store.beginRun({ id: cause.syncId, source }, clock.nowMs())
  try {
    const stored = await store.load()
    const diff = diffOrganisation(await readSource(stored), stored)
    const guard = judgeLeavers(diff)
    const seen = { seen: diff.seenCount, employedBefore: diff.employedCount, issues: diff.issues.length }
    if (guard !== 'ok' && !force) {
      await finish({ ...seen, wouldLeave: diff.left.length }, guard)
      return { outcome: 'refused', guard, diff, counts: null }
    }
    const counts = await applyOrganisation(ports, diff, stored, { cause, hold })
    await finish({ ...seen, ...counts }, null)
    return { outcome: 'applied', guard, diff, counts }
  } catch (fault) {
    await finish({}, problemOf(fault))
    throw fault
  }
}

/** Renewed when half of it is over. */
function syncLease({ leases, clock, ownerId }: RunSyncPorts) {
  let untilMs = 0
  let taking: Promise<void> | null = null
  const take = async () => {
    const lease = { name: LEASE, owner: ownerId, untilMs: clock.nowMs() + LEASE_MS }
    if (!(await leases.take(lease, clock.nowMs()))) {
      throw new AppError('BUSY_TRY_AGAIN', { internalText: 'another synchronisation of the organisation runs' })
    }
    untilMs = lease.untilMs
  }
  return {
    hold: async () => {
      if (untilMs - clock.nowMs() > LEASE_MS / 2) return
      taking ??= take().finally(() => (taking = null))
      await taking
    },
  }
}

function problemOf(fault: unknown): string {
  const { code, name } = fault as { code?: unknown; name?: unknown }
  const known = typeof code === 'string' ? code : name
  return typeof known === 'string' ? known.slice(0, 80) : 'UNKNOWN'
}
