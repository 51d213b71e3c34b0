/** JSON over HTTP with a note of every exchange. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly sentBody: string | null
  readonly status: number
  readonly answeredText: string
  readonly tookMs: number
}

export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** The exact text sent. */
  readonly body?: string
}

/** An answer that was no success, with the code and texts of its envelope where it had one. */
export interface ApiProblem extends Error {
  readonly status: number
  readonly code: string | null
  readonly hint: string | null
}

/** @returns the answer's text, exactly as received. @throws ApiProblem on any status but 2xx */
export async function exchange(outgoing: Outgoing, onExchange: (exchange: Exchange) => void): Promise<string> {
  const { method, url, headers = {}, body } = outgoing
  const startedAt = performance.now()
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const answeredText = await response.text()
  const { pathname, search } = new URL(url)
  onExchange({
    method,
    path: pathname + search,
    sentBody: body ?? null,
    status: response.status,
    answeredText,
    tookMs: performance.now() - startedAt,
  })
  if (!response.ok) throw problemOf(response.status, answeredText)
  return answeredText
}

export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === 'ApiProblem'
}

function problemOf(status: number, text: string): ApiProblem {
  const envelope = parseEnvelope(text)
  const error = new Error(envelope.message ?? `HTTP ${status}`)
  error.name = 'ApiProblem'
  return Object.assign(error, { status, code: envelope.code ?? null, hint: envelope.hint ?? null })
}

function parseEnvelope(text: string): { code?: string; message?: string; hint?: string } {
  try {
    return (JSON.parse(text) as { code?: string } | null) ?? {}
  } catch {
    return {}
  }
}
