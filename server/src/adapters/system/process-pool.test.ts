import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { makeTempFolder } from '../../../test/temp-folder'
import type { Job, JobAnswer } from '../../../test/children/jobs'
import { createProcessPool, JobLost, type ProcessPool } from './process-pool'

const ENTRY = new URL('../../../test/children/jobs.ts', import.meta.url)
/** Far more than a process needs to answer. */
const AMPLE_MS = 60_000

const pools: ProcessPool<Job, JobAnswer>[] = []
function open(processes: number, { timeoutMs = AMPLE_MS, entry = ENTRY } = {}) {
  const pool = createProcessPool<Job, JobAnswer>({ entry, processes, timeoutMs })
  pools.push(pool)
  return pool
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const ANSWER = { act: 'answer' } as const
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (fault: unknown) => fault,
  )

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

describe('a process pool', () => {
  it('runs TypeScript under jest, one job after the other in each process, without our variables', async () => {
    const pool = open(1)
    const answers = await Promise.all([1, 2, 3].map(() => pool.run(ANSWER)))
    expect(answers.map(({ count }) => count)).toEqual([1, 2, 3])
    expect(answers[0]?.variables.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([])
  }, 60_000)

  it('runs compiled modules as they are', async () => {
    const folder = makeTempFolder()
    const file = join(folder.path, 'jobs.mjs')
    writeFileSync(
      file,
      `process.on('message', () => process.send({ result: process.argv.length }))
      process.on('disconnect', () => process.exit())
      process.send('ready')`,
    )
    const pool = open(1, { entry: pathToFileURL(file) })
    expect(await pool.run(ANSWER)).toBe(2)
    folder.remove()
  }, 60_000)

  it('starts no more processes than it may, and keeps them', async () => {
    const pool = open(2)
    const round = () => Promise.all(Array.from({ length: 8 }, () => pool.run(ANSWER)))
    const answers = [...(await round()), ...(await round())]
    expect(new Set(answers.map(({ processId }) => processId)).size).toBeLessThanOrEqual(2)
  }, 60_000)

  it('hands over bytes that are part of a larger buffer, and leaves them', async () => {
    const bytes = new Uint8Array(3_000_000).subarray(10, 2_000_010)
    expect((await open(1).run({ ...ANSWER, bytes })).byteLength).toBe(2_000_000)
    expect(bytes.length).toBe(2_000_000)
  }, 60_000)

  it.each(['exit', 'abort', 'uncaught', 'exhaust'] as const)(
    'loses one job alone when its process ends by it: %s',
    async (act) => {
      const pool = open(1)
      const [before, lost, after] = await Promise.all([pool.run(ANSWER), faultOf(pool.run({ act })), pool.run(ANSWER)])
      expect(lost).toBeInstanceOf(JobLost)
      expect(lost).toMatchObject({ reason: 'crashed', cause: { message: expect.stringMatching(/^ended with /) } })
      expect(after.processId).not.toBe(before.processId)
    },
    60_000,
  )

  it('keeps a process whose job failed, and says how', async () => {
    const pool = open(1)
    const [before, lost, after] = await Promise.all([
      pool.run(ANSWER),
      faultOf(pool.run({ act: 'throw' })),
      pool.run(ANSWER),
    ])
    expect(lost).toMatchObject({ reason: 'failed', cause: { message: expect.stringContaining('as told') } })
    expect(after).toMatchObject({ processId: before.processId, count: 3 })
  }, 60_000)

  it('ends a process that takes too long, before another one takes its place', async () => {
    const pool = open(1, { timeoutMs: 1_500 })
    const { processId } = await pool.run(ANSWER)
    const hanging = faultOf(pool.run({ act: 'hang' }))
    const next = pool.run(ANSWER)
    expect(await hanging).toMatchObject({ name: 'JobLost', reason: 'timed_out' })
    expect((await next).processId).not.toBe(processId)
    expect(isRunning(processId)).toBe(false)
  }, 60_000)

  it('tells a process that cannot start from one that a job ended', async () => {
    const pool = open(2, { entry: new URL('./no-such-module.ts', import.meta.url) })
    const faults = await Promise.all([faultOf(pool.run(ANSWER)), faultOf(pool.run(ANSWER))])
    for (const fault of faults) {
      expect(fault).toMatchObject({ message: 'a process could not be started' })
      expect(fault).toMatchObject({ cause: { message: expect.stringContaining('no-such-module') } })
    }
  }, 60_000)

  it('rejects what waits and runs when it is closed, and everything after; no process is left', async () => {
    const pool = open(1)
    const { processId } = await pool.run(ANSWER)
    const running = [faultOf(pool.run({ act: 'hang' })), faultOf(pool.run(ANSWER))]
    await pool.close()
    expect((await Promise.all(running)).map((fault) => (fault as Error).message)).toEqual([
      'the process pool was closed',
      'the process pool was closed',
    ])
    expect(isRunning(processId)).toBe(false)
    expect(await faultOf(pool.run(ANSWER))).toMatchObject({ message: 'the process pool is closed' })
  }, 60_000)

  it('leaves signals of a terminal to whoever runs it', async () => {
    const pool = open(1)
    const { processId } = await pool.run(ANSWER)
    process.kill(processId, 'SIGINT')
    process.kill(processId, 'SIGTERM')
    await pause(20)
    expect(await pool.run(ANSWER)).toMatchObject({ processId, count: 2 })
  }, 60_000)
})
