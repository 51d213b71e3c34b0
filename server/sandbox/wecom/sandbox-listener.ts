import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SandboxAnswer, WecomSandbox } from './wecom-sandbox'

const LARGEST_BODY_BYTES = 4_096

/** Serves a sandbox over HTTP; `request.url` is the path below where it is mounted. */
export function createSandboxListener(
  sandbox: WecomSandbox,
): (request: IncomingMessage, response: ServerResponse) => void {
  const send = (response: ServerResponse, { status, json }: SandboxAnswer) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(json))
  }
  return (request, response) => {
    answer(sandbox, request).then(
      (given) => send(response, given),
      // As WeCom says that it is busy; a request that broke off gets nothing anyway.
      () => send(response, { status: 500, json: { errcode: -1, errmsg: 'system busy' } }),
    )
  }
}

async function answer(sandbox: WecomSandbox, request: IncomingMessage): Promise<SandboxAnswer> {
  const url = new URL(request.url ?? '/', 'http://sandbox.invalid')
  const body = await readBody(request)
  if (body === null) return { status: 413, json: { errcode: 40035, errmsg: 'body too large' } }
  return sandbox.handle({ method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body })
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= LARGEST_BODY_BYTES) chunks.push(chunk)
  }
  return length <= LARGEST_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : null
}
