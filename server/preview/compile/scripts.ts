import { build, transform, type BuildFailure, type Message } from 'esbuild'
import { positionOf, type Report } from './problem'
import { isBare, NPM_FOLDER, packageName, resolvePath, type Sources } from './sources'
import { mayUse } from './units'

/** A CommonJS module. */
export interface Module {
  readonly code: string
  /** What it requires → id of that module. */
  readonly references: Readonly<Record<string, string>>
}

/** No newer than what the oldest phones run; WeChat's own build goes lower. */
const TARGET = 'es2020'

/** Every module that the entries reach, found as WeChat finds them. */
export async function compileScripts(
  entries: readonly string[],
  roots: readonly string[],
  sources: Sources,
  report: Report,
): Promise<ReadonlyMap<string, Module>> {
  const modules = new Map<string, Module>()
  const queue = [...entries]
  const seen = new Set(entries)
  const enqueue = (id: string) => {
    if (!seen.has(id)) queue.push(id)
    seen.add(id)
  }

  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id.startsWith('npm:')) {
      modules.set(id, { code: await bundlePackage(id, sources, report), references: {} })
      continue
    }
    const text = sources.read(id)
    const code = await compileScript(id, text, report)
    const references: Record<string, string> = {}
    for (const reference of requiredBy(code)) {
      const target = resolveModule(id, reference, sources)
      const place = { file: id, ...positionOf(text, reference) }
      if (target === null) report({ ...place, message: unresolved(reference) })
      else if (!mayUse(id, target, roots)) report({ ...place, message: `${target} lies in another sub-package` })
      else {
        references[reference] = target
        enqueue(target)
      }
    }
    modules.set(id, { code, references })
  }
  return modules
}

async function compileScript(file: string, text: string, report: Report): Promise<string> {
  if (file.endsWith('.json')) return `module.exports = ${text}`
  try {
    const loader = file.endsWith('.ts') ? 'ts' : 'js'
    const { code } = await transform(text, {
      loader,
      format: 'cjs',
      target: TARGET,
      charset: 'utf8',
      sourcefile: file,
      logLevel: 'silent',
    })
    return code
  } catch (failure) {
    reportAll(file, (failure as BuildFailure).errors, report)
    return ''
  }
}

/** An ordinary package is bundled whole, as npm packing does. @param id `npm:` and the specifier */
async function bundlePackage(id: string, sources: Sources, report: Report): Promise<string> {
  const entry = sources.packageEntry(id.slice('npm:'.length))
  try {
    const { outputFiles } = await build({
      entryPoints: [entry ?? ''],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'browser',
      target: TARGET,
      charset: 'utf8',
      logLevel: 'silent',
    })
    return outputFiles[0]?.text ?? ''
  } catch (failure) {
    reportAll('package.json', (failure as BuildFailure).errors, report)
    return ''
  }
}

function reportAll(file: string, errors: readonly Message[] | undefined, report: Report): void {
  for (const { text, location } of errors ?? []) {
    report({ file, line: location?.line ?? 0, column: (location?.column ?? -1) + 1, message: text })
  }
}

/** What compiled code requires; esbuild has removed comments and imports of types. */
function requiredBy(code: string): Set<string> {
  return new Set([...code.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map((found) => found[1] ?? ''))
}

function resolveModule(from: string, reference: string, sources: Sources): string | null {
  const bases = isBare(reference) ? [NPM_FOLDER + reference] : [resolvePath(from, reference)]
  for (const base of bases) {
    if (/\.(js|ts|json)$/.test(base) && sources.exists(base)) return base
    const found = sources.script(base.replace(/\.js$/, '')) ?? sources.script(`${base}/index`)
    if (found !== null) return found
  }
  return isBare(reference) && sources.packageEntry(reference) !== null ? `npm:${reference}` : null
}

function unresolved(reference: string): string {
  if (!isBare(reference)) return `cannot find "${reference}"`
  return `cannot find "${reference}": is ${packageName(reference)} among the dependencies of miniprogram/package.json, and installed?`
}
