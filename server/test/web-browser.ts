/** A browser without a screen: keeps cookies, and goes through WeCom's log-in as the sandbox plays it. */
import type { WebSessionAttempt, WebSessionReply } from '#contract/api-web'
import { send, type Answered, type App } from './start-app'

export const WEB_SESSIONS = '/api/v1/web-sessions'

export interface Cookie {
  readonly value: string
  /** Lower case: path, expires, samesite, secure, httponly. */
  readonly attributes: Readonly<Record<string, string | true>>
}

export type Browser = ReturnType<typeof openBrowser>

/** @param origin of the page that asks; null: none is sent */
export function openBrowser(app: App, origin: string | null = app.url) {
  const jar = new Map<string, Cookie>()

  async function ask(method: string, path: string, { body, token }: { body?: unknown; token?: string } = {}) {
    const cookie = [...jar].map(([name, { value }]) => `${name}=${value}`).join('; ')
    const headers = { ...(origin === null ? {} : { origin }), ...(cookie === '' ? {} : { cookie }) }
    const answered = await send(app, { method, path, headers, token, ...(body === undefined ? {} : { body }) })
    for (const [name, cookie] of cookiesOf(answered)) {
      if (cookie.value === '') jar.delete(name)
      else jar.set(name, cookie)
    }
    return answered
  }

  async function begin(): Promise<WebSessionAttempt> {
    return jsonOf(await ask('POST', `${WEB_SESSIONS}/attempts`), 201)
  }

  return {
    jar,
    ask,
    begin,
    finish: (code: string, state: string) => ask('POST', WEB_SESSIONS, { body: { code, state } }),
    refresh: () => ask('POST', `${WEB_SESSIONS}/refresh`),
    logOut: (token: string) => ask('DELETE', `${WEB_SESSIONS}/current`, { token }),
    /** The whole way of a browser inside WeCom. */
    async logIn(userId: string): Promise<WebSessionReply> {
      const { authorizeUrl } = await begin()
      const { code, state } = await authorize(authorizeUrl, userId)
      return jsonOf(await ask('POST', WEB_SESSIONS, { body: { code, state } }), 201)
    },
  }
}

export function jsonOf<Reply>({ status, text }: Answered, expected = 200): Reply {
  if (status !== expected) throw new Error(`answered ${status}: ${text}`)
  return JSON.parse(text) as Reply
}

export function cookiesOf({ headers }: Pick<Answered, 'headers'>): Map<string, Cookie> {
  return new Map(
    headers.getSetCookie().map((line) => {
      const [first = '', ...rest] = line.split('; ')
      const pairs = rest.map((part) => part.toLowerCase().split('=') as [string, string?])
      const attributes = Object.fromEntries(pairs.map(([name, value]) => [name, value ?? true] as const))
      const equals = first.indexOf('=')
      return [first.slice(0, equals), { value: first.slice(equals + 1), attributes }] as const
    }),
  )
}

/** Says yes on WeCom's page; what the browser is sent back with. */
export async function authorize(authorizeUrl: string, userId: string): Promise<{ code: string; state: string }> {
  const url = new URL(authorizeUrl)
  url.pathname = url.pathname.replace(/authorize$/, 'choose')
  url.searchParams.set('userid', userId)
  const { headers } = await fetch(url, { redirect: 'manual' })
  const { searchParams } = new URL(headers.get('location') ?? '')
  return { code: searchParams.get('code') ?? '', state: searchParams.get('state') ?? '' }
}

/** Scans the code of the panel and says yes on the phone; what the frame hands to the page. */
export async function scan(app: App, parameters: WebSessionAttempt['scan'], userId: string): Promise<string> {
  const query = new URLSearchParams({ ...parameters, userid: userId })
  const page = await fetch(`${app.url}/sandbox/wecom/wwlogin/sso/choose?${query.toString()}`)
  return /data-code="([^"]+)"/.exec(await page.text())?.[1] ?? ''
}
