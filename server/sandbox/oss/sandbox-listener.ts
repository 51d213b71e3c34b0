import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Answer } from './answer'
import type { FaultSwitch } from './faults'
import type { OssSandbox } from './oss-sandbox'

/** Far more than a photo's form. */
const MOST_BODY_BYTES = 24 * 1_048_576

/** The sandbox over HTTP, with its faults. Every host name is taken for the bucket's own domain. */
export function createOssSandboxListener(sandbox: OssSandbox): RequestListener {
  return (request, response) => {
    serve(sandbox, request, response).catch(() => response.destroy())
  }
}

async function serve(sandbox: OssSandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET'
  const fault = sandbox.faults.take(method)
  if (fault?.kind === 'reset') return void request.socket.destroy()
  const body = await readBody(request)
  if (body === null || fault?.kind === 'silent') return
  const prevented = fault === null ? null : answerInstead(fault)
  const answer = prevented ?? sandbox.answer({ method, url: request.url ?? '/', headers: headersOf(request), body })
  if (fault?.kind === 'answer-lost') return void request.socket.destroy()
  if (fault?.kind === 'slow') {
    const timer = setTimeout(() => send(response, answer, method), fault.delayMs ?? 1_000)
    response.once('close', () => clearTimeout(timer))
    return
  }
  send(response, answer, method)
}

function answerInstead({ kind }: FaultSwitch): Answer | null {
  const error = (status: number, code: string): Answer => ({
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>Please try again.</Message></Error>`,
  })
  if (kind === 'server-error') return error(500, 'InternalError')
  if (kind === 'unavailable') return error(503, 'ServiceUnavailable')
  if (kind !== 'broken-page') return null
  return { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><h1>502 Bad Gateway</h1>' }
}

function send(response: ServerResponse, { status, headers, body }: Answer, method: string): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(method === 'HEAD' ? undefined : body)
}

/** Null: it was too long, and its sender was cut off. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let byteLength = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    byteLength += chunk.length
    if (byteLength > MOST_BODY_BYTES) {
      request.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
