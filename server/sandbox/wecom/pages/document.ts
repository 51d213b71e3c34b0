import type { SandboxAnswer } from '../answer'
import { html, type Html } from './html'

export interface DocumentOptions {
  readonly title: string
  /** To the `assets/` folder, from the page's address: the sandbox does not know where it is mounted. */
  readonly assets: string
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  readonly body: Html
  readonly status?: number
  /** Who may frame the page, as CSP writes it. */
  readonly frameAncestors?: string
}

/** A page with nothing inline and nothing from elsewhere. */
export function pageAnswer(options: DocumentOptions): SandboxAnswer {
  const { title, assets, styles, scripts, body, status = 200, frameAncestors = "'none'" } = options
  const text = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styles.map((name) => html`<link rel="stylesheet" href="${assets}${name}" />`)}
        ${scripts.map((name) => html`<script type="module" src="${assets}${name}"></script>`)}
      </head>
      ${body}
    </html> `
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        `base-uri 'none'; form-action 'none'; frame-ancestors ${frameAncestors}`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: text.html,
  }
}
