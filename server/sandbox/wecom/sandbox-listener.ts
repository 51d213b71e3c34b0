import type { IncomingMessage, ServerResponse } from 'node:http'
import { badRequest, jsonAnswer, type SandboxAnswer } from './answer'
import type { WecomSandbox } from './wecom-sandbox'

/** 1 000 recipients, or 200 check-in records, and a margin. */
const LARGEST_BODY_BYTES = 1_048_576
const LARGEST_OWN_BODY_BYTES = 4_096
/** Who waits longer than this for an answer that does not come is cut off, lest the server cannot close. */
const MOST_UNANSWERED_MS = 60_000

/** Serves a sandbox over HTTP; `request.url` is the path below where it is mounted. */
export function createSandboxListener(
  sandbox: Pick<WecomSandbox, 'handle'>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const send = (response: ServerResponse, { status, headers, body }: SandboxAnswer) => {
    response.writeHead(status, headers).end(body)
  }
  return (request, response) => {
    answer(sandbox, request).then(
      (given) => (given === null ? leaveUnanswered(response) : send(response, given)),
      // As WeCom says that it is busy; a request that broke off gets nothing anyway.
      () => send(response, jsonAnswer(500, { errcode: -1, errmsg: 'system busy' })),
    )
  }
}

async function answer(sandbox: Pick<WecomSandbox, 'handle'>, request: IncomingMessage): Promise<SandboxAnswer | null> {
  const url = new URL(request.url ?? '/', 'http://sandbox.invalid')
  const isWecom = url.pathname.startsWith('/cgi-bin/')
  const body = await readBody(request, isWecom ? LARGEST_BODY_BYTES : LARGEST_OWN_BODY_BYTES)
  if (body === null) return badRequest('body too large', 413)
  const method = request.method ?? 'GET'
  // Pages of elsewhere shall not press buttons here; other programs send no such header.
  if (method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site') return badRequest('cross-site', 403)
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  return sandbox.handle({ method, path: url.pathname, query: url.searchParams, body, address })
}

function leaveUnanswered(response: ServerResponse): void {
  const timer = setTimeout(() => response.destroy(), MOST_UNANSWERED_MS)
  response.once('close', () => clearTimeout(timer))
}

async function readBody(request: IncomingMessage, largestBytes: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= largestBytes) chunks.push(chunk)
  }
  return length <= largestBytes ? Buffer.concat(chunks).toString('utf8') : null
}
