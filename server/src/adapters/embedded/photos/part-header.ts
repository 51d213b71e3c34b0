import { malformedForm } from './oss-error'

export interface PartHeader {
  readonly name: string
  /** What the part says of itself; `application/octet-stream` when it says nothing. */
  readonly contentType: string
  readonly isFile: boolean
}

/** The part named `file` is the file, and no other part may have a file's name. @throws OssError MalformedPOSTRequest */
export function readPartHeader(header: Readonly<Record<string, readonly string[] | undefined>>): PartHeader {
  const disposition = header['content-disposition']?.[0] ?? ''
  const name = parameterOf(disposition, 'name')
  if (!/^form-data\s*;/i.test(disposition) || name === null || name === '') {
    throw malformedForm('a part has no name')
  }
  const isFile = name === 'file'
  if (!isFile && /;\s*filename\*?\s*=/i.test(disposition)) {
    throw malformedForm('its only file must be the field named file')
  }
  return { name, isFile, contentType: header['content-type']?.[0] ?? 'application/octet-stream' }
}

/** The text between the form's parts. @throws OssError MalformedPOSTRequest */
export function readBoundary(contentType: string): string {
  const boundary = /^multipart\/form-data\s*;/i.test(contentType) ? parameterOf(contentType, 'boundary') : null
  if (boundary === null || boundary === '' || boundary.length > 70) {
    throw malformedForm('its Content-Type is another, or names no boundary')
  }
  return boundary
}

/** A parameter of a header's value, quoted or not; names with quotes or backslashes are none of OSS's. */
function parameterOf(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"\\\\]*)"|([^\\s;"]+))`, 'i').exec(value)
  return found === null ? null : (found[1] ?? found[2] ?? null)
}
