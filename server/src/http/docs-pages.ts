import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AppError } from '../app-error'
import type { Page, PageAnswer } from './page'

const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}
const DAY_SECONDS = 86_400

/** Swagger UI writes style attributes and draws its icons from data addresses; scripts stay in files. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const HTML = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>外勤签到 API</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const SCRIPT = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'list', validatorUrl: null })
`

/** `/api/docs`: Swagger UI from our own disk, so that it opens on closed networks. */
export function docsPages(): Page[] {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const files = new Map<string, Promise<PageAnswer>>()
  const file = async (name: string, type: string): Promise<PageAnswer> => ({
    type,
    body: await readFile(join(folder, name)),
    cacheSeconds: DAY_SECONDS,
  })
  return [
    {
      path: '/api/docs',
      answer: () => ({ type: 'text/html; charset=utf-8', body: HTML, contentSecurityPolicy: POLICY }),
    },
    { path: '/api/docs/start.js', answer: () => ({ type: 'text/javascript; charset=utf-8', body: SCRIPT }) },
    {
      path: '/api/docs/:file',
      quiet: true,
      answer: ({ params }) => {
        const name = params['file'] ?? ''
        const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined
        if (type === undefined) throw new AppError('ROUTE_UNKNOWN')
        const known = files.get(name) ?? file(name, type)
        files.set(name, known)
        return known
      },
    },
  ]
}
