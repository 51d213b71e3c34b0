import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '../../app-error'
import type { CallbackCodec, CallbackQuery } from '../../ports/callbacks'
import type { Log } from '../../ports/log'

export interface CallbackListenerOptions {
  readonly codec: Pick<CallbackCodec, 'openEcho'>
  /** @returns the encrypted answer; null: an empty one. @throws AppError CALLBACK_REFUSED */
  readonly receive: (query: CallbackQuery, body: string) => Promise<string | null>
  readonly log: Log
}

type Answer = readonly [status: number, type: string, text: string]

/** Below where it is mounted. */
const CALLBACK_PATH = '/callback'
const LARGEST_BODY_BYTES = 128 * 1_024
const XML = 'application/xml; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'
const NOTHING: Answer = [200, TEXT, '']

/**
 * The address that WeCom calls back: GET proves that we hold the key, POST brings an event. WeCom repeats a call that it
 * gets no 200 for.
 * @param refusal why the edge wants the request refused
 */
export function createCallbackListener({ codec, receive, log }: CallbackListenerOptions) {
  return (request: IncomingMessage, response: ServerResponse, refusal: string | null) => {
    void answer(request, refusal).then(([status, type, text]) => {
      if (response.destroyed) return
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
    })
  }

  async function answer(request: IncomingMessage, refusal: string | null): Promise<Answer> {
    if (refusal === 'stopping') return [503, TEXT, '']
    if (refusal !== null) return [429, TEXT, '']
    // Cut by hand: `new URL` throws over addresses like `//[`, which anybody may ask for.
    const [path, query = ''] = (request.url ?? '').split('?', 2)
    if (path !== CALLBACK_PATH) return [404, TEXT, '']
    const searchParams = new URLSearchParams(query)
    const read = (name: string) => searchParams.get(name) ?? ''
    const signed = { signature: read('msg_signature'), timestamp: read('timestamp'), nonce: read('nonce') }
    try {
      if (request.method === 'GET') return [200, TEXT, codec.openEcho(signed, read('echostr'))]
      if (request.method !== 'POST') return [405, TEXT, '']
      const body = await readBody(request)
      if (body === null) return [413, TEXT, '']
      const sealed = await receive(signed, body)
      return sealed === null ? NOTHING : [200, XML, sealed]
    } catch (error) {
      if (error instanceof AppError && error.code === 'CALLBACK_REFUSED') {
        log.warn({ reason: error.internalText }, 'a callback was refused')
        return [403, TEXT, '']
      }
      // It broke off: nobody waits for an answer.
      if (request.destroyed && !request.complete) return [400, TEXT, '']
      log.error({ err: error }, 'a callback could not be kept; WeCom repeats it')
      return [500, TEXT, '']
    }
  }
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
