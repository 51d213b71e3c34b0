/**
 * Every word that is sent as a plain message. Short: who, what, what next. Each says when: WeCom drops a text that it had
 * within four hours, and two things may happen alike.
 */
import type { ApprovalKind, ApprovalStatus } from '#contract/api-approvals'

export const noticeTexts = {
  request: {
    rebind: () => '换手机申请',
    attempt: (slot: string) => `${slot}审批`,
    correction: () => '补卡申请',
  } satisfies Record<ApprovalKind, (slot: string) => string>,
  outcome: {
    approved: '已同意',
    rejected: '没有同意',
    withdrawn: '已撤回',
    expired: '没有人处理，已过期',
  } satisfies Record<Exclude<ApprovalStatus, 'pending'>, string>,
  approvalClosed: (when: string, request: string, outcome: string) => `你 ${when} 的${request}${outcome}。`,
  effect: {
    rebind: {
      approved: '新手机可以签到了，旧手机已停用；等审批时签的到已按当时的时间生效。',
      rejected: '旧手机照常能用。有疑问请联系主管。',
      expired: '旧手机照常能用。需要时可以重新申请。',
    },
    attempt: {
      approved: '这次签到记为已通过。',
      rejected: '这次签到记为未通过。有疑问请联系主管。',
      expired: '这次签到记为未通过。有疑问请联系主管。',
    },
    correction: {
      approved: '当天考勤已按补卡重算。',
      rejected: '当天考勤不变。有疑问请联系主管。',
      expired: '当天考勤不变。需要时可以重新申请。',
    },
  } satisfies Record<ApprovalKind, Partial<Record<ApprovalStatus, string>>>,
  decidedBy: (name: string) => `处理人：${name}。`,
  comment: (text: string) => `意见：${text}`,
  phoneBound: (when: string, phone: string) =>
    `${when}，你的签到绑定了手机 ${phone}。不是你本人操作的话，请马上联系人事停用它。`,
  phoneBoundOfReport: (when: string, name: string, phone: string) =>
    `${when}，${name}第一次绑定了签到手机 ${phone}。不对的话，请联系人事停用它。`,
  phoneUnbound: (when: string) =>
    `${when}，人事停用了你绑定的签到手机。要用手机签到，请在手机上打开外勤签到重新绑定或申请换机。`,
  refusedLater: (when: string, slot: string) =>
    `${when}，你的${slot}改为未通过：现场照片没有通过核对或没有按时上传。打开外勤签到看原因。`,
  faultAnswered: (when: string) => `${when}，人事答复了你报告的故障。打开外勤签到，在「我的 → 报告故障」里查看。`,
} as const
