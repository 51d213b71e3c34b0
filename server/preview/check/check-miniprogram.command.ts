/** `npm run check:miniprogram`: types, sources, WeChat's own compiler, size. Exit code 1 when something is wrong. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMiniProgram } from '../compile/compile'
import { formatProblem } from '../compile/problem'
import { officialCompile, type Outcome } from './official'
import { packageSizes } from './package-size'
import { stageProject } from './staged-project'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const FOLDER = join(ROOT, 'miniprogram')
const TYPESCRIPT = join(ROOT, 'node_modules/typescript/bin/tsc')

const compilation = await compileMiniProgram(FOLDER)
const outcomes: Record<string, Outcome> = {
  types: types(),
  sources: sources(),
  'official compiler': await official(),
  size: await size(),
}
for (const [name, { kind, text }] of Object.entries(outcomes)) {
  if (kind === 'passed') console.log(`${name}: ${text}`)
  else console.error(`${name} ${kind === 'failed' ? 'FAILED' : 'LEFT OUT'}: ${text}`)
}
process.exit(Object.values(outcomes).some(({ kind }) => kind === 'failed') ? 1 : 0)

function types(): Outcome {
  const { status, stdout } = spawnSync(process.execPath, [TYPESCRIPT, '-p', '.config/tsconfig.miniprogram.json'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return status === 0 ? { kind: 'passed', text: 'no mistakes' } : { kind: 'failed', text: `\n${stdout.trim()}` }
}

function sources(): Outcome {
  const { problems, reached } = compilation
  if (problems.length === 0) return { kind: 'passed', text: `${reached.size} files fit together` }
  return { kind: 'failed', text: problems.map((problem) => `\n${formatProblem(problem, 'miniprogram/')}`).join('') }
}

async function official(): Promise<Outcome> {
  if (compilation.problems.length > 0) return { kind: 'left-out', text: 'the sources are wrong' }
  const project = await stageProject(ROOT, compilation)
  try {
    return officialCompile(ROOT, project.path)
  } finally {
    await project.remove()
  }
}

async function size(): Promise<Outcome> {
  if (compilation.problems.length > 0) return { kind: 'left-out', text: 'the sources are wrong' }
  const sizes = await packageSizes(FOLDER, compilation)
  const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`
  const text = sizes
    .map(
      ({ root, bytes, mostBytes }) =>
        `${root === '' ? 'main package' : root} ${kilobytes(bytes)} of ${kilobytes(mostBytes)}`,
    )
    .join(', ')
  return { kind: sizes.every(({ bytes, mostBytes }) => bytes <= mostBytes) ? 'passed' : 'failed', text }
}
