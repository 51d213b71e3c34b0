import postcss, { CssSyntaxError, type AtRule, type Root, type Rule } from 'postcss'
import { browserLengths } from '../lengths'
import { positionAt, type Report } from './problem'
import { forbiddenInComponent, rewriteSelector, type SheetOwner } from './selectors'
import { isPackaged, resolvePath, type Sources } from './sources'
import type { Unit } from './units'

export interface Styles {
  /** One sheet: the app's, then every component's and page's, each after those that it uses. */
  readonly css: string
  /** Components whose classes carry a prefix. */
  readonly scopes: Readonly<Record<string, string>>
}

/** Compiles WXSS into one sheet for the browser. */
export function compileStyles(units: readonly Unit[], sources: Sources, report: Report): Styles {
  const scopes: Record<string, string> = {}
  const sheets = sources.exists('app.wxss') ? [compileSheet('app.wxss', { kind: 'app' }, sources, report)] : []
  for (const unit of units) {
    const owner = ownerOf(unit, Object.keys(scopes).length)
    if (owner.kind === 'component' && owner.scope !== null) scopes[unit.path] = owner.scope
    const file = `${unit.path}.wxss`
    if (sources.exists(file)) sheets.push(compileSheet(file, owner, sources, report))
  }
  return { css: sheets.join('\n'), scopes }
}

function ownerOf({ path, isPage, configuration }: Unit, count: number): SheetOwner {
  const { styleIsolation = isPage ? 'shared' : 'isolated' } = configuration
  const isShared = styleIsolation === 'shared' || styleIsolation === 'page-shared'
  if (!isShared) return { kind: 'component', scope: `s${count.toString(36)}` }
  return isPage ? { kind: 'page', path } : { kind: 'component', scope: null }
}

function compileSheet(file: string, owner: SheetOwner, sources: Sources, report: Report): string {
  const sheet = inlineImports(file, [], sources, report)
  const isOurs = !isPackaged(file)
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return
    const place = placeOf(rule, file, sources)
    const forbidden = isOurs && owner.kind === 'component' ? forbiddenInComponent(rule.selector) : null
    if (forbidden !== null) report({ ...place, message: `a component's styles may have no ${forbidden}` })
    try {
      rule.selector = rewriteSelector(rule.selector, owner)
    } catch (error) {
      report({ ...place, message: error instanceof Error ? error.message : String(error) })
    }
  })
  sheet.walkDecls((declaration) => {
    declaration.value = browserLengths(declaration.value)
  })
  sheet.walkAtRules((rule) => {
    rule.params = browserLengths(rule.params)
  })
  return sheet.toString()
}

function inlineImports(file: string, above: readonly string[], sources: Sources, report: Report): Root {
  const sheet = parseSheet(file, sources, report)
  sheet.walkAtRules('import', (rule) => {
    const path = resolvePath(file, importedPath(rule))
    if (!sources.exists(path)) {
      report({ ...placeOf(rule, file, sources), message: `@import: ${path} is missing` })
      rule.remove()
    } else if ([...above, file].includes(path)) {
      rule.remove()
    } else {
      rule.replaceWith(inlineImports(path, [...above, file], sources, report).nodes)
    }
  })
  return sheet
}

function parseSheet(file: string, sources: Sources, report: Report): Root {
  try {
    return postcss.parse(sources.read(file), { from: file })
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    report({ file, line: error.line ?? 0, column: error.column ?? 0, message: error.reason })
    return postcss.root()
  }
}

function importedPath({ params }: AtRule): string {
  return params
    .replace(/^url\(|\)$/g, '')
    .replace(/['"]/g, '')
    .trim()
}

function placeOf(node: AtRule | Rule, file: string, sources: Sources) {
  const { source } = node
  const own = source?.input.from === undefined ? file : (source.input.id ?? source.input.from)
  const path = own.startsWith(sources.folder) ? own.slice(sources.folder.length + 1) : own
  const at = source?.start ?? positionAt('', 0)
  return { file: path.endsWith(file) ? file : path, line: at.line, column: at.column }
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')
}
