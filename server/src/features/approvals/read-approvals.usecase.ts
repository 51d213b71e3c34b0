import { APPROVAL_KINDS, type ApprovalReply, type ApprovalStatus } from '#contract/api-approvals'
import { AppError } from '../../app-error'
import type { ApprovalFacts, ApprovalListQuery, ApprovalRelation, ApprovalStore } from '../../ports/approval-store'
import type { ApprovalSubject, DescribedSubject } from '../../ports/approval-subject'
import type { ApprovalCaller, ReadApproval } from '../../ports/approvals'
import type { Clock } from '../../ports/system'
import { reachOf } from '../people/reach.rules'
import { approvalReply, mayRead, type Reader } from './approval-reply.rules'
import { leaderLevelNumbers } from './approvers.rules'
import { subjectRequest } from './close-approval.usecase'
import { subjectOf } from './subject-of.usecase'

export interface ReadApprovalPorts {
  readonly approvals: Pick<ApprovalStore, 'find' | 'list' | 'departments'>
  readonly subjects: readonly ApprovalSubject[]
  readonly clock: Clock
}

/** Contract and errors in ports/approvals.ts. */
export function createReadApproval(ports: ReadApprovalPorts): ReadApproval {
  const { approvals, subjects, clock } = ports
  return async (caller, approvalId) => {
    const nowMs = clock.nowMs()
    const approval = await approvals.find(approvalId, nowMs)
    if (approval === null) throw new AppError('NOT_FOUND')
    if (!mayRead(caller, withOrder(subjects, approval), nowMs)) throw new AppError('NOT_FOUND')
    const [reply] = await repliesOf(ports, caller, [approval], nowMs)
    if (reply === undefined) throw new AppError('NOT_FOUND')
    return reply
  }
}

export interface ListApprovalsInput {
  readonly caller: Pick<ApprovalCaller, 'employeeId' | 'roles'>
  readonly role: ApprovalRelation['role']
  readonly status: ApprovalStatus | null
  readonly before: ApprovalListQuery['before']
  readonly limit: number
}

export interface ApprovalPage {
  readonly items: readonly ApprovalReply[]
  readonly next: ApprovalListQuery['before']
}

export type ListApprovals = (input: ListApprovalsInput) => Promise<ApprovalPage>

/**
 * A page of requests, newest first: one's own, or those that one has authority over or has decided; as a delegate, the
 * pending ones alone. A request whose subject is gone is left out.
 */
export function createListApprovals(ports: ReadApprovalPorts): ListApprovals {
  const { approvals, clock } = ports
  return async ({ caller, role, status, before, limit }) => {
    const nowMs = clock.nowMs()
    const relation = role === 'requester' ? { role, employeeId: caller.employeeId } : await approverOf(ports, caller)
    const found = await approvals.list({ relation, status, before, limit: limit + 1 }, nowMs)
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      items: await repliesOf(ports, caller, page, nowMs),
      next: found.length > limit && last !== undefined ? { createdAtMs: last.createdAtMs, id: last.id } : null,
    }
  }
}

async function approverOf(
  { approvals, subjects }: ReadApprovalPorts,
  { employeeId, roles }: Reader,
): Promise<ApprovalRelation> {
  const offices = roles.filter(({ role }) => role === 'hr' || role === 'admin')
  const leadership = { departments: await approvals.departments(), ledDepartmentIds: [], directReports: [] }
  return {
    role: 'approver',
    employeeId,
    scope: reachOf(offices, 'approvals.decide', leadership),
    leaderLevels: subjects.map(({ kind, approvers }) => ({ kind, levels: leaderLevelNumbers(approvers) })),
  }
}

/** Each kind describes its part of the page at once; what is gone is left out. */
async function repliesOf(
  { subjects }: ReadApprovalPorts,
  reader: Reader,
  page: readonly ApprovalFacts[],
  nowMs: number,
): Promise<ApprovalReply[]> {
  const described = new Map<string, DescribedSubject>()
  for (const kind of APPROVAL_KINDS) {
    const requests = page.filter((approval) => approval.kind === kind).map(subjectRequest)
    if (requests.length === 0) continue
    for (const [id, subject] of await subjectOf(subjects, kind).describe(requests)) described.set(id, subject)
  }
  return page.flatMap((approval) => {
    const subject = described.get(approval.id)
    return subject === undefined ? [] : approvalReply(reader, withOrder(subjects, approval), subject, nowMs)
  })
}

function withOrder(subjects: readonly ApprovalSubject[], approval: ApprovalFacts) {
  return { ...approval, order: subjectOf(subjects, approval.kind).approvers }
}
