import { html, joined, type Html } from './html'

const LINK = /<a\s[^>]*?href\s*=\s*(["'])(https?:\/\/[^"'\s<>]+)\1[^>]*>([\s\S]*?)<\/a>/gi
const STYLED = /<div\s+class\s*=\s*(["'])(gray|normal|highlight)\1\s*>([\s\S]*?)<\/div>|<br\s*\/?>/gi

/** The text of a text message: `<a href>` and line ends count, everything else is shown as it is. */
export function textWithLinks(text: string): Html {
  return replaced(text, LINK, ([, , url = '', label = '']) => outerLink(url, html`${label}`))
}

/** The description of a textcard: three styles and line breaks. */
export function styledText(text: string): Html {
  return replaced(text, STYLED, ([, , style, content = '']) =>
    style === undefined ? html`<br />` : html`<span class="${style}">${styledText(content)}</span>`,
  )
}

export function outerLink(url: string, content: Html, className = ''): Html {
  return html`<a class="${className}" href="${url}" target="_blank" rel="noopener noreferrer">${content}</a>`
}

function replaced(text: string, pattern: RegExp, render: (match: RegExpMatchArray) => Html): Html {
  const parts: Html[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    parts.push(html`${text.slice(end, match.index)}`, render(match))
    end = match.index + match[0].length
  }
  return joined([...parts, html`${text.slice(end)}`])
}
