/** What WeCom's error codes mean for us. Codes: developer.work.weixin.qq.com/document/path/90313; texts may change, codes not. */

/**
 * `token`: fetch another one and try once more. `busy`: WeCom's own trouble, soon again. `limited`: too often, wait.
 * `operator`: nobody but an administrator can mend it. `request`: this very request is not taken, whoever sends it when.
 */
export type ProblemKind = 'token' | 'busy' | 'limited' | 'operator' | 'request'

interface Problem {
  readonly kind: ProblemKind
  /** For the log and the doctor: what an administrator has to do. */
  readonly advice?: string
}

const PROBLEMS: Readonly<Record<number, Problem>> = {
  [-1]: { kind: 'busy' },
  301022: { kind: 'busy' },
  301070: { kind: 'busy' },
  40014: { kind: 'token' },
  42001: { kind: 'token' },
  45009: { kind: 'limited' },
  45033: { kind: 'limited' },
  40001: { kind: 'operator', advice: 'the secret is wrong: copy it again from the app in WeCom’s admin console' },
  40013: {
    kind: 'operator',
    advice: 'the corp id is wrong: WECOM_CORP_ID is on the page 我的企业 of the admin console',
  },
  40091: { kind: 'operator', advice: 'the secret belongs to another company' },
  40056: { kind: 'operator', advice: 'the agent id is wrong: WECOM_AGENT_ID is on the app’s page' },
  43012: { kind: 'operator', advice: 'cards with buttons need a callback address: set 接收消息 on the app’s page' },
  48002: { kind: 'operator', advice: 'this API is not open to the app: grant it on the app’s page' },
  50001: { kind: 'operator', advice: 'the domain is not registered as the app’s trusted domain (可信域名)' },
  60011: { kind: 'operator', advice: 'the app may not read these members: widen its visible range (可见范围)' },
  60020: { kind: 'operator', advice: 'this server’s address is not on the app’s list of trusted IPs (企业可信IP)' },
  301002: { kind: 'operator', advice: 'the app has no right to this data' },
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
