/** What a judged check-in leaves in the audit trail and the outbox. Ids, codes and a coarse cell: no exact place. */
import type { DomainEvent, Trail } from '../../ports/trail'
import type { Attempt, Decision } from './check-in-facts.rules'
import type { DayRules } from '../shifts/resolve-rules.rules'

const CELLS_PER_DEGREE = 100
/** In one work day; the alert is given once. */
const REFUSALS_THAT_ALERT = 3

export interface TrailInput {
  readonly attemptId: string
  readonly eventId: string
  /** Id of the alert, should there be one. */
  readonly alertId: string
  /** Refused attempts of this person on this work day before this one. */
  readonly refusedOfDay: number
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly requestId: string
  readonly receivedAtMs: number
  readonly attempt: Attempt
  readonly decision: Decision
  readonly rules: Pick<DayRules, 'ruleId' | 'version'>
}

export function trailOf(input: TrailInput): Trail {
  const { attemptId, employeeId, keyThumbprint, decision } = input
  const codes = decision.findings.map((finding) => finding.code)
  return {
    audit: [
      {
        actor: { kind: 'employee', id: employeeId },
        action: `check_in.${decision.outcome}`,
        subject: { kind: 'attempt', id: attemptId },
        requestId: input.requestId,
        detail: { code: decision.code, findings: codes, keyThumbprint },
      },
    ],
    events: [decidedEvent(input, codes), ...alertEvents(input, codes)],
  }
}

/** What somebody has to be told at once; messages are made of it. */
function alertEvents(input: TrailInput, findings: readonly string[]): DomainEvent[] {
  const { attemptId, employeeId, keyThumbprint, decision, refusedOfDay } = input
  const isThird = decision.outcome === 'refused' && refusedOfDay + 1 === REFUSALS_THAT_ALERT
  const alertKind = findings.includes('DEVICE_BOUND_TO_ANOTHER')
    ? 'device_bound_to_another'
    : isThird
      ? 'third_refusal'
      : null
  if (alertKind === null) return []
  const { workDay } = input.attempt.slot
  const { outcome, code } = decision
  return [
    {
      id: input.alertId,
      aggregateKey: `employee:${employeeId}`,
      type: 'check_in.alerted',
      payload: { attemptId, employeeId, keyThumbprint, workDay, outcome, code, alertKind },
    },
  ]
}

function decidedEvent(input: TrailInput, findings: readonly string[]): DomainEvent {
  const { attempt, decision, rules } = input
  const fix = decision.discardsEvidence ? null : attempt.fix
  return {
    id: input.eventId,
    aggregateKey: `employee:${input.employeeId}`,
    type: 'check_in.decided',
    payload: {
      attemptId: input.attemptId,
      employeeId: input.employeeId,
      workDay: attempt.slot.workDay,
      slotKind: attempt.slot.kind,
      slotSpan: attempt.slot.span,
      outcome: decision.outcome,
      code: decision.code,
      findings,
      siteId: decision.siteId,
      presenceBy: decision.presenceBy,
      deferred: decision.deferred,
      lateMinutes: decision.lateMinutes,
      networkType: attempt.networkType,
      capturedAtMs: decision.capturedAtMs,
      receivedAtMs: input.receivedAtMs,
      ruleId: rules.ruleId,
      ruleVersion: rules.version,
      supersedes: decision.supersedes,
      cell:
        fix === null
          ? null
          : {
              latitude: Math.round(fix.latitude * CELLS_PER_DEGREE) / CELLS_PER_DEGREE,
              longitude: Math.round(fix.longitude * CELLS_PER_DEGREE) / CELLS_PER_DEGREE,
              mainlandSystem: fix.system === 'gcj02',
            },
    },
  }
}
