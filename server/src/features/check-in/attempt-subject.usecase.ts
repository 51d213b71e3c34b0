import { findingText } from '#contract/finding-texts'
import type { ApprovalSubject } from '../../ports/approval-subject'
import type { AttemptSubjectStore } from '../../ports/attempt-subject-store'
import type { Settle } from '../../ports/settle'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import { findingsOfRequest } from './needs-approval.rules'

const HOUR_MS = 3_600_000
const EXPIRES_AFTER_MS = 72 * HOUR_MS
const ESCALATES_AFTER_MS = 24 * HOUR_MS

/** The attempt came to its end before somebody approved it: the approval stands, and changed nothing. */
const SUBJECT_SETTLED = 'SUBJECT_SETTLED'

export interface AttemptSubjectPorts {
  readonly attemptSubjects: Pick<AttemptSubjectStore, 'find'>
  readonly settle: Settle
}

/** A pending attempt as approvals see it. Anything but an approval refuses what waited for one. */
export function createAttemptSubject({ attemptSubjects, settle }: AttemptSubjectPorts): ApprovalSubject {
  return {
    kind: 'attempt',
    expiresAfterMs: EXPIRES_AFTER_MS,
    escalatesAfterMs: ESCALATES_AFTER_MS,
    approvers: ['direct_leader', 'department_leader', 'next_level_up', 'hr', 'admin'],

    async describe({ subjectId }) {
      const attempt = await attemptSubjects.find(subjectId)
      if (attempt === null) return null
      const { attemptId, slot, outcome, code, siteName, photoCount } = attempt
      return {
        kind: 'attempt',
        ...{ attemptId, slot, outcome, code, siteName, photoCount },
        capturedAt: toIsoWithOffset(attempt.capturedAtMs, attempt.zone),
        sentences: findingsOfRequest(attempt.findings).map((found) => findingText(found).sentence),
      }
    },

    async apply(tx, { subjectId }, { status, decidedBy, atMs, requestId }) {
      const approved = status === 'approved'
      const cause = { kind: 'approval', approved, by: decidedBy } as const
      const settled = await settle(tx, { attemptId: subjectId, cause, requestId }, atMs)
      if (settled === 'conflict') return 'conflict'
      return { effect: settled.changed ? settled.effect : SUBJECT_SETTLED }
    },
  }
}
