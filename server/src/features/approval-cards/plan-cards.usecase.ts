import type { ApprovalReply } from '#contract/api-approvals'
import { AppError } from '../../app-error'
import type { ApprovalCardStore } from '../../ports/approval-card-store'
import type { ReadApproval } from '../../ports/approvals'
import type { NoticeStore } from '../../ports/notice-store'
import type { Clock, Random } from '../../ports/system'
import { sensibleTimeMs } from '../notices/notice.rules'

export interface PlanCardsPorts {
  readonly cards: Pick<
    ApprovalCardStore,
    | 'requesterOf'
    | 'pendingRequestsOf'
    | 'pendingRequestsBy'
    | 'leadersWithOtherStandIns'
    | 'newest'
    | 'plan'
    | 'redraw'
    | 'unanswered'
  >
  readonly notices: Pick<NoticeStore, 'zone'>
  readonly readApproval: ReadApproval
  readonly clock: Clock
  readonly random: Random
}

/** Harmless when repeated: a person has one card of a round about a request. */
export interface PlanCards {
  /** Everybody who may decide now and has no card, or only such as were closed, gets one. */
  ask(requestId: string): Promise<void>
  /** Something about it has changed: every card says so. */
  show(requestId: string): Promise<void>
  /** Who stands in for this leader has changed. */
  standInsChanged(leaderId: string): Promise<void>
  /** Who leads this person may have changed. */
  requesterChanged(requesterId: string): Promise<void>
  /**
   * Stand-ins whose time has begun or ended by itself: no event says so.
   * @param sinceMs where the last look ended; null: whatever may concern a request that waits
   * @returns where this look ended
   */
  followStandIns(sinceMs: number | null): Promise<number>
  /**
   * Whoever has not answered for most of a day gets a new card, by day: the old one can soon not be changed any more.
   * @returns how many
   */
  remind(limit: number): Promise<number>
}

/** Response codes may live a day only. */
const REMIND_AFTER_MS = 20 * 3_600_000
/** With the first one; since the person was asked last, if he was not in between. */
const MOST_CARDS = 3
/** Requests wait for three days. */
const LONGEST_REQUEST_MS = 72 * 3_600_000

export function createPlanCards({ cards, notices, readApproval, clock, random }: PlanCardsPorts): PlanCards {
  async function ask(requestId: string): Promise<void> {
    const approval = await readAsRequester({ cards, readApproval }, requestId)
    if (approval?.status !== 'pending') return
    const newest = new Map((await cards.newest(requestId)).map((card) => [card.employeeId, card]))
    const rows = approval.approvers.flatMap(({ employee: { id: employeeId } }) => {
      const card = newest.get(employeeId)
      // A closed card says that he is not asked: it cannot be changed any more.
      if (card !== undefined && card.state !== 'closed') return []
      return [{ taskId: taskId(random), requestId, employeeId, round: (card?.round ?? 0) + 1 }]
    })
    await cards.plan(rows, clock.nowMs())
  }

  const show = (requestId: string) => cards.redraw(requestId, clock.nowMs())

  async function follow(requestIds: readonly string[]): Promise<void> {
    for (const requestId of requestIds) {
      await ask(requestId)
      await show(requestId)
    }
  }
  const standInsChanged = async (leaderId: string) => follow(await cards.pendingRequestsOf(leaderId))

  return {
    ask,
    show,
    standInsChanged,
    requesterChanged: async (requesterId) => follow(await cards.pendingRequestsBy(requesterId)),

    async followStandIns(sinceMs) {
      const nowMs = clock.nowMs()
      const leaders = await cards.leadersWithOtherStandIns(sinceMs ?? nowMs - LONGEST_REQUEST_MS, nowMs)
      for (const leaderId of leaders) await standInsChanged(leaderId)
      return nowMs
    },

    async remind(limit) {
      const nowMs = clock.nowMs()
      if (sensibleTimeMs(nowMs, await notices.zone()) > nowMs) return 0
      const waiting = await cards.unanswered(nowMs - REMIND_AFTER_MS, MOST_CARDS - 1, limit)
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
