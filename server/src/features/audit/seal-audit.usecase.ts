import type { AuditSealStore, SealFiles } from '../../ports/audit-store'
import type { LeaseStore } from '../../ports/outbox-store'
import type { Clock, Random } from '../../ports/system'
import type { Trail } from '../../ports/trail'
import type { KeptSeal } from './check-seal.rules'
import { publicationDetail } from './published-seals.rules'
import { continueChain, utcDay, type HashText, type Seal } from './seal-chain.rules'

export const SEALER_LEASE = 'audit-sealer'
const LEASE_MS = 30_000
/** Small enough that its transaction does not keep check-ins waiting. */
const BATCH_SIZE = 200
const MOST_BATCHES = 20

export interface SealAuditPorts {
  readonly audit: AuditSealStore
  readonly leases: LeaseStore
  readonly sealFiles: SealFiles
  readonly hashText: HashText
  readonly clock: Clock
  readonly random: Random
  /** Names this process among all that may seal. */
  readonly ownerId: string
}

export interface SealingPass {
  /** `more`: lines may be left; `standby`: another process holds the lease. */
  readonly state: 'idle' | 'more' | 'standby'
  readonly sealedCount: number
  /** Day files that this pass wrote, or found when it first looked for today's. */
  readonly published: readonly SealOfDay[]
}

export interface SealOfDay {
  readonly day: string
  /** Null: the file cannot be read. */
  readonly number: number | null
  /** The file says a seal that the chain does not have. */
  readonly differs: boolean
}

/**
 * One bounded round: hold the lease, seal what waits, and once a day (UTC) publish the newest seal, as an event and as
 * a file. A process that dies in between leaves nothing half done: each batch is one transaction, and a day whose file
 * was begun is published, perhaps once more, by the next round, whatever day that is.
 */
export function createSealAudit(ports: SealAuditPorts): () => Promise<SealingPass> {
  const { audit, leases, sealFiles, clock, random, hashText, ownerId } = ports
  const newLease = () => ({ name: SEALER_LEASE, owner: ownerId, untilMs: clock.nowMs() + LEASE_MS })
  let publishedDay: string | null = null

  const sealBatch = () => {
    const nowMs = clock.nowMs()
    const chain = (newest: Pick<Seal, 'number' | 'hash'> | null, lines: Parameters<typeof continueChain>[1]) =>
      continueChain(newest, lines, nowMs, hashText)
    return audit.sealNext({ lease: newLease(), limit: BATCH_SIZE, chain }, nowMs)
  }

  return async () => {
    const day = utcDay(clock.nowMs())
    const standby = (sealedCount = 0) => ({ state: 'standby', sealedCount, published: [] }) as const
    // Most rounds find nothing: they must not take the write lock.
    if (publishedDay === day && !(await audit.hasUnsealed())) return { state: 'idle', sealedCount: 0, published: [] }
    if (!(await leases.take(newLease(), clock.nowMs()))) return standby()
    let sealedCount = 0
    let lastCount = BATCH_SIZE
    for (let batch = 0; batch < MOST_BATCHES && lastCount === BATCH_SIZE; batch++) {
      const count = await sealBatch()
      if (count === null) return standby(sealedCount)
      sealedCount += count
      lastCount = count
    }
    const published = publishedDay === day ? [] : await publish(day)
    if (published === null) return standby(sealedCount)
    if (published.some((one) => one.day === day)) publishedDay = day
    return { state: lastCount === BATCH_SIZE ? 'more' : 'idle', sealedCount, published }
  }

  /**
   * Only files say which days are done, and only the chain says which seal is the newest: an audit line that claims
   * either could be anybody's who can write to the database. @returns null: the lease is another's
   */
  async function publish(day: string): Promise<SealOfDay[] | null> {
    const published: SealOfDay[] = []
    const filed = await sealFiles.find(day)
    if (filed !== null) published.push(await sealOfDay(day, filed.seal))
    else await draftToday(day)
    for (const draft of await sealFiles.drafts()) {
      const trail = sealTrail(random.id(), draft.day, draft.seal)
      if (!(await audit.publish({ lease: newLease(), trail }, clock.nowMs()))) return null
      await sealFiles.finish(draft.day)
      published.push(await sealOfDay(draft.day, draft.seal))
    }
    return published
  }

  async function draftToday(day: string): Promise<void> {
    if ((await sealFiles.drafts()).some((draft) => draft.day === day)) return
    const newest = await audit.newestSeal()
    if (newest !== null) await sealFiles.draft(day, newest)
  }

  async function sealOfDay(day: string, seal: KeptSeal | null): Promise<SealOfDay> {
    if (seal === null) return { day, number: null, differs: true }
    const stored = await audit.findSeal(seal.number)
    return { day, number: seal.number, differs: stored?.hash !== seal.hash }
  }
}

/** The day is the subject: the verification reads it there. */
function sealTrail(eventId: string, day: string, seal: KeptSeal): Trail {
  const said = publicationDetail(day, seal)
  return {
    audit: [
      {
        actor: { kind: 'system', id: 'worker' },
        action: 'audit.sealed',
        subject: { kind: 'audit_seal', id: day },
        requestId: null,
        detail: said,
      },
    ],
    events: [{ id: eventId, aggregateKey: 'audit', type: 'audit.sealed', payload: said }],
  }
}
