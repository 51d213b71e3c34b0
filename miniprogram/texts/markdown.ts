/** The little Markdown that the privacy notice is written in, as blocks that a page can show. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Pure. What it does not know stays as the text it is: nothing of a notice may get lost. */
export function markdownBlocks(markdown: string): readonly Block[] {
  return markdown
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((part) => blocksOf(part.split('\n').filter((line) => line.trim() !== '')))
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const [first, ...rest] = lines
  if (first === undefined) return []
  const heading = /^(#{1,6})\s+(.*)$/.exec(first)
  if (heading !== null) {
    return [{ kind: 'heading', level: heading[1]?.length ?? 1, text: plain(heading[2] ?? '') }, ...blocksOf(rest)]
  }
  if (lines.every((line) => /^\s*([-*]|\d+\.)\s+/.test(line))) {
    return [{ kind: 'list', items: lines.map((line) => plain(line.replace(/^\s*([-*]|\d+\.)\s+/, ''))) }]
  }
  if (lines.length > 1 && lines.every((line) => line.trim().startsWith('|')) && /^[\s|:-]+$/.test(lines[1] ?? '')) {
    const [head = [], , ...rows] = lines.map(cellsOf)
    return [{ kind: 'table', head, rows }]
  }
  return [{ kind: 'paragraph', text: plain(lines.join('')) }]
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => plain(cell))
}

function plain(text: string): string {
  return text.trim().replace(/\*\*(.+?)\*\*/g, '$1')
}
