/** Asking for a change to this phone: a new key, a reason, and somebody with authority who decides. */
import type { ApprovalReply } from '../contract/api-approvals'
import { success, type Result } from '../result'
import type { Api } from './api'
import type { DeviceKeys } from './device-key'
import type { Enrolment, EnrolProblem } from './enrolment'
import type { Session } from './session'
import type { ApiProblem } from './transport'

export interface Rebind {
  /** The newest request of this person, whatever became of it; null when there is none. */
  latest(): Promise<Result<ApprovalReply | null, ApiProblem>>
  ask(reason: string): Promise<Result<ApprovalReply, EnrolProblem>>
  /**
   * Takes up a request whose answer got lost on the way to this phone. Asking again with the same key is a repeat; another
   * key's request is refused, and nothing has changed.
   */
  resume(approval: ApprovalReply): Promise<Result<ApprovalReply, EnrolProblem>>
  withdraw(approvalId: string): Promise<Result<ApprovalReply, ApiProblem>>
}

export function createRebind(
  api: Pick<Api, 'approvals' | 'requestRebind' | 'withdrawApproval'>,
  session: Pick<Session, 'login'>,
  keys: Pick<DeviceKeys, 'dropCandidate'>,
  enrolment: Enrolment,
): Rebind {
  async function send(reason: string): Promise<Result<ApprovalReply, EnrolProblem>> {
    const enrolled = await enrolment.enrol()
    if (!enrolled.ok) return enrolled
    const asked = await api.requestRebind({ ...enrolled.value.request, reason }, enrolled.value.sign)
    if (!asked.ok) return asked
    await enrolment.taken(asked.value.session)
    return success(asked.value.approval)
  }

  async function ask(reason: string): Promise<Result<ApprovalReply, EnrolProblem>> {
    // Who asks has to be known from the last five minutes.
    const login = await session.login()
    if (!login.ok) return login
    const asked = await send(reason)
    if (asked.ok || !isDeadKey(asked.problem)) return asked
    await keys.dropCandidate()
    return isRevoked(asked.problem) ? send(reason) : asked
  }

  return {
    async latest() {
      const requests = await api.approvals({ role: 'requester', limit: 20 })
      if (!requests.ok) return requests
      return success(requests.value.items.find(({ kind }) => kind === 'rebind') ?? null)
    },

    ask,
    resume: ({ reason }) => ask(reason),

    async withdraw(approvalId) {
      const withdrawn = await api.withdrawApproval(approvalId)
      if (!withdrawn.ok) return withdrawn
      // The key is dead with the request: what holds now is another session, and another key if it is asked again.
      await keys.dropCandidate()
      await session.login()
      return withdrawn
    },
  }
}

/** A key that can never be this person's. */
function isDeadKey(problem: EnrolProblem): boolean {
  return (problem.kind === 'refused' && problem.code === 'DEVICE_OF_ANOTHER') || isRevoked(problem)
}

/** Its request ended without this phone's hearing of it. */
function isRevoked(problem: EnrolProblem): boolean {
  return (
    problem.kind === 'refused' &&
    problem.code === 'BODY_INVALID' &&
    problem.details.some(({ path }) => path === 'publicKey')
  )
}
