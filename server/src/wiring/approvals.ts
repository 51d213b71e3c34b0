import { createApprovalStore } from '../adapters/database/approval-store'
import { createAttemptSubjectStore } from '../adapters/database/attempt-subject-store'
import type { Database } from '../adapters/database/database'
import { createDelegationStore } from '../adapters/database/delegation-store'
import { createDeviceStore } from '../adapters/database/device-store'
import { createRebindStore } from '../adapters/database/rebind-store'
import { createSettlementStore } from '../adapters/database/settlement-store'
import { createTransactions } from '../adapters/database/store-transaction'
import { createCloseApproval } from '../features/approvals/close-approval.usecase'
import { createCloseRequestsOfLeaver } from '../features/approvals/close-for-leaver.usecase'
import { createOpenApproval } from '../features/approvals/open-approval.usecase'
import { createReadApproval } from '../features/approvals/read-approvals.usecase'
import { createMaySeeEvidence } from '../features/approvals/see-evidence.usecase'
import { createExpireApproval } from '../features/approvals/sweep-approvals.usecase'
import { createAskForApproval } from '../features/check-in/ask-for-approval.usecase'
import { createAttemptSubject } from '../features/check-in/attempt-subject.usecase'
import { createSettle } from '../features/check-in/settle-attempt.usecase'
import { createRebindSubject } from '../features/devices/rebind-subject.usecase'
import { createSettleHeld } from '../features/devices/settle-held.usecase'
import type { Sources } from './platform'

export type Approvals = ReturnType<typeof createApprovals>

/** Approvals with every subject that may be asked about; web and worker make the same. */
export function createApprovals(database: Database, { clock, random }: Sources) {
  const settlements = createSettlementStore()
  const attemptSubjects = createAttemptSubjectStore(database)
  const rebinds = createRebindStore(database)
  const settle = createSettle({ settlements, random })
  const subjects = [
    createAttemptSubject({ attemptSubjects, settle }),
    createRebindSubject({ devices: createDeviceStore(database), rebinds, settlements, settle, random }),
  ]
  const transactions = createTransactions(database)
  const parts = { clock, random, transactions, approvals: createApprovalStore(database), subjects }
  const openApproval = createOpenApproval(parts)
  const closeApproval = createCloseApproval(parts)
  const readApproval = createReadApproval(parts)
  return {
    ...parts,
    rebinds,
    attemptSubjects,
    settle,
    settleHeld: createSettleHeld({ ...parts, settlements, settle }),
    delegations: createDelegationStore(database),
    openApproval,
    closeApproval,
    closeRequestsOfLeaver: createCloseRequestsOfLeaver(parts),
    expireApproval: createExpireApproval(parts),
    readApproval,
    maySeeEvidence: createMaySeeEvidence({ ...parts, readApproval }),
    askForApproval: createAskForApproval({ ...parts, attemptSubjects, openApproval, closeApproval }),
  }
}
