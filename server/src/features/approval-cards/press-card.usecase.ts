import { AppError } from '../../app-error'
import type { ApprovalCardStore, StoredCard } from '../../ports/approval-card-store'
import type { ReadApproval } from '../../ports/approvals'
import type { Log } from '../../ports/log'
import type { Messenger } from '../../ports/messenger'
import type { PeopleStore } from '../../ports/people-store'
import type { Clock } from '../../ports/system'
import type { CardPress, HandleCardPress } from '../../ports/wecom-events'
import type { RoleInScope } from '../people/roles.rules'
import { decisionCard, pressOf, type CardTrouble } from './decision-card.rules'
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
  readonly messenger: Pick<Messenger, 'updateCard'>
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

const TROUBLES: Readonly<Record<string, CardTrouble>> = {
  VERSION_CONFLICT: 'changed',
  DEVICE_OF_ANOTHER: 'device_of_another',
}

/** Later than that a press from the inbox decides nothing: its presser may have thought better of it. */
const DECIDES_FOR_MS = 30 * 60_000

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
    if (clock.nowMs() - press.pressedAtMs > DECIDES_FOR_MS) return drawLate(ports, press, card)
    const { taskId, requestId, employeeId } = card
    // The card is drawn by the worker as well: the answer to a press may be late or get lost.
    await cards.pressed(taskId, press.responseCode, clock.nowMs())
    const problem = await decide(ports, press, card)
    const approval = await readAsRequester(ports, requestId)
    if (approval === null) return null
    const trouble = problem === null ? null : (TROUBLES[problem] ?? null)
    return decisionCard({ taskId, viewerId: employeeId, approval, trouble })
  }
}

/** Nobody waits for the answer any more: the card is drawn here, by the code that the press brought. */
async function drawLate(ports: PressCardPorts, { responseCode, pressedAtMs }: CardPress, card: StoredCard) {
  const { cards, messenger, clock, log } = ports
  const { taskId, requestId, employeeId, userId } = card
  log.warn({ taskId, pressedAtMs }, 'a press came too late to decide')
  await cards.pressed(taskId, null, clock.nowMs())
  const approval = await readAsRequester(ports, requestId)
  if (approval === null) return null
  const view = decisionCard({ taskId, viewerId: employeeId, approval, trouble: 'late' })
  if (responseCode !== null) await messenger.updateCard(userId, responseCode, view)
  return view
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
