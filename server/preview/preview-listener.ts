import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, resolve, sep } from 'node:path'
import { bundle } from './bundle'
import { createBuilder } from './builder'
import { PHONE_POLICY, phoneHtml } from './pages'
import type { PreviewWorld } from './settings'

export interface PreviewOptions {
  /** Absolute path of the mini-program. */
  readonly folder: string
  readonly world: () => Promise<PreviewWorld>
  /** Passes a request on to a presence gateway of the company. @returns null when there is none at this address */
  readonly askGateway: (
    url: string,
    body: Uint8Array,
  ) => Promise<{ readonly status: number; readonly body: string } | null>
}

interface Answer {
  readonly status?: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly policy?: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}
const LARGEST_BODY_BYTES = 4_096
const NOTHING = "default-src 'none'; frame-ancestors 'none'"

const REFUSALS: Readonly<Record<'stopping' | 'too_many_requests', Answer>> = {
  stopping: plain(503, '服务正在停止'),
  too_many_requests: plain(429, '出错的请求太多，过一分钟再来'),
}

/** Everything below `/preview/`: the phone's page, its build, its pictures, and the world around it. */
export function createPreviewListener(
  options: PreviewOptions,
): (request: IncomingMessage, response: ServerResponse, refusal: 'stopping' | 'too_many_requests' | null) => void {
  const builder = createBuilder(options.folder)
  const bundles = { phone: once(() => bundle('phone')), panel: once(() => bundle('panel')) }
  const script = (body: string): Answer => ({ type: 'text/javascript; charset=utf-8', body })
  const sheet = (body: string): Answer => ({ type: 'text/css; charset=utf-8', body })
  const ownSheet = async (name: string) => sheet(await readFile(new URL(`./browser/${name}`, import.meta.url), 'utf8'))

  const pages: Readonly<Record<string, () => Promise<Answer>>> = {
    '/phone': async () => ({
      type: 'text/html; charset=utf-8',
      body: phoneHtml((await builder.current()).problems),
      policy: PHONE_POLICY,
    }),
    '/app.js': async () => script((await builder.current()).script),
    '/app.css': async () => sheet((await builder.current()).css),
    '/phone.js': async () => script(await bundles.phone()),
    '/panel.js': async () => script(await bundles.panel()),
    '/phone.css': () => ownSheet('phone.css'),
    '/panel.css': () => ownSheet('panel.css'),
    '/world.json': async () => ({
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(await options.world()),
    }),
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const path = new URL(request.url ?? '/', 'http://preview.invalid').pathname
    if (path === '/gateway' && request.method === 'POST') return gatewayAnswer(request, options)
    if (request.method !== 'GET') return plain(405, '只能读取')
    if (path.startsWith('/assets/')) return picture(options.folder, decodeURIComponent(path.slice('/assets/'.length)))
    return (await pages[path]?.()) ?? plain(404, '预览里没有这一页')
  }

  return (request, response, refusal) => {
    const answered = refusal === null ? answer(request) : Promise.resolve(REFUSALS[refusal])
    answered
      .catch((error: unknown) => plain(500, error instanceof Error ? (error.stack ?? error.message) : String(error)))
      .then(({ status = 200, type, body, policy = NOTHING }) => {
        response.writeHead(status, {
          'content-type': type,
          'content-security-policy': policy,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-resource-policy': 'same-origin',
        })
        response.end(body)
      })
      .catch(() => response.destroy())
  }
}

async function picture(folder: string, name: string): Promise<Answer> {
  const type = TYPES[extname(name).toLowerCase()]
  const path = resolve(folder, name)
  if (type === undefined || !path.startsWith(folder + sep)) return plain(404, '没有这张图')
  try {
    return { type, body: await readFile(path) }
  } catch {
    return plain(404, '没有这张图')
  }
}

async function gatewayAnswer(request: IncomingMessage, { askGateway }: PreviewOptions): Promise<Answer> {
  const url = request.headers['x-gateway-url']
  const body = await readBody(request)
  const answered = body === null || typeof url !== 'string' ? null : await askGateway(url, body)
  if (answered === null) return plain(502, '没有这台签到鉴权服务器')
  return { status: answered.status, type: 'application/json; charset=utf-8', body: answered.body }
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= LARGEST_BODY_BYTES) chunks.push(chunk)
  }
  return length <= LARGEST_BODY_BYTES ? Buffer.concat(chunks) : null
}

function plain(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}
