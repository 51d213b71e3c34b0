import { AppError } from '../../app-error'
import type { SessionStore } from '../../ports/session-store'
import type { Clock } from '../../ports/system'
import { callerOf, consentOf, type SessionCaller, type SessionFacts } from '../sessions/caller.rules'
import type { ConsentState } from '#contract/api'

export interface Me {
  readonly employee: SessionFacts['employee']
  readonly caller: SessionCaller
  readonly consent: ConsentState
}

export interface MeDependencies {
  readonly sessions: Pick<SessionStore, 'loadCaller'>
  readonly clock: Clock
  readonly consentGraceDays: number
}

export type ReadMe = (caller: SessionCaller) => Promise<Me>

/** What the caller is and may do, as the database has it now. */
export function createReadMe({ sessions, clock, consentGraceDays }: MeDependencies): ReadMe {
  return async ({ sessionId }) => {
    const facts = await sessions.loadCaller(sessionId)
    if (facts === null) throw new AppError('TOKEN_INVALID')
    const nowMs = clock.nowMs()
    const caller = callerOf(facts, nowMs, consentGraceDays)
    return { employee: facts.employee, caller, consent: consentOf(facts, nowMs, consentGraceDays) }
  }
}
