import { request } from 'node:http'
import { errorCode } from './ports/photo-store'

const BOUNDARY = 'waiqin-test-boundary'
export const MULTIPART_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** A part of a form as it is written; without `fileName` it is a field. */
export interface Part {
  readonly name: string | null
  readonly content: string | Uint8Array
  readonly fileName?: string
  readonly header?: string
}

/** The bytes of a form, part by part, however wrong its parts are. */
export function multipart(parts: readonly Part[]): Buffer {
  const encoded = parts.flatMap(({ name, content, fileName, header = '' }) => [
    `--${BOUNDARY}\r\n${header}content-disposition: form-data`,
    name === null ? '' : `; name="${name}"`,
    fileName === undefined ? '' : `; filename="${fileName}"\r\ncontent-type: application/octet-stream`,
    '\r\n\r\n',
    content,
    '\r\n',
  ])
  return Buffer.concat([...encoded, `--${BOUNDARY}--\r\n`].map((piece) => Buffer.from(piece as Uint8Array)))
}

export function fieldParts(fields: Readonly<Record<string, string>>): Part[] {
  return Object.entries(fields).map(([name, content]) => ({ name, content }))
}

export interface RawAnswer {
  readonly status: number
  readonly code: string | null
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** One request over a connection of its own, whatever its method, path and bytes. */
export function sendRaw(
  port: number,
  { method = 'POST', path = '/', type = MULTIPART_TYPE as string | null, body = Buffer.alloc(0) as Uint8Array } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { ...(type !== null && { 'content-type': type }), 'content-length': body.length }
    const sent = request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          code: errorCode(text),
          headers: response.headers,
          body: text,
        }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
