/** One's own requests. */
export const requestsTexts = {
  requests: {
    tab: '申请',
    empty: '没有申请。范围外签到、换手机时，申请会出现在这里',
    failed: '申请暂时打不开，签到不受影响',
    stale: (time: string) => `${time} 的数据，没刷新成。下拉再试`,
    more: '往上滑，看更早的',
    kind: { rebind: '换手机', attempt: '签到审批', correction: '补卡' },
    status: { pending: '待审批', approved: '已同意', rejected: '未同意', withdrawn: '已撤回', expired: '已过期' },
    withdraw: '撤回',
    withdrawTitle: '撤回这个申请？',
    withdrawText: '撤回后主管不用再处理，要用时可以重新申请。',
    keep: '先不撤回',
    approvers: (names: string) => `审批人 ${names}`,
    decidedBy: (name: string) => `${name} 处理`,
  },
} as const
