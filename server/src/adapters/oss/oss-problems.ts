/** What OSS's error codes mean for us. Codes: help.aliyun.com, "OSS 错误响应"; texts may change, codes do not. */

/**
 * `absent`: no such object. `busy`: OSS's or the network's trouble, soon again. `silent`: no answer in time, which was
 * wait enough. `credential`: fetch another one and try once more. `operator`: nobody but an administrator can mend it.
 * `request`: this very request is not taken.
 */
export type OssProblemKind = 'absent' | 'busy' | 'silent' | 'credential' | 'operator' | 'request'

interface Problem {
  readonly kind: OssProblemKind
  /** For the log: what an administrator has to do. */
  readonly advice?: string
  /** The same for the doctor, in Chinese as OSS's console is. */
  readonly remedy?: string
}

const PROBLEMS: Readonly<Record<string, Problem>> = {
  NoSuchKey: { kind: 'absent' },
  InternalError: { kind: 'busy' },
  ServiceUnavailable: { kind: 'busy' },
  RequestTimeout: { kind: 'busy' },
  QpsLimitExceeded: { kind: 'busy' },
  DownloadTrafficRateLimitExceeded: { kind: 'busy' },
  UploadTrafficRateLimitExceeded: { kind: 'busy' },
  ConnectionTimeoutError: { kind: 'silent' },
  ResponseTimeoutError: { kind: 'silent' },
  SecurityTokenExpired: { kind: 'credential' },
  InvalidSecurityToken: { kind: 'credential' },
  AccessDenied: {
    kind: 'operator',
    advice: 'the key may not do this: grant it by a RAM policy on this bucket, and check OSS_REGION and OSS_ENDPOINT',
    remedy: '密钥没有这个权限：给 RAM 用户或角色授权这个 Bucket，并核对 OSS_REGION 与 OSS_ENDPOINT',
  },
  InvalidAccessKeyId: {
    kind: 'operator',
    advice: 'the access key is unknown or disabled: check OSS_ACCESS_KEY_ID',
    remedy: 'AccessKey 不存在或已禁用：核对 OSS_ACCESS_KEY_ID',
  },
  SignatureDoesNotMatch: {
    kind: 'operator',
    advice: 'the secret or the region is wrong: check OSS_ACCESS_KEY_SECRET and OSS_REGION',
    remedy: '签名不符：核对 OSS_ACCESS_KEY_SECRET 与 OSS_REGION',
  },
  RequestTimeTooSkewed: {
    kind: 'operator',
    advice: 'this server’s clock is more than 15 minutes off: turn NTP on',
    remedy: '本机时钟差了 15 分钟以上：打开 NTP 对时',
  },
  NoSuchBucket: {
    kind: 'operator',
    advice: 'there is no such bucket: check OSS_BUCKET, and whether OSS_DOMAIN is bound to it',
    remedy: '没有这个 Bucket：核对 OSS_BUCKET，以及 OSS_DOMAIN 是否绑定到它',
  },
  UserDisable: {
    kind: 'operator',
    advice: 'the account is overdue or locked: settle it in Aliyun’s console',
    remedy: '账号欠费或被停用：到阿里云控制台处理',
  },
  KmsServiceNotEnabled: {
    kind: 'operator',
    advice: 'KMS is not enabled: enable it, or set OSS_ENCRYPTION=AES256',
    remedy: 'KMS 没有开通：开通它，或设 OSS_ENCRYPTION=AES256',
  },
  FileImmutable: {
    kind: 'operator',
    advice: 'a retention policy (WORM) forbids to delete: photos must go after a year',
    remedy: '合规保留策略不许删除：照片到期必须能删，请换一个没有保留策略的 Bucket',
  },
  SecondLevelDomainForbidden: {
    kind: 'operator',
    advice: 'OSS wants the bucket’s name in the host: check OSS_ENDPOINT',
    remedy: 'OSS 要求用 Bucket 域名访问：核对 OSS_ENDPOINT',
  },
}

/** A refusal or a failure of OSS's, without anything of the request that led to it. */
export class OssFault extends Error {
  constructor(
    readonly kind: OssProblemKind,
    /** OSS's code, or the network's. */
    readonly code: string,
    /** HTTP; null: there was no answer. */
    readonly status: number | null,
    /** What Aliyun's support asks for. */
    readonly requestId: string | null,
  ) {
    super(`OSS: ${code}${PROBLEMS[code]?.advice === undefined ? '' : `: ${PROBLEMS[code].advice}`}`)
    this.name = 'OssFault'
  }

  /** In Chinese; null where nobody knows. */
  get remedy(): string | null {
    return PROBLEMS[this.code]?.remedy ?? null
  }
}

/** The errors of ali-oss carry requests and answers; nothing of these is taken over but code, status and request id. */
export function faultOf(error: unknown): OssFault {
  if (error instanceof OssFault) return error
  const { code, name, status, requestId } = error as Readonly<Record<string, unknown>>
  const httpStatus = typeof status === 'number' && status > 0 ? status : null
  const said = [code, name].find((text): text is string => typeof text === 'string' && text !== '') ?? 'unknown'
  const problem = PROBLEMS[said] ?? PROBLEMS[said.replace(/Error$/, '')]
  return new OssFault(problem?.kind ?? kindByStatus(httpStatus), said, httpStatus, asText(requestId))
}

function kindByStatus(status: number | null): OssProblemKind {
  return status === null || status >= 500 || status === 429 ? 'busy' : 'request'
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null
}
