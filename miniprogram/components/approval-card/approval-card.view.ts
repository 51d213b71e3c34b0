import type { ApprovalReply } from '../../contract/api-approvals'
import { phoneName } from '../../contract/shown-words'
import { avatarOf, type AvatarView } from '../avatar/avatar.view'
import type { ChipView } from '../chip/chip.view'
import { dayText, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { approvalName, approveWords, capturedText, outcomeText, sinceText, statusChip } from './approval-words'

export interface ApprovalCardView {
  readonly id: string
  readonly avatar: AvatarView
  readonly name: string
  readonly department: string
  readonly since: string
  readonly what: string
  /** `早 09:18:40`; empty for a change of phones. */
  readonly detail: string
  /** Old and new phone; null otherwise. */
  readonly phones: { readonly from: string; readonly to: string } | null
  readonly reason: string
  /** What speaks for or against it: one sentence each. */
  readonly lines: readonly string[]
  /** `照片 1 张`: a tap shows them; empty where there are none. */
  readonly photos: string
  /** `11月21日 09:12 前有效`, `代王建国审批` */
  readonly meta: readonly string[]
  /** Buttons while it may be decided; null: it shows what became of it. */
  readonly approve: string | null
  readonly isBusy: boolean
  readonly chip: ChipView | null
  readonly outcome: string
  /** What the last try led to; empty when there is nothing to say. */
  readonly note: string
}

export interface CardInput {
  readonly approval: ApprovalReply
  readonly nowMs: number
  /** Of who looks at it. */
  readonly employeeId: string
  readonly isBusy?: boolean
  readonly note?: string
}

const words = texts.approvals

/** Pure. */
export function approvalCard(input: CardInput): ApprovalCardView {
  const { approval, nowMs, isBusy = false, note = '' } = input
  const { id, requester, subject, reason, createdAt, mayDecide, status } = approval
  return {
    id,
    avatar: avatarOf(requester),
    name: requester.name,
    department: requester.department ?? '',
    since: sinceText(createdAt, nowMs),
    what: words.kind[approvalName(approval)],
    detail: subject.kind === 'attempt' ? capturedText(subject.slot.kind, subject.capturedAt, nowMs) : '',
    phones:
      subject.kind === 'rebind'
        ? {
            from: subject.oldPhone === null ? words.noOldPhone : phoneName(subject.oldPhone),
            to: phoneName(subject.newPhone),
          }
        : null,
    reason,
    lines: linesOf(approval),
    photos: subject.kind === 'attempt' && subject.photoCount > 0 ? words.photos(subject.photoCount) : '',
    meta: metaOf(input),
    approve: mayDecide ? approveWords(approval) : null,
    isBusy,
    chip: status === 'pending' ? null : statusChip(status),
    outcome: outcomeText(approval),
    note,
  }
}

function linesOf({ subject }: ApprovalReply): readonly string[] {
  if (subject.kind === 'attempt') return subject.sentences
  if (subject.kind !== 'rebind') return []
  return [
    ...(subject.probablySamePhone ? [words.samePhone] : []),
    ...(subject.heldAttempts > 0 ? [words.held(subject.heldAttempts)] : []),
  ]
}

function metaOf({ approval, employeeId }: CardInput): readonly string[] {
  const { subject, status, expiresAt, approvers } = approval
  const own = approvers.find(({ employee }) => employee.id === employeeId)
  return [
    ...(subject.kind === 'attempt' && subject.siteName !== null ? [words.siteOf(subject.siteName)] : []),
    ...(status === 'pending' ? [words.until(dayText(expiresAt), timeOf(expiresAt))] : []),
    ...(own?.onBehalfOf == null ? [] : [words.onBehalfOf(own.onBehalfOf.name)]),
  ]
}
