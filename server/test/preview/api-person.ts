/** Somebody who asks the server directly: HR without a page of the mini-program, and tests that look behind a page. */

export interface ApiPerson {
  get<Reply>(path: string): Promise<Reply>
  /** @throws Error with status and body when it is refused */
  post<Reply>(path: string, body: unknown): Promise<Reply>
}

/** Logs in as WeCom would let this person in; the login is fresh for five minutes. @param path below `/api/v1` */
export async function loginByApi(serverUrl: string, userId: string): Promise<ApiPerson> {
  const json = { 'content-type': 'application/json' }
  const ask = async <Reply>(path: string, options: RequestInit): Promise<Reply> => {
    const response = await fetch(serverUrl + path, options)
    const text = await response.text()
    if (!response.ok) throw new Error(`${options.method ?? 'GET'} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as Reply
  }
  const send = <Reply>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    ask<Reply>(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
  const { code } = await send<{ code: string }>('/sandbox/wecom/login-codes', { userId })
  const { accessToken } = await send<{ accessToken: string }>('/api/v1/sessions', { code })
  const authorization = { authorization: `Bearer ${accessToken}` }
  return {
    get: (path) => ask(`/api/v1${path}`, { headers: authorization }),
    post: (path, body) => send(`/api/v1${path}`, body, authorization),
  }
}
