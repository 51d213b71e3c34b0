import { findingText } from '#contract/finding-texts'
import type { ApprovalSubject, DescribedSubject } from '../../ports/approval-subject'
import type { AttemptSubjectStore, AttemptToApprove } from '../../ports/attempt-subject-store'
import type { Settle } from '../../ports/settle'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import { findingsOfRequest } from './needs-approval.rules'

const HOUR_MS = 3_600_000
const EXPIRES_AFTER_MS = 72 * HOUR_MS
/** Of five levels the last is asked after 48 h, and has a day left. */
const ESCALATES_AFTER_MS = 12 * HOUR_MS

/** The attempt came to its end before somebody approved it: the approval stands, and changed nothing. */
const SUBJECT_SETTLED = 'SUBJECT_SETTLED'

export interface AttemptSubjectPorts {
  readonly attemptSubjects: Pick<AttemptSubjectStore, 'findMany' | 'hold'>
  readonly settle: Settle
}

/** A pending attempt as approvals see it. Anything but an approval refuses what waited for one. */
export function createAttemptSubject({ attemptSubjects, settle }: AttemptSubjectPorts): ApprovalSubject {
  return {
    kind: 'attempt',
    expiresAfterMs: EXPIRES_AFTER_MS,
    escalatesAfterMs: ESCALATES_AFTER_MS,
    approvers: ['direct_leader', 'department_leader', 'next_level_up', 'hr', 'admin'],

    async describe(requests) {
      const attempts = await attemptSubjects.findMany(requests.map(({ subjectId }) => subjectId))
      const described = new Map(attempts.map((attempt) => [attempt.attemptId, describeAttempt(attempt)]))
      return new Map(
        requests.flatMap(({ id, subjectId }) => {
          const subject = described.get(subjectId)
          return subject === undefined ? [] : [[id, subject] as const]
        }),
      )
    },

    holdVersion: (tx, { subjectId }, version) => attemptSubjects.hold(tx, subjectId, version),

    async apply(tx, { subjectId }, { status, decidedBy, atMs, requestId }) {
      const approved = status === 'approved'
      const cause = { kind: 'approval', approved, by: decidedBy } as const
      const settled = await settle(tx, { attemptId: subjectId, cause, requestId }, atMs)
      if (settled === 'conflict') return 'conflict'
      return { effect: settled.changed ? settled.effect : SUBJECT_SETTLED }
    },
  }
}

/** Its version is the number of the decision that stands: a photo looked at since, or a neighbour accepted, is another. */
function describeAttempt(attempt: AttemptToApprove): DescribedSubject {
  const { attemptId, slot, outcome, code, siteName, photoCount } = attempt
  return {
    reply: {
      kind: 'attempt',
      ...{ attemptId, slot, outcome, code, siteName, photoCount },
      capturedAt: toIsoWithOffset(attempt.capturedAtMs, attempt.zone),
      sentences: findingsOfRequest(attempt.findings).map((found) => findingText(found).sentence),
    },
    version: attempt.decisionNumber,
  }
}
