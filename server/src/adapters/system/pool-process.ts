/** The other end of `createProcessPool`: what a process of the pool runs. */

/** What a process says first, once its modules are loaded; every later message is the answer to its one job. */
export const PROCESS_READY = 'ready'

export type JobAnswer = { readonly result: unknown } | { readonly fault: string }

/** Takes one job after the other. A job that throws fails alone; the process goes on. */
export function serveJobs<Job>(work: (job: Job) => Promise<unknown>): void {
  const answer = (message: JobAnswer) => process.send?.(message)
  process.on('message', ({ job }: { readonly job: Job }) => {
    work(job).then(
      (result) => answer({ result }),
      (fault: unknown) => answer({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
    )
  })
  // The pool is gone, however it ended: there is nothing to tidy up, and native work would be waited for.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  // Ctrl+C reaches every process of a terminal; when this one ends is the pool's to say.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.send?.(PROCESS_READY)
}
