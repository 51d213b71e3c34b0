import { BUILT_IN_TAGS } from '../built-in-tags'
import type { UnitForRuntime } from '../compiled-app'
import { sortProblems, type Problem } from './problem'
import { compileScripts, type Module } from './scripts'
import { openSources } from './sources'
import { compileStyles } from './styles'
import { compileTemplates } from './templates'
import { collectUnits, type Units } from './units'

export interface Compilation {
  /** In the order of files and lines; none: everything fits together. */
  readonly problems: readonly Problem[]
  /** A script that sets `globalThis.COMPILED_APP` (compiled-app.ts). */
  readonly script: string
  readonly css: string
  /** Absolute paths whose change may change the result. */
  readonly files: readonly string[]
  /** Folders of sub-packages, with a slash at their end. */
  readonly roots: readonly string[]
  /** What a package for phones has to hold: virtual path → where it lies. */
  readonly reached: ReadonlyMap<string, string>
  /** Ordinary packages, bundled: specifier → code. */
  readonly bundles: ReadonlyMap<string, string>
}

/**
 * Compiles a mini-program for the preview; every mistake is reported with file, line and column.
 * @param folder absolute path of the folder that holds `app.json` and `package.json`
 */
export async function compileMiniProgram(folder: string): Promise<Compilation> {
  const sources = openSources(folder)
  const problems: Problem[] = []
  const report = (problem: Problem) => problems.push(problem)
  const found = await collectUnits(sources, report)
  const { app, theme, pages, roots, units } = found ?? NOTHING
  const templates = compileTemplates(units, sources, report)
  const { css, scopes } = compileStyles(units, sources, report)
  const appScript = sources.script('app')
  const entries = [...(appScript === null ? [] : [appScript]), ...units.map(({ script }) => script)]
  const modules = await compileScripts(entries, roots, sources, report)
  const runtimeUnits: Record<string, UnitForRuntime> = {}
  for (const { path, configuration, script } of units) {
    runtimeUnits[path] = { configuration, script, scope: scopes[path] ?? null }
  }
  const parts = { app, theme, pages, builtIns: BUILT_IN_TAGS, units: runtimeUnits, appScript }
  return {
    problems: sortProblems(problems),
    script: emitScript(parts, modules, templates),
    css,
    files: [...sources.asked],
    roots,
    reached: sources.reached,
    bundles: bundlesOf(modules),
  }
}

function bundlesOf(modules: ReadonlyMap<string, Module>): ReadonlyMap<string, string> {
  const bundles = [...modules].filter(([id]) => id.startsWith('npm:'))
  return new Map(bundles.map(([id, { code }]) => [id.slice('npm:'.length), code]))
}

const NOTHING: Units = { app: { pages: [] }, theme: null, pages: [], roots: [], units: [] }

/** What code on a phone sees instead of the browser's globals: its own, or nothing. */
const PHONE_GLOBALS = ['wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'Date']
const ABSENT_ON_PHONES = [
  'window',
  'self',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'crypto',
  'Blob',
  'File',
  'FormData',
  'Image',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'Intl',
  'BigInt',
  'structuredClone',
  'atob',
  'btoa',
]

function emitScript(parts: object, modules: ReadonlyMap<string, Module>, templates: string): string {
  const parameters = ['require', 'module', 'exports', ...PHONE_GLOBALS, ...ABSENT_ON_PHONES].join(', ')
  // The inner function lets a module give its own meaning to any of these names.
  const entries = [...modules].map(
    ([id, { code, references }]) =>
      `${JSON.stringify(id)}: { references: ${JSON.stringify(references)}, run: function (${parameters}) { (function () {\n${code}\n})() } }`,
  )
  return [
    // Globals of WXS; the compiled templates take hold of them when they are loaded.
    'globalThis.getRegExp = (pattern, flags) => new RegExp(pattern, flags);',
    'globalThis.getDate = (...parts) => new Date(...parts);',
    `globalThis.COMPILED_APP = ${JSON.stringify(parts)};`,
    `globalThis.COMPILED_APP.modules = {\n${entries.join(',\n')}\n};`,
    `globalThis.COMPILED_APP.templates = ${templates};`,
  ].join('\n')
}
