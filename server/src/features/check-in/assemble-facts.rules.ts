/** Puts together what the database, the rule tables, the sites and the checked proofs say about one attempt. */
import type { SlotInstance } from '#contract/work-day'
import { isSameSlot } from '#contract/work-day'
import type { DayRules } from '../shifts/resolve-rules.rules'
import type {
  CheckInFacts,
  DayAttempt,
  DeviceKeyFacts,
  PresenceProofFacts,
  SiteFacts,
  Attempt,
} from './check-in-facts.rules'

const DAY_MS = 86_400_000

export interface Interval {
  readonly fromMs: number
  readonly untilMs: number
}

export interface FactParts {
  readonly loaded: Omit<CheckInFacts, 'device' | 'rule' | 'zone' | 'sites' | 'presenceProof' | 'unprovenCaptures'> & {
    readonly dayAttempts: readonly DayAttempt[]
    readonly device: Omit<DeviceKeyFacts, 'signature'>
    readonly unprovenCapturesAtMs: readonly number[]
  }
  readonly attempt: Attempt
  readonly signatureVerified: boolean
  readonly rules: DayRules
  /** Slots of the named work day. */
  readonly slots: readonly SlotInstance[]
  readonly zone: string
  readonly sites: readonly SiteFacts[]
  readonly presenceProof: PresenceProofFacts
  readonly receivedAtMs: number
}

export function assembleFacts(parts: FactParts): CheckInFacts {
  const { loaded, attempt, rules, receivedAtMs } = parts
  const { unprovenCapturesAtMs, ...facts } = loaded
  const sinceMs = receivedAtMs - rules.policy.unprovenCapturesWindowDays * DAY_MS
  return {
    employee: facts.employee,
    device: { ...facts.device, signature: parts.signatureVerified ? 'valid' : 'invalid' },
    challenge: facts.challenge,
    rule: {
      ruleId: rules.ruleId,
      ruleName: rules.ruleName,
      version: rules.version,
      policy: rules.policy,
      slot: parts.slots.find((slot) => isSameSlot(slot, attempt.slot)) ?? null,
    },
    zone: parts.zone,
    dayAttempts: facts.dayAttempts,
    sites: parts.sites,
    presenceProof: parts.presenceProof,
    photos: facts.photos,
    risk: facts.risk,
    unprovenCaptures: unprovenCapturesAtMs.filter((atMs) => atMs > sinceMs && !isWithinAny(facts.outages, atMs)).length,
    outages: facts.outages,
  }
}

/** Whether a plan was made by then and not yet cancelled. */
export function isInForce(
  plan: { readonly createdAtMs: number; readonly cancelledAtMs: number | null },
  atMs: number,
): boolean {
  return plan.createdAtMs <= atMs && (plan.cancelledAtMs === null || plan.cancelledAtMs > atMs)
}

function isWithinAny(intervals: readonly Interval[], atMs: number): boolean {
  return intervals.some(({ fromMs, untilMs }) => fromMs <= atMs && atMs <= untilMs)
}
