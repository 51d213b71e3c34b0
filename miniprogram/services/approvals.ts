/** Deciding about requests. Who decides has to be known from the last five minutes, and decides about what he saw. */
import type { ApprovalReply, DecideApprovalRequest } from '../contract/api-approvals'
import type { Api } from './api'
import type { Session } from './session'
import type { ApiProblem } from './transport'

export type Decision = DecideApprovalRequest['decision']

/**
 * `decided`: as asked, also by an earlier send whose answer got lost. `closed`: it had come to its end in another way;
 * `approval` is null where one may not read it any more. `changed`: it reads differently by now, and nothing was decided.
 * `failed`: nothing is known to have happened; the same may be sent again.
 */
export type Decided =
  | { readonly kind: 'decided'; readonly approval: ApprovalReply }
  | { readonly kind: 'closed'; readonly approval: ApprovalReply | null; readonly message: string }
  | { readonly kind: 'changed'; readonly approval: ApprovalReply }
  | { readonly kind: 'failed'; readonly problem: ApiProblem; readonly at: 'login' | 'decision' }

export interface Approvals {
  /** @param approval as it was read and shown; while one decision about it runs, a second one gets its outcome */
  decide(approval: ApprovalReply, decision: Decision, comment: string): Promise<Decided>
}

const CLOSED_CODES = [
  'APPROVAL_ALREADY_DECIDED',
  'APPROVAL_EXPIRED',
  'APPROVAL_WITHDRAWN',
  'APPROVAL_NOT_NEEDED',
  'REQUESTER_LEFT',
]

export function createApprovals(
  api: Pick<Api, 'approval' | 'decide'>,
  session: Pick<Session, 'login'>,
  authority: { decided(): Promise<void> },
): Approvals {
  const running = new Map<string, Promise<Decided>>()

  async function send(approval: ApprovalReply, decision: Decision, comment: string): Promise<Decided> {
    const login = await session.login()
    if (!login.ok) return { kind: 'failed', problem: login.problem, at: 'login' }
    const { id, subjectVersion } = approval
    const said = comment.trim()
    const request: DecideApprovalRequest = { decision, subjectVersion, ...(said === '' ? {} : { comment: said }) }
    const reply = await api.decide(id, request)
    if (reply.ok) {
      await authority.decided()
      return { kind: 'decided', approval: reply.value }
    }
    const { problem } = reply
    if (problem.kind !== 'refused') return { kind: 'failed', problem, at: 'decision' }
    if (problem.code === 'VERSION_CONFLICT') return changed(id)
    if (!CLOSED_CODES.includes(problem.code)) return { kind: 'failed', problem, at: 'decision' }
    await authority.decided()
    const now = await api.approval(id)
    return { kind: 'closed', approval: now.ok ? now.value : null, message: problem.message }
  }

  async function changed(id: string): Promise<Decided> {
    const now = await api.approval(id)
    if (!now.ok) return { kind: 'failed', problem: now.problem, at: 'decision' }
    if (now.value.status === 'pending') return { kind: 'changed', approval: now.value }
    await authority.decided()
    return { kind: 'closed', approval: now.value, message: '' }
  }

  return {
    decide(approval, decision, comment) {
      const { id } = approval
      const sent = running.get(id) ?? send(approval, decision, comment).finally(() => running.delete(id))
      running.set(id, sent)
      return sent
    },
  }
}
