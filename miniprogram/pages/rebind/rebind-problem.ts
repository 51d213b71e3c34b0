import type { EnrolProblem } from '../../services/enrolment'
import { durationText } from '../../texts/format'
import { texts } from '../../texts/texts'

/** Longer waits are the limit of requests a day, shorter ones the limit a minute. */
const SHORT_WAIT_MS = 120_000

/** Why a request did not go out, and what to do. Pure. */
export function problemText(problem: EnrolProblem): string {
  const words = texts.rebind.problem
  if (problem.kind === 'unreachable') return words.unreachable
  if (problem.kind === 'login') return words.login
  if (problem.kind === 'storage_full') return words.storageFull
  if (problem.code === 'TOO_MANY_REQUESTS' && problem.retryAfterMs !== null) {
    const wait = durationText(problem.retryAfterMs / 1_000)
    return problem.retryAfterMs > SHORT_WAIT_MS ? words.tooMany(wait) : words.waitShort(wait)
  }
  return `${problem.message}。${problem.hint}`
}
