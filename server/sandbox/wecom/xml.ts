/** The little XML that callbacks are made of: elements, text, CDATA; no attributes, no document type, no entities of one's own. */
export interface XmlElement {
  readonly name: string
  readonly text: string
  readonly children: readonly XmlElement[]
}

const MOST_DEPTH = 16
const MOST_CHARACTERS = 200_000
const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)\s*(\/?)>|([^<]+)/y
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

interface Open {
  readonly name: string
  text: string
  readonly children: XmlElement[]
}

/** @throws Error when the text is no such XML */
export function parseXml(given: string): XmlElement {
  const text = given.replace(/^\uFEFF?\s*(<\?xml[^>]*\?>)?\s*/, '').trimEnd()
  if (text.length > MOST_CHARACTERS) throw new Error('XML too long')
  const root: Open = { name: '', text: '', children: [] }
  const open: Open[] = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (match === null) throw new Error(`not well-formed at ${at}`)
    take(match, open)
  }
  const [element] = root.children
  if (open.length !== 1 || element === undefined || root.children.length !== 1 || root.text.trim() !== '') {
    throw new Error('not one element')
  }
  return element
}

function take([, cdata, closing, name, empty, plain]: RegExpExecArray, open: Open[]): void {
  const top = open[open.length - 1] as Open
  if (cdata !== undefined) top.text += cdata
  else if (plain !== undefined) top.text += plain.replace(/&(#?\w+);/g, (_, entity: string) => entityText(entity))
  else if (closing === '/') {
    if (open.length === 1 || top.name !== name) throw new Error(`</${name}> closes nothing`)
    open.pop()
  } else {
    const element: Open = { name: name ?? '', text: '', children: [] }
    top.children.push(element)
    if (empty === '/') return
    open.push(element)
    if (open.length > MOST_DEPTH) throw new Error('XML too deep')
  }
}

function entityText(entity: string): string {
  const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(entity)
  if (code !== null) return String.fromCodePoint(code[1] === undefined ? Number(code[2]) : parseInt(code[1], 16))
  const text = ENTITIES[entity]
  if (text === undefined) throw new Error(`unknown entity ${entity}`)
  return text
}

/** The text of the first child of that name; empty when there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? ''
}

export type XmlContent = string | number | readonly (readonly [name: string, content: XmlContent])[]

/** `<name>…</name>`, strings in CDATA. */
export function writeXml(name: string, content: XmlContent): string {
  if (typeof content === 'number') return `<${name}>${content}</${name}>`
  if (typeof content === 'string')
    return `<${name}><![CDATA[${content.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
  return `<${name}>${content.map(([child, inner]) => writeXml(child, inner)).join('')}</${name}>`
}
