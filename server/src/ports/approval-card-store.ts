import type { ApprovalStatus } from '#contract/api-approvals'

export interface StoredCard {
  /** WeCom's task id. */
  readonly taskId: string
  readonly requestId: string
  readonly employeeId: string
  /** The employee's WeCom userid. */
  readonly userId: string
  /** 1: the first one; reminders are cards of their own. */
  readonly round: number
  readonly state: 'waiting' | 'open' | 'closed' | 'undeliverable' | 'failed'
  readonly subjectVersion: number
  /** Good once; null: used, or never had. */
  readonly responseCode: string | null
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
  find(taskId: string): Promise<StoredCard | null>
  /** To be sent or drawn anew, oldest first. */
  due(nowMs: number, limit: number): Promise<readonly StoredCard[]>
  /** Keeps other workers away from a card that is due, until then. @returns false when one of them has it */
  hold(card: Pick<StoredCard, 'taskId' | 'nextTryAtMs'>, untilMs: number): Promise<boolean>
  /** Each person's newest card about a request, if it still asks, was planned before this moment, and its round is below this one. */
  unanswered(sentBeforeMs: number, belowRound: number, limit: number): Promise<readonly StoredCard[]>
  /** All open cards of a request are drawn anew. */
  redraw(requestId: string, nowMs: number): Promise<void>
  opened(
    taskId: string,
    sent: ShownCard & { readonly messageId: string; readonly responseCode: string | null },
    nowMs: number,
  ): Promise<void>
  /** So it has arrived, and is drawn once more whatever became of it before. @param responseCode a new one; null: none came with it */
  pressed(taskId: string, responseCode: string | null, nowMs: number): Promise<void>
  /** @param usedCode good no longer */
  drawn(taskId: string, shown: ShownCard, usedCode: string, nowMs: number): Promise<void>
  /** Nothing is to be drawn for now; what was asked for since it was held stands. */
  rest(taskId: string, heldUntilMs: number): Promise<void>
  /** Nothing more is done about it. */
  end(taskId: string, state: 'closed' | 'undeliverable', shown: ApprovalStatus | null, nowMs: number): Promise<void>
  /** @param nextTryAtMs null: given up */
  postpone(taskId: string, problem: string, nextTryAtMs: number | null, nowMs: number): Promise<void>
}
