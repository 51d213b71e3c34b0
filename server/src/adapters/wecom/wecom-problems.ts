/** What WeCom's error codes mean for us. Codes: developer.work.weixin.qq.com/document/path/90313; texts may change, codes not. */

/**
 * `token`: fetch another one and try once more. `busy`: WeCom's own trouble, soon again. `limited`: too often, wait.
 * `operator`: nobody but an administrator can mend it. `request`: this very request is not taken, whoever sends it when.
 */
export type ProblemKind = 'token' | 'busy' | 'limited' | 'operator' | 'request'

interface Problem {
  readonly kind: ProblemKind
  /** For the log: what an administrator has to do. */
  readonly advice?: string
  /** The same for the doctor, in Chinese as the admin console is. */
  readonly remedy?: string
}

const PROBLEMS: Readonly<Record<number, Problem>> = {
  [-1]: { kind: 'busy' },
  301022: { kind: 'busy' },
  301070: { kind: 'busy' },
  40014: { kind: 'token' },
  42001: { kind: 'token' },
  45009: { kind: 'limited' },
  45033: { kind: 'limited' },
  40001: {
    kind: 'operator',
    advice: 'the secret is wrong: copy it again from the app in WeCom’s admin console',
    remedy: 'Secret 不对：到管理后台的应用页重新查看并复制',
  },
  40013: {
    kind: 'operator',
    advice: 'the corp id is wrong: WECOM_CORP_ID is on the page 我的企业 of the admin console',
    remedy: '企业 ID 不对：在「我的企业」页底，填入 WECOM_CORP_ID',
  },
  40091: {
    kind: 'operator',
    advice: 'the secret belongs to another company',
    remedy: 'Secret 是别的企业的：核对 WECOM_CORP_ID 与 Secret',
  },
  40056: {
    kind: 'operator',
    advice: 'the agent id is wrong: WECOM_AGENT_ID is on the app’s page',
    remedy: 'AgentId 不对：在应用页，填入 WECOM_AGENT_ID',
  },
  43012: {
    kind: 'operator',
    advice: 'cards with buttons need a callback address: set 接收消息 on the app’s page',
    remedy: '按钮卡片要有回调地址：在应用页设置「接收消息」',
  },
  48002: {
    kind: 'operator',
    advice: 'this API is not open to the app: grant it on the app’s page',
    remedy: '这个接口没有对应用开放：在管理后台给应用授权',
  },
  50001: {
    kind: 'operator',
    advice: 'the domain is not registered as the app’s trusted domain (可信域名)',
    remedy: '域名不是应用的可信域名：在应用页的「网页授权及JS-SDK」登记',
  },
  60011: {
    kind: 'operator',
    advice: 'the app may not read these members: widen its visible range (可见范围)',
    remedy: '应用看不到这些成员：在应用页扩大「可见范围」',
  },
  60020: {
    kind: 'operator',
    advice: 'this server’s address is not on the app’s list of trusted IPs (企业可信IP)',
    remedy: '服务器的出口 IP 不在名单里：在应用页的「企业可信IP」加上',
  },
  301002: {
    kind: 'operator',
    advice: 'the app has no right to this data',
    remedy: '应用无权使用这些数据：核对可见范围和接口权限',
  },
}

export function problemOf(errcode: number): Problem {
  return PROBLEMS[errcode] ?? { kind: 'request' }
}

/** WeCom answered, and refused. Its errmsg may change and is not kept; the query, which holds secrets, neither. */
export class WecomError extends Error {
  readonly kind: ProblemKind

  constructor(
    readonly errcode: number,
    readonly path: string,
  ) {
    const { kind, advice } = problemOf(errcode)
    super(`WeCom ${path} answered errcode ${errcode}${advice === undefined ? '' : `: ${advice}`}`)
    this.name = 'WecomError'
    this.kind = kind
  }
}
