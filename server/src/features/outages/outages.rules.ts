import type { ErrorDetail } from '#contract/error-codes'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Longer ones are no outage that check-ins could be held back by: they have to arrive the same day. */
const LONGEST_MS = 3 * DAY_MS
/** One that goes on may be declared with the end that is expected. */
const FURTHEST_AHEAD_MS = 12 * HOUR_MS
/** The longest window in which a policy counts captures whose time is not proven. */
const FURTHEST_BACK_MS = 90 * DAY_MS

/** Why this is no outage that can be declared now; empty when it is one. Instants are epoch milliseconds. */
export function outageProblems(startsAtMs: number, endsAtMs: number, nowMs: number): ErrorDetail[] {
  const problems: ErrorDetail[] = []
  if (endsAtMs <= startsAtMs) problems.push({ path: 'endsAt', problem: '结束要晚于开始' })
  else if (endsAtMs - startsAtMs > LONGEST_MS) problems.push({ path: 'endsAt', problem: '最长 3 天' })
  if (startsAtMs > nowMs) problems.push({ path: 'startsAt', problem: '不能是将来' })
  if (startsAtMs < nowMs - FURTHEST_BACK_MS) problems.push({ path: 'startsAt', problem: '不能早于 90 天前' })
  if (endsAtMs > nowMs + FURTHEST_AHEAD_MS) problems.push({ path: 'endsAt', problem: '最多到 12 小时后' })
  return problems
}
