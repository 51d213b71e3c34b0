import type { IncomingMessage } from 'node:http'
import { koaBody } from 'koa-body'
import type { Context, Next } from 'koa'
import { AppError } from '../app-error'

export const BODY_LIMIT_BYTES = 64 * 1024

/** One character per byte and back: koa-body hands on text, and UTF-8 there would hide invalid bytes as U+FFFD. */
const LOSSLESS = 'binary'

const readAsText = koaBody({
  encoding: LOSSLESS,
  text: true,
  textTypes: ['application/json'],
  textLimit: BODY_LIMIT_BYTES,
  json: false,
  urlencoded: false,
  multipart: false,
})

/** @throws AppError MEDIA_TYPE_UNSUPPORTED unless the request says JSON in UTF-8, not compressed */
export function requireJson(context: Context): void {
  const charset = context.request.charset.toLowerCase()
  const isJson =
    context.is('application/json') !== false && (charset === '' || charset === 'utf-8' || charset === 'utf8')
  const isPlain = (context.get('content-encoding') || 'identity') === 'identity'
  if (!isJson || !isPlain) throw new AppError('MEDIA_TYPE_UNSUPPORTED')
}

/** Whether the request carries a body at all. */
export function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
}

/** The body of an unsigned JSON request by koa-body, as the bytes received. @throws AppError BODY_TOO_LARGE, JSON_INVALID */
export async function readJsonBytes(context: Context): Promise<Uint8Array> {
  let text = ''
  try {
    await readAsText(context, (async () => {
      text = typeof context.request.body === 'string' ? context.request.body : ''
    }) as Next)
  } catch (cause) {
    if ((cause as { status?: unknown }).status === 413) throw new AppError('BODY_TOO_LARGE', { cause })
    throw new AppError('JSON_INVALID', { internalText: 'the body could not be read', cause })
  }
  return Buffer.from(text, LOSSLESS)
}

/** The exact bytes of a signed request, read without any parser between. @throws AppError BODY_TOO_LARGE, JSON_INVALID */
export async function readRawBytes(request: IncomingMessage): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) throw new AppError('BODY_TOO_LARGE')
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const settle = (act: () => void) => {
      request.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken)
      act()
    }
    const onData = (chunk: Buffer) => {
      length += chunk.length
      if (length > BODY_LIMIT_BYTES) settle(() => reject(new AppError('BODY_TOO_LARGE')))
      else chunks.push(chunk)
    }
    const onEnd = () => settle(() => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    const onBroken = () =>
      settle(() => reject(new AppError('JSON_INVALID', { internalText: 'the client went away while sending' })))
    request.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken)
  })
}
