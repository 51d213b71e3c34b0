import type { DecisionCode } from '../../../contract/decision'
import { ASK_FOR_CORRECTION, NOTHING_TO_DO, type CodeArticle } from './article'

/** Refusals about time and repeats, and about a page that stood too long. */
export const TIME_CODES = {
  SLOT_UNKNOWN: {
    title: '没有这个时段',
    paragraphs: ['那一天的班次里没有这个时段。可能是班次刚改过，页面还是旧的。'],
    why: '签到要记在班次的某个时段上，没有时段就没有地方记。',
    steps: ['下拉刷新签到页，看今天的时段', '班次不对，请联系人事改'],
    links: ['home'],
  },
  OUTSIDE_WINDOW: {
    title: '不在时段内',
    paragraphs: ['签的那一刻不在可签的时间里：还没开始，或已经截止。可签的时间由班次规定，结果页写着。'],
    why: '每个时段有自己的时间，早签和晚签才不会混在一起。',
    steps: ['还没开始：到时间再签', ASK_FOR_CORRECTION],
    links: ['records', 'home'],
  },
  TOO_LATE_FOR_DAY: {
    title: '送达太晚',
    paragraphs: [
      '签到送到服务器时，那一天的期限已经过了。期限是当天 24:00；夜班按班次的截止时间。',
      '离线签到存在手机里，要连上网、打开小程序才会发出。',
    ],
    why: '当天送达，当天的结果才能算清楚。',
    steps: [ASK_FOR_CORRECTION, '以后离线签了，当天到有信号的地方打开一次小程序'],
    links: ['records'],
  },
  CAPTURE_TIME_UNPROVEN: {
    title: '时间只有手机为证',
    paragraphs: [
      '离线签的，隔了一段时间才送达，签的时间只有手机知道。偶尔这样不要紧；多少天里超过多少次要审批，由公司规定。',
    ],
    why: '手机的时间可以改，次数多了要有人确认。',
    steps: ['不用重签', '要审批时，主管会收到', '有内网验证的地点，先验证再离线签，时间就有证明'],
    links: ['records', 'requests'],
  },
  CLOCK_DOUBTFUL: {
    title: '手机时间不准',
    paragraphs: ['手机的时间和服务器差得多，已按服务器校正。签到照常记下。'],
    why: '大家按同一个时间算，才公平。',
    steps: ['在手机设置里打开「自动设置时间」', '不用重签'],
    links: ['records'],
  },
  DUPLICATE_SLOT: {
    title: '已经签过',
    paragraphs: ['这个时段已经有一次通过的签到，那一次算数。早签以第一次为准；晚签隔一会儿可以再签，以后一次为准。'],
    why: '一个时段只记一次，多签不会多算，也不会少算。',
    steps: ['不用再签', '到「记录」看已签的那一条'],
    links: ['records'],
  },
  DUPLICATE_VISIT: {
    title: '刚签过这里',
    paragraphs: ['刚在同一个地点签过。隔多久可以再签，由公司规定，结果页写着。'],
    why: '同一次拜访只记一次，家数才准。',
    steps: ['不用再签', '去下一家客户，到了再签'],
    links: ['records', 'home'],
  },
  CHALLENGE_USED: {
    title: '已经送达过',
    paragraphs: ['这一次签到之前已经送到服务器，那时就有了结果。多半是网络断了一下，手机没收到回复。'],
    why: '同一次签到只算一次，重发也不会多记。',
    steps: ['到「记录」看那一条的结果', '不用再签'],
    links: ['records'],
  },
  CHALLENGE_UNKNOWN: {
    title: '页面已失效',
    paragraphs: ['服务器不认识这个页面发来的签到，可能刚换过手机或重装过企业微信。页面已经刷新。'],
    why: '每次签到只能从绑定的手机上、用服务器给的页面发出。',
    steps: ['回到签到页，再点一次', '还是这样，请报告故障'],
    links: ['home', 'fault'],
  },
  CHALLENGE_EXPIRED: {
    title: '页面停得太久',
    paragraphs: ['这次签到用的页面是 14 天以前打开的，已经不能用。页面已经刷新。'],
    why: '很久以前打开的页面不能证明现在。',
    steps: ['时段还没截止：再点一次签到', ASK_FOR_CORRECTION],
    links: ['home', 'records'],
  },
  CHALLENGE_SUPERSEDED: {
    title: '用了旧页面',
    paragraphs: ['签的时候已经有更新的页面，多半是上次的回复没收到。签到照常记下。'],
    why: '记下这一点，以后能说清楚当时的网络情况。',
    steps: [NOTHING_TO_DO],
    links: ['records'],
  },
} as const satisfies Partial<Record<DecisionCode, CodeArticle>>
