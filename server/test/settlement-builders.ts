/** Stored attempts for tests of later decisions: what the first decision about a scenario left behind. */
import type { Decision } from '../src/features/check-in/check-in-facts.rules'
import type { SettleCause, SettlementFacts, SettlementPhoto } from '../src/features/check-in/settlement-facts.rules'
import type { Finding, FindingCode } from '#contract/decision'
import type { Severity } from '#contract/finding-codes'
import { settleAttempt, type SettledDecision } from '../src/features/check-in/settle-attempt.rules'
import { at, checkIn, decideOn, fixOutside, photo, type Changes, type Scenario } from './check-in-builders'

/** `uploadUntil` + 2 h of the builders' usual slot. */
export const DEADLINE = at('02:00', '2026-11-19')

export function settlementPhoto(changes: Partial<SettlementPhoto> = {}): SettlementPhoto {
  const perceptualHash = changes.state === 'awaited' || changes.state === 'failed' ? null : '0f0f0f0f0f0f0f0f'
  return { sha256: photo().sha256, state: 'verified', problem: null, usedBeforeAtMs: null, perceptualHash, ...changes }
}

/** As stored right after it was judged; its photos are still awaited unless the changes say otherwise. */
export function storedAttempt(scenario: Scenario, changes: Partial<SettlementFacts> = {}): SettlementFacts {
  const { facts, attempt, nowMs } = scenario
  const decision: Decision = decideOn(scenario)
  return {
    attemptId: 'attempt-1',
    employeeId: facts.employee.id,
    slot: attempt.slot,
    zone: facts.zone,
    siteId: decision.siteId,
    capturedAtMs: decision.capturedAtMs,
    receivedAtMs: nowMs,
    outcome: decision.outcome,
    code: decision.code,
    decisionCount: 1,
    findings: decision.findings,
    checks: decision.checks,
    approvedBy: null,
    evidenceState: decision.evidenceState,
    evidenceDeadlineMs: decision.evidenceDeadlineMs,
    claims: attempt.photos,
    photos: attempt.photos.map(({ sha256 }) => settlementPhoto({ sha256, state: 'awaited' })),
    otherPictures: [],
    policy: facts.rule.policy,
    dayAttempts: facts.dayAttempts,
    dayVersion: 1,
    ...changes,
  }
}

export const LEADER = 'employee-leader'
export const photos = (evidenceAtMs = at('10:00')): SettleCause => ({ kind: 'photos', evidenceAtMs })
export const APPROVED: SettleCause = { kind: 'approval', approved: true, by: LEADER }
export const REJECTED: SettleCause = { kind: 'approval', approved: false, by: LEADER }
export const LAPSED: SettleCause = { kind: 'approval', approved: false, by: null }
export const REBOUND: SettleCause = { kind: 'rebind', approved: true, by: LEADER }
export const NOT_REBOUND: SettleCause = { kind: 'rebind', approved: false, by: LEADER }
export const REBIND_LAPSED: SettleCause = { kind: 'rebind', approved: false, by: null }

export const VERIFIED = { photos: [settlementPhoto()] }
export const FAILED = { photos: [settlementPhoto({ state: 'failed', problem: 'hash' })] }
export const WITH_PHOTO = { attempt: { photos: [photo()] } }
export const APPLICATION = { fix: fixOutside(900), applicationReason: '地下车库没信号', photos: [photo()] }
export const CANDIDATE = { state: 'candidate', boundAtMs: null } as const

export const awaiting = (changes: Partial<SettlementFacts> = {}, more: Changes = {}) =>
  storedAttempt(checkIn({ ...more, attempt: { photos: [photo()], ...more.attempt } }), changes)
export const application = (changes: Partial<SettlementFacts> = {}) => awaiting(changes, { attempt: APPLICATION })
export const candidate = (changes: Partial<SettlementFacts> = {}, more: Changes = {}) =>
  awaiting(changes, { device: CANDIDATE, ...more })
export const accepted = (changes: Partial<SettlementFacts> = {}) => after(awaiting(VERIFIED), photos(), changes)
export const refused = (changes: Partial<SettlementFacts> = {}) =>
  storedAttempt(checkIn({ attempt: { fix: fixOutside(900), photos: [photo()] } }), changes)

/** The facts that a decision leaves to the next one. */
export function after(
  facts: SettlementFacts,
  cause: SettleCause,
  changes: Partial<SettlementFacts> = {},
): SettlementFacts {
  const decision = settleAttempt(facts, cause)
  if (decision === 'unchanged') throw new Error('nothing was decided')
  const { outcome, code, findings, checks, evidenceState, approvedBy } = decision
  const decisionCount = facts.decisionCount + 1
  return { ...facts, outcome, code, findings, checks, evidenceState, approvedBy, decisionCount, ...changes }
}

export function settled(facts: SettlementFacts, cause: SettleCause): SettledDecision {
  const decision = settleAttempt(facts, cause)
  if (decision === 'unchanged') throw new Error('nothing was decided')
  return decision
}

export const severityOf = (
  { findings }: { readonly findings: readonly Finding[] },
  code: FindingCode,
): Severity | null => findings.find((found) => found.code === code)?.severity ?? null
