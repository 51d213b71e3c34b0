import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { OssRefusal } from './oss-refusal'

const builder = new XMLBuilder({ format: true, indentBy: '  ' })

/** @param document one root member; lists become repeated elements */
export function toXml(document: Readonly<Record<string, unknown>>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build(document))}`
}

/** @param lists names of elements that may come more than once @throws OssRefusal MalformedXML */
export function fromXml(body: Uint8Array, root: string, lists: readonly string[]): unknown {
  const text = Buffer.from(body).toString('utf8')
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) })
  const document: unknown = XMLValidator.validate(text) === true ? parser.parse(text) : null
  const found = (document as Record<string, unknown> | null)?.[root]
  if (found === undefined) throw new OssRefusal('MalformedXML', 'The XML you provided was not well-formed.')
  return found
}
