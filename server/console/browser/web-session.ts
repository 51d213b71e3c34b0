import type { ErrorCode, ErrorEnvelope } from '#contract/error-codes'
import type { WebSessionAttempt, WebSessionReply } from '#contract/api-web'

const SESSIONS = '/api/v1/web-sessions'

/** The server refused. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode | null,
    readonly hint: string,
    message: string,
  ) {
    super(message)
  }
}

/** The session lives in this page's memory; its refresh token in a cookie that no script reads. */
let current: WebSessionReply | null = null

export function beginLogIn(): Promise<WebSessionAttempt> {
  return ask('POST', `${SESSIONS}/attempts`)
}

export async function logIn(code: string, state: string): Promise<WebSessionReply> {
  return (current = await ask<WebSessionReply>('POST', SESSIONS, { code, state }))
}

/** @returns null: nobody is logged in here */
export async function resume(): Promise<WebSessionReply | null> {
  try {
    return (current = await ask<WebSessionReply>('POST', `${SESSIONS}/refresh`))
  } catch (fault) {
    if (fault instanceof Refused && (fault.status === 401 || fault.code === 'EMPLOYEE_LEFT')) return (current = null)
    throw fault
  }
}

export async function logOut(): Promise<void> {
  const end = () => ask('DELETE', `${SESSIONS}/current`)
  try {
    await end()
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.status !== 401) throw fault
    // The access token ends before the session does.
    if ((await resume()) !== null) await end()
  }
  current = null
}

async function ask<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      'accept-language': 'zh',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(current === null ? {} : { authorization: `Bearer ${current.accessToken}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (response.status === 204) return undefined as Reply
  const json: unknown = await response.json().catch(() => null)
  if (response.ok) return json as Reply
  const { code = null, message = '', hint = '' } = (json ?? {}) as Partial<ErrorEnvelope>
  throw new Refused(response.status, code, hint, message)
}
