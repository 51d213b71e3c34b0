import { transform, type TransformFailure } from 'esbuild'
import type { AppConfiguration, Themes } from '../app-configuration'
import { positionOf, type Report } from './problem'
import type { Sources } from './sources'

/** Parses a JSON object; null after a report. esbuild is asked only for the place of a mistake, which `JSON.parse` hides. */
export async function readJson<Value>(sources: Sources, path: string, report: Report): Promise<Value | null> {
  const text = sources.read(path)
  try {
    return JSON.parse(text) as Value
  } catch (error) {
    const found = await transform(text, { loader: 'json', logLevel: 'silent' }).then(
      () => [],
      (failure: TransformFailure) => failure.errors,
    )
    const { location = null, text: message = error instanceof Error ? error.message : String(error) } = found[0] ?? {}
    report({ file: path, line: location?.line ?? 0, column: (location?.column ?? -1) + 1, message })
    return null
  }
}

export interface PageList {
  /** All pages, those of sub-packages with their root. */
  readonly pages: readonly string[]
  /** Folders of sub-packages, with a slash at their end. */
  readonly roots: readonly string[]
}

/** The pages that `app.json` names, and what it may not say. */
export function listPages(app: AppConfiguration, text: string, report: Report): PageList {
  const say = (word: string, message: string) => report({ file: 'app.json', ...positionOf(text, word), message })
  const packages = app.subPackages ?? app.subpackages ?? []
  const roots = packages.map(({ root }) => (root.endsWith('/') ? root : `${root}/`))
  const mainPages = app.pages ?? []
  if (mainPages.length === 0) say('"pages"', 'names no page')
  const pages = [...mainPages, ...packages.flatMap((item, index) => item.pages.map((page) => roots[index] + page))]
  for (const page of new Set(pages.filter((page, index) => pages.indexOf(page) !== index))) {
    say(`"${page}"`, `page ${page} is named twice`)
  }
  for (const page of mainPages) {
    const root = roots.find((folder) => page.startsWith(folder))
    if (root !== undefined) say(`"${page}"`, `page ${page} lies in the sub-package ${root}`)
  }
  if (app.entryPagePath !== undefined && !pages.includes(app.entryPagePath)) {
    say('"entryPagePath"', `there is no page ${app.entryPagePath}`)
  }
  const tabs = app.tabBar?.list
  if (tabs !== undefined) {
    if (tabs.length < 2 || tabs.length > 5) say('"tabBar"', `a tab bar has 2 to 5 pages, not ${tabs.length}`)
    for (const { pagePath } of tabs) {
      if (!mainPages.includes(pagePath)) say(`"${pagePath}"`, `tab ${pagePath} is no page of the main package`)
    }
  }
  return { pages, roots }
}

/** `theme.json`, and whether it has every `@name` that `app.json` uses. Null: the app names none. */
export async function readThemes(app: AppConfiguration, sources: Sources, report: Report): Promise<Themes | null> {
  const path = app.themeLocation
  if (path === undefined) return null
  const text = sources.read('app.json')
  if (!sources.exists(path)) {
    report({ file: 'app.json', ...positionOf(text, '"themeLocation"'), message: `${path} is missing` })
    return null
  }
  const themes = await readJson<Themes>(sources, path, report)
  if (themes === null) return null
  for (const [quoted = '', name = ''] of text.matchAll(/"@([^"]+)"/g)) {
    for (const theme of ['light', 'dark'] as const) {
      if (themes[theme]?.[name] !== undefined) continue
      report({ file: 'app.json', ...positionOf(text, quoted), message: `${path} has no ${name} in its ${theme} theme` })
    }
  }
  return themes
}

/** The sub-package that a file belongs to; null: the main package. */
export function packageOf(path: string, roots: readonly string[]): string | null {
  return roots.find((root) => path.startsWith(root)) ?? null
}
