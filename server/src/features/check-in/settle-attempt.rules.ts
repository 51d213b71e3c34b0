/**
 * The later decision about a stored attempt. What the first decision saw stands: presence, device and signs are not
 * looked at again. Only what can change is: photos, approvals, and the day around the attempt.
 */
import type { EvidenceState } from '#contract/api'
import type { CheckRow, DecisionCode, Finding, FindingCode, Outcome } from '#contract/decision'
import { FINDINGS } from '#contract/finding-codes'
import { worstOf, type ApprovalEnd } from '#contract/finding-texts'
import { besideAccepted, reinstatedBy } from './check-duplicate.rules'
import { evidenceRowAgain } from './check-evidence.rules'
import { evidenceStateOf } from './judge-photos.rules'
import { resultOf, rowOf } from './judging.rules'
import { photoFindingsNow, photosOf } from './settle-photos.rules'
import type { SettleCause, SettlementFacts } from './settlement-facts.rules'
import { inOrder, verdictOf } from './verdict.rules'

export interface SettledDecision {
  /** `rule`, or the id of the employee who decided. */
  readonly decidedBy: string
  readonly outcome: Outcome
  readonly code: DecisionCode
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckRow[]
  readonly evidenceState: EvidenceState
  readonly approvedBy: string | null
  /** Accepted attempts of the slot that this one replaces. */
  readonly supersedes: readonly string[]
  /** The superseded attempt of the slot that counts again. */
  readonly reinstates: string | null
}

const BY_RULE = 'rule'
/** Approving an attempt replaces neither its photo nor the change of phones that it waits for. */
export const NOT_FOR_APPROVERS: ReadonlySet<FindingCode> = new Set(['PHOTO_AWAITED', 'DEVICE_AWAITING_APPROVAL'])

/** Pure and idempotent: the same cause upon what it led to is `unchanged`, as is a cause that does not concern it. */
export function settleAttempt(facts: SettlementFacts, cause: SettleCause): SettledDecision | 'unchanged' {
  // What is refused or superseded is settled.
  if (facts.outcome !== 'pending' && facts.outcome !== 'accepted') return 'unchanged'
  const findings = findingsAfter(facts, cause)
  const evidenceState =
    cause.kind === 'photos' ? evidenceStateOf(photosOf(facts, cause.evidenceAtMs)) : facts.evidenceState
  if (isSameSet(findings, facts.findings) && evidenceState === facts.evidenceState) return 'unchanged'
  const decider = cause.kind === 'photos' ? BY_RULE : (cause.by ?? BY_RULE)
  return {
    decidedBy: decider,
    ...standingOf(facts, findings),
    findings,
    checks: facts.checks.map((row) => rowAgain(row, findings, facts.claims.length)),
    evidenceState,
    approvedBy: cause.kind === 'approval' && cause.approved ? decider : facts.approvedBy,
  }
}

function findingsAfter(facts: SettlementFacts, cause: SettleCause): readonly Finding[] {
  switch (cause.kind) {
    case 'photos':
      return inOrder(photoFindingsNow(facts, cause.evidenceAtMs))
    case 'approval':
      return facts.findings.map((found) =>
        found.severity === 'pending' && !NOT_FOR_APPROVERS.has(found.code) ? decided(found, cause) : found,
      )
    case 'rebind':
      return facts.findings.map((found) =>
        found.severity === 'pending' && found.code === 'DEVICE_AWAITING_APPROVAL' ? decided(found, cause) : found,
      )
  }
}

type ApprovalCause = Extract<SettleCause, { readonly kind: 'approval' | 'rebind' }>

/** The code stays and says what was asked about; `approval` says how it ended. */
function decided(found: Finding, { approved, by }: ApprovalCause): Finding {
  const approval: ApprovalEnd = approved ? 'approved' : by === null ? 'lapsed' : 'rejected'
  const seen = { ...found.seen, approval, ...(found.code === 'DEVICE_AWAITING_APPROVAL' ? { case: approval } : {}) }
  return { ...found, severity: approved ? 'note' : 'refuse', seen }
}

function standingOf(
  facts: SettlementFacts,
  findings: readonly Finding[],
): Pick<SettledDecision, 'outcome' | 'code' | 'supersedes' | 'reinstates'> {
  const verdict = verdictOf(findings)
  if (verdict.outcome !== 'accepted') {
    const reinstates = verdict.outcome === 'refused' ? reinstatedBy(facts) : null
    return { ...verdict, supersedes: [], reinstates }
  }
  const { stands, supersedes } = besideAccepted(facts)
  return { ...verdict, outcome: stands ? 'accepted' : 'superseded', supersedes, reinstates: null }
}

/** A row whose findings changed shows what they say now. Where the phone was does not change: its two rows stay. */
function rowAgain(row: CheckRow, findings: readonly Finding[], photoCount: number): CheckRow {
  if (row.check === 'fence' || row.check === 'wifi' || row.result === 'not_run') return row
  const own = findings.filter(({ code }) => FINDINGS[code].check === row.check)
  if (row.check === 'evidence') return evidenceRowAgain(row, photoCount, own)
  if (resultOf(own) === 'failed') return rowOf(row.check, 'failed', own, row.asked, row.seen)
  const leading = worstOf(own)
  if (row.result !== 'failed' || leading === null) return row
  return { ...row, result: 'passed', asked: leading.asked, seen: { ...leading.seen, finding: leading.code } }
}

/** Two photos that are awaited alike say so twice; one of them arriving changes nothing yet. */
function isSameSet(left: readonly Finding[], right: readonly Finding[]): boolean {
  const [texts, others] = [new Set(left.map(textOf)), new Set(right.map(textOf))]
  return texts.size === others.size && [...texts].every((text) => others.has(text))
}

function textOf({ code, severity, asked, seen }: Finding): string {
  return JSON.stringify([code, severity, asked, seen])
}
