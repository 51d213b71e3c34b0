import type { ApprovalFacts, ApprovalPlace, ApprovalStore } from '../../ports/approval-store'
import type { ExpireApproval } from '../../ports/approvals'
import type { StoreTransaction } from '../../ports/transaction'
import { untilNoConflict } from '../../until-no-conflict'
import { approvalTrail, SYSTEM_ACTOR } from './approval-trail.usecase'
import { nextAsked } from './approvers.rules'
import { closeAndTell } from './close-approval.usecase'
import type { DecidePorts } from './decide-approval.usecase'
import { subjectOf } from './subject-of.usecase'

export interface SweepPorts extends DecidePorts {
  readonly approvals: DecidePorts['approvals'] &
    Pick<ApprovalStore, 'overdue' | 'dueForEscalation' | 'loadLadder' | 'escalate'>
}

export interface SweepReport {
  readonly expired: number
  readonly escalated: number
  /** Left as they were, to be tried again. */
  readonly failed: readonly { readonly approvalId: string; readonly error: unknown }[]
  /** Where the next round goes on, past those that failed; null: all that is due was looked at. */
  readonly next: SweepPlaces | null
}

/** The last request looked at, of those past their time and of those to escalate; null: none yet. */
export interface SweepPlaces {
  readonly overdue: ApprovalPlace | null
  readonly escalation: ApprovalPlace | null
}

const FROM_THE_OLDEST: SweepPlaces = { overdue: null, escalation: null }

const NO_TRAIL = { audit: [], events: [] } as const

/**
 * Closes what is past its time and asks the next level where one is due, each in a transaction of its own. Several
 * workers may do it at once: conditional writes let one of them win.
 * @param limit of either, in one round
 * @param from as the round before said
 */
export async function sweepApprovals(
  ports: SweepPorts,
  limit: number,
  from: SweepPlaces = FROM_THE_OLDEST,
): Promise<SweepReport> {
  const { approvals, clock } = ports
  const failed: { approvalId: string; error: unknown }[] = []
  const each = async (due: readonly ApprovalPlace[], work: (id: string) => Promise<boolean>) => {
    let count = 0
    for (const { id: approvalId } of due) {
      try {
        if (await work(approvalId)) count += 1
      } catch (error) {
        failed.push({ approvalId, error })
      }
    }
    return count
  }
  const overdue = await approvals.overdue(clock.nowMs(), limit, from.overdue)
  const expired = await each(overdue, (id) => expireOne(ports, id))
  const escalation = await approvals.dueForEscalation(clock.nowMs(), limit, from.escalation)
  const escalated = await each(escalation, (id) => escalateOne(ports, id))
  const isMore = overdue.length === limit || escalation.length === limit
  const next = { overdue: overdue.at(-1) ?? from.overdue, escalation: escalation.at(-1) ?? from.escalation }
  return { expired, escalated, failed, next: isMore ? next : null }
}

/** Contract in ports/approvals.ts. */
export function createExpireApproval(ports: DecidePorts): ExpireApproval {
  return (approvalId) => expireOne(ports, approvalId)
}

/** @returns false when somebody else closed it */
function expireOne(ports: DecidePorts, id: string): Promise<boolean> {
  return untilNoConflict(ports.transactions, async (tx) => {
    const nowMs = ports.clock.nowMs()
    const approval = await ports.approvals.load(tx, id, nowMs)
    if (approval === null) return false
    const closing = { status: 'expired', decidedBy: null, comment: null, when: 'overdue', requestId: null } as const
    const closed = await closeAndTell(ports, tx, approval, closing, nowMs)
    return closed === 'conflict' ? closed : closed === 'closed'
  })
}

/** @returns false when there is nobody left to ask, or somebody else escalated or closed it */
function escalateOne(ports: SweepPorts, id: string): Promise<boolean> {
  return untilNoConflict(ports.transactions, async (tx) => {
    const nowMs = ports.clock.nowMs()
    const approval = await ports.approvals.load(tx, id, nowMs)
    return approval === null ? false : escalate(ports, tx, approval, nowMs)
  })
}

async function escalate(
  { approvals, subjects, random }: SweepPorts,
  tx: StoreTransaction,
  approval: ApprovalFacts,
  nowMs: number,
): Promise<boolean> {
  const { id, requesterId, level: fromLevel } = approval
  const { approvers: order, escalatesAfterMs } = subjectOf(subjects, approval.kind)
  const ladder = await approvals.loadLadder(tx, requesterId, nowMs)
  // Who only stands in for somebody may still be asked in his own name.
  const inOwnName = approval.asked.filter(({ onBehalfOf }) => onBehalfOf === null)
  const askedBefore = new Set(inOwnName.map(({ employeeId }) => employeeId))
  const asked = nextAsked({ order, ladder, requesterId }, fromLevel, askedBefore)
  if (asked === null) {
    const last = { id, fromLevel, level: order.length, rows: [], escalateAtMs: null }
    await approvals.escalate(tx, last, NO_TRAIL, nowMs)
    return false
  }
  const trail = approvalTrail(random, {
    type: 'approval.escalated',
    verb: 'escalated',
    approval,
    actor: SYSTEM_ACTOR,
    requestId: null,
    detail: { level: asked.level, approverIds: asked.rows.map(({ employeeId }) => employeeId) },
  })
  const escalateAtMs = asked.level < order.length ? nowMs + escalatesAfterMs : null
  return approvals.escalate(tx, { id, fromLevel, ...asked, escalateAtMs }, trail, nowMs)
}
