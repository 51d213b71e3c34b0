/** Me. */
export const meTexts = {
  me: {
    bound: '这部手机已绑定',
    candidate: '换机待审批',
    none: '这部手机没有绑定',
    other_bound: '你绑定了另一部手机',
    privacy: '隐私告知',
    privacyHint: (version: number | null) => (version === null ? '还没有同意' : `已同意第 ${version} 版`),
    withdraw: '撤回同意',
    withdrawTitle: '撤回同意？',
    withdrawText: '撤回后不再收集位置、Wi-Fi 和照片，也不能用手机签到。已有记录按规定保存。以后可以再同意。',
    withdrawAgree: '撤回同意',
    withdrawKeep: '先不撤回',
    withdrawn: '已撤回，什么都不再收集',
    phone: '手机',
    version: '版本',
    failed: '没有撤回成功，检查网络后重试',
  },
} as const
