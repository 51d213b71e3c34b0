import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
// The package's Busboy passes over parts that it cannot name, and can stall on one; here such a part is refused.
import { Dicer } from '@fastify/busboy'
import { malformedForm, type OssError } from './oss-error'
import { readBoundary, readPartHeader } from './part-header'

/**
 * OSS takes field names of 8 KB and 8 MB of fields; a photo's ticket has nine fields and less than 3 KB, and what is
 * read before a signature could be checked should be little.
 */
const MOST_PARTS = 40
const MOST_FIELD_BYTES = 16_384
/** Also of what stands before the first part and between them. */
const MOST_BYTES_BEFORE_FILE = 524_288
const HEADER_LIMITS = { maxHeaderSize: 8_192, maxHeaderPairs: 20 }

export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>
  /** What the file's part says of itself. */
  readonly filePartType: string
  /** Throws MalformedPOSTRequest when the form breaks off or is damaged. */
  readonly file: AsyncIterable<Uint8Array>
  /** Resolves when the file was the last part of a whole form. */
  readonly ended: Promise<void>
}

interface FilePart {
  readonly part: Readable
  readonly contentType: string
}

/**
 * Reads a PostObject form as far as the beginning of its file.
 * @throws OssError MalformedPOSTRequest, also when the client goes away
 */
export async function openUploadForm(request: IncomingMessage): Promise<UploadForm> {
  const boundary = readBoundary(request.headers['content-type'] ?? '')
  const parser = new Dicer({ boundary, ...HEADER_LIMITS })
  const pending = new Map<string, Promise<string>>()
  const begun = deferred<FilePart>()
  const ended = deferred<void>()
  let filePart: FilePart | null = null
  let partCount = 0
  let freeFieldBytes = MOST_FIELD_BYTES
  let bytesBeforeFile = 0

  const fail = (error: OssError) => {
    request.unpipe(parser)
    begun.reject(error)
    ended.reject(error)
    filePart?.part.destroy(error)
  }
  const readHeader = (part: Readable, header: object) => {
    const { name, contentType, isFile } = readPartHeader(header as Record<string, string[]>)
    if (pending.has(name)) throw malformedForm('a field comes twice')
    if (isFile) {
      filePart = { part, contentType }
      begun.resolve(filePart)
    } else {
      const value = readText(part, (bytes) => (freeFieldBytes -= bytes) >= 0)
      value.catch(fail)
      pending.set(name, value)
    }
  }
  parser.on('part', (part) => {
    part.on('error', () => fail(malformedForm('it breaks off')))
    if (filePart !== null) return fail(malformedForm('the file must be its last field'))
    if (++partCount > MOST_PARTS) return fail(malformedForm('it has too many fields'))
    part.on('header', (header) => {
      try {
        readHeader(part, header)
      } catch (error) {
        fail(error as OssError)
      }
    })
  })
  parser.on('error', () => fail(malformedForm('it breaks off or is damaged')))
  parser.on('finish', () => (filePart === null ? fail(malformedForm('it has no file')) : ended.resolve()))
  request.on('data', (chunk: Uint8Array) => {
    if (filePart !== null) return
    bytesBeforeFile += chunk.length
    if (bytesBeforeFile > MOST_BYTES_BEFORE_FILE) fail(malformedForm('its file does not begin'))
  })
  request.on('error', () => fail(malformedForm('it breaks off')))
  request.on('close', () => {
    if (!request.complete) fail(malformedForm('it breaks off'))
  })
  request.pipe(parser)

  const { part, contentType } = await begun.promise
  const fields = new Map<string, string>()
  for (const [name, value] of pending) fields.set(name, await value)
  return { fields, filePartType: contentType, file: bytesOf(part), ended: ended.promise }
}

/** @param take false: there is no room for so many bytes more */
async function readText(part: Readable, take: (bytes: number) => boolean): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of part as AsyncIterable<Uint8Array>) {
    if (!take(chunk.length)) throw malformedForm('its fields are too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The parser's own error may come before ours. */
async function* bytesOf(part: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* part as AsyncIterable<Uint8Array>
  } catch {
    throw malformedForm('it breaks off')
  }
}

function deferred<Value>() {
  let resolve!: (value: Value) => void
  let reject!: (error: Error) => void
  const promise = new Promise<Value>((resolvePromise, rejectPromise) => {
    resolve = resolvePromise
    reject = rejectPromise
  })
  // Nobody may have come to wait for it yet.
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
