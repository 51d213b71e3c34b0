/** What becomes of findings: the first decision about an attempt and every later one end here. */
import type { DecisionCode, Finding, Outcome } from '#contract/decision'
import { CHECKS, FINDINGS, SEVERITIES } from '#contract/finding-codes'
import type { Policy } from '#contract/policy'

/** The worst severity decides; its first finding names the decision. */
export function verdictOf(findings: readonly Finding[]): { readonly outcome: Outcome; readonly code: DecisionCode } {
  for (const severity of SEVERITIES) {
    const leading = findings.find((found) => found.severity === severity)
    if (severity === 'refuse' && leading !== undefined) return { outcome: 'refused', code: leading.code }
    if (severity === 'pending' && leading !== undefined) return { outcome: 'pending', code: leading.code }
  }
  return { outcome: 'accepted', code: 'ACCEPTED' }
}

/** By check; within one check as it said them (stable). */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ code }: Finding) => CHECKS.indexOf(FINDINGS[code].check)
  return [...findings].sort((left, right) => place(left) - place(right))
}

/** A sign is listed for HR, or waits for approval where the policy wants it so. */
export function raiseReview(found: Finding, { onReview }: Pick<Policy, 'onReview'>): Finding {
  return onReview === 'pending' && found.severity === 'review' ? { ...found, severity: 'pending' } : found
}
