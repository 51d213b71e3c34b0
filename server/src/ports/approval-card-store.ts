import type { ApprovalStatus } from '#contract/api-approvals'

export interface StoredCard {
  /** WeCom's task id. */
  readonly taskId: string
  readonly requestId: string
  readonly employeeId: string
  /** The employee's WeCom userid. */
  readonly userId: string
  /** 1: the first one; reminders, and cards for whoever is asked again, are of their own. */
  readonly round: number
  readonly state: 'waiting' | 'open' | 'closed' | 'undeliverable' | 'failed'
  readonly subjectVersion: number
  /** Good once; null: used, or never had. */
  readonly responseCode: string | null
  /** Tells this very stored code from a later one; null with it. */
  readonly codeMark: string | null
  readonly tries: number
  /** Null: nothing is to be done. */
  readonly nextTryAtMs: number | null
}

/** What the card shows from now on. */
export interface ShownCard {
  readonly status: ApprovalStatus
  readonly subjectVersion: number
}

/** Cards are how a request is shown, not what it is: no trail. */
export interface ApprovalCardStore {
  /** Who made it; null: there is no such request. */
  requesterOf(requestId: string): Promise<string | null>
  /** Pending requests that this leader was asked about. */
  pendingRequestsOf(leaderId: string): Promise<readonly string[]>
  /** Pending requests that this person made. */
  pendingRequestsBy(requesterId: string): Promise<readonly string[]>
  /** Leaders for whom somebody began or ceased to stand in, after the one moment and not after the other. */
  leadersWithOtherStandIns(afterMs: number, untilMs: number): Promise<readonly string[]>
  /** Cards to be sent, for whoever has none of this round. @returns how many are new */
  plan(
    cards: readonly {
      readonly taskId: string
      readonly requestId: string
      readonly employeeId: string
      readonly round: number
    }[],
    nowMs: number,
  ): Promise<number>
  /** Each person's newest card about a request. */
  newest(requestId: string): Promise<readonly Pick<StoredCard, 'employeeId' | 'round' | 'state'>[]>
  find(taskId: string): Promise<StoredCard | null>
  /** To be sent or drawn anew, oldest first. */
  due(nowMs: number, limit: number): Promise<readonly StoredCard[]>
  /** Keeps other workers away from a card that is due, until then. @returns false when one of them has it */
  hold(card: Pick<StoredCard, 'taskId' | 'nextTryAtMs'>, untilMs: number): Promise<boolean>
  /**
   * Each person's newest card about a request, if it still asks and was planned before this moment, of whoever has at
   * most so many cards that ask.
   */
  unanswered(plannedBeforeMs: number, mostOpen: number, limit: number): Promise<readonly StoredCard[]>
  /** All open cards of a request are drawn anew. */
  redraw(requestId: string, nowMs: number): Promise<void>
  opened(
    taskId: string,
    sent: ShownCard & { readonly messageId: string; readonly responseCode: string | null },
    nowMs: number,
  ): Promise<void>
  /** So it has arrived, and is drawn once more whatever became of it before. @param responseCode a new one; null: none came with it */
  pressed(taskId: string, responseCode: string | null, nowMs: number): Promise<void>
  /** Its code is good no longer; one that a press brought meanwhile is kept. */
  drawn(card: Pick<StoredCard, 'taskId' | 'codeMark'>, shown: ShownCard, nowMs: number): Promise<void>
  /** Nothing is to be drawn for now; what was asked for since it was held stands. */
  rest(taskId: string, heldUntilMs: number): Promise<void>
  /** Nothing more is done about it, unless a press brought another code meanwhile: then it is drawn by that one. */
  end(
    card: Pick<StoredCard, 'taskId' | 'codeMark'>,
    state: 'closed' | 'undeliverable',
    shown: ApprovalStatus | null,
    nowMs: number,
  ): Promise<void>
  /** @param nextTryAtMs null: given up */
  postpone(taskId: string, problem: string, nextTryAtMs: number | null, nowMs: number): Promise<void>
}
