import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Compilation } from '../compile/compile'
import { NPM_FOLDER } from '../compile/sources'

/**
 * Lays the packages out as WeChat wants them, in `miniprogram_npm`, but only what the mini-program reaches: all of a
 * component library would fill the main package. @returns how many files were written
 */
export async function packNpm(folder: string, { reached, bundles }: Compilation): Promise<number> {
  await rm(join(folder, NPM_FOLDER), { recursive: true, force: true })
  const packaged = [...reached].filter(([path]) => path.startsWith(NPM_FOLDER))
  for (const [path, source] of packaged) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await cp(source, join(folder, path))
  }
  for (const [name, code] of bundles) {
    const file = join(folder, NPM_FOLDER, name, 'index.js')
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, code)
  }
  return packaged.length + bundles.size
}
