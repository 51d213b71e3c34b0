import type { Page } from './page'
import type { Lifecycle } from './lifecycle'

const TIMEOUT_MS = 2_000

/** Rejects, or takes longer than two seconds: not ready. */
export type ReadinessCheck = () => Promise<unknown>

/** One word about something that this process can do without. */
export type Remark = () => Promise<string>

/**
 * `/healthz`: this process answers. `/readyz`: it can serve: every check holds and it is not shutting down; else 503.
 * Probes get plain states, no error envelope, and no reason beyond the name of the check.
 * @param remarks stand among the checks, and never make it unready
 */
export function healthPages(
  checks: Readonly<Record<string, ReadinessCheck>>,
  lifecycle: Lifecycle,
  remarks: Readonly<Record<string, Remark>> = {},
): Page[] {
  const type = 'application/json; charset=utf-8'
  return [
    { path: '/healthz', quiet: true, answer: () => ({ type, body: JSON.stringify({ status: 'ok' }) }) },
    {
      path: '/readyz',
      quiet: true,
      answer: async () => {
        const entries = await Promise.all(
          Object.entries(checks).map(async ([name, check]) => [name, (await holds(check)) ? 'ok' : 'failing'] as const),
        )
        const told = await Promise.all(
          Object.entries(remarks).map(async ([name, remark]) => [name, await wordOf(remark)] as const),
        )
        const ready = !lifecycle.leaving && entries.every(([, state]) => state === 'ok')
        const status = lifecycle.leaving ? 'stopping' : ready ? 'ready' : 'unready'
        return {
          status: ready ? 200 : 503,
          type,
          body: JSON.stringify({ status, checks: Object.fromEntries([...entries, ...told]) }),
        }
      },
    },
  ]
}

async function holds(check: ReadinessCheck): Promise<boolean> {
  try {
    await inTime(check())
    return true
  } catch {
    return false
  }
}

async function wordOf(remark: Remark): Promise<string> {
  try {
    return await inTime(remark())
  } catch {
    return 'unknown'
  }
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), TIMEOUT_MS)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
