import type { DecisionCode } from '../../contract/decision'
import type { CodeArticle, HelpLink } from './help/article'
import { PHONE_CODES } from './help/phone-codes'
import { PHOTO_CODES } from './help/photo-codes'
import { PLACE_CODES } from './help/place-codes'
import { SIGN_CODES } from './help/sign-codes'
import { TIME_CODES } from './help/time-codes'
import { TOPICS } from './help/topics'

/** Help, topics, and what each refusal means. */
export const helpTexts = {
  help: {
    title: '帮助',
    search: '搜「迟到」「照片」「换机」',
    clear: '清除',
    topics: '常见问题',
    codes: '没通过，或要审批',
    groups: {
      place: '地点和 Wi-Fi',
      time: '时间',
      duplicate: '重复',
      phone: '手机',
      photo: '照片和记录',
      page: '页面',
      sign: '另外注意到的',
      account: '账号和结果',
    },
    countOf: (count: number) => `${count} 条`,
    found: (count: number) => `找到 ${count} 条`,
    foundNone: (query: string) => `没有找到「${query}」`,
    foundNoneHint: '换个词试试，或在下面报告故障',
    stillStuck: '还是没解决',
    report: '报告故障',
    reportHint: '写几句话，附上的手机情况发之前能看到',
    contact: '联系人事',
    contactHint: '在企业微信通讯录里找人事，告诉他日期和记录号',
    why: '为什么这样规定',
    steps: '现在怎么办',
    topicSteps: '步骤',
    notFound: '没有这一篇',
    notFoundHint: '回到帮助，用搜索找',
    toHelp: '看全部帮助',
    links: {
      home: '去签到',
      records: '看记录',
      requests: '看申请',
      rebind: '申请换机',
      privacy: '看隐私告知',
      myData: '看我的数据',
      settings: '打开设置',
      locationPermission: '打开定位权限',
      wecomPermission: '让企业微信用定位',
      cameraPermission: '打开相机权限',
      fault: '报告故障',
    } satisfies Record<HelpLink, string>,
  },

  helpTopics: TOPICS,

  helpCodes: {
    ...PHONE_CODES,
    ...PLACE_CODES,
    ...TIME_CODES,
    ...PHOTO_CODES,
    ...SIGN_CODES,
  } satisfies Record<DecisionCode, CodeArticle>,
} as const
