import type { ApprovalFacts, ApprovalStore } from '../../ports/approval-store'
import type { Clock } from '../../ports/system'
import type { StoreTransaction, Transactions } from '../../ports/transaction'
import { untilNoConflict } from '../../until-no-conflict'
import { hasLeft } from '../sessions/caller.rules'
import { closeAndTell, type ClosingPorts } from './close-approval.usecase'

export interface CloseForLeaverPorts extends ClosingPorts {
  readonly approvals: Pick<ApprovalStore, 'load' | 'close' | 'finish' | 'list'>
  readonly transactions: Transactions
  readonly clock: Clock
}

/**
 * Closes as expired what somebody who left asked for and nobody decided. Harmless when repeated; who is back keeps his
 * requests.
 * @throws AppError BUSY_TRY_AGAIN
 */
export type CloseRequestsOfLeaver = (employeeId: string) => Promise<void>

const TOGETHER = 50

export function createCloseRequestsOfLeaver(ports: CloseForLeaverPorts): CloseRequestsOfLeaver {
  const { approvals, transactions, clock } = ports
  const closeOne = (id: string) =>
    untilNoConflict(transactions, async (tx) => {
      const nowMs = clock.nowMs()
      const approval = await approvals.load(tx, id, nowMs)
      if (approval === null || !requesterLeft(approval, nowMs)) return 'as_it_is'
      return closeForLeaver(ports, tx, approval, null, nowMs)
    })
  return async (employeeId) => {
    const relation = { role: 'requester', employeeId } as const
    for (let before: { readonly createdAtMs: number; readonly id: string } | null = null; ;) {
      const page: readonly ApprovalFacts[] = await approvals.list(
        { relation, status: 'pending', before, limit: TOGETHER },
        clock.nowMs(),
      )
      for (const { id } of page) await closeOne(id)
      const last = page.at(-1)
      if (last === undefined || page.length < TOGETHER) return
      before = { createdAtMs: last.createdAtMs, id: last.id }
    }
  }
}

/** Whose requester left, undecided: also once it was closed for that. */
export function requesterLeft({ status, people, requesterId }: ApprovalFacts, nowMs: number): boolean {
  const requester = people.get(requesterId)
  const undecided = status === 'pending' || status === 'expired'
  return undecided && requester !== undefined && hasLeft(requester, nowMs)
}

/** Within the caller's transaction. @param requestId of the HTTP request; null for jobs */
export async function closeForLeaver(
  ports: ClosingPorts,
  tx: StoreTransaction,
  approval: ApprovalFacts,
  requestId: string | null,
  nowMs: number,
): Promise<'requester_left' | 'conflict'> {
  if (approval.status !== 'pending') return 'requester_left'
  const closing = { status: 'expired', decidedBy: null, comment: null, when: 'any', requestId } as const
  const closed = await closeAndTell(ports, tx, approval, closing, nowMs)
  return closed === 'closed' ? 'requester_left' : 'conflict'
}
