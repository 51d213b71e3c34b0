import type { AttemptSubjectStore } from '../../ports/attempt-subject-store'
import type { Clock } from '../../ports/system'
import { addDays } from '../shifts/work-day.rules'
import type { AskForApproval } from './ask-for-approval.usecase'
import { needsApproval } from './needs-approval.rules'

/** Events are delivered within seconds; what is unasked for longer was lost on the way, e.g. thrown away by an operator. */
const UNASKED_AFTER_MS = 10 * 60_000
/** Older ones are no matter of a lost event: they are HR's. */
const LOOK_BACK_DAYS = 90

export interface AskAgainPorts {
  readonly attemptSubjects: Pick<AttemptSubjectStore, 'findUnasked'>
  readonly askForApproval: AskForApproval
  readonly clock: Clock
}

export interface AskAgainReport {
  readonly asked: number
  readonly failed: readonly { readonly attemptId: string; readonly error: unknown }[]
  /** Where the next part begins; null: all were looked through. */
  readonly nextAfterId: string | null
}

/**
 * Asks about a part of the attempts that wait for approval and about which nobody was ever asked. Such a request has the
 * attempt's own id, so that several workers, or the event arriving after all, leave one.
 * @param limit of the pending attempts that are looked through
 */
export async function askAgain(ports: AskAgainPorts, afterId: string | null, limit: number): Promise<AskAgainReport> {
  const { attemptSubjects, askForApproval, clock } = ports
  const nowMs = clock.nowMs()
  const firstWorkDay = addDays(new Date(nowMs).toISOString().slice(0, 10), -LOOK_BACK_DAYS)
  const query = { receivedBeforeMs: nowMs - UNASKED_AFTER_MS, firstWorkDay, afterId, limit }
  const { attempts, nextAfterId } = await attemptSubjects.findUnasked(query)
  const failed: { attemptId: string; error: unknown }[] = []
  let asked = 0
  for (const { attemptId } of attempts.filter(needsApproval)) {
    try {
      await askForApproval({ id: attemptId, attemptId })
      asked += 1
    } catch (error) {
      failed.push({ attemptId, error })
    }
  }
  return { asked, failed, nextAfterId }
}
