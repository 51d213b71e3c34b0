/** A server behind `wx.request` that answers from a table, and a list of everything that the app asked of the phone. */
import type { SessionReply } from '../../../../miniprogram/contract/api'
import { sessionReply } from '../../../../miniprogram/test/replies'

export interface SentRequest {
  /** `POST /api/v1/sessions` */
  readonly line: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Answers by request line; a function is asked each time. A number answers with this status and no body. */
export type Answers = Record<string, unknown>

interface RequestOption {
  readonly url: string
  readonly method: string
  readonly data?: string
  readonly header: Readonly<Record<string, string>>
  readonly success: (reply: { statusCode: number; data: string; header: object }) => void
}

export function refusal(status: number, code: string, message = code, retryAfterSeconds?: number): Refusal {
  return new Refusal(status, code, message, retryAfterSeconds)
}

class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly message: string,
    readonly retryAfterSeconds: number | undefined,
  ) {}
}

/** @param answers may be changed while the page runs */
export function recordingWx(answers: Answers) {
  const sent: SentRequest[] = []
  const toasts: string[] = []
  let login = 0
  const request = ({ url, method, data = '', header, success }: RequestOption) => {
    const line = `${method} ${url.replace(/^https?:\/\/[^/]+/, '')}`
    sent.push({ line, body: data, headers: header })
    const found = Object.entries(answers).find(([key]) => line === key || line.startsWith(`${key}?`))?.[1]
    const answer: unknown = typeof found === 'function' ? (found as () => unknown)() : found
    // No timer of Node's: it would answer into a window that is closed already.
    void Promise.resolve().then(() => success(replyOf(answer)))
    return { abort() {} }
  }
  const qy = {
    login: ({ success }: { success: (reply: object) => void }) => success({ code: `code-${++login}` }),
    checkSession: ({ success }: { success: () => void }) => success(),
  }
  const showToast = ({ title }: { title: string }) => void toasts.push(title)
  return { sent, toasts, wx: { request, qy, showToast } }
}

function replyOf(answer: unknown): { statusCode: number; data: string; header: object } {
  if (answer === undefined) return replyOf(refusal(404, 'ROUTE_UNKNOWN'))
  if (typeof answer === 'number') return { statusCode: answer, data: '', header: {} }
  if (!(answer instanceof Refusal)) return { statusCode: 200, data: JSON.stringify(answer), header: {} }
  const { status, code, message, retryAfterSeconds } = answer
  return {
    statusCode: status,
    data: JSON.stringify({ code, message, hint: '', requestId: 'request-1', details: [] }),
    header: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
  }
}

/** What the phone's storage holds for somebody who logged in just now. */
export function loggedIn(change: Partial<SessionReply> = {}): Record<string, string> {
  return { 'plain:session': JSON.stringify({ session: sessionReply(change), receivedAtMs: Date.now() }) }
}
