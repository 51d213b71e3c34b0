/** What people can approve about a pending attempt; photos and a change of phones are waited for elsewhere. */
import type { Finding, Outcome } from '#contract/decision'
import { NOT_FOR_APPROVERS } from './settle-attempt.rules'

/** Whether somebody with authority has to decide, whatever else the attempt waits for. */
export function needsApproval(attempt: { readonly outcome: Outcome; readonly findings: readonly Finding[] }): boolean {
  return attempt.outcome === 'pending' && attempt.findings.some(waitsForApproval)
}

/** What a request is or was about: the findings that wait, and those that an approval decided. */
export function findingsOfRequest(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((found) => waitsForApproval(found) || wasDecided(found))
}

function waitsForApproval({ code, severity }: Finding): boolean {
  return severity === 'pending' && !NOT_FOR_APPROVERS.has(code)
}

/** The later decision says so in what was seen. */
function wasDecided({ code, seen }: Finding): boolean {
  return seen['approval'] !== undefined && !NOT_FOR_APPROVERS.has(code)
}
