import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Log } from '../../../ports/log'
import { openObject } from './object-files'
import { requireObjectKey } from './object-key'
import { sendError, sendReceived, type AnswerFacts } from './oss-answer'
import { noRightToAccess, OssError } from './oss-error'
import { checkPresignedRead } from './presigned-read'
import { receiveUpload, type UploadTarget } from './receive-upload'

/** What is still read of a refused request, so that its sender comes to read the refusal. */
const MOST_DRAINED_BYTES = 16 * 1024 * 1024

/** Before a sender tries again. */
const RETRY_SECONDS = 5

export interface PhotoListenerOptions extends UploadTarget {
  readonly log: Log
}

/**
 * The embedded store over HTTP, as a bucket of OSS: `POST /` takes PostObject V4 forms, `GET /key` and `HEAD /key`
 * presigned V4 reads. `request.url` is the path below where it is mounted. Errors are OSS's XML. What is not admitted is
 * refused unread.
 */
export function createPhotoListener(
  options: PhotoListenerOptions,
): (request: IncomingMessage, response: ServerResponse, refusal?: 'stopping' | 'too_many_requests' | null) => void {
  return (request, response, refusal = null) => {
    const facts = { requestId: requestId(options), bucket: options.bucket }
    response.setHeader('x-oss-request-id', facts.requestId)
    response.setHeader('x-content-type-options', 'nosniff')
    if (refusal !== null) {
      response.setHeader('retry-after', RETRY_SECONDS)
      response.setHeader('connection', 'close')
      return sendError(response, notNow(refusal), facts)
    }
    answer(request, response, options, facts).catch(async (error: unknown) => {
      await drain(request, response)
      refuse(response, error, options, facts)
    })
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: PhotoListenerOptions,
  facts: AnswerFacts,
): Promise<void> {
  const url = new URL(`http://store.invalid${request.url ?? '/'}`)
  const isBucket = url.pathname === '/'
  if (request.method === 'POST' && isBucket) {
    sendReceived(response, await receiveUpload(request, options), facts)
  } else if (request.method === 'GET' || request.method === 'HEAD') {
    if (isBucket) throw noRightToAccess()
    await sendObject(request, response, url, options)
  } else {
    response.setHeader('allow', isBucket ? 'POST' : 'GET, HEAD')
    throw new OssError('MethodNotAllowed', 'The specified method is not allowed against this resource.')
  }
}

/** OSS answers 503 to both. */
function notNow(refusal: 'stopping' | 'too_many_requests'): OssError {
  const why = refusal === 'stopping' ? 'The store is restarting' : 'Please reduce your request rate'
  return new OssError('ServiceUnavailable', `${why}, please retry later.`)
}

async function sendObject(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { folder, bucket, accessKey, clock }: PhotoListenerOptions,
): Promise<void> {
  const key = keyOf(url)
  checkPresignedRead({ bucket, key }, url.searchParams, request.headers, clock.nowMs(), accessKey)
  const object = await openObject(folder, requireObjectKey(key))
  if (object === null) throw new OssError('NoSuchKey', 'The specified key does not exist.')
  const { info } = object
  response.writeHead(200, {
    // As it was stored, never guessed; and if it were a page after all, it could do nothing.
    'content-type': info.contentType,
    'content-length': info.byteLength,
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cache-control': 'private, max-age=300',
    'referrer-policy': 'no-referrer',
    etag: `"${info.md5}"`,
    'last-modified': new Date(info.modifiedAtMs).toUTCString(),
  })
  if (request.method === 'HEAD') {
    await object.close()
    response.end()
  } else {
    await pipeline(object.stream(), response)
  }
}

function keyOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname.slice(1))
  } catch {
    throw new OssError('InvalidObjectName', 'The specified object is not valid.')
  }
}

function refuse(response: ServerResponse, error: unknown, { log }: PhotoListenerOptions, facts: AnswerFacts): void {
  if (error instanceof OssError) return sendError(response, error, facts)
  const { code } = error as NodeJS.ErrnoException
  // Whoever was reading a photo went away.
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') return
  log.error({ err: error, requestId: facts.requestId }, 'the embedded photo store failed')
  if (response.headersSent) return void response.destroy()
  const seen =
    code === 'ENOSPC'
      ? new OssError('ServiceUnavailable', 'The store is full, please retry later.')
      : new OssError('InternalError', 'We encountered an internal error. Please try again.')
  sendError(response, seen, facts)
}

/** Most clients read no answer before they have sent everything. Whoever sends much too much is cut off. */
function drain(request: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (request.readableEnded || request.destroyed) return resolve()
    let drained = 0
    request.unpipe()
    request.on('data', (chunk: Uint8Array) => {
      drained += chunk.length
      if (drained <= MOST_DRAINED_BYTES) return
      response.setHeader('connection', 'close')
      request.pause()
      resolve()
    })
    request.once('end', resolve)
    request.once('close', resolve)
    request.resume()
  })
}

/** Like OSS's: 24 upper-case hex digits. */
function requestId({ random }: PhotoListenerOptions): string {
  return Buffer.from(random.bytes(12)).toString('hex').toUpperCase()
}
