import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Compilation } from '../compile/compile'
import { packNpm } from './pack'

const LEFT_BEHIND = ['node_modules', 'miniprogram_npm']

/**
 * A copy of the project as DevTools would find it after `build:miniprogram`, so that a check neither touches the working
 * tree nor meets another one there.
 * @param root absolute path of the folder with `project.config.json` and `miniprogram/`
 */
export async function stageProject(
  root: string,
  compilation: Compilation,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'waiqin-project-'))
  await cp(join(root, 'project.config.json'), join(path, 'project.config.json'))
  await cp(join(root, 'miniprogram'), join(path, 'miniprogram'), {
    recursive: true,
    filter: (file) => !LEFT_BEHIND.includes(basename(file)),
  })
  await packNpm(join(path, 'miniprogram'), compilation)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
