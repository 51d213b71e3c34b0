import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { transform } from 'esbuild'
import type { Compilation } from '../compile/compile'

const MOST_MAIN_BYTES = 1_048_576
const MOST_SUB_PACKAGE_BYTES = 2 * 1_048_576

export interface PackageSize {
  /** The sub-package's folder; empty for the main package. */
  readonly root: string
  readonly bytes: number
  readonly mostBytes: number
}

const PICTURES = ['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp']

/** What the phone has to download, scripts minified as WeChat uploads them; pictures count whether they are used or not. */
export async function packageSizes(folder: string, compilation: Compilation): Promise<PackageSize[]> {
  const { roots } = compilation
  const bytesByRoot = new Map<string, number>(['', ...roots].map((root) => [root, 0]))
  const add = (path: string, bytes: number) => {
    const root = roots.find((candidate) => path.startsWith(candidate)) ?? ''
    bytesByRoot.set(root, (bytesByRoot.get(root) ?? 0) + bytes)
  }
  for (const [path, file] of compilation.reached) add(path, await shippedBytes(file))
  for (const code of compilation.bundles.values())
    add('', (await transform(code, { charset: 'utf8', minify: true })).code.length)
  for (const file of await picturesIn(folder)) add(relative(folder, file).split(sep).join('/'), (await stat(file)).size)
  return [...bytesByRoot].map(([root, bytes]) => ({
    root,
    bytes,
    mostBytes: root === '' ? MOST_MAIN_BYTES : MOST_SUB_PACKAGE_BYTES,
  }))
}

async function shippedBytes(file: string): Promise<number> {
  const text = await readFile(file, 'utf8')
  const type = extname(file)
  if (type === '.json') return Buffer.byteLength(JSON.stringify(JSON.parse(text)))
  if (type !== '.ts' && type !== '.js') return Buffer.byteLength(text)
  const { code } = await transform(text, {
    loader: type === '.ts' ? 'ts' : 'js',
    format: 'cjs',
    charset: 'utf8',
    minify: true,
    target: 'es2020',
  })
  return Buffer.byteLength(code)
}

async function picturesIn(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !/^(node_modules|miniprogram_npm)$/.test(entry.name))
      found.push(...(await picturesIn(path)))
    else if (entry.isFile() && PICTURES.includes(extname(entry.name))) found.push(path)
  }
  return found
}
