import type { DecisionCode } from '../../../contract/decision'
import type { CodeArticle } from './article'

/** Refusals about the place. */
export const PLACE_CODES = {
  OUT_OF_RANGE: {
    title: '不在范围',
    paragraphs: [
      '签到时的位置在允许的范围外，也没有连这里的 Wi-Fi。结果页写着离范围还差多少米。',
      '判断时已按定位精度放宽，放宽的上限由公司规定。',
    ],
    why: '范围写明在哪里上班，记录才对得上。',
    steps: [
      '走近些，看到按钮说「现在签」再点',
      '或连上这里的 Wi-Fi，不看定位',
      '人就在这里、定位却偏了：到窗边或室外重新定位',
      '还不行，公司允许时可以申请在此签到',
    ],
    links: ['home', 'locationPermission'],
  },
  LOCATION_MISSING: {
    title: '没有位置',
    paragraphs: ['签到时手机没有给出位置，也没有连这里的 Wi-Fi。常见的原因是定位关着，或没有给定位权限。'],
    why: '没有位置也没有 Wi-Fi，就不知道是在哪里签的。',
    steps: ['打开手机的定位', '允许小程序和企业微信使用位置', '或连公司 Wi-Fi 再签'],
    links: ['locationPermission', 'wecomPermission', 'home'],
  },
  LOCATION_IMPRECISE: {
    title: '定位不准',
    paragraphs: ['手机给的位置误差太大，判断不了是不是在范围内。允许多大的误差由公司规定，结果页写着两个数。'],
    why: '误差太大时，同一个位置可能在范围内，也可能在几条街外。',
    steps: [
      '到窗边或室外，等几秒再签',
      '打开手机的 Wi-Fi 开关，不连也能帮助定位',
      '看看「精确位置」有没有打开',
      '在地下室等地方：连这里的 Wi-Fi，或申请在此签到',
    ],
    links: ['wecomPermission', 'home'],
  },
  WIFI_NOT_ALLOWED: {
    title: '不是这里的 Wi-Fi',
    paragraphs: ['连着的 Wi-Fi 没有登记在这个地点，位置也不在范围内。名字一样也可能是别的热点：核对的是热点的编号。'],
    why: 'Wi-Fi 的名字谁都能起，编号才对得上地点。',
    steps: ['换到结果页写的那个 Wi-Fi', '或走进范围，用定位签', '公司新装了热点：告诉人事登记'],
    links: ['home'],
  },
  WIFI_UNREADABLE: {
    title: '没读到 Wi-Fi',
    paragraphs: ['手机没有让小程序读到热点的编号。安卓手机要打开定位、允许企业微信用位置，才会给出编号。'],
    why: '没有编号，就不能确认连的是这里的 Wi-Fi。',
    steps: ['打开手机定位和 Wi-Fi', '允许企业微信使用位置', '关掉再打开 Wi-Fi，重新签', '或走进范围，用定位签'],
    links: ['wecomPermission', 'locationPermission'],
  },
  PRESENCE_PROOF_MISSING: {
    title: '没有内网签名',
    paragraphs: ['这个地点要求内网验证：手机要连着这里的网络，向内网的鉴权服务器要一个签名。这次没有拿到。'],
    why: '签名只有在这里的网络里才拿得到，比热点名字可靠。',
    steps: [
      '连上这里的 Wi-Fi',
      '关掉 VPN 和手机流量加速',
      '苹果手机：允许企业微信使用「本地网络」',
      '回到签到页，等到显示内网已验证再签',
    ],
    links: ['home', 'fault'],
  },
  PRESENCE_PROOF_INVALID: {
    title: '内网签名无效',
    paragraphs: ['内网给的签名对不上这次签到，可能是签名过了时间，或中途换了网络。'],
    why: '每个签名只配一次签到，而且很快失效，这样才不能转给别人用。',
    steps: ['连着这里的 Wi-Fi，刷新签到页', '看到内网已验证，马上签', '一直这样，请报告故障：可能是内网服务器的问题'],
    links: ['home', 'fault'],
  },
} as const satisfies Partial<Record<DecisionCode, CodeArticle>>
