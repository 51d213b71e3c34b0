import type { AuditDetailStore, DetailSelection } from '../../ports/audit-store'
import type { Clock } from '../../ports/system'
import type { Actor, Trail } from '../../ports/trail'

/** Small transactions: check-ins wait for each of them. */
const BATCH_SIZE = 200
const MOST_BATCHES = 100

export interface EraseDetailsPorts {
  readonly auditDetails: AuditDetailStore
  readonly clock: Clock
}

/** Who erases; a request's id, or null for a job. */
export interface Eraser {
  readonly actor: Actor
  readonly requestId: string | null
}

/**
 * Erases the details of audit lines, for retention and for deletion on request: what was done by whom and when, its
 * hash and its seal stay, and so the chain stays whole. Each batch leaves an audit line that counts what is gone; the
 * verification holds that account against what is missing. Doing it twice, or at once, erases once.
 * @returns how many, and whether something may be left for the next call
 */
export async function eraseDetails(
  { auditDetails, clock }: EraseDetailsPorts,
  selection: DetailSelection,
  eraser: Eraser,
): Promise<{ readonly erasedCount: number; readonly more: boolean }> {
  let erasedCount = 0
  let afterId = ''
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const ids = await auditDetails.erasableDetails(selection, afterId, BATCH_SIZE)
    if (ids.length > 0) {
      const trailOf = (count: number) => erasureTrail(selection, eraser, count)
      erasedCount += await auditDetails.eraseDetails(ids, trailOf, clock.nowMs())
    }
    const last = ids.at(-1)
    if (last === undefined || ids.length < BATCH_SIZE) return { erasedCount, more: false }
    afterId = last
  }
  return { erasedCount, more: true }
}

function erasureTrail(selection: DetailSelection, { actor, requestId }: Eraser, count: number): Trail {
  const entry = {
    actor,
    action: 'audit.details_erased',
    subject: { kind: 'audit_detail', id: subjectId(selection) },
    requestId,
    detail: { count },
  }
  return { audit: [entry], events: [] }
}

function subjectId(selection: DetailSelection): string {
  if ('subject' in selection) return selection.subject.id
  if ('actor' in selection) return selection.actor.id
  return `before ${new Date(selection.beforeMs).toISOString()}`
}
