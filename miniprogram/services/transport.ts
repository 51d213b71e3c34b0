import {
  ERRORS,
  type ClientAction,
  type ErrorCode,
  type ErrorDetail,
  type ErrorEnvelope,
} from '../contract/error-codes'
import type { Http, HttpRequest, LoginProblem } from '../platform/platform'
import { failure, success, type Result } from '../result'

const TIMEOUT_MS = 10_000

/** An answer of the server that was no success. */
export interface Refusal {
  readonly kind: 'refused'
  readonly status: number
  /** A code that this version does not know is judged by its HTTP status. */
  readonly code: ErrorCode | string
  readonly action: ClientAction
  readonly message: string
  readonly hint: string
  readonly details: readonly ErrorDetail[]
  readonly requestId: string
  readonly retryAfterMs: number | null
}

/** `unreachable`: nothing that our server said; whether it heard us is not known. `login`: WeCom gave no code. */
export type ApiProblem =
  Refusal | { readonly kind: 'unreachable' } | { readonly kind: 'login'; readonly why: LoginProblem }

export interface Outgoing {
  readonly method: HttpRequest['method']
  /** From `/api/v1` on. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** The exact text to send. */
  readonly body?: string
  readonly timeoutMs?: number
}

export interface Transport {
  send<Reply>(outgoing: Outgoing): Promise<Result<Reply, ApiProblem>>
  /** The newest since the start, for a fault report; null when there was none. */
  lastRefusal(): Pick<Refusal, 'code' | 'requestId'> | null
}

/** JSON over HTTP with the server's error envelope; knows nothing of sessions. */
export function createTransport({ http, baseUrl }: { readonly http: Http; readonly baseUrl: string }): Transport {
  let lastRefusal: Pick<Refusal, 'code' | 'requestId'> | null = null
  return {
    lastRefusal: () => lastRefusal,

    async send<Reply>({ method, path, headers = {}, body, timeoutMs = TIMEOUT_MS }: Outgoing) {
      const answer = await http.send({
        method,
        url: baseUrl + path,
        headers: {
          'accept-language': 'zh',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        timeoutMs,
      }).reply
      if (!answer.ok) return failure<ApiProblem>({ kind: 'unreachable' })
      const { status, text } = answer.value
      const isSuccess = status >= 200 && status < 300
      if (isSuccess && text === '') return success(undefined as Reply)
      const json = parsed(text)
      // A hotel's log-in page answers 200 with HTML, a proxy in between 502 with its own words: neither is our server.
      if (json === null || typeof json !== 'object') return failure<ApiProblem>({ kind: 'unreachable' })
      if (isSuccess) return success(json as Reply)
      const problem = refusalOf(status, json as Partial<ErrorEnvelope>, answer.value.headers['retry-after'])
      if (problem.kind === 'refused') lastRefusal = { code: problem.code, requestId: problem.requestId }
      return failure<ApiProblem>(problem)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function refusalOf(status: number, envelope: Partial<ErrorEnvelope>, retryAfter: string | undefined): ApiProblem {
  const { code, message, hint, details, requestId } = envelope
  if (typeof code !== 'string') return { kind: 'unreachable' }
  const seconds = Number(retryAfter)
  return {
    kind: 'refused',
    status,
    code,
    action: isErrorCode(code) ? ERRORS[code].action : actionOfStatus(status),
    message: message ?? '',
    hint: hint ?? '',
    details: details ?? [],
    requestId: requestId ?? '',
    retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null,
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.prototype.hasOwnProperty.call(ERRORS, code)
}

function actionOfStatus(status: number): ClientAction {
  if (status === 401) return 'login'
  return status === 429 || status >= 500 ? 'retry' : 'show'
}
