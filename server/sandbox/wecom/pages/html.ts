/** Text that is HTML already; everything else is escaped where it is put in. */
export interface Html {
  readonly html: string
}

type Part = string | number | Html | readonly Html[] | null

/** Puts parts into HTML: strings and numbers escaped, `Html` as it is, null as nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, string, index) => text + render(parts[index - 1] ?? '') + string) }
}

function render(part: NonNullable<Part>): string {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return 'html' in part ? part.html : part.map(({ html: text }) => text).join('')
}

export function joined(parts: readonly Html[]): Html {
  return { html: parts.map((part) => part.html).join('') }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}
