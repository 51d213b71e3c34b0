import type { ApprovalKind } from '#contract/api-approvals'
import type { ApprovalSubject } from '../../ports/approval-subject'

/** The subject of a kind. Kinds without one cannot be opened, so a missing one is a mistake of the wiring. */
export function subjectOf(subjects: readonly ApprovalSubject[], kind: ApprovalKind): ApprovalSubject {
  const subject = subjects.find((one) => one.kind === kind)
  if (subject === undefined) throw new Error(`no subject is wired for approvals of kind ${kind}`)
  return subject
}
