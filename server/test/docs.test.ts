/** docs/api.md says by hand what the code says by itself: routes, error codes, finding codes. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ERRORS } from '#contract/error-codes'
import { FINDINGS } from '#contract/finding-codes'
import { PRESENCE_ERRORS } from '#contract/presence-proof'
import { SIGNATURE_HEADERS } from '#contract/signing'
import { apiRoutes } from '../src/wiring/routes'

const text = readFileSync(join(resolve('.'), 'docs/api.md'), 'utf8')

/** Routes are data: what their handlers would call is never called here. */
const platform = { config: { wecom: { corpId: '' } }, tokens: {}, database: {} }
const routes = apiRoutes(platform as never, { wecom: {}, metrics: {} } as never)

/** The cells of the table under a heading, or of the first table after a text. */
function rowsAfter(mark: string): string[][] {
  const start = text.indexOf(mark)
  if (start < 0) throw new Error(`docs/api.md has no "${mark}"`)
  const lines = text.slice(start).split('\n')
  const first = lines.findIndex((line) => line.startsWith('|'))
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'))
  return lines.slice(first + 2, end < 0 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  )
}

const firstCells = (mark: string, count: number) => rowsAfter(mark).map((cells) => cells.slice(0, count))
const quoted = (name: string) => `\`${name}\``

describe('docs/api.md', () => {
  it('lists every route once', () => {
    const written = firstCells('\n## Routes', 1).flat()
    expect([...written].sort()).toEqual(
      routes.map(({ method, path }) => quoted(`${method.toUpperCase()} ${path}`)).sort(),
    )
  })

  it('says of each route what it needs', () => {
    const written = new Map(rowsAfter('\n## Routes').map(([route, needs]) => [route, needs ?? '']))
    const wrong = routes.filter((route) => {
      const needs = written.get(quoted(`${route.method.toUpperCase()} ${route.path}`)) ?? ''
      const access = route.access === 'public' ? /^(–|signature)$/ : new RegExp(`^${route.access}\\b`)
      const isOwn = route.permission === null || route.permission === 'self.use'
      return (
        !access.test(needs) ||
        route.signed !== needs.includes('signature') ||
        (isOwn ? needs.includes('`') : !needs.includes(`(${quoted(route.permission ?? '')})`)) ||
        (route.errors ?? []).includes('FRESH_LOGIN_NEEDED') !== needs.includes('fresh login')
      )
    })
    expect(wrong.map(({ operationId }) => operationId)).toEqual([])
  })

  it('lists every error code with its status and action, in the order of the contract', () => {
    expect(firstCells('\n## Error codes', 3)).toEqual(
      Object.entries(ERRORS).map(([code, { status, action }]) => [quoted(code), String(status), action]),
    )
  })

  it('lists every finding code with its check and severity, in the order of the checks', () => {
    expect(firstCells('\n## Finding codes', 3)).toEqual(
      Object.entries(FINDINGS).map(([code, { check, severity }]) => [quoted(code), check, severity]),
    )
  })

  it('lists every error code of a presence gateway with its status', () => {
    expect(firstCells('Gateways answer errors as', 2)).toEqual(
      Object.entries(PRESENCE_ERRORS).map(([code, { status }]) => [quoted(code), String(status)]),
    )
  })

  it('names every signature header', () => {
    expect(Object.values(SIGNATURE_HEADERS).filter((header) => !text.includes(`\`${header}\``))).toEqual([])
  })

  it('gives every code a meaning', () => {
    const meanings = ['\n## Error codes', '\n## Finding codes'].flatMap(rowsAfter).map((cells) => cells[3] ?? '')
    expect(meanings.filter((meaning) => meaning.length < 5)).toEqual([])
  })
})
