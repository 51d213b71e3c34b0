import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { PRESENCE_ERRORS, PRESENCE_PATH, type GatewayHealth, type PresenceErrorCode } from '#contract/presence-proof'
import type { Log } from '../ports/log'
import type { PresenceAnswer } from './answer-presence'

const MAX_BODY_BYTES = 4_096
const HEALTH_PATH = '/healthz'

export interface PresenceServerParts {
  readonly isClientNetwork: (address: string | undefined) => boolean
  readonly requestsPerMinute: number
  readonly health: () => GatewayHealth
  readonly answer: (body: Uint8Array) => Promise<PresenceAnswer>
  readonly log: Log
  /** PEM texts; null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null
}

/**
 * The gateway's two routes on plain `node:http(s)`. Only the socket's address tells where a client is: forwarded headers
 * are not read, and a proxy in front would make every client look local.
 */
export function createPresenceServer(parts: PresenceServerParts): Server {
  const limiter = new RateLimiterMemory({ points: parts.requestsPerMinute, duration: 60 })
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response, parts, limiter).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return
      parts.log.error({ err: error }, 'presence request failed')
      refuse(response, 'INTERNAL')
    })
  }
  const limits = { requestTimeout: 5_000, headersTimeout: 5_000, maxHeaderSize: 8_192 }
  const server =
    parts.tls === null ? createHttpServer(limits, listener) : createHttpsServer({ ...limits, ...parts.tls }, listener)
  server.maxConnections = 1_000
  return server
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  parts: PresenceServerParts,
  limiter: RateLimiterMemory,
): Promise<void> {
  const address = request.socket.remoteAddress
  const path = (request.url ?? '').split('?')[0]
  const allowedMethod = path === PRESENCE_PATH ? 'POST' : path === HEALTH_PATH ? 'GET' : null
  const waitSeconds = await secondsToWait(limiter, address ?? '')
  if (waitSeconds > 0) return refuse(response, 'TOO_MANY_REQUESTS', { 'retry-after': String(waitSeconds) })
  if (allowedMethod === null) return refuse(response, 'ROUTE_UNKNOWN')
  if (request.method !== allowedMethod) return refuse(response, 'METHOD_NOT_ALLOWED', { allow: allowedMethod })
  if (path === HEALTH_PATH) return send(response, 200, parts.health())

  if (!parts.isClientNetwork(address)) return refuse(response, 'NETWORK_NOT_ALLOWED')
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return refuse(response, 'MEDIA_TYPE_UNSUPPORTED')
  }
  const body = await readBody(request)
  if (body === null) return refuse(response, 'BODY_TOO_LARGE', { connection: 'close' })
  const answer = await parts.answer(body)
  return 'reply' in answer ? send(response, 200, answer.reply) : refuse(response, answer.refusal)
}

/** 0 when the request may go on. */
async function secondsToWait(limiter: RateLimiterMemory, address: string): Promise<number> {
  try {
    await limiter.consume(address)
    return 0
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    return Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
  }
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuse(response: ServerResponse, code: PresenceErrorCode, headers: Record<string, string> = {}): void {
  const { status, message, hint } = PRESENCE_ERRORS[code]
  send(response, status, { code, message, hint }, headers)
}

function send(response: ServerResponse, status: number, json: unknown, headers: Record<string, string> = {}): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(JSON.stringify(json))
}
