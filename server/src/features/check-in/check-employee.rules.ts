/** Check 1: employed, and agreed to a notice in force at capture. */
import type { Figures, Finding } from '#contract/decision'
import type { EmployeeFacts } from './check-in-facts.rules'
import { checked, finding, localTime, type CheckOutput, type Judging } from './judging.rules'

const DAY_MS = 86_400_000

export function checkEmployee(judging: Pick<Judging, 'facts' | 'capture'>): CheckOutput {
  const { facts, capture } = judging
  const { leftAtMs } = facts.employee
  const findings: Finding[] = []
  if (leftAtMs !== null && leftAtMs <= capture.capturedAtMs) {
    findings.push(finding('EMPLOYEE_INACTIVE', {}, { leftAt: localTime(judging, leftAtMs) }))
  }
  const consent = consentAt(facts.employee, capture.capturedAtMs, facts.rule.policy.consentGraceDays)
  const asked = { noticeVersion: consent.currentVersion }
  if (!consent.sufficient) {
    findings.push(
      finding('CONSENT_REQUIRED', asked, {
        agreedVersion: consent.agreedVersion,
        ...consentCase(consent),
      }),
    )
  }
  return checked('employee', findings, asked, {
    agreedVersion: consent.agreedVersion,
    agreedAt: consent.agreedAtMs === null ? null : localTime(judging, consent.agreedAtMs),
  })
}

function consentCase({ currentVersion, agreedVersion }: ConsentStanding): Figures {
  if (currentVersion === null) return { case: 'no_notice' }
  return agreedVersion === null ? { case: 'never' } : {}
}

export interface ConsentStanding {
  /** The newest notice published by then; null before the first one. */
  readonly currentVersion: number | null
  /** The newest version agreed to and not withdrawn by then. */
  readonly agreedVersion: number | null
  readonly agreedAtMs: number | null
  readonly sufficient: boolean
}

/**
 * A version is in force from its publication until its successor is `graceDays` old.
 * Without a published notice nobody can have agreed: not sufficient.
 */
export function consentAt(employee: EmployeeFacts, atMs: number, graceDays: number): ConsentStanding {
  const published = employee.notices
    .filter((notice) => notice.publishedAtMs <= atMs)
    .sort((left, right) => left.publishedAtMs - right.publishedAtMs)
  const agreed = employee.consents
    .filter(({ givenAtMs, withdrawnAtMs }) => givenAtMs <= atMs && (withdrawnAtMs === null || withdrawnAtMs > atMs))
    .sort((left, right) => right.version - left.version)[0]
  const index = published.findIndex((notice) => notice.version === agreed?.version)
  const successor = published[index + 1]
  const inForce = successor === undefined || atMs < successor.publishedAtMs + graceDays * DAY_MS
  return {
    currentVersion: published[published.length - 1]?.version ?? null,
    agreedVersion: agreed?.version ?? null,
    agreedAtMs: agreed?.givenAtMs ?? null,
    sufficient: index >= 0 && inForce,
  }
}
