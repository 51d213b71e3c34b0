/** What the checks share: the matter being judged, and how a check says what it noticed. */
import type { CheckResult, CheckRow, CheckRowName, Figures, Finding } from '#contract/decision'
import { FINDINGS, type FindingCode, type Severity } from '#contract/finding-codes'
import { worstOf } from '#contract/finding-texts'
import type { PresenceVerdict } from '#contract/presence'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import type { CaptureTime } from './capture-time.rules'
import type { Attempt, CheckInFacts } from './check-in-facts.rules'
import type { JudgedProof } from './presence-proof.rules'

export interface Judging {
  readonly facts: CheckInFacts
  readonly attempt: Attempt
  readonly receivedAtMs: number
  readonly capture: CaptureTime
  readonly proof: JudgedProof
  readonly presence: PresenceVerdict
}

/** What one check noticed, and its rows of the "why" table. */
export interface CheckOutput {
  readonly findings: readonly Finding[]
  readonly rows: readonly CheckRow[]
}

export type CheckInCheck = (judging: Judging) => CheckOutput

export function finding(
  code: FindingCode,
  asked: Figures,
  seen: Figures,
  severity: Severity = FINDINGS[code].severity,
): Finding {
  return { code, severity, asked, seen }
}

/** Failed when a finding above `note` stands against it. */
export function resultOf(findings: readonly Finding[]): CheckResult {
  return findings.some(({ severity }) => severity !== 'note') ? 'failed' : 'passed'
}

/** The output of a check with one row. */
export function checked(check: CheckRowName, findings: readonly Finding[], asked: Figures, seen: Figures): CheckOutput {
  return { findings, rows: [rowOf(check, resultOf(findings), findings, asked, seen)] }
}

/** A row that failed shows both sides of its worst finding, and its code in `seen.finding`. */
export function rowOf(
  check: CheckRowName,
  result: CheckResult,
  findings: readonly Finding[],
  asked: Figures,
  seen: Figures,
): CheckRow {
  const worst = result === 'failed' ? worstOf(findings) : null
  if (worst === null) return { check, result, asked, seen }
  return { check, result, asked: worst.asked, seen: { ...worst.seen, finding: worst.code } }
}

/** An instant as people of the work day read it, ISO 8601 with offset. */
export function localTime(judging: Pick<Judging, 'facts'>, instantMs: number): string {
  return toIsoWithOffset(instantMs, zoneOf(judging))
}

/** The zone that instants of the work day are told in. */
export function zoneOf({ facts }: Pick<Judging, 'facts'>): string {
  return facts.rule.slot?.zone ?? facts.zone
}

export function isPresent<Value>(value: Value | null): value is Value {
  return value !== null
}
