import type { ApprovalReply, ApprovalStatus } from '../../contract/api-approvals'
import type { DeviceFacts, DeviceStanding } from '../../contract/api'
import type { IconName } from '../../components/icon/icons'
import { dayText, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface RebindView {
  readonly tone: 'pending' | 'accepted' | 'refused' | 'plain'
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  readonly lines: readonly string[]
  readonly isAsking: boolean
  readonly mayWithdraw: boolean
  readonly action: string
}

const words = texts.rebind
const LOOKS = {
  pending: { tone: 'pending', icon: 'glass' },
  approved: { tone: 'accepted', icon: 'okc' },
  rejected: { tone: 'refused', icon: 'noc' },
  withdrawn: { tone: 'plain', icon: 'undo' },
  expired: { tone: 'plain', icon: 'clock' },
} as const satisfies Record<ApprovalStatus, Pick<RebindView, 'tone' | 'icon'>>

/** Pure. @param standing of this phone: an old request says nothing about a phone that is bound by now */
export function rebindView(
  approval: ApprovalReply | null,
  standing: DeviceStanding,
  wantsAnother: boolean,
): RebindView {
  const isOver = approval === null || (approval.status === 'approved' && standing !== 'bound')
  if (approval === null || isOver || (wantsAnother && approval.status !== 'pending')) {
    return {
      tone: 'plain',
      icon: 'phone',
      title: words.title,
      hint: words.lead,
      lines: [],
      isAsking: true,
      mayWithdraw: false,
      action: words.submit,
    }
  }
  const { status } = approval
  return {
    ...LOOKS[status],
    title: words.status[status],
    hint: words.hint[status],
    lines: linesOf(approval),
    isAsking: false,
    mayWithdraw: approval.mayWithdraw,
    action: status === 'pending' || status === 'approved' ? words.checkIn : words.again,
  }
}

function linesOf({ status, subject, approvers, expiresAt, decidedBy, comment }: ApprovalReply): readonly string[] {
  const phones = subject.kind === 'rebind' ? subject : null
  return [
    ...(phones?.oldPhone == null ? [] : [`${words.oldPhone}：${phoneName(phones.oldPhone)}`]),
    ...(phones === null ? [] : [`${words.newPhone}：${phoneName(phones.newPhone)}`]),
    ...(phones?.probablySamePhone === true ? [words.same] : []),
    ...(status === 'pending' && approvers.length > 0
      ? [words.approvers(approvers.map(({ employee }) => employee.name).join('、'))]
      : []),
    ...(status === 'pending' ? [words.until(dayText(expiresAt), timeOf(expiresAt))] : []),
    ...(status === 'pending' && phones !== null && phones.heldAttempts > 0 ? [words.held(phones.heldAttempts)] : []),
    ...(decidedBy === null ? [] : [words.decided(decidedBy.name)]),
    ...(comment === null || comment === '' ? [] : [words.comment(comment)]),
  ]
}

export function phoneName({ brand, model }: Pick<DeviceFacts, 'brand' | 'model'>): string {
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`
}
