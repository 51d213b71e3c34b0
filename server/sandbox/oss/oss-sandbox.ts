import type { Random } from '../../src/ports/system'
import type { SandboxKey } from './access-keys'
import { emptyAnswer, xmlAnswer, type Answer } from './answer'
import { authorize } from './authorize'
import { NEW_BUCKET, readSetting, writeSetting, type BucketSettings } from './bucket-settings'
import { corsHeaders } from './cors'
import { createFaults, type Faults } from './faults'
import { answerObject } from './object-requests'
import { createObjects, type Objects } from './objects'
import { OssRefusal } from './oss-refusal'
import { postObject } from './post-object'
import { toXml } from './xml'

export interface OssSandboxOptions {
  readonly bucket: string
  /** Without `oss-`. */
  readonly region: string
  readonly keys: readonly SandboxKey[]
  /** OSS's own clock; a wrong one is what makes `RequestTimeTooSkewed`. */
  readonly clock: { nowMs(): number }
  readonly random: Random
  readonly settings?: Partial<BucketSettings>
  /** Of all objects together; default 64 MiB. */
  readonly mostBytes?: number
}

export interface SandboxRequest {
  readonly method: string
  /** Path and query as they came. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface OssSandbox {
  answer(request: SandboxRequest): Answer
  readonly objects: Objects
  /** May be changed at any time, as in OSS's console. */
  readonly settings: BucketSettings
  /** May be changed at any time: keys end, and are made. */
  keys: readonly SandboxKey[]
  readonly faults: Faults
}

const MEBIBYTE = 1_048_576

/**
 * One bucket of OSS in memory, at its own domain, which judges every request as OSS does and by nothing that the product
 * uses. For development and tests alone: whoever knows its keys may do anything.
 */
export function createOssSandbox(options: OssSandboxOptions): OssSandbox {
  const { bucket, region, clock, random } = options
  const objects = createObjects(options.mostBytes ?? 64 * MEBIBYTE)
  const settings: BucketSettings = { ...NEW_BUCKET, ...options.settings }

  const answer = (request: SandboxRequest): Answer => {
    const requestId = Buffer.from(random.bytes(12)).toString('hex').toUpperCase()
    const facts = { 'x-oss-request-id': requestId, date: new Date(clock.nowMs()).toUTCString(), server: 'AliyunOSS' }
    const { origin } = request.headers
    const cors = origin === undefined ? null : corsHeaders(settings.cors, origin, request.method)
    const done = judged(request, requestId)
    return { ...done, headers: { ...done.headers, ...facts, ...cors } }
  }

  function judged(request: SandboxRequest, requestId: string): Answer {
    try {
      return request.method === 'OPTIONS' ? preflight(request, settings) : act(request)
    } catch (error) {
      if (!(error instanceof OssRefusal)) throw error
      const { status, code, message } = error
      const document = { Code: code, Message: message, RequestId: requestId, HostId: request.headers['host'] ?? '' }
      if (request.method !== 'HEAD') return xmlAnswer(status, toXml({ Error: document }))
      return emptyAnswer(status, { 'x-oss-err': Buffer.from(toXml({ Error: document })).toString('base64') })
    }
  }

  function act({ method, url, headers, body }: SandboxRequest): Answer {
    const { pathname, searchParams } = new URL(url, 'http://sandbox.invalid')
    const key = decodeURIComponent(pathname.slice(1))
    const query = [...searchParams]
    const nowMs = clock.nowMs()
    const ring = { keys: sandbox.keys, region, nowMs }
    if (key === '' && method === 'POST' && query.length === 0) {
      const posted = postObject(
        { contentType: headers['content-type'] ?? '', body },
        { bucket, objects, settings },
        ring,
      )
      return postedAnswer(posted, bucket)
    }
    const caller = authorize({ method, bucket, key, query, headers }, ring)
    const parameters = new Map(query)
    if (key !== '') return answerObject({ method, key, caller, headers, parameters, body, nowMs }, objects, settings)
    if (caller === 'anonymous') throw new OssRefusal('AccessDenied', 'You have no right to access this bucket.')
    const subresource = query.find(([name]) => !name.startsWith('x-oss-'))?.[0] ?? ''
    if (method === 'GET') return xmlAnswer(200, readSetting(subresource, settings, { bucket, region }))
    if (method !== 'PUT') throw new OssRefusal('MethodNotAllowed', 'The specified method is not allowed.')
    writeSetting(subresource, body, settings)
    return emptyAnswer(200)
  }

  const sandbox: OssSandbox = { answer, objects, settings, keys: options.keys, faults: createFaults() }
  return sandbox
}

function postedAnswer({ key, object, status }: ReturnType<typeof postObject>, bucket: string): Answer {
  const ETag = `"${object.md5}"`
  if (status !== 201) return emptyAnswer(status, { etag: ETag })
  const answer = xmlAnswer(201, toXml({ PostResponse: { Bucket: bucket, Key: key, ETag } }))
  return { ...answer, headers: { ...answer.headers, etag: ETag } }
}

function preflight({ headers }: SandboxRequest, settings: BucketSettings): Answer {
  const asked = (headers['access-control-request-headers'] ?? '').split(',').flatMap((name) => name.trim() || [])
  const method = headers['access-control-request-method'] ?? ''
  const allowed = corsHeaders(settings.cors, headers['origin'] ?? '', method, asked)
  if (allowed === null) throw new OssRefusal('AccessForbidden', 'CORSResponse: This CORS request is not allowed.')
  return emptyAnswer(200, allowed)
}
