import type { RecordableStore } from '../store-calls'
import { approvalCardCalls } from './approval-card.calls'
import { approvalCalls } from './approval.calls'
import { attemptSubjectCalls } from './attempt-subject.calls'
import {
  photoBacklogCalls,
  photoRecordCalls,
  recordCalls,
  settlementCalls,
  teamCalls,
  visitRecordCalls,
} from './attempts.calls'
import { auditDetailCalls, auditReaderCalls, auditSealCalls } from './audit.calls'
import { callbackCalls } from './callback.calls'
import { checkInCalls, checkInRulesCalls } from './check-in.calls'
import { eventLogCalls } from './event-log.calls'
import { encryptedFieldCalls, feedbackCalls, retentionCalls } from './keeping.calls'
import { deadLetterCalls, leaseCalls, outboxBacklogCalls, outboxCalls, recordTrailCalls } from './outbox.calls'
import { consentCalls, contextCalls, delegationCalls, peopleCalls } from './people.calls'
import { deviceCalls, rebindCalls, sessionCalls, signingKeyCalls } from './phones.calls'
import { gatewayCalls, outageCalls, planCalls, ruleCalls, siteCalls } from './places.calls'
import { integrationTokenCalls, noticeCalls, organisationCalls, wecomBacklogCalls, writeBackCalls } from './wecom.calls'

/** Every store, by the name of its file. */
export const STORES: readonly RecordableStore[] = [
  ...[approvalCalls, approvalCardCalls, attemptSubjectCalls, auditDetailCalls, auditReaderCalls, auditSealCalls],
  ...[callbackCalls, checkInCalls, checkInRulesCalls, consentCalls, contextCalls, deadLetterCalls, delegationCalls],
  ...[deviceCalls, encryptedFieldCalls, eventLogCalls, feedbackCalls, gatewayCalls, integrationTokenCalls, leaseCalls],
  ...[
    noticeCalls,
    organisationCalls,
    outageCalls,
    outboxBacklogCalls,
    outboxCalls,
    peopleCalls,
    photoBacklogCalls,
    photoRecordCalls,
  ],
  ...[planCalls, rebindCalls, recordCalls, recordTrailCalls, retentionCalls, ruleCalls, sessionCalls, settlementCalls],
  ...[signingKeyCalls, siteCalls, teamCalls, visitRecordCalls, wecomBacklogCalls, writeBackCalls],
]
