/** Me. */
export const meTexts = {
  me: {
    standing: {
      bound: '这部手机已绑定',
      candidate: '换机在等审批，可以先签到',
      none: '这部手机没有绑定',
      other_bound: '你绑定了另一部手机，点这里申请换机',
    },
    phone: '手机',
    rebind: {
      here: '换到这部手机',
      waiting: (name: string, time: string) => `等${name}同意，已等 ${time}`,
      waitingNow: (name: string) => `等${name}同意`,
      anybody: '主管',
      elsewhere: (phone: string) => `有人申请把签到换到 ${phone}`,
      elsewhereHint: '不是你本人申请的，点进去撤回',
    },
    link: {
      myData: '我的数据',
      myDataHint: '存了什么、存多久，撤回同意',
      settings: '设置',
      settingsHint: '权限',
      settingsQuickHint: '极速签到、权限',
      privacy: '隐私告知',
      agreed: (version: number) => `已同意第 ${version} 版`,
      notAgreed: '还没有同意',
      help: '帮助',
      helpHint: '签不上时怎么办',
      fault: '报告故障',
      faultHint: '说说哪里不对，附上手机情况',
      about: '关于',
      aboutHint: (version: string) => `版本 ${version}`,
    },
  },
} as const
