import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { TEXTS } from './texts'

export interface ConsolePageOptions {
  /** Scheme, host and port under which browsers reach us; cookies and WeCom's way back are good there alone. */
  readonly ownOrigin: () => string
  /** Whose frame shows the code to scan; null: there is none, and the page sends people to WeCom's log-in. */
  readonly panelOrigin: string | null
  /** What stands beside the log-in, as HTML, and its style sheet. */
  readonly figure: { readonly html: string; readonly sheet: string }
}

/** One answer of the console's: a page as http/page.ts serves it. */
export interface ConsolePage {
  readonly path: string
  readonly quiet?: boolean
  readonly answer: () => Promise<{
    readonly type: string
    readonly body: string
    readonly contentSecurityPolicy?: string
  }>
}

const SCRIPT = new URL('./browser/console.ts', import.meta.url)
const SHEET = new URL('./browser/console.css', import.meta.url)

/** `GET /console` with its script, which is bundled at the first request, and its style sheet. */
export function consolePages(options: ConsolePageOptions): ConsolePage[] {
  let script: Promise<string> | null = null
  return [
    {
      path: '/console',
      answer: async () => ({
        type: 'text/html; charset=utf-8',
        body: consoleHtml(options),
        contentSecurityPolicy: consolePolicy(options.panelOrigin),
      }),
    },
    {
      path: '/console/console.js',
      quiet: true,
      answer: async () => ({ type: 'text/javascript; charset=utf-8', body: await (script ??= bundle()) }),
    },
    {
      path: '/console/console.css',
      quiet: true,
      answer: async () => ({ type: 'text/css; charset=utf-8', body: await readFile(SHEET, 'utf8') }),
    },
  ]
}

/** Our own files, and the frame that WeCom shows its code in. */
export function consolePolicy(panelOrigin: string | null): string {
  return (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    `frame-src ${panelOrigin ?? "'none'"}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  )
}

function consoleHtml({ ownOrigin, panelOrigin, figure }: ConsolePageOptions): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${TEXTS.title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${figure.sheet}">
    <link rel="stylesheet" href="/console/console.css">
  </head>
  <body data-origin="${new URL(ownOrigin()).origin}" data-scans="${panelOrigin !== null}">
    <div class="split">
      <div class="side">
        <header class="brand">${LOGO}<span>${TEXTS.brand}</span><span class="place">${TEXTS.console}</span></header>
        <main id="console" aria-live="polite"><p class="secondary">${TEXTS.loading}</p></main>
        <noscript><p>${TEXTS.needsScript}</p></noscript>
        <footer class="meta">${TEXTS.foot}</footer>
      </div>
      <div class="picture">${figure.html}</div>
    </div>
    <script type="module" src="/console/console.js"></script>
  </body>
</html>
`
}

const LOGO =
  '<svg width="32" height="32" viewBox="0 0 24 24" aria-hidden="true"><rect class="logo" width="24" height="24" rx="6"/>' +
  '<circle cx="12" cy="12" r="7.2" fill="none" stroke="#fff" stroke-width="1.7" stroke-dasharray="3.2 2"/>' +
  '<circle cx="12" cy="12" r="2.4" fill="#fff"/></svg>'

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(SCRIPT)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    treeShaking: true,
    legalComments: 'none',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
