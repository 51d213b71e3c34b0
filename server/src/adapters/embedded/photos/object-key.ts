import { join } from 'node:path'
import { OssError } from './oss-error'

/** Fewer characters than OSS takes: these are the same file on every file system. No segment starts or ends with a dot. */
const SEGMENT = /^(?!\.)[A-Za-z0-9._-]{1,128}(?<!\.)$/
const LONGEST_KEY = 512

/** @throws OssError InvalidObjectName */
export function requireObjectKey(key: string): string {
  if (!isObjectKey(key)) throw new OssError('InvalidObjectName', 'The specified object is not valid.')
  return key
}

/** Where an object lies. @throws RangeError for a key that no caller of ours may make */
export function objectPath(folder: string, key: string): string {
  if (!isObjectKey(key)) throw new RangeError('not a key of the embedded photo store')
  return join(folder, ...key.split('/'))
}

function isObjectKey(key: string): boolean {
  return key.length <= LONGEST_KEY && key.split('/').every((segment) => SEGMENT.test(segment))
}
