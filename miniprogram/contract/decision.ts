import type { Check, DecisionCode, FindingCode, Severity } from './finding-codes'

/** `superseded`: was accepted, and a later decision lets another attempt stand for the slot. */
export type Outcome = 'accepted' | 'pending' | 'refused' | 'superseded'

/** Named figures of one side of a comparison; units are part of the names (`distanceMetres`). */
export type Figures = Readonly<Record<string, string | number | boolean | null>>

/** One thing that a check noticed, with what was asked and what was seen. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly asked: Figures
  readonly seen: Figures
}

/** `not_run`: a check before it left nothing to judge; `not_needed`: the rule does not ask for it. */
export type CheckResult = 'passed' | 'failed' | 'not_needed' | 'not_run'

/** Presence has a row for each of its two sides, so that both comparisons can be shown. */
export const CHECK_ROW_NAMES = [
  'employee',
  'device',
  'challenge',
  'slot',
  'duplicate',
  'fence',
  'wifi',
  'evidence',
  'risk',
] as const satisfies readonly (Exclude<Check, 'presence'> | 'fence' | 'wifi')[]
export type CheckRowName = (typeof CHECK_ROW_NAMES)[number]

/** One row of the "why" table, also for the checks that passed: rule on the left, fact on the right. */
export interface CheckRow {
  readonly check: CheckRowName
  readonly result: CheckResult
  readonly asked: Figures
  readonly seen: Figures
}

/** What decided for presence. */
export type PresenceBy = 'fence' | 'wifi'

export type { Check, DecisionCode, FindingCode, Severity }
