import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export type Outcome =
  | { readonly kind: 'passed'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'left-out'; readonly text: string }

const MINUTES = 5

/**
 * WeChat's own compiler (`miniprogram-ci`) on the project as DevTools opens it; it has a folder and packages of its own.
 * @param root absolute path of the repository
 * @param project absolute path of the folder with `project.config.json`
 */
export function officialCompile(root: string, project: string): Outcome {
  const home = join(root, '.config/miniprogram')
  if (!existsSync(join(home, 'node_modules/miniprogram-ci'))) {
    return {
      kind: 'left-out',
      text: 'miniprogram-ci is not installed (npm ci --ignore-scripts --prefix .config/miniprogram)',
    }
  }
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(home, 'compile.mjs'), project], {
    cwd: home,
    encoding: 'utf8',
    timeout: MINUTES * 60_000,
    maxBuffer: 64 * 1_048_576,
  })
  const text = (stdout.trim().split('\n').at(-1) ?? '').trim()
  if (status === 0) return { kind: 'passed', text }
  return { kind: 'failed', text: [stdout, stderr, error?.message ?? ''].join('\n').trim() }
}
