import type { ApprovalStatus } from '#contract/api-approvals'
import { nextTry } from '../../next-try.rules'
import type { ApprovalCardStore, StoredCard } from '../../ports/approval-card-store'
import type { ReadApproval } from '../../ports/approvals'
import type { Log } from '../../ports/log'
import type { Messenger } from '../../ports/messenger'
import type { Clock } from '../../ports/system'
import { decisionCard } from './decision-card.rules'
import { readAsRequester, type PlanCards } from './plan-cards.usecase'

export interface WorkCardsPorts {
  readonly cards: ApprovalCardStore
  readonly readApproval: ReadApproval
  readonly ask: PlanCards['ask']
  readonly messenger: Messenger
  readonly clock: Clock
  readonly log: Log
}

/** More than a day and a half in all: requests live three. */
const LIMITS = { firstWaitMs: 5_000, longestWaitMs: 15 * 60_000, mostTries: 150 }
/** Longer than any call to WeCom with its repeats. */
const HOLD_MS = 60_000

/**
 * Sends the cards that wait and draws anew those that have changed.
 * @param mayGoOn asked before each one
 * @returns how many there were
 */
export async function workCards(
  ports: WorkCardsPorts,
  limit: number,
  mayGoOn: () => boolean = () => true,
): Promise<number> {
  const { cards, clock } = ports
  const due = await cards.due(clock.nowMs(), limit)
  for (const card of due) {
    if (!mayGoOn()) break
    const heldUntilMs = clock.nowMs() + HOLD_MS
    if (!(await cards.hold(card, heldUntilMs))) continue
    try {
      await (card.state === 'waiting' ? send(ports, card) : draw(ports, card, heldUntilMs))
    } catch (error) {
      await postpone(ports, card, error)
    }
  }
  return due.length
}

async function send(ports: WorkCardsPorts, card: StoredCard): Promise<void> {
  const { cards, messenger, clock } = ports
  const { taskId, employeeId: viewerId, userId } = card
  const approval = await readAsRequester(ports, card.requestId)
  const isAsked = approval?.approvers.some(({ employee }) => employee.id === viewerId) === true
  // Decided, or no longer this person's business, before it went out.
  if (approval?.status !== 'pending' || !isAsked) return close(ports, card, null)
  const delivery = await messenger.sendCard(userId, decisionCard({ taskId, viewerId, approval }))
  if (delivery.kind === 'undeliverable') return cards.end(card, 'undeliverable', null, clock.nowMs())
  const { messageId, responseCode } = delivery
  const shown = { status: approval.status, subjectVersion: approval.subjectVersion }
  await cards.opened(taskId, { ...shown, messageId, responseCode }, clock.nowMs())
  // What was decided while it was on its way found no open card.
  await cards.redraw(card.requestId, clock.nowMs())
}

async function draw(ports: WorkCardsPorts, card: StoredCard, heldUntilMs: number): Promise<void> {
  const { cards, messenger, clock } = ports
  const { taskId, employeeId: viewerId, userId, responseCode } = card
  const approval = await readAsRequester(ports, card.requestId)
  if (approval === null) return cards.end(card, 'closed', null, clock.nowMs())
  const isAsked = approval.approvers.some(({ employee }) => employee.id === viewerId)
  const isOver = approval.status !== 'pending' || !isAsked
  if (!isOver && approval.subjectVersion === card.subjectVersion) return cards.rest(taskId, heldUntilMs)
  // Without a code it stays as it is; a press on it is answered with what holds then.
  if (responseCode === null) {
    return isOver ? close(ports, card, null) : cards.rest(taskId, heldUntilMs)
  }
  const view = decisionCard({ taskId, viewerId, approval, trouble: 'changed' })
  const update = await messenger.updateCard(userId, responseCode, view)
  if (isOver) return close(ports, card, update === 'updated' ? approval.status : null)
  const { status, subjectVersion } =
    update === 'updated' ? approval : { ...approval, subjectVersion: card.subjectVersion }
  await cards.drawn(card, { status, subjectVersion }, clock.nowMs())
  await cards.rest(taskId, heldUntilMs)
}

/** Whoever is asked again while his card is being closed was seen with an open one: he is looked for once more. */
async function close({ cards, ask, clock }: WorkCardsPorts, card: StoredCard, shown: ApprovalStatus | null) {
  await cards.end(card, 'closed', shown, clock.nowMs())
  await ask(card.requestId)
}

async function postpone({ cards, clock, log }: WorkCardsPorts, card: StoredCard, error: unknown): Promise<void> {
  const { taskId, requestId, tries } = card
  const nowMs = clock.nowMs()
  const next = nextTry(LIMITS, tries, error, nowMs)
  await cards.postpone(taskId, next.problem, next.atMs, nowMs)
  const fields = { err: error, taskId, requestId, tries: next.tries }
  if (next.atMs === null) log.error(fields, 'a card was given up; the request can be decided on its page')
  else log.warn(fields, 'a card could not be sent or drawn; it is tried again')
}
