/** For how long and to whom a leader may hand his authority. */
import type { ErrorDetail } from '#contract/error-codes'

const DAY_MS = 86_400_000
const LONGEST_DAYS = 90

export interface AskedDelegation {
  readonly leaderId: string
  /** Null: unknown, or no longer employed. */
  readonly delegateId: string | null
  readonly startsAtMs: number
  readonly endsAtMs: number
}

/** What is wrong with it; empty when nothing is. */
export function delegationProblems(asked: AskedDelegation, nowMs: number): ErrorDetail[] {
  const { leaderId, delegateId, startsAtMs, endsAtMs } = asked
  const problems: ErrorDetail[] = []
  if (delegateId === null) problems.push({ path: 'delegateUserId', problem: '没有这位员工，或已离职' })
  if (delegateId === leaderId) problems.push({ path: 'delegateUserId', problem: '不能委托给自己' })
  if (endsAtMs <= startsAtMs) problems.push({ path: 'endsAt', problem: '结束要晚于开始' })
  else if (endsAtMs <= nowMs) problems.push({ path: 'endsAt', problem: '结束时间已过' })
  if (endsAtMs - startsAtMs > LONGEST_DAYS * DAY_MS) {
    problems.push({ path: 'endsAt', problem: `一次最多 ${LONGEST_DAYS} 天` })
  }
  return problems
}

export const OVERLAPS: ErrorDetail = { path: 'startsAt', problem: '和你已有的代审批时间重叠，先撤销那一个' }
