/** What goes in and out of the sandbox, free of sockets: tests hand requests in, the listener takes them off the wire. */

export interface SandboxRequest {
  readonly method: string
  /** Below where it is mounted, e.g. `/cgi-bin/gettoken`. */
  readonly path: string
  readonly query: URLSearchParams
  /** UTF-8 text. */
  readonly body: string
  /** The caller's IP address; absent: this computer. */
  readonly address?: string
}

export interface SandboxAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Json = Readonly<Record<string, unknown>>

export function jsonAnswer(status: number, json: Json): SandboxAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(json) }
}

export function accept(json: Json): SandboxAnswer {
  return jsonAnswer(200, { errcode: 0, errmsg: 'ok', ...json })
}

/** WeCom answers its refusals with HTTP 200. */
export function refuse({ errcode, message }: { readonly errcode: number; readonly message: string }): SandboxAnswer {
  return jsonAnswer(200, { errcode, errmsg: message })
}

/** A way of our own, no WeCom path: refused with a status, and in WeCom's shape. */
export function badRequest(message: string, status = 400): SandboxAnswer {
  return jsonAnswer(status, { errcode: 40058, errmsg: message })
}

export function redirect(location: string): SandboxAnswer {
  return { status: 302, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }, body: '' }
}

/** @returns null unless the text is a JSON object */
export function parseObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
