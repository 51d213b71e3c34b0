import { AppError } from '../../app-error'
import type { ApprovalCardStore, StoredCard } from '../../ports/approval-card-store'
import type { ReadApproval } from '../../ports/approvals'
import type { Log } from '../../ports/log'
import type { PeopleStore } from '../../ports/people-store'
import type { Clock } from '../../ports/system'
import type { CardPress, HandleCardPress } from '../../ports/wecom-events'
import type { RoleInScope } from '../people/roles.rules'
import { decisionCard, pressOf } from './decision-card.rules'
import { readAsRequester } from './plan-cards.usecase'

/** As `DecideApproval` of the approvals feature. */
export type DecideByPress = (input: {
  readonly caller: {
    readonly employeeId: string
    readonly roles: readonly RoleInScope[]
    readonly loggedInAtMs: number
  }
  readonly approvalId: string
  readonly decision: 'approve' | 'reject'
  readonly subjectVersion: number
  readonly comment: string | null
  readonly requestId: string
}) => Promise<void>

export interface PressCardPorts {
  readonly cards: Pick<ApprovalCardStore, 'find' | 'requesterOf' | 'pressed'>
  readonly people: Pick<PeopleStore, 'findByUserId' | 'grantsOf'>
  readonly decide: DecideByPress
  readonly readApproval: ReadApproval
  readonly clock: Clock
  readonly log: Log
}

/** Outcomes that the card itself explains; anything else is tried again from the inbox. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'NOT_APPROVER',
  'OWN_REQUEST',
  'APPROVAL_ALREADY_DECIDED',
  'APPROVAL_EXPIRED',
  'APPROVAL_WITHDRAWN',
  'APPROVAL_NOT_NEEDED',
  'REQUESTER_LEFT',
  'DEVICE_OF_ANOTHER',
  'VERSION_CONFLICT',
])

/**
 * Decides by a press on a card. WeCom vouches for who pressed; whether he may decide, and about what, is judged here as
 * on the page: by what holds now, and about what the card showed.
 */
export function createPressCard(ports: PressCardPorts): HandleCardPress {
  const { cards, clock, log } = ports
  return async (press) => {
    const card = await cards.find(press.taskId)
    if (card === null || !(await isTheirs(ports, press, card))) {
      log.warn({ taskId: press.taskId }, 'a press on a card that is not this person’s')
      return null
    }
    const { taskId, requestId, employeeId } = card
    // The card is drawn by the worker as well: the answer to a press may be late or get lost.
    await cards.pressed(taskId, press.responseCode, clock.nowMs())
    const problem = await decide(ports, press, card)
    const approval = await readAsRequester(ports, requestId)
    if (approval === null) return null
    const hasChanged = problem === 'VERSION_CONFLICT'
    return decisionCard({ taskId, viewerId: employeeId, approval, hasChanged })
  }
}

/** @returns the code of what stood in the way; null when it is decided, or the button is none of ours */
async function decide(ports: PressCardPorts, press: CardPress, card: StoredCard): Promise<string | null> {
  const button = pressOf(press.buttonKey)
  if (button === null) return null
  const roles = await ports.people.grantsOf(card.employeeId)
  try {
    await ports.decide({
      // The press itself is the proof of who he is, however long it waited in the inbox.
      caller: { employeeId: card.employeeId, roles, loggedInAtMs: ports.clock.nowMs() },
      approvalId: card.requestId,
      ...button,
      comment: null,
      requestId: card.taskId,
    })
    return null
  } catch (error) {
    if (!(error instanceof AppError) || !EXPLAINED.has(error.code)) throw error
    return error.code
  }
}

async function isTheirs({ people }: PressCardPorts, press: CardPress, card: StoredCard): Promise<boolean> {
  const person = await people.findByUserId(press.userId)
  return person !== null && person.leftAtMs === null && person.id === card.employeeId
}
