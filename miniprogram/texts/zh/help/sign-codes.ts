import type { DecisionCode } from '../../../contract/decision'
import { MAY_NEED_APPROVAL, NOTHING_TO_DO, type CodeArticle } from './article'

/** What is noticed beside: it never refuses. */
export const SIGN_CODES = {
  SPEED_IMPOSSIBLE: {
    title: '移动太快',
    paragraphs: [
      '离上一次签到的距离很远，时间却很短，算下来比车和飞机还快。定位跳了一下也会这样。这一条不会让签到不通过。',
    ],
    why: '两次记录对不上时，要有人看一眼。',
    steps: [NOTHING_TO_DO, MAY_NEED_APPROVAL, '定位常跳：签之前先看页面上的位置对不对'],
    links: ['records'],
  },
  COORDINATES_REPEATED: {
    title: '坐标重复',
    paragraphs: ['位置和以前的签到一模一样，到小数点后很多位。手机用了缓存的位置时会这样。这一条不会让签到不通过。'],
    why: '真实的定位每次都会有一点不同。',
    steps: [NOTHING_TO_DO, MAY_NEED_APPROVAL, '签之前下拉刷新一次，重新定位'],
    links: ['records', 'home'],
  },
  ACCURACY_CONSTANT: {
    title: '精度不变',
    paragraphs: ['连续几次定位的精度是同一个数。有的手机就是这样。签到照常记下。'],
    why: '记下来，和别的情况放在一起才有意义。',
    steps: ['不用处理'],
    links: ['records'],
  },
  FENCE_CENTRE_EXACT: {
    title: '正好在中心点',
    paragraphs: ['位置和范围的中心点几乎一点不差。真站在中心点上也有可能，只是少见。这一条不会让签到不通过。'],
    why: '少见的情况，请人事看一眼。',
    steps: [NOTHING_TO_DO, MAY_NEED_APPROVAL],
    links: ['records'],
  },
  FIX_REPEATED: {
    title: '定位没有更新',
    paragraphs: ['手机一直给同一个位置，没有重新定位。在室内坐着不动时常见。签到照常记下。'],
    why: '旧的位置说明不了现在在哪里。',
    steps: ['签之前下拉刷新，重新定位', '到窗边或室外，等页面上的时间变成「刚刚」', MAY_NEED_APPROVAL],
    links: ['home'],
  },
  WIFI_FAR_FROM_FIX: {
    title: 'Wi-Fi 和定位离得远',
    paragraphs: ['连着这里的 Wi-Fi，定位却在很远的地方。开着 VPN、定位还没更新时会这样。这一条不会让签到不通过。'],
    why: '两个证据说的地方不同，要有人看一眼。',
    steps: [NOTHING_TO_DO, MAY_NEED_APPROVAL, '签之前下拉刷新，让定位更新'],
    links: ['records', 'home'],
  },
  NETWORK_OF_OTHER_SITE: {
    title: '网络属于别处',
    paragraphs: ['上网的出口属于公司的另一个地点。各地共用出口，或开着 VPN 时会这样。签到照常记下。'],
    why: '记下来，出口登记得对不对，一看就知道。',
    steps: ['不用处理', '开着 VPN 的话，签到时可以先关掉'],
    links: ['records'],
  },
  GATEWAY_CLOCK_WRONG: {
    title: '鉴权服务器时间不准',
    paragraphs: ['这个地点的内网鉴权服务器时间不准，这次改按登记的热点核对。和你的手机没有关系。'],
    why: '服务器的时间不准时，它的签名不能证明时间。',
    steps: [NOTHING_TO_DO, MAY_NEED_APPROVAL],
    links: ['records'],
  },
} as const satisfies Partial<Record<DecisionCode, CodeArticle>>
