import { badForm } from './oss-refusal'

export interface PostForm {
  readonly fields: ReadonlyMap<string, string>
  readonly file: Buffer
  /** What the file's part says of itself. */
  readonly fileType: string
}

const LONGEST_FIELD = 8_192

/** A form that was read whole: fields, then the part named `file` as the last one. @throws OssRefusal */
export function parseForm(contentType: string, body: Buffer): PostForm {
  const boundary = /^multipart\/form-data\s*;.*?boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) throw badForm('it is no multipart/form-data')
  const fields = new Map<string, string>()
  let file: { readonly bytes: Buffer; readonly type: string } | null = null
  for (const part of splitParts(body, `--${boundary}`)) {
    if (file !== null) throw badForm('the file must be its last field')
    const { name, type, bytes } = readPart(part)
    if (name === 'file') {
      file = { bytes, type }
    } else {
      if (fields.has(name)) throw badForm(`field ${name} comes twice`)
      if (bytes.length > LONGEST_FIELD) throw badForm(`field ${name} is too long`)
      fields.set(name, bytes.toString('utf8'))
    }
  }
  if (file === null) throw badForm('it has no file')
  return { fields, file: file.bytes, fileType: file.type }
}

function splitParts(body: Buffer, mark: string): Buffer[] {
  const parts: Buffer[] = []
  let at = body.indexOf(mark)
  if (at !== 0) throw badForm('it does not begin with its boundary')
  for (;;) {
    const from = at + mark.length
    if (body.subarray(from, from + 2).toString('latin1') === '--') return parts
    const next = body.indexOf(`\r\n${mark}`, from)
    if (next < 0) throw badForm('it breaks off')
    parts.push(body.subarray(from + 2, next))
    at = next + 2
  }
}

function readPart(part: Buffer): { readonly name: string; readonly type: string; readonly bytes: Buffer } {
  const end = part.indexOf('\r\n\r\n')
  if (end < 0) throw badForm('a part has no header')
  const header = part.subarray(0, end).toString('utf8')
  const name = /^content-disposition:\s*form-data;.*?\bname="([^"]*)"/im.exec(header)?.[1]
  if (name === undefined || name === '') throw badForm('a part has no name')
  const type = /^content-type:\s*(\S+)/im.exec(header)?.[1] ?? 'application/octet-stream'
  return { name, type, bytes: part.subarray(end + 4) }
}
