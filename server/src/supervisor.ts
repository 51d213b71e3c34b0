import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Config } from './config'
import { backoffMs, STEADY_AFTER_MS } from './restart.rules'
import { untilToldToStop } from './stop-signals'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
/** How much longer than its own grace a child may take before it is killed. */
const KILL_AFTER_GRACE_MS = 5_000

/**
 * Prepares the data, then keeps web and worker running as two processes of the same program until told to stop.
 * Prints the one address when both are ready.
 * @throws Error with code CHILD_GAVE_UP when a process cannot be started at all; the child said why
 */
export async function supervise(config: Config): Promise<void> {
  const { prepareData } = await import('./wiring')
  const data = await prepareData(config)
  await data.close()

  if (config.environment !== 'production' && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    console.warn(
      `注意：开发模式监听 ${config.host}，同一网络里的人可以用演示身份登录。正式使用请设 NODE_ENV=production`,
    )
  }
  const stopping = untilToldToStop()
  const web = keepRunning('web')
  const worker = keepRunning('worker')
  const gaveUp = Promise.race([web.gaveUp, worker.gaveUp])
  // Only a first start can give up; without a handler its rejection after a stop would end this process.
  gaveUp.catch(() => undefined)
  try {
    const started = Promise.all([web.ready, worker.ready])
    const url = await Promise.race([started.then(([address]) => address), gaveUp, stopping])
    if (typeof url === 'string') console.log(`外勤签到已启动：${url}`)
    await Promise.race([stopping, gaveUp])
  } finally {
    const timeoutMs = config.shutdownGraceSeconds * 1_000 + KILL_AFTER_GRACE_MS
    await Promise.all([web.stop(timeoutMs), worker.stop(timeoutMs)])
  }
}

interface Kept {
  /** The address that the child reports; null when it has none. */
  readonly ready: Promise<string | null>
  /** Rejects when the child ends before it was ever ready. */
  readonly gaveUp: Promise<never>
  stop(timeoutMs: number): Promise<void>
}

/** Starts a child again whenever it ends on its own, with growing pauses; one that never got ready is not tried again. */
function keepRunning(name: 'web' | 'worker'): Kept {
  let child: ChildProcess
  let stopped = false
  let everReady = false
  let failures = 0
  let restart: NodeJS.Timeout | undefined
  let tellReady: (url: string | null) => void = () => undefined
  let tellGaveUp: (error: Error) => void = () => undefined
  const ready = new Promise<string | null>((resolve) => (tellReady = resolve))
  const gaveUp = new Promise<never>((_, reject) => (tellGaveUp = reject))

  const start = () => {
    const startedAt = performance.now()
    // A group of its own for Ctrl+C: the terminal would signal the children too, and each would hear it twice.
    child = fork(MAIN, [name], { execArgv: process.execArgv, detached: true })
    child.on('message', (message: { kind?: unknown; url?: unknown }) => {
      if (message.kind !== 'ready') return
      everReady = true
      tellReady(typeof message.url === 'string' ? message.url : null)
    })
    child.once('exit', (code, signal) => {
      if (stopped) return
      if (!everReady) {
        tellGaveUp(Object.assign(new Error(`${name} 没有启动成功，原因见上`), { code: 'CHILD_GAVE_UP' }))
        return
      }
      if (performance.now() - startedAt >= STEADY_AFTER_MS) failures = 0
      const pauseMs = backoffMs(failures++)
      console.error(`${name} 意外退出（${signal ?? code}），${pauseMs / 1_000} 秒后重启`)
      restart = setTimeout(start, pauseMs)
    })
  }
  start()

  const stop = async (timeoutMs: number): Promise<void> => {
    stopped = true
    clearTimeout(restart)
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const kill = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    await ended
    clearTimeout(kill)
  }
  return { ready, gaveUp, stop }
}
