import { formatProblem, type Problem } from './compile/problem'

/** Nothing inline and nothing from elsewhere; pictures that the page makes itself are `blob:` and `data:`. */
export const PHONE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

export const PANEL_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A phone's page; where the mini-program does not compile, what is wrong with it. */
export function phoneHtml(problems: readonly Problem[]): string {
  const body =
    problems.length === 0
      ? '<div id="phone"></div><script src="/preview/app.js"></script><script type="module" src="/preview/phone.js"></script>'
      : `<section class="problems"><h1>小程序编译不过，有 ${problems.length} 处要改</h1><ol>${problems
          .map((problem) => `<li><code>${escape(formatProblem(problem, 'miniprogram/'))}</code></li>`)
          .join('')}</ol></section>`
  return document('手机', ['/preview/phone.css', '/preview/app.css'], body)
}

/** `/preview`: one or two phones beside what surrounds them. */
export function panelHtml(): string {
  const body = '<div id="preview"></div><script type="module" src="/preview/panel.js"></script>'
  return document('小程序预览', ['/preview/panel.css'], body)
}

function document(title: string, sheets: readonly string[], body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <title>${title} · 外勤签到</title>
    <link rel="icon" href="data:,">
    ${sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n    ')}
  </head>
  <body>
    ${body}
  </body>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
