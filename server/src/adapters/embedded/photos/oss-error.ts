/** Codes of OSS with the HTTP status that OSS answers them with. */
const STATUS = {
  AccessDenied: 403,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  FileAlreadyExists: 409,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidObjectName: 400,
  InvalidPolicyDocument: 400,
  MalformedPOSTRequest: 400,
  MethodNotAllowed: 405,
  NoSuchKey: 404,
  RequestTimeTooSkewed: 403,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
} as const

export type OssErrorCode = keyof typeof STATUS

/** A refusal in OSS's words; the message goes to whoever asked, so it holds no secret and no path. */
export class OssError extends Error {
  constructor(
    readonly code: OssErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'OssError'
  }

  get status(): number {
    return STATUS[this.code]
  }
}

export function malformedForm(why: string): OssError {
  return new OssError(
    'MalformedPOSTRequest',
    `The body of your POST request is not well-formed multipart/form-data: ${why}.`,
  )
}

export function noRightToAccess(): OssError {
  return new OssError('AccessDenied', 'You have no right to access this object because of bucket acl.')
}
