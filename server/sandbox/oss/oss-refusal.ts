/** OSS's error codes that the sandbox gives, with the HTTP status of each. Source: help.aliyun.com, "OSS 错误响应". */
const STATUS = {
  AccessDenied: 403,
  AccessForbidden: 403,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  FileAlreadyExists: 409,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidDigest: 400,
  InvalidObjectName: 400,
  InvalidPolicyDocument: 400,
  InvalidRange: 416,
  InvalidSecurityToken: 403,
  MalformedPOSTRequest: 400,
  MalformedXML: 400,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchCORSConfiguration: 404,
  NoSuchKey: 404,
  NoSuchLifecycle: 404,
  NoSuchServerSideEncryptionRule: 404,
  NotImplemented: 501,
  RequestTimeTooSkewed: 403,
  SecurityTokenExpired: 403,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
} as const

export type OssCode = keyof typeof STATUS

/** What OSS answers instead of doing what was asked. */
export class OssRefusal extends Error {
  readonly status: number

  constructor(
    readonly code: OssCode,
    message: string,
  ) {
    super(message)
    this.name = 'OssRefusal'
    this.status = STATUS[code]
  }
}

export function byPolicy(why: string): OssRefusal {
  return new OssRefusal('AccessDenied', `Invalid according to Policy: ${why}`)
}

export function badForm(why: string): OssRefusal {
  return new OssRefusal('MalformedPOSTRequest', `The body of your POST request is not well-formed: ${why}.`)
}
