/** .github/workflows: what is called exists, and nothing may write. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly 'timeout-minutes'?: number
  readonly permissions?: unknown
  readonly steps: readonly Step[]
  readonly services?: Readonly<Record<string, { readonly image: string }>>
}
interface Workflow {
  readonly permissions: unknown
  readonly concurrency: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const FOLDER = '.github/workflows'
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Record<string, string> }
const workflows = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
  return { name, text, ...(parse(text) as Workflow) }
})
const jobs = workflows.flatMap((workflow) => Object.entries(workflow.jobs))
const steps = jobs.flatMap(([, job]) => job.steps)
const lines = steps.map(({ run = '' }) => run).join('\n')

it('may only read, and every job ends by itself', () => {
  for (const { permissions, concurrency } of workflows) {
    expect(permissions).toEqual({ contents: 'read' })
    expect(concurrency).toBeDefined()
  }
  for (const [name, job] of jobs)
    expect([name, job.permissions, job['timeout-minutes']]).toEqual([name, undefined, expect.any(Number)])
})

it('runs scripts and files that are there', () => {
  const called = [...lines.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
  expect(called.length).toBeGreaterThan(2)
  expect(called.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  const files = [...lines.matchAll(/(?:node|sh) ([\w./-]+\.(?:mjs|sh))/g)].map(([, path]) => path ?? '')
  expect(files.filter((path) => !existsSync(path))).toEqual([])
})

it('pins every action, and leaves no credentials in the checkout', () => {
  for (const { uses, with: given } of steps) {
    if (uses === undefined) continue
    expect(uses).toMatch(/^(actions|docker)\/[\w-]+@v\d+$/)
    if (uses.startsWith('actions/checkout@')) expect(given).toEqual({ 'persist-credentials': false })
  }
})

it('tries the versions of Node.js that package.json promises', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly engines: { readonly node: string }
  }
  const promised = [...engines.node.matchAll(/(\d+)(?:\.\d+)?/g)].map(([, major]) => Number(major))
  const tried = workflows.flatMap(({ text }) => [...text.matchAll(/node: \[([\d, ]+)\]/g)].map(([, list]) => list))
  expect(tried).toEqual([promised.join(', ')])
})

it('uses the images of compose.yaml', () => {
  const compose = readFileSync('compose.yaml', 'utf8')
  const images = jobs.flatMap(([, { services = {} }]) => Object.values(services).map(({ image }) => image))
  expect(images.length).toBe(2)
  expect(images.filter((image) => !compose.includes(`image: ${image}\n`))).toEqual([])
})
