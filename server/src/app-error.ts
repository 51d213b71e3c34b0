import { ERRORS, type ErrorCode, type ErrorDetail } from '#contract/error-codes'

export interface AppErrorOptions {
  readonly details?: readonly ErrorDetail[]
  /** For the log alone: never leaves the process. No secrets, no personal data beyond ids. */
  readonly internalText?: string
  readonly retryAfterSeconds?: number
  readonly cause?: unknown
}

/** The one fault that use cases, adapters and the edge throw; `http/error-handler` turns it into status and body. */
export class AppError extends Error {
  readonly details: readonly ErrorDetail[]
  readonly internalText: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(
    readonly code: ErrorCode,
    options: AppErrorOptions = {},
  ) {
    super(options.internalText ?? code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.details = options.details ?? []
    this.internalText = options.internalText
    this.retryAfterSeconds = options.retryAfterSeconds
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}
