/**
 * An object's file: one block of a fixed length that says type and MD5, then the bytes. One file, so that a link or a
 * rename puts the whole object there at once.
 */
export const HEADER_BYTES = 128
const MARK = 'waiqin-object-1'

export interface ObjectHeader {
  readonly contentType: string
  /** Upper-case hex. */
  readonly md5: string
}

export function encodeHeader({ contentType, md5 }: ObjectHeader): Buffer {
  const text = `${MARK} ${md5} ${contentType}`
  if (text.length >= HEADER_BYTES) throw new RangeError('a content type that is too long')
  return Buffer.from(`${text.padEnd(HEADER_BYTES - 1)}\n`, 'latin1')
}

/** @throws Error when no finished object begins like this */
export function decodeHeader(block: Uint8Array): ObjectHeader {
  const [mark, md5 = '', contentType = '', ...rest] = Buffer.from(block).toString('latin1').trimEnd().split(' ')
  const isWhole = block.length === HEADER_BYTES && mark === MARK && /^[0-9A-F]{32}$/.test(md5) && contentType !== ''
  if (!isWhole || rest.length > 0) throw new Error('a file in the photo folder is no object of the store')
  return { contentType, md5 }
}
