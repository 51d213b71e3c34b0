import type { ServerResponse } from 'node:http'
import type { OssError } from './oss-error'
import type { ReceivedUpload } from './receive-upload'

/** What every answer carries. */
export interface AnswerFacts {
  readonly requestId: string
  readonly bucket: string
}

/** OSS's error document with OSS's status. */
export function sendError(response: ServerResponse, error: OssError, { requestId, bucket }: AnswerFacts): void {
  sendXml(response, error.status, 'Error', {
    Code: error.code,
    Message: error.message,
    RequestId: requestId,
    HostId: bucket,
  })
}

/** As `success_action_status` asked: 200 and 204 have no body. */
export function sendReceived(response: ServerResponse, received: ReceivedUpload, { bucket }: AnswerFacts): void {
  const { key, md5, successStatus } = received
  const etag = `"${md5}"`
  response.setHeader('etag', etag)
  if (successStatus !== 201) return void response.writeHead(successStatus, { 'content-length': 0 }).end()
  sendXml(response, 201, 'PostResponse', { Bucket: bucket, Key: key, ETag: etag })
}

function sendXml(response: ServerResponse, status: number, root: string, members: Record<string, string>): void {
  const lines = Object.entries(members).map(([name, text]) => `  <${name}>${escapeXml(text)}</${name}>`)
  const body = ['<?xml version="1.0" encoding="UTF-8"?>', `<${root}>`, ...lines, `</${root}>`, ''].join('\n')
  response.writeHead(status, {
    'content-type': 'application/xml; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}

/** Control characters, which XML cannot carry, become question marks. */
function escapeXml(text: string): string {
  return text.replace(/[^\t\n\r\x20-\uFFFD]/gu, '?').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
