import type { AuditSealStore, SealFiles } from '../../ports/audit-store'
import type { LeaseStore } from '../../ports/outbox-store'
import type { Clock, Random } from '../../ports/system'
import type { Trail } from '../../ports/trail'
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
  /** Set when this pass published the day's seal here. */
  readonly published: { readonly day: string; readonly number: number; readonly differs: boolean } | null
}

/**
 * One bounded round: hold the lease, seal what waits, and once a day (UTC) publish the newest seal, as an event and as
 * a file. A process that dies in between leaves nothing half done: each batch is one transaction, and the day's file is
 * written by the next round.
 */
export function createSealAudit(ports: SealAuditPorts): () => Promise<SealingPass> {
  const { audit, leases, clock, hashText, ownerId } = ports
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
    // Most rounds find nothing: they must not take the write lock.
    if (publishedDay === day && !(await audit.hasUnsealed())) return { state: 'idle', sealedCount: 0, published: null }
    if (!(await leases.take(newLease(), clock.nowMs()))) return { state: 'standby', sealedCount: 0, published: null }
    let sealedCount = 0
    let lastCount = BATCH_SIZE
    for (let batch = 0; batch < MOST_BATCHES && lastCount === BATCH_SIZE; batch++) {
      const count = await sealBatch()
      if (count === null) return { state: 'standby', sealedCount, published: null }
      sealedCount += count
      lastCount = count
    }
    const published = publishedDay === day ? null : await publish(ports, day)
    if (published !== null) publishedDay = day
    return { state: lastCount === BATCH_SIZE ? 'more' : 'idle', sealedCount, published }
  }

  async function publish({ random, sealFiles }: SealAuditPorts, day: string): Promise<SealingPass['published']> {
    const trailOf = (newest: Pick<Seal, 'number' | 'hash'>) => sealTrail(random.id(), day, newest)
    const seal = await audit.publish({ lease: newLease(), day, trailOf }, clock.nowMs())
    if (seal === null) return null
    const written = await sealFiles.write(day, seal)
    return { day, number: seal.number, differs: written === 'differs' }
  }
}

/** The day is the subject: that is how the day's seal is found again. */
function sealTrail(eventId: string, day: string, { number, hash }: Pick<Seal, 'number' | 'hash'>): Trail {
  const said = { day, sealNumber: number, sealHash: hash }
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
