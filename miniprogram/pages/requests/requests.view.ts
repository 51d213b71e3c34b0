import type { ApprovalReply } from '../../contract/api-approvals'
import { statusChip } from '../../components/approval-card/approval-words'
import type { ChipView } from '../../components/chip/chip.view'
import { dayText, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface RequestRow {
  readonly id: string
  readonly kind: ApprovalReply['kind']
  readonly title: string
  readonly reason: string
  readonly when: string
  readonly who: string
  readonly comment: string
  readonly chip: ChipView
  readonly mayWithdraw: boolean
}

const words = texts.requests

/** One's own request. Pure. */
export function requestRow(approval: ApprovalReply): RequestRow {
  const { id, kind, status, subject, reason, createdAt, approvers, decidedBy, comment, mayWithdraw } = approval
  const slot =
    subject.kind === 'attempt' ? `${texts.slotName[subject.slot.kind]}，${dayText(subject.slot.workDay)}` : ''
  const waiting = approvers.map(({ employee }) => employee.name).join('、')
  return {
    id,
    kind,
    title: slot === '' ? words.kind[kind] : slot,
    reason,
    when: `${dayText(createdAt)} ${timeOf(createdAt)}`,
    who:
      decidedBy !== null
        ? words.decidedBy(decidedBy.name)
        : status === 'pending' && waiting !== ''
          ? words.approvers(waiting)
          : '',
    comment: comment ?? '',
    chip: statusChip(status),
    mayWithdraw,
  }
}
