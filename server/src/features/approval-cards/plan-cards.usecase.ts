import type { ApprovalReply } from '#contract/api-approvals'
import { AppError } from '../../app-error'
import type { ApprovalCardStore } from '../../ports/approval-card-store'
import type { ReadApproval } from '../../ports/approvals'
import type { Clock, Random } from '../../ports/system'

export interface PlanCardsPorts {
  readonly cards: Pick<ApprovalCardStore, 'requesterOf' | 'pendingRequestsOf' | 'plan' | 'redraw' | 'unanswered'>
  readonly readApproval: ReadApproval
  readonly clock: Clock
  readonly random: Random
}

/** Harmless when repeated: a person has one card of a round about a request. */
export interface PlanCards {
  /** Everybody who may decide now gets a card. */
  ask(requestId: string): Promise<void>
  /** Something about it has changed: every card says so. */
  show(requestId: string): Promise<void>
  /** Who stands in for this leader has changed. */
  standInsChanged(leaderId: string): Promise<void>
  /** Whoever has not answered for most of a day gets a new card: the old one can soon not be changed any more. */
  remind(limit: number): Promise<number>
}

/** Response codes may live a day only. */
const REMIND_AFTER_MS = 20 * 3_600_000
const MOST_ROUNDS = 3

export function createPlanCards({ cards, readApproval, clock, random }: PlanCardsPorts): PlanCards {
  async function ask(requestId: string): Promise<void> {
    const approval = await readAsRequester({ cards, readApproval }, requestId)
    if (approval?.status !== 'pending') return
    const rows = approval.approvers.map(({ employee }) => ({
      taskId: taskId(random),
      requestId,
      employeeId: employee.id,
      round: 1,
    }))
    await cards.plan(rows, clock.nowMs())
  }

  const show = (requestId: string) => cards.redraw(requestId, clock.nowMs())

  return {
    ask,
    show,

    async standInsChanged(leaderId) {
      for (const requestId of await cards.pendingRequestsOf(leaderId)) {
        await ask(requestId)
        await show(requestId)
      }
    },

    async remind(limit) {
      const nowMs = clock.nowMs()
      const waiting = await cards.unanswered(nowMs - REMIND_AFTER_MS, MOST_ROUNDS, limit)
      const rows = waiting.map(({ requestId, employeeId, round }) => ({
        taskId: taskId(random),
        requestId,
        employeeId,
        round: round + 1,
      }))
      return cards.plan(rows, nowMs)
    },
  }
}

/** The requester sees everything about it whatever became of it; null: it is gone. */
export async function readAsRequester(
  {
    cards,
    readApproval,
  }: Pick<PlanCardsPorts, 'readApproval'> & { readonly cards: Pick<ApprovalCardStore, 'requesterOf'> },
  requestId: string,
): Promise<ApprovalReply | null> {
  const employeeId = await cards.requesterOf(requestId)
  if (employeeId === null) return null
  try {
    return await readApproval({ employeeId, roles: [] }, requestId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

function taskId(random: Random): string {
  return `card-${random.id()}`
}
