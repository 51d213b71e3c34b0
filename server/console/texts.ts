/** Every word of the console's log-in page. */
import type { Role } from '#contract/roles'

export const TEXTS = {
  title: '管理后台 · 外勤签到',
  brand: '外勤签到',
  console: '管理后台',
  foot: '自建部署 · 数据不出公司服务器',
  needsScript: '这一页要用 JavaScript，请在浏览器里打开它。',
  loading: '正在打开…',

  login: {
    scanHeading: '用企业微信扫码登录',
    heading: '用企业微信登录',
    lead: '人事、主管、审计和管理员都从这里进。权限由你的角色决定。',
    panel: '企业微信登录二维码',
    steps: ['打开企业微信，点右上角「扫一扫」', '扫页面上的码，在手机上点「登录」', '本页自动进入，不用输密码'],
    button: '用企业微信登录',
    working: '正在登录…',
  },

  signedIn: {
    heading: (name: string) => `${name}，你已登录`,
    department: '部门',
    noDepartment: '未分配',
    roles: '角色',
    until: '登录有效到',
    logOut: '退出',
    loggedOut: '已退出登录。',
  },

  problem: {
    declined: '你取消了登录。',
    expired: '这次登录已失效，请再来一次。',
    panel: '企业微信没有完成登录，请再来一次。',
    unreachable: '连不上服务器，请检查网络。',
    again: '再试一次',
  },
} as const

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  staff: '员工',
  leader: '主管',
  hr: '人事',
  auditor: '审计',
  admin: '管理员',
}
