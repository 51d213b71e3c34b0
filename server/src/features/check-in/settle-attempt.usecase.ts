import type { Random } from '../../ports/system'
import type { Settle, Settlement } from '../../ports/settle'
import type { SettlementFacts, SettlementStore } from '../../ports/settlement-store'
import type { Actor, Trail } from '../../ports/trail'
import { settleAttempt, type SettledDecision } from './settle-attempt.rules'

export interface SettlePorts {
  readonly settlements: Pick<SettlementStore, 'load' | 'write'>
  readonly random: Random
}

const UNCHANGED = { changed: false, effect: null } as const

/**
 * Decides stored attempts again inside the caller's transaction, which `untilNoConflict` opens. An attempt that is gone,
 * settled, or not concerned by the cause stays as it is.
 */
export function createSettle({ settlements, random }: SettlePorts): Settle {
  return async (tx, settlement, nowMs) => {
    const facts = await settlements.load(tx, settlement.attemptId, settlement.cause.kind)
    if (facts === null) return UNCHANGED
    const decision = settleAttempt(facts, settlement.cause)
    if (decision === 'unchanged') return UNCHANGED
    const { attemptId, employeeId, slot, zone, decisionCount, dayVersion } = facts
    const written = await settlements.write(
      tx,
      {
        ...{ attemptId, employeeId, slot, zone, decisionCount, dayVersion },
        ...decision,
        effect: null,
        trail: trailOf(facts, settlement, decision, random.id()),
      },
      nowMs,
    )
    return written === 'conflict' ? 'conflict' : { changed: true, effect: null }
  }
}

function trailOf(
  facts: SettlementFacts,
  { cause, requestId }: Settlement,
  decision: SettledDecision,
  eventId: string,
): Trail {
  const { attemptId, employeeId, slot, siteId, capturedAtMs, receivedAtMs } = facts
  const { outcome, code, evidenceState, supersedes, reinstates } = decision
  const decisionNumber = facts.decisionCount + 1
  const findings = decision.findings.map((found) => found.code)
  return {
    audit: [
      {
        actor: actorOf(decision),
        action: 'check_in.redecided',
        subject: { kind: 'attempt', id: attemptId },
        requestId,
        detail: {
          ...{ decisionNumber, cause: cause.kind, before: facts.outcome, outcome, code, findings },
          ...{ supersedes, reinstates },
        },
      },
    ],
    events: [
      {
        id: eventId,
        aggregateKey: `employee:${employeeId}`,
        type: 'check_in.redecided',
        payload: {
          attemptId,
          employeeId,
          decisionNumber,
          cause: cause.kind,
          decidedBy: decision.decidedBy,
          workDay: slot.workDay,
          slotKind: slot.kind,
          slotSpan: slot.span,
          outcomeBefore: facts.outcome,
          outcome,
          code,
          findings,
          pendingFindings: decision.findings
            .filter(({ severity }) => severity === 'pending')
            .map((found) => found.code),
          evidenceState,
          siteId,
          capturedAtMs,
          receivedAtMs,
          supersedes,
          reinstates,
        },
      },
    ],
  }
}

function actorOf({ decidedBy }: SettledDecision): Actor {
  return decidedBy === 'rule' ? { kind: 'system', id: 'rule' } : { kind: 'employee', id: decidedBy }
}
