import { createHash } from 'node:crypto'
import { emptyAnswer, type Answer } from './answer'
import type { Caller } from './authorize'
import type { BucketSettings } from './bucket-settings'
import type { Objects, SandboxObject } from './objects'
import { OssRefusal } from './oss-refusal'
import { algorithm, forbidsOverwrite, objectKey } from './post-object'

export interface ObjectRequest {
  readonly method: string
  readonly key: string
  readonly caller: Caller
  readonly headers: Readonly<Record<string, string>>
  readonly parameters: ReadonlyMap<string, string>
  readonly body: Buffer
  readonly nowMs: number
}

/** GET, HEAD, PUT and DELETE of an object. @throws OssRefusal */
export function answerObject(request: ObjectRequest, objects: Objects, settings: BucketSettings): Answer {
  const { method, caller } = request
  const isRead = method === 'GET' || method === 'HEAD'
  const mayRead = caller === 'owner' || settings.acl !== 'private'
  const mayWrite = caller === 'owner' || settings.acl === 'public-read-write'
  if (!(isRead ? mayRead : mayWrite)) {
    throw new OssRefusal('AccessDenied', 'You have no right to access this object because of bucket acl.')
  }
  if (isRead) return read(request, objects, settings)
  if (method === 'PUT') return put(request, objects, settings)
  if (method !== 'DELETE') throw new OssRefusal('MethodNotAllowed', 'The specified method is not allowed.')
  objects.delete(request.key)
  return emptyAnswer(204)
}

function read({ key, parameters, headers }: ObjectRequest, objects: Objects, settings: BucketSettings): Answer {
  if (parameters.has('x-oss-process')) {
    throw new OssRefusal('NotImplemented', 'The sandbox processes no images.')
  }
  const object = objects.get(key)
  if (object === undefined) throw new OssRefusal('NoSuchKey', 'The specified key does not exist.')
  const { bytes } = object
  const about = aboutObject(object, settings)
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers['range'] ?? '')
  const first = Number(range?.[1] ?? 0)
  // As OSS does by default: a range that does not fit is answered with the whole object.
  if (range === null || first >= bytes.length) return { status: 200, headers: about, body: bytes }
  const last = Math.min(bytes.length - 1, range[2] === '' ? Infinity : Number(range[2]))
  const contentRange = `bytes ${first}-${last}/${bytes.length}`
  return { status: 206, headers: { ...about, 'content-range': contentRange }, body: bytes.subarray(first, last + 1) }
}

function put({ key, headers, body, nowMs }: ObjectRequest, objects: Objects, settings: BucketSettings): Answer {
  const expected = headers['content-md5']
  if (expected !== undefined && expected !== createHash('md5').update(body).digest('base64')) {
    throw new OssRefusal('InvalidDigest', 'The Content-MD5 you specified is not valid.')
  }
  const stored = objects.put(
    objectKey(key),
    {
      bytes: Buffer.from(body),
      contentType: headers['content-type'] ?? 'application/octet-stream',
      modifiedAtMs: nowMs,
      encryption: algorithm(headers['x-oss-server-side-encryption'] ?? null),
    },
    forbidsOverwrite(headers['x-oss-forbid-overwrite'], settings),
  )
  return emptyAnswer(200, { etag: `"${stored.md5}"` })
}

function aboutObject(object: SandboxObject, settings: BucketSettings): Record<string, string> {
  const encryption = object.encryption ?? settings.encryption
  return {
    'content-type': object.contentType,
    etag: `"${object.md5}"`,
    'last-modified': new Date(object.modifiedAtMs).toUTCString(),
    'accept-ranges': 'bytes',
    'x-oss-object-type': 'Normal',
    ...(encryption !== null && { 'x-oss-server-side-encryption': encryption }),
  }
}
