/** What became of a request so far, and what comes next. */
import type { ApprovalReply, ApproverReply } from '../../contract/api-approvals'
import { phoneName } from '../../contract/shown-words'
import { dateText, dayText, offsetMinutesOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import type { RebindSituation } from './rebind-situation'
import { waitedText } from './waited'

export interface StepView {
  readonly mark: 'done' | 'current' | 'todo' | 'refused'
  readonly title: string
  readonly right: string
  readonly lines: readonly string[]
}

const words = texts.rebind.step
/** Direct leader, department's leader, one level up; above them HR is asked, and nobody after. */
const LEADER_LEVELS = 3

/** Pure. */
export function stepsView(approval: ApprovalReply, situation: RebindSituation, nowMs: number): readonly StepView[] {
  const asked: StepView = {
    mark: 'done',
    title: words.asked,
    right: whenText(approval.createdAt, nowMs),
    lines: [words.reason(approval.reason)],
  }
  return [asked, ...(approval.status === 'pending' ? waiting(approval, situation, nowMs) : ended(approval, nowMs))]
}

function waiting(
  { approvers, createdAt, expiresAt, subject }: ApprovalReply,
  situation: RebindSituation,
  nowMs: number,
): readonly StepView[] {
  const [only] = approvers
  const goesUp = approvers.length > 0 && approvers.every(({ level }) => level <= LEADER_LEVELS)
  const waited = waitedText(nowMs - Date.parse(createdAt))
  const change = subject.kind === 'rebind' ? subject : null
  const held = change?.heldAttempts ?? 0
  return [
    {
      mark: 'done',
      title: approvers.length > 1 ? words.sent(approvers.length) : words.sentOne,
      right: '',
      lines: [
        ...(approvers.length === 0 ? [words.nobody] : [approvers.map(nameOf).join('、'), words.sentWhere]),
        ...(goesUp ? [words.upwards] : []),
      ],
    },
    {
      mark: 'current',
      title: approvers.length === 1 && only !== undefined ? words.one(only.employee.name) : words.anyone,
      right: waited === '' ? words.justNow : words.waited(waited),
      lines: [words.until(dayText(expiresAt), timeOf(expiresAt))],
    },
    {
      mark: 'todo',
      title: effectOf(change, situation),
      right: '',
      lines: [words.result, ...(held > 0 && situation === 'new' ? [words.held(held)] : [])],
    },
  ]
}

type Change = Extract<ApprovalReply['subject'], { kind: 'rebind' }>

function effectOf(change: Change | null, situation: RebindSituation): string {
  if (change?.probablySamePhone === true) return words.effectSame
  return change === null || situation === 'new' ? words.effect : words.effectElsewhere(phoneName(change.newPhone))
}

function ended(
  { status, decidedAt, decidedBy, comment, expiresAt }: ApprovalReply,
  nowMs: number,
): readonly StepView[] {
  const right = decidedAt === null ? '' : whenText(decidedAt, nowMs)
  const lines = comment === null || comment === '' ? [] : [words.comment(comment)]
  const name = decidedBy?.name ?? words.somebody
  switch (status) {
    case 'approved':
      return [
        { mark: 'done', title: words.approved(name), right, lines },
        { mark: 'done', title: words.bound, right: '', lines: [] },
      ]
    case 'rejected':
      return [{ mark: 'refused', title: words.rejected(name), right, lines }]
    case 'withdrawn':
      return [{ mark: 'todo', title: words.withdrawn, right, lines: [] }]
    case 'expired':
    case 'pending':
      return [{ mark: 'todo', title: words.expired, right: whenText(expiresAt, nowMs), lines: [] }]
  }
}

function nameOf({ employee, onBehalfOf }: ApproverReply): string {
  return onBehalfOf === null ? employee.name : words.onBehalf(employee.name, onBehalfOf.name)
}

/** `今天 09:12`, `11月18日 09:12`, in the request's own zone. */
function whenText(iso: string, nowMs: number): string {
  const isToday = iso.slice(0, 10) === dateText(nowMs, offsetMinutesOf(iso))
  return isToday ? words.today(timeOf(iso)) : `${dayText(iso)} ${timeOf(iso)}`
}
