/** Every word on a card. Titles at most 36 characters, subtitles 44, row names 5, row values 30, buttons 10. */
import type { ApprovalKind, ApprovalStatus } from '#contract/api-approvals'

type Closed = Exclude<ApprovalStatus, 'pending'>

export const cardTexts = {
  asks: {
    rebind: (name: string) => `${name}申请换手机`,
    attempt: (name: string, slot: string) => `${name}的${slot}等你审批`,
    correction: (name: string) => `${name}申请补卡`,
  },
  effect: {
    rebind: '同意后新手机生效，旧手机立即停用',
    attempt: '同意后记为已通过，驳回后记为未通过',
    correction: '同意后按补卡时间重算当天考勤',
  } satisfies Record<ApprovalKind, string>,
  trouble: {
    changed: '内容有变化，请再看一遍再处理',
    device_of_another: '新手机已绑定别人，只能驳回',
    late: '这次点击没有及时送达，请再点一次',
  },
  row: {
    department: '部门',
    oldPhone: '旧手机',
    newPhone: '新手机',
    reason: '原因',
    handset: '说明',
    onBehalf: '代谁处理',
    until: '有效期',
    time: '签到时间',
    site: '地点',
    finding: '情况',
    photos: '照片',
    decider: '处理人',
  },
  none: '没有',
  noDepartment: '未分部门',
  samePhone: '像是同一部手机，数据被清掉了',
  until: (when: string) => `${when} 前`,
  photos: (count: number) => `${count} 张，打开可看`,
  agree: { rebind: '同意换机', attempt: '同意签到', correction: '同意补卡' } satisfies Record<ApprovalKind, string>,
  reject: '驳回',
  outcomeTitle: {
    rebind: (word: string) => `换手机申请：${word}`,
    attempt: (word: string) => `签到审批：${word}`,
    correction: (word: string) => `补卡申请：${word}`,
  },
  outcomeWord: { approved: '已同意', rejected: '已驳回', withdrawn: '已撤回', expired: '已过期' } satisfies Record<
    Closed,
    string
  >,
  outcomeEffect: {
    rebind: {
      approved: '新手机已生效，旧手机已停用',
      rejected: '新手机没有生效，旧手机照常',
      withdrawn: '申请人撤回了，不用处理',
      expired: '没有人处理，需要时可以重新申请',
    },
    attempt: {
      approved: '这次签到记为已通过',
      rejected: '这次签到记为未通过',
      withdrawn: '申请人撤回了，不用处理',
      expired: '没有人处理，这次签到记为未通过',
    },
    correction: {
      approved: '当天考勤已按补卡重算',
      rejected: '当天考勤不变',
      withdrawn: '申请人撤回了，不用处理',
      expired: '没有人处理，当天考勤不变',
    },
  } satisfies Record<ApprovalKind, Record<Closed, string>>,
  /** It came to its end by itself. */
  settled: '已经不需要审批',
  decidedBy: (name: string, word: string) => `${name}${word}`,
  notYours: '不再由你处理',
  notYoursSubtitle: '权限或代理有变化，这条由别人处理',
} as const
