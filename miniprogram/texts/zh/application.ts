/** A check-in with photo, reason or note. */
export const applicationTexts = {
  application: {
    title: '申请在此签到',
    lead: (slot: string, leaders: string) => `${slot}，发给${leaders}审批`,
    leadPlain: (slot: string) => `${slot}，要求拍照或写备注`,
    reason: '原因',
    reasonHint: '写明为什么在这里签，至少 5 个字',
    reasonShort: (count: number) => `还差 ${count} 个字`,
    photo: '现场照片',
    photoHint: '照片上会写时间、名字和地点；签到要用 10 分钟内拍的',
    reasonExample: '例：客户机房在地下二层，手机收不到定位',
    counted: (count: number, most: number) => `${count} / ${most}`,
    note: '备注',
    noteHint: '这个时段要求写备注',
    submit: '提交申请',
    submitPlain: '提交签到',
    submitting: '正在提交…',
    needPhoto: '先拍 1 张现场照片',
    judgedAway: (slot: string, outcome: string) => `${slot}${outcome}，到「记录」里看`,
    saved: '写的和拍的都已存在手机里。提交后照片自动上传，没有信号就等有信号时',
  },
} as const
