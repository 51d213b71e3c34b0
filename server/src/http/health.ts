import type { Page } from './page'
import type { Lifecycle } from './lifecycle'

const TIMEOUT_MS = 2_000

/** Rejects, or takes longer than two seconds: not ready. */
export type ReadinessCheck = () => Promise<unknown>

/**
 * `/healthz`: this process answers. `/readyz`: it can serve: every check holds and it is not shutting down; else 503.
 * Probes get plain states, no error envelope, and no reason beyond the name of the check.
 */
export function healthPages(checks: Readonly<Record<string, ReadinessCheck>>, lifecycle: Lifecycle): Page[] {
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
        const ready = !lifecycle.stopping && entries.every(([, state]) => state === 'ok')
        const status = lifecycle.stopping ? 'stopping' : ready ? 'ready' : 'unready'
        return {
          status: ready ? 200 : 503,
          type,
          body: JSON.stringify({ status, checks: Object.fromEntries(entries) }),
        }
      },
    },
  ]
}

async function holds(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), TIMEOUT_MS)
  })
  try {
    await Promise.race([check(), tooLate])
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
