import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Below this virtual folder packages appear, as WeChat's npm packing lays them out. */
export const NPM_FOLDER = 'miniprogram_npm/'
/** Files that serve in place of a package's own. */
const STAND_INS = fileURLToPath(new URL('../stand-ins/', import.meta.url))

/**
 * The files of a mini-program under virtual paths: as they lie in its folder, and packages made for mini-programs under
 * `miniprogram_npm/`, straight from `node_modules`, so that nothing has to be packed first.
 */
export interface Sources {
  readonly folder: string
  exists(path: string): boolean
  /** UTF-8 text. @throws Error when there is no such file */
  read(path: string): string
  /** Where the file lies, whether it exists or not. */
  diskPath(path: string): string
  /** `.ts` or `.js` of a path without extension; null: there is none. */
  script(path: string): string | null
  /** The entry of an ordinary package (not made for mini-programs) that `package.json` depends on; null: not to be had. */
  packageEntry(name: string): string | null
  /** What was read: virtual path → where it lies. */
  readonly reached: ReadonlyMap<string, string>
  /** Absolute paths of all that was asked for, found or not: when one changes, the result may. */
  readonly asked: ReadonlySet<string>
}

interface Manifest {
  readonly miniprogram?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

export function openSources(folder: string): Sources {
  const asked = new Set<string>()
  const reached = new Map<string, string>()
  const require = createRequire(join(folder, 'package.json'))
  const componentRoots = new Map<string, string | null>()
  const isFile = (path: string) => {
    asked.add(path)
    return existsSync(path) && statSync(path).isFile()
  }
  const manifest = (path: string): Manifest =>
    isFile(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {}

  /** Where a package keeps its mini-program files; null: it has none. */
  function componentRoot(name: string): string | null {
    const known = componentRoots.get(name)
    if (known !== undefined) return known
    const root = join(folder, 'node_modules', name)
    const { miniprogram } = manifest(join(root, 'package.json'))
    const dist = join(root, miniprogram ?? 'miniprogram_dist')
    const found = existsSync(dist) ? dist : null
    componentRoots.set(name, found)
    return found
  }

  const diskPath = (path: string) => {
    const npm = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path)
    const [, name = '', file = ''] = npm ?? []
    const root = npm === null ? null : componentRoot(name)
    if (root === null) return join(folder, path)
    const standIn = join(STAND_INS, name, file)
    return existsSync(standIn) ? standIn : join(root, file)
  }
  const exists = (path: string) => isFile(diskPath(path))
  return {
    folder,
    asked,
    reached,
    diskPath,
    exists,
    read: (path) => {
      const file = diskPath(path)
      asked.add(file)
      reached.set(path, file)
      return readFileSync(file, 'utf8')
    },
    script: (path) => [`${path}.ts`, `${path}.js`].find(exists) ?? null,
    packageEntry: (name) => {
      const { dependencies = {} } = manifest(join(folder, 'package.json'))
      // Anything else is in node_modules by chance: npm packing ships dependencies alone.
      if (!Object.hasOwn(dependencies, packageName(name))) return null
      try {
        return require.resolve(name)
      } catch {
        return null
      }
    },
  }
}

/** `@scope/name` or `name` of a specifier such as `name/deep/file`. */
export function packageName(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

/** Whether a specifier names a package, not a file. */
export function isBare(specifier: string): boolean {
  return !specifier.startsWith('.') && !specifier.startsWith('/')
}

/** A relative or absolute reference as a virtual path. */
export function resolvePath(from: string, reference: string): string {
  return reference.startsWith('/') ? posix.normalize(reference.slice(1)) : posix.join(posix.dirname(from), reference)
}

export function isPackaged(path: string): boolean {
  return path.startsWith(NPM_FOLDER)
}
