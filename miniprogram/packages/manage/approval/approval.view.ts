import type { ApprovalReply } from '../../../contract/api-approvals'
import { phoneName } from '../../../contract/shown-words'
import {
  approvalName,
  approveWords,
  capturedText,
  dayAndTime,
  outcomeText,
  sinceText,
  statusChip,
} from '../../../components/approval-card/approval-words'
import { avatarOf, type AvatarView } from '../../../components/avatar/avatar.view'
import { chip, type ChipView } from '../../../components/chip/chip.view'
import { texts } from '../../../texts/texts'

export interface ApprovalRow {
  readonly name: string
  readonly value: string
}

export interface ApprovalView {
  readonly avatar: AvatarView
  readonly name: string
  readonly department: string
  readonly since: string
  readonly what: string
  readonly chip: ChipView
  /** What a decision does; empty when there is none to take. */
  readonly effect: string
  readonly samePhone: string
  readonly rows: readonly ApprovalRow[]
  /** Why somebody has to decide. */
  readonly sentences: readonly string[]
  readonly photoCount: string
  readonly history: readonly { readonly when: string; readonly text: string; readonly more: readonly string[] }[]
  /** The two buttons; null where nothing is left to decide, or not by this person. */
  readonly approve: string | null
}

const words = texts.approval

/** Pure. @param employeeId of who looks at it */
export function approvalView(approval: ApprovalReply, nowMs: number, employeeId: string): ApprovalView {
  const { requester, subject, status, createdAt, mayDecide } = approval
  const own = approval.approvers.find(({ employee }) => employee.id === employeeId)
  const onBehalf = own?.onBehalfOf ?? null
  return {
    avatar: avatarOf(requester),
    name: requester.name,
    department: requester.department ?? '',
    since: sinceText(createdAt, nowMs),
    what: texts.approvals.kind[approvalName(approval)],
    chip: status === 'pending' ? chip('pending', texts.requests.status.pending) : statusChip(status),
    effect: mayDecide ? effectOf(approval) : '',
    samePhone: subject.kind === 'rebind' && subject.probablySamePhone ? texts.approvals.samePhone : '',
    rows: [
      ...subjectRows(approval, nowMs),
      row(words.reason, approval.reason),
      ...(status === 'pending' ? pendingRows(approval) : []),
      ...(onBehalf === null ? [] : [row(words.onBehalfOf, onBehalf.name)]),
    ],
    sentences: subject.kind === 'attempt' ? subject.sentences : [],
    photoCount: subject.kind === 'attempt' && subject.photoCount > 0 ? words.photoCount(subject.photoCount) : '',
    history: historyOf(approval),
    approve: mayDecide ? approveWords(approval) : null,
  }
}

const row = (name: string, value: string): ApprovalRow => ({ name, value })

function effectOf({ subject }: ApprovalReply): string {
  if (subject.kind === 'rebind') return words.rebindEffect
  return subject.kind === 'attempt' ? words.attemptEffect : ''
}

function subjectRows({ subject }: ApprovalReply, nowMs: number): readonly ApprovalRow[] {
  if (subject.kind === 'rebind') {
    const { oldPhone, newPhone, heldAttempts } = subject
    return [
      row(words.oldPhone, oldPhone === null ? texts.approvals.noOldPhone : phoneName(oldPhone)),
      row(words.newPhone, phoneName(newPhone)),
      ...(heldAttempts > 0 ? [row(words.held, words.heldTimes(heldAttempts))] : []),
    ]
  }
  if (subject.kind !== 'attempt') return []
  return [
    row(words.slot, capturedText(subject.slot.kind, subject.capturedAt, nowMs)),
    ...(subject.siteName === null ? [] : [row(words.site, subject.siteName)]),
  ]
}

function pendingRows({ expiresAt, approvers }: ApprovalReply): readonly ApprovalRow[] {
  const names = approvers.map(({ employee }) => employee.name).join('、')
  return [
    row(words.expires, texts.approvals.until(...dayAndTimeParts(expiresAt))),
    ...(names === '' ? [] : [row(words.approvers, names)]),
  ]
}

function dayAndTimeParts(iso: string): [day: string, time: string] {
  const [day = '', time = ''] = dayAndTime(iso).split(' ')
  return [day, time]
}

function historyOf(approval: ApprovalReply): ApprovalView['history'] {
  const { requester, createdAt, status, decidedAt, comment, effect } = approval
  const asked = { when: dayAndTime(createdAt), text: words.asked(requester.name), more: [] }
  if (status === 'pending') return [asked]
  const more = [
    ...(comment === null || comment === '' ? [] : [words.commentOf(comment)]),
    ...(effect === 'DAY_CLOSED' ? [words.dayClosed] : []),
    ...(effect === 'SUBJECT_SETTLED' && status !== 'expired' ? [words.settled] : []),
  ]
  return [asked, { when: decidedAt === null ? '' : dayAndTime(decidedAt), text: outcomeText(approval), more }]
}
