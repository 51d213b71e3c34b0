import type { AppConfiguration, Themes, UnitConfiguration } from '../app-configuration'
import { listPages, packageOf, readJson, readThemes } from './configuration'
import { positionOf, type Report } from './problem'
import { isBare, isPackaged, NPM_FOLDER, resolvePath, type Sources } from './sources'

/** A page or component with everything that its JSON names resolved. */
export interface Unit {
  /** Without extension. */
  readonly path: string
  readonly isPage: boolean
  readonly script: string
  /** `usingComponents` and defaults of generics are absolute paths. */
  readonly configuration: UnitConfiguration
}

export interface Units {
  readonly app: AppConfiguration
  readonly theme: Themes | null
  readonly pages: readonly string[]
  /** Folders of sub-packages, with a slash at their end. */
  readonly roots: readonly string[]
  /** Each after the components that it uses. */
  readonly units: readonly Unit[]
}

const CUSTOM_TAB_BAR = 'custom-tab-bar/index'

/** From `app.json` to every page and component in use. Null when `app.json` cannot be read. */
export async function collectUnits(sources: Sources, report: Report): Promise<Units | null> {
  if (!sources.exists('app.json')) {
    report({ file: 'app.json', line: 0, column: 0, message: 'is missing' })
    return null
  }
  const app = await readJson<AppConfiguration>(sources, 'app.json', report)
  if (app === null) return null
  const { pages, roots } = listPages(app, sources.read('app.json'), report)
  const theme = await readThemes(app, sources, report)
  const seen = new Set<string>()
  const units: Unit[] = []

  async function visit(path: string, isPage: boolean): Promise<void> {
    if (seen.has(path)) return
    seen.add(path)
    const script = sources.script(path)
    if (script === null) {
      return report(
        isPage
          ? {
              file: 'app.json',
              ...positionOf(sources.read('app.json'), path),
              message: `page ${path} has no .ts or .js`,
            }
          : { file: path, line: 0, column: 0, message: 'the component has no .ts or .js' },
      )
    }
    if (!sources.exists(`${path}.wxml`)) {
      return report({ file: `${path}.wxml`, line: 0, column: 0, message: 'is missing' })
    }
    const json = `${path}.json`
    const read = sources.exists(json) ? await readJson<UnitConfiguration>(sources, json, report) : {}
    if (read === null) return
    const text = sources.exists(json) ? sources.read(json) : ''
    const find = (tag: string, reference: string) => {
      const found = resolveComponent(sources, path, reference)
      const place = { file: json, ...positionOf(text, `"${tag}"`) }
      if (found === null) report({ ...place, message: `component ${tag}: ${reference} is not found` })
      else if (!mayUse(path, found, roots)) {
        report({ ...place, message: `component ${tag}: ${found} lies in another sub-package` })
      } else return found
      return null
    }

    const usingComponents: Record<string, string> = {}
    for (const [tag, reference] of Object.entries({ ...app?.usingComponents, ...read.usingComponents })) {
      const found = find(tag, reference)
      if (found === null) continue
      usingComponents[tag] = `/${found}`
      await visit(found, false)
    }
    const componentGenerics: Record<string, true | { default?: string }> = {}
    for (const [tag, generic] of Object.entries(read.componentGenerics ?? {})) {
      const reference = generic === true ? undefined : generic.default
      const found = reference === undefined ? null : find(tag, reference)
      componentGenerics[tag] = found === null ? true : { default: `/${found}` }
      if (found !== null) await visit(found, false)
    }
    units.push({ path, isPage, script, configuration: { ...read, usingComponents, componentGenerics } })
  }

  for (const page of pages) await visit(page, true)
  if (app.tabBar?.custom === true) await visit(CUSTOM_TAB_BAR, false)
  return { app, theme, pages, roots, units }
}

/** As WeChat looks for it: beside the file, from the root, then among the packages. */
function resolveComponent(sources: Sources, from: string, reference: string): string | null {
  const base = resolvePath(from, reference)
  const candidates = [base, `${base}/index`]
  if (isBare(reference)) candidates.push(`${NPM_FOLDER}${reference}`, `${NPM_FOLDER}${reference}/index`)
  return candidates.find((path) => sources.exists(`${path}.json`) && sources.script(path) !== null) ?? null
}

/** A sub-package may use itself and the main package; the main package itself alone. */
export function mayUse(from: string, to: string, roots: readonly string[]): boolean {
  if (isPackaged(to)) return true
  const target = packageOf(to, roots)
  return target === null || target === packageOf(from, roots)
}
