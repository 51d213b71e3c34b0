import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeTempFolder } from '../../../test/temp-folder'
import type { ThreadAnswer, ThreadJob } from '../../../test/children/thread'
import { createThreadPool, ThreadLost, type ThreadPool } from './thread-pool'

const ENTRY = new URL('../../../test/children/thread.ts', import.meta.url)
/** Far more than a thread needs to answer. */
const AMPLE_MS = 60_000

const pools: ThreadPool<ThreadJob, ThreadAnswer>[] = []
function open(threads: number, { timeoutMs = AMPLE_MS, entry = ENTRY } = {}) {
  const pool = createThreadPool<ThreadJob, ThreadAnswer>({ entry, threads, timeoutMs })
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

describe('a thread pool', () => {
  it('runs TypeScript under jest, one job after the other in each thread', async () => {
    const pool = open(1)
    const answers = await Promise.all([1, 2, 3].map(() => pool.run(ANSWER)))
    expect(answers.map(({ count }) => count)).toEqual([1, 2, 3])
  }, 60_000)

  it('runs compiled modules as they are', async () => {
    const folder = makeTempFolder()
    const file = join(folder.path, 'thread.mjs')
    writeFileSync(
      file,
      `import { parentPort, workerData } from 'node:worker_threads'
      parentPort.on('message', () => parentPort.postMessage({ count: 1, byteLength: 0, workerData }))
      parentPort.postMessage('ready')`,
    )
    const pool = open(1, { entry: pathToFileURL(file) })
    expect(await pool.run(ANSWER)).toEqual({ count: 1, byteLength: 0, workerData: null })
    folder.remove()
  }, 60_000)

  it('starts no more threads than it may, and keeps them', async () => {
    const pool = open(2)
    const first = await Promise.all(Array.from({ length: 8 }, () => pool.run(ANSWER)))
    const more = await Promise.all(Array.from({ length: 8 }, () => pool.run(ANSWER)))
    const total = Math.max(...more.map(({ count }) => count))
    expect(first.filter(({ count }) => count === 1).length).toBeLessThanOrEqual(2)
    expect(more.filter(({ count }) => count === 1).length).toBeLessThanOrEqual(1)
    expect(total).toBeGreaterThanOrEqual(8)
  }, 60_000)

  it('moves buffers instead of copying them', async () => {
    const bytes = new Uint8Array(1_000)
    const answer = await open(1).run({ ...ANSWER, bytes }, [bytes.buffer])
    expect(answer.byteLength).toBe(1_000)
    expect(bytes.length).toBe(0)
  }, 60_000)

  it.each(['throw', 'exit', 'reject', 'exhaust'] as const)(
    'loses one job alone when its thread ends by it: %s',
    async (act) => {
      const pool = open(1)
      const [before, lost, after] = await Promise.all([pool.run(ANSWER), faultOf(pool.run({ act })), pool.run(ANSWER)])
      expect(before.count).toBe(1)
      expect(lost).toBeInstanceOf(ThreadLost)
      expect(lost).toMatchObject({ reason: 'crashed' })
      expect(after).toMatchObject({ count: 1 })
    },
    60_000,
  )

  it('ends a thread that takes too long, and works on with another', async () => {
    const pool = open(1, { timeoutMs: 1_500 })
    const [lost, after] = await Promise.all([faultOf(pool.run({ act: 'hang' })), pool.run(ANSWER)])
    expect(lost).toMatchObject({ name: 'ThreadLost', reason: 'timed_out' })
    expect(after).toMatchObject({ count: 1 })
  }, 60_000)

  it('tells a thread that cannot start from one that a job ended', async () => {
    const pool = open(2, { entry: new URL('./no-such-thread.ts', import.meta.url) })
    const faults = await Promise.all([faultOf(pool.run(ANSWER)), faultOf(pool.run(ANSWER))])
    for (const fault of faults) {
      expect(fault).toBeInstanceOf(Error)
      expect(fault).not.toBeInstanceOf(ThreadLost)
    }
  }, 60_000)

  it('rejects what waits and runs when it is closed, and everything after', async () => {
    const pool = open(1)
    const running = [faultOf(pool.run({ act: 'hang' })), faultOf(pool.run(ANSWER))]
    await pool.close()
    expect((await Promise.all(running)).map((fault) => (fault as Error).message)).toEqual([
      'the thread pool was closed',
      'the thread pool was closed',
    ])
    expect(await faultOf(pool.run(ANSWER))).toMatchObject({ message: 'the thread pool is closed' })
  }, 60_000)
})
