import type { SyncOrganisation } from '../features/organisation/sync-organisation.usecase'
import { isSyncDue } from '../features/organisation/sync-due.rules'
import { AppError } from '../app-error'
import type { Log } from '../ports/log'
import type { OrganisationStore } from '../ports/organisation-store'
import type { Clock } from '../ports/system'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

export interface SyncingOrganisationPorts {
  readonly store: Pick<OrganisationStore, 'zone' | 'hasPeople' | 'lastRun' | 'sourceInUse'>
  readonly syncOrganisation: SyncOrganisation
  readonly clock: Clock
  readonly log: Log
}

const EVERY_MS = 10 * 60_000
/** With a cause each time: whoever watches the job knows by it that a round failed. */
const NOT_SYNCHRONISED = 'the organisation is not synchronised; see npm run org:sync -- --dry-run'
const AUTHOR = { kind: 'system', id: 'organisation' } as const

/**
 * Synchronises the organisation with WeCom once a night, and at once while there is nobody; not while the people come from
 * a file. A lease lets one worker do it.
 */
export function startSyncingOrganisation(
  { store, syncOrganisation, clock, log }: SyncingOrganisationPorts,
  timer: Timer = systemTimer,
): Repeating {
  let isStopped = false
  const check = () => {
    if (isStopped) throw new AppError('BUSY_TRY_AGAIN', { internalText: 'the worker stops' })
  }

  async function syncWhenDue(): Promise<void> {
    const facts = {
      nowMs: clock.nowMs(),
      zone: await store.zone(),
      lastRun: await store.lastRun('wecom'),
      hasPeople: await store.hasPeople(),
      sourceInUse: await store.sourceInUse(),
    }
    if (!isSyncDue(facts)) {
      // Until somebody looks, or the next try: the job has not done what it is for.
      const problem = facts.sourceInUse === 'csv' ? null : (facts.lastRun?.problem ?? null)
      if (problem !== null) log.error({ err: new Error(`the last run ended with ${problem}`) }, NOT_SYNCHRONISED)
      return
    }
    const { outcome, guard, counts, diff } = await syncOrganisation({
      author: AUTHOR,
      dryRun: false,
      force: false,
      check,
    })
    if (outcome === 'refused') {
      const wouldLeave = diff.left.length
      log.error({ err: new Error(`refused by ${guard}`), guard, wouldLeave }, NOT_SYNCHRONISED)
    } else log.info({ ...counts, issues: diff.issues.length }, 'the organisation was synchronised')
  }

  const repeating = startRepeating(async () => {
    try {
      await syncWhenDue()
    } catch (error) {
      if (!isStopped) log.error({ err: error }, 'the organisation could not be synchronised; it is tried again')
    }
    return EVERY_MS
  }, timer)
  return {
    stop: () => {
      isStopped = true
      return repeating.stop()
    },
  }
}
