import { fork, type ChildProcess } from 'node:child_process'
import { backoffMs, STEADY_AFTER_MS } from './restart.rules'

export interface Kept {
  /** The address that the child reports; null when it has none. */
  readonly ready: Promise<string | null>
  /** Rejects when the child ends before it was ever ready. */
  readonly gaveUp: Promise<never>
  stop(timeoutMs: number): Promise<void>
}

/**
 * Runs `module name` as a process and starts it again whenever it ends on its own, with growing pauses; one that never
 * got ready is not tried again. The child says that it is ready by the message `{ kind: 'ready', url }`.
 * @param words more arguments for it
 */
export function keepRunning(module: string, name: string, words: readonly string[] = []): Kept {
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
    child = fork(module, [name, ...words], {
      execArgv: process.execArgv,
      detached: true,
    })
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
