import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PROCESS_READY, type JobAnswer } from './pool-process'

/** JavaScript's share of a process; what libraries allocate themselves is theirs to bound. */
const NODE_OPTIONS = ['--max-old-space-size=256']
/** Of what a process said of its end. */
const MOST_LAST_WORDS = 2_000

export interface ProcessPool<Job, Result> {
  /**
   * Runs a job in the next free process. What is passed either way is copied.
   * @throws JobLost when the process ended over the job, did not finish in time, or the job failed; Error when no
   * process can be started, or the pool was closed
   */
  run(job: Job): Promise<Result>
  /** Ends all processes; jobs that wait or run are rejected. */
  close(): Promise<void>
}

/** A job brought no result. Other jobs go on: another process takes the place of one that ended. */
export class JobLost extends Error {
  constructor(
    readonly reason: 'crashed' | 'timed_out' | 'failed',
    cause?: unknown,
  ) {
    super(`the process ${{ crashed: 'crashed', timed_out: 'took too long', failed: 'failed' }[reason]}`, { cause })
    this.name = 'JobLost'
  }
}

export interface ProcessPoolOptions {
  /** The module each process runs, which calls `serveJobs`: `.ts` from source, `.js` when compiled. */
  readonly entry: URL
  readonly processes: number
  /** For one job, from when its process has it. */
  readonly timeoutMs: number
}

interface Task {
  readonly job: unknown
  readonly resolve: (result: never) => void
  readonly reject: (fault: Error) => void
}

interface Member {
  readonly child: ChildProcess
  /** `ending`: killed, or about to end by itself; it holds its place until it has. */
  state: 'starting' | 'idle' | 'busy' | 'ending'
  task: Task | null
  timer: NodeJS.Timeout | undefined
  readonly ended: Promise<void>
}

/**
 * Processes rather than threads: native code that crashes, hangs or takes all memory takes no other job with it, and can
 * be ended. They are started when there is work for them, and kept.
 */
export function createProcessPool<Job, Result>(options: ProcessPoolOptions): ProcessPool<Job, Result> {
  const members = new Set<Member>()
  let queue: Task[] = []
  let closed = false

  function assign(): void {
    if (closed) return
    for (const member of members) if (member.state === 'idle' && queue.length > 0) give(member, queue.shift() as Task)
    const starting = [...members].filter(({ state }) => state === 'starting').length
    const missing = Math.min(queue.length - starting, options.processes - members.size)
    for (let count = 0; count < missing; count++) start()
  }

  function give(member: Member, task: Task): void {
    member.state = 'busy'
    member.task = task
    member.timer = setTimeout(() => end(member, new JobLost('timed_out')), options.timeoutMs)
    // A process that is gone already says so by `exit`.
    member.child.send({ job: task.job }, () => undefined)
  }

  function start(): void {
    const child = startProcess(options.entry)
    let lastWords = ''
    child.stderr?.on('data', (data: Buffer) => {
      lastWords = (lastWords + data.toString()).slice(-MOST_LAST_WORDS)
    })
    const ended = new Promise<void>((resolve) => {
      const onEnd = (cause: Error) => {
        const wasStarting = member.state === 'starting'
        end(member, new JobLost('crashed', cause))
        members.delete(member)
        resolve()
        if (wasStarting) rejectAll(new Error('a process could not be started', { cause }))
        assign()
      }
      child.once('error', onEnd)
      child.once('close', (code, signal) => onEnd(new Error(`ended with ${code ?? signal}: ${lastWords}`)))
    })
    const member: Member = { child, state: 'starting', task: null, timer: undefined, ended }
    members.add(member)
    child.on('message', (message: typeof PROCESS_READY | JobAnswer) => {
      if (member.state === 'ending') return
      if (message !== PROCESS_READY) settle(member, message)
      member.state = 'idle'
      assign()
    })
  }

  function settle(member: Member, answer: JobAnswer): void {
    clearTimeout(member.timer)
    if ('fault' in answer) member.task?.reject(new JobLost('failed', new Error(answer.fault)))
    else member.task?.resolve(answer.result as never)
    member.task = null
  }

  function end(member: Member, fault: Error): void {
    member.state = 'ending'
    clearTimeout(member.timer)
    member.task?.reject(fault)
    member.task = null
    member.child.kill('SIGKILL')
  }

  function rejectAll(fault: Error): void {
    const waiting = queue
    queue = []
    for (const task of waiting) task.reject(fault)
  }

  return {
    run: (job) =>
      new Promise<Result>((resolve, reject) => {
        if (closed) return reject(new Error('the process pool is closed'))
        queue.push({ job, resolve, reject })
        assign()
      }),
    close: async () => {
      closed = true
      const fault = new Error('the process pool was closed')
      rejectAll(fault)
      for (const member of members) end(member, fault)
      await Promise.all([...members].map(({ ended }) => ended))
    },
  }
}

/** Without our variables: secrets stand among them, and a decoder reads what strangers send. */
function startProcess(entry: URL): ChildProcess {
  const isTypeScript = entry.pathname.endsWith('.ts')
  const module = isTypeScript ? new URL('./typescript-process.mjs', import.meta.url) : entry
  return fork(fileURLToPath(module), isTypeScript ? [entry.href] : [], {
    execArgv: NODE_OPTIONS,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}
