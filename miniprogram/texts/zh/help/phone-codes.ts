import type { DecisionCode } from '../../../contract/decision'
import { MAY_NEED_APPROVAL, NOTHING_TO_DO, type CodeArticle } from './article'

/** Refusals about person and phone, and what an accepted check-in means. */
export const PHONE_CODES = {
  ACCEPTED: {
    title: '已通过',
    paragraphs: ['签到已经记下，时间、地点和手机都符合规定。晚了会记为迟到，早走会记为早退，但签到本身通过。'],
    why: '每一项的规定和实际都留着，以后可以核对。',
    steps: ['不用再操作', '有疑问时，把记录号告诉人事或主管'],
    links: ['records'],
  },
  EMPLOYEE_INACTIVE: {
    title: '账号已停用',
    paragraphs: ['公司的名册里，你的账号在签到那一刻已经停用。'],
    why: '只有在职的人能签到。',
    steps: ['还在职：请联系人事，恢复后就能签', '以前的记录还在，可以向人事要'],
    links: [],
  },
  CONSENT_REQUIRED: {
    title: '未同意隐私告知',
    paragraphs: [
      '签到要用位置、Wi-Fi 和手机信息，先要你同意隐私告知。告知更新后也要再同意一次，过渡几天由公司规定。',
      '没有同意时，这次的位置、Wi-Fi 和照片没有保存。',
    ],
    why: '没有你的同意，什么都不能收集。',
    steps: ['打开隐私告知，看一遍', '同意后再签一次', '不想同意：联系人事，用其他方式记考勤'],
    links: ['privacy', 'home'],
  },
  DEVICE_NOT_BOUND: {
    title: '手机没有绑定',
    paragraphs: ['这部手机还没有绑定你。可能是换了手机，或重装了企业微信，原来的钥匙没有了。'],
    why: '绑定手机，别人就不能替你签。',
    steps: ['在这部手机上申请换机', '写原因，提交后主管会收到', '等审批时也能签，要拍照；同意后按签的时间生效'],
    links: ['rebind', 'requests'],
  },
  DEVICE_REVOKED: {
    title: '手机已停用',
    paragraphs: ['这部手机以前绑定过你，现在停用了：换了新手机，或人事解了绑。'],
    why: '一个人同时只用一部手机签到。',
    steps: ['用现在绑定的手机签', '想改回这部手机：申请换机'],
    links: ['rebind'],
  },
  DEVICE_BOUND_TO_ANOTHER: {
    title: '手机登记在别人名下',
    paragraphs: ['这部手机绑定着另一位同事。用别人的手机不能签自己的到。'],
    why: '一部手机只代表一个人，记录才可信。',
    steps: ['用自己的手机签', '手机已经转给你：请那位同事先换机，或联系人事解绑，你再申请换机'],
    links: ['rebind'],
  },
  SIGNATURE_INVALID: {
    title: '签名不对',
    paragraphs: ['签到要由绑定手机里的钥匙签名，这次的签名对不上。多半是手机里的数据坏了，或恢复过备份。'],
    why: '签名证明签到是从你的手机发出、没有被改过。',
    steps: ['关掉小程序，重新打开再签', '还是这样：申请换机，重新绑定这部手机'],
    links: ['home', 'rebind', 'fault'],
  },
  DEVICE_AWAITING_APPROVAL: {
    title: '换机待审批',
    paragraphs: ['换机还没有审批，这次签到先记下。同意后按签的时间生效，不会因为等审批而算迟到；没有同意就不计。'],
    why: '新手机是不是你的，要由主管确认。',
    steps: ['等主管同意，结果会通知你', '着急时，可以提醒主管看企业微信里的卡片'],
    links: ['requests', 'rebind'],
  },
  CAPTURED_ON_OLD_PHONE: {
    title: '在旧手机上签的',
    paragraphs: ['这次是换机前在旧手机上签的，换机后才送达。当天送达的，由主管审批。'],
    why: '换机后旧手机停用，之前签的要有人确认。',
    steps: ['等主管审批', '以后用新手机签'],
    links: ['requests'],
  },
  DEVICE_FACTS_CHANGED: {
    title: '手机型号变了',
    paragraphs: ['这次的手机型号和绑定时不一样。按公司规定，要审批或不通过。'],
    why: '钥匙只应该在绑定的那部手机里。',
    steps: ['用绑定的手机签', '换了手机：申请换机', '手机没换：请报告故障，附上手机信息'],
    links: ['rebind', 'fault'],
  },
  SYSTEM_UPDATED: {
    title: '手机升级了',
    paragraphs: ['手机的软件版本比绑定时新。签到照常记下。'],
    why: '记下版本，定位不准时好找原因。',
    steps: ['不用处理'],
    links: ['records'],
  },
  HANDSET_SHARED: {
    title: '同机多人',
    paragraphs: ['短时间内，有别人用同样型号的手机、同样的网络签到。同事用同款手机、连同一个 Wi-Fi 时也会这样。'],
    why: '每个人用自己的手机签，这一条提醒人事看一眼。',
    steps: [NOTHING_TO_DO, MAY_NEED_APPROVAL],
    links: ['records'],
  },
} as const satisfies Partial<Record<DecisionCode, CodeArticle>>
