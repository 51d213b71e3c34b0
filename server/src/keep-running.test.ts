import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepRunning } from './keep-running'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waiqin-keep-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A program whose first run gets ready and crashes, and whose later runs stay. */
function program(text: string): string {
  const path = join(folder, 'program.mjs')
  writeFileSync(
    path,
    `import { appendFileSync } from 'node:fs'\nconst runs = ${JSON.stringify(join(folder, 'runs'))}\n${text}`,
  )
  return path
}

it('starts a crashed process again and ends it when told', async () => {
  const kept = keepRunning(
    program(`
      const first = !(await import('node:fs')).existsSync(runs)
      process.send({ kind: 'ready', url: first ? 'first' : 'second' }, () => {
        appendFileSync(runs, process.pid + '\\n')
        if (first) process.exit(3)
      })
      setInterval(() => undefined, 60_000)`),
    'kept',
  )
  expect(await kept.ready).toBe('first')
  const pids = await untilRuns(2)
  await kept.stop(5_000)
  expect(() => process.kill(Number(pids[1]), 0)).toThrow('ESRCH')
}, 20_000)

it('gives up on a process that never gets ready', async () => {
  const kept = keepRunning(program('process.exit(78)'), 'kept')
  await expect(kept.gaveUp).rejects.toMatchObject({ code: 'CHILD_GAVE_UP' })
  await kept.stop(0)
}, 20_000)

it('kills what does not listen', async () => {
  const kept = keepRunning(
    program(`
      process.on('SIGTERM', () => undefined)
      setInterval(() => undefined, 60_000)
      process.send({ kind: 'ready', url: null })`),
    'kept',
  )
  expect(await kept.ready).toBeNull()
  await kept.stop(10)
}, 20_000)

/** The process is another one: there is nothing to await but the file that it writes. */
async function untilRuns(count: number): Promise<string[]> {
  for (;;) {
    const lines = readRuns()
    if (lines.length >= count) return lines
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function readRuns(): string[] {
  try {
    return readFileSync(join(folder, 'runs'), 'utf8').trim().split('\n')
  } catch {
    return []
  }
}
