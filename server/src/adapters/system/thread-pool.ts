import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** What a thread says first, once its modules are loaded; every later message is the result of its one job. */
export const THREAD_READY = 'ready'

/** JavaScript's share of a thread; what libraries allocate themselves is theirs to bound. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

export interface ThreadPool<Job, Result> {
  /**
   * Runs a job in the next free thread.
   * @param transfer buffers of the job that move to the thread instead of being copied; unusable here afterwards
   * @throws ThreadLost when the thread died of the job or did not finish in time; Error when no thread can be started,
   * or the pool was closed
   */
  run(job: Job, transfer?: readonly ArrayBuffer[]): Promise<Result>
  /** Ends all threads; jobs that wait or run are rejected. */
  close(): Promise<void>
}

/** A thread was lost over a job. Other jobs go on: another thread takes its place. */
export class ThreadLost extends Error {
  constructor(
    readonly reason: 'crashed' | 'timed_out',
    cause?: unknown,
  ) {
    super(`thread ${reason === 'crashed' ? 'crashed' : 'took too long'}`, { cause })
    this.name = 'ThreadLost'
  }
}

export interface ThreadPoolOptions {
  /** The module each thread runs: `.ts` from source, `.js` when compiled. */
  readonly entry: URL
  readonly threads: number
  /** For one job, from when its thread has it. */
  readonly timeoutMs: number
}

interface Task {
  readonly job: unknown
  readonly transfer: readonly ArrayBuffer[]
  readonly resolve: (result: never) => void
  readonly reject: (fault: Error) => void
}

interface Thread {
  readonly worker: Worker
  state: 'starting' | 'idle' | 'busy' | 'gone'
  task: Task | null
  timer: NodeJS.Timeout | undefined
}

/** Threads are started when there is work for them, and kept. */
export function createThreadPool<Job, Result>(options: ThreadPoolOptions): ThreadPool<Job, Result> {
  const threads = new Set<Thread>()
  const ending = new Set<Promise<unknown>>()
  let queue: Task[] = []
  let closed = false

  function assign(): void {
    for (const thread of threads) if (thread.state === 'idle' && queue.length > 0) give(thread, queue.shift() as Task)
    const starting = [...threads].filter(({ state }) => state === 'starting').length
    const missing = Math.min(queue.length - starting, options.threads - threads.size)
    for (let count = 0; count < missing; count++) start()
  }

  function give(thread: Thread, task: Task): void {
    thread.state = 'busy'
    thread.task = task
    thread.timer = setTimeout(() => lose(thread, new ThreadLost('timed_out')), options.timeoutMs)
    thread.worker.postMessage(task.job, [...task.transfer])
  }

  function start(): void {
    const thread: Thread = { worker: startWorker(options.entry), state: 'starting', task: null, timer: undefined }
    threads.add(thread)
    thread.worker.on('message', (message: unknown) => {
      if (thread.state === 'gone') return
      if (thread.state === 'busy') finish(thread, message)
      thread.state = 'idle'
      assign()
    })
    const onEnd = (cause: unknown) => lose(thread, new ThreadLost('crashed', cause))
    thread.worker.once('error', onEnd)
    thread.worker.once('messageerror', onEnd)
    thread.worker.once('exit', (code) => onEnd(new Error(`exit code ${code}`)))
  }

  function finish(thread: Thread, result: unknown): void {
    clearTimeout(thread.timer)
    thread.task?.resolve(result as never)
    thread.task = null
  }

  function lose(thread: Thread, fault: ThreadLost): void {
    if (thread.state === 'gone') return
    const couldNotStart = thread.state === 'starting'
    thread.state = 'gone'
    threads.delete(thread)
    clearTimeout(thread.timer)
    thread.task?.reject(fault)
    // Not waited for: a thread deep in native code ends only when that returns.
    const end = thread.worker.terminate().finally(() => ending.delete(end))
    ending.add(end)
    if (couldNotStart) rejectAll(new Error('a thread could not be started', { cause: fault.cause }))
    assign()
  }

  function rejectAll(fault: Error): void {
    const waiting = queue
    queue = []
    for (const task of waiting) task.reject(fault)
  }

  return {
    run: (job, transfer = []) =>
      new Promise<Result>((resolve, reject) => {
        if (closed) return reject(new Error('the thread pool is closed'))
        queue.push({ job, transfer, resolve, reject })
        assign()
      }),
    close: async () => {
      closed = true
      const fault = new Error('the thread pool was closed')
      rejectAll(fault)
      for (const thread of threads) {
        thread.state = 'gone'
        clearTimeout(thread.timer)
        thread.task?.reject(fault)
        ending.add(thread.worker.terminate())
      }
      threads.clear()
      await Promise.allSettled(ending)
    },
  }
}

function startWorker(entry: URL): Worker {
  const isTypeScript = entry.pathname.endsWith('.ts')
  const module = isTypeScript ? new URL('./typescript-thread.mjs', import.meta.url) : entry
  // The process's own flags are not the thread's: it needs no loader beyond the one above, and no VM modules.
  return new Worker(fileURLToPath(module), {
    workerData: isTypeScript ? { typescriptEntry: entry.href } : null,
    execArgv: [],
    resourceLimits: RESOURCE_LIMITS,
  })
}
