import type { Phone } from '../phone'
import { failureOf, WxFault, type Callbacks } from './api'
import { routeRequest } from './route-request'

export interface RequestOptions extends Callbacks<object> {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Readonly<Record<string, string>>
  readonly timeout?: number
  readonly dataType?: string
  readonly responseType?: 'text' | 'arraybuffer'
}

const TIMEOUT_MS = 60_000
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

/** `wx.request` by XMLHttpRequest: it can be broken off and knows its progress. */
export function requestCalls(phone: Phone) {
  return {
    request(options: RequestOptions) {
      const sending = new XMLHttpRequest()
      let isAborted = false
      answer(
        'request',
        options,
        send(phone, options, sending, () => isAborted),
      )
      return {
        abort() {
          isAborted = true
          sending.abort()
        },
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
      }
    },
  }
}

/** Tells the callbacks; a task and no promise is what these calls return. */
export function answer(name: string, { success, fail, complete }: Callbacks<object>, result: Promise<object>): void {
  result
    .then(
      (value) => {
        const given = { ...value, errMsg: `${name}:ok` }
        success?.(given)
        complete?.(given)
      },
      (error: unknown) => {
        const failure = failureOf(name, error)
        fail?.(failure)
        complete?.(failure)
      },
    )
    .catch((error: unknown) => reportError(error))
}

async function send(
  phone: Phone,
  options: RequestOptions,
  sending: XMLHttpRequest,
  isAborted: () => boolean,
): Promise<object> {
  const { data, header = {}, timeout = TIMEOUT_MS, dataType = 'json', responseType = 'text' } = options
  const method = (options.method ?? 'GET').toUpperCase()
  if (!METHODS.includes(method)) throw new WxFault(`invalid method ${method}`)
  const { url, headers } = await routeRequest(phone, options.url)
  if (isAborted()) throw new WxFault('abort')
  const isGet = method === 'GET'
  sending.open(method, isGet ? withQuery(url, data) : url)
  sending.timeout = timeout
  sending.responseType = responseType
  const type = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries({ ...type, ...lowerCase(header), ...headers })) {
    // Browsers set these by themselves.
    if (!/^(referer|host|cookie|user-agent)$/.test(name)) sending.setRequestHeader(name, value)
  }
  await finish(sending, isGet ? null : bodyOf(data))
  const received = sending.response as string | ArrayBuffer
  return {
    statusCode: sending.status,
    header: headersOf(sending),
    cookies: [],
    data: typeof received === 'string' && dataType === 'json' ? parsed(received) : received,
  }
}

/** Sends and waits for the answer. @throws WxFault when none came */
export function finish(sending: XMLHttpRequest, body: XMLHttpRequestBodyInit | null): Promise<void> {
  return new Promise((resolve, reject) => {
    sending.onload = () => resolve()
    sending.onerror = () =>
      reject(new WxFault('errcode:-102 error_msg:net::ERR_CONNECTION_REFUSED', { errno: 600_001 }))
    sending.ontimeout = () => reject(new WxFault('timeout', { errno: 5 }))
    sending.onabort = () => reject(new WxFault('abort'))
    sending.send(body)
  })
}

function bodyOf(data: unknown): XMLHttpRequestBodyInit | null {
  if (data === undefined || data === null) return null
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  return JSON.stringify(data)
}

function withQuery(url: string, data: unknown): string {
  if (typeof data !== 'object' || data === null) return url
  const pairs = Object.entries(data).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  )
  return pairs.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

function lowerCase(header: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

export function headersOf(sending: XMLHttpRequest): Record<string, string> {
  const lines = sending.getAllResponseHeaders().trim().split(/\r?\n/)
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
