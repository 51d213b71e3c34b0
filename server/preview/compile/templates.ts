import { createRequire } from 'node:module'
import { transformSync, type TransformFailure } from 'esbuild'
import { BUILT_IN_TAGS, TEMPLATE_TAGS } from '../built-in-tags'
import { positionAt, type Report } from './problem'
import { isPackaged, resolvePath, type Sources } from './sources'
import type { Unit } from './units'

/** What `glass-easel-template-compiler` offers of what is used here; its package has no types for its results. */
interface TemplateGroup {
  addTmpl(path: string, text: string): readonly TemplateWarning[]
  addScript(path: string, text: string): void
  getDirectDependencies(path: string): readonly string[]
  getScriptDependencies(path: string): readonly string[]
  getInlineScriptModuleNames(path: string): readonly string[]
  getInlineScript(path: string, name: string): string
  setInlineScript(path: string, name: string, text: string): void
  getTmplGenObjectGroups(): string
  free(): void
}

interface TemplateWarning {
  readonly message: string
  readonly isError: boolean
  /** From 0. */
  readonly startLine: number
  readonly startColumn: number
}

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as {
  readonly TmplGroup: { newDev(): TemplateGroup }
}

/** A template that shows what is put into a component; the built-in tags use it. */
const SLOT_TEMPLATE = '__slot__'
const KNOWN_TAGS: ReadonlySet<string> = new Set([...BUILT_IN_TAGS, ...TEMPLATE_TAGS])

/**
 * Compiles WXML and WXS.
 * @returns a JavaScript expression: path → template of glass-easel
 */
export function compileTemplates(units: readonly Unit[], sources: Sources, report: Report): string {
  const group = TmplGroup.newDev()
  const templates = new Set<string>()
  const scripts = new Set<string>()

  function addScript(path: string, from: string): void {
    if (scripts.has(path)) return
    scripts.add(path)
    const file = `${path}.wxs`
    if (!sources.exists(file))
      return report({ file: `${from}.wxml`, line: 0, column: 0, message: `${file} is missing` })
    const text = sources.read(file)
    checkScript(text, { file, startLine: 0 }, report)
    group.addScript(path, translateScript(text))
    for (const [, reference = ''] of text.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      addScript(resolvePath(path, reference).replace(/\.wxs$/, ''), from)
    }
  }

  /** @param from the template that imports or includes it */
  function addTemplate(path: string, from: string | null): void {
    if (templates.has(path)) return
    templates.add(path)
    const file = `${path}.wxml`
    if (!sources.exists(file)) {
      return report({ file: `${from ?? path}.wxml`, line: 0, column: 0, message: `${file} is missing` })
    }
    const text = sources.read(file)
    for (const { message, isError, startLine, startColumn } of group.addTmpl(path, text)) {
      // Packages live with their warnings; we do not.
      if (isError || !isPackaged(path)) report({ file, line: startLine + 1, column: startColumn + 1, message })
    }
    for (const name of group.getInlineScriptModuleNames(path)) {
      const script = group.getInlineScript(path, name)
      checkScript(script, { file, startLine: positionAt(text, text.indexOf(script)).line - 1 }, report)
      group.setInlineScript(path, name, translateScript(script))
    }
    for (const dependency of group.getDirectDependencies(path)) addTemplate(dependency, path)
    for (const script of group.getScriptDependencies(path)) addScript(script, path)
  }

  /** Tags of a unit's template and of all that it imports. */
  function checkTags(unit: Unit): void {
    const { usingComponents = {}, componentGenerics = {} } = unit.configuration
    const seen = new Set<string>()
    const visit = (path: string): void => {
      if (seen.has(path) || !sources.exists(`${path}.wxml`)) return
      seen.add(path)
      const text = sources.read(`${path}.wxml`)
      for (const { tag, offset } of tagsOf(text)) {
        if (KNOWN_TAGS.has(tag) || Object.hasOwn(usingComponents, tag) || Object.hasOwn(componentGenerics, tag))
          continue
        report({ file: `${path}.wxml`, ...positionAt(text, offset), message: `unknown component <${tag}>` })
      }
      for (const dependency of group.getDirectDependencies(path)) visit(dependency)
    }
    if (!isPackaged(unit.path)) visit(unit.path)
  }

  group.addTmpl(SLOT_TEMPLATE, '<slot/>')
  for (const { path } of units) addTemplate(path, null)
  for (const unit of units) checkTags(unit)
  const expression = group.getTmplGenObjectGroups()
  group.free()
  return expression
}

/** Start tags outside comments, scripts and expressions. */
function tagsOf(text: string): { readonly tag: string; readonly offset: number }[] {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const bare = text
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(
      /(<wxs\b[^>]*>)([\s\S]*?)(<\/wxs>)/g,
      (_, start: string, body: string, end: string) => start + blank(body) + end,
    )
    .replace(/\{\{[\s\S]*?\}\}/g, blank)
  return [...bare.matchAll(/<([a-z][\w-]*)/g)].map((found) => ({ tag: found[1] ?? '', offset: found.index }))
}

function checkScript(text: string, at: { readonly file: string; readonly startLine: number }, report: Report): void {
  try {
    transformSync(text, { loader: 'js', logLevel: 'silent' })
  } catch (failure) {
    for (const { text: message, location } of (failure as TransformFailure).errors) {
      report({
        file: at.file,
        line: at.startLine + (location?.line ?? 1),
        column: (location?.column ?? 0) + 1,
        message,
      })
    }
  }
}

/** In WXS `x.constructor` is the name of a type, and references keep their extension; in JavaScript neither holds. */
function translateScript(text: string): string {
  return text
    .replace(/\.constructor\b(?!\.name)/g, '.constructor.name')
    .replace(/(require\(\s*['"][^'"]+?)\.wxs(['"])/g, '$1$2')
}
