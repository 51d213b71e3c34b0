import type { Severity } from '#contract/finding-codes'
import type { Scenario } from '../check-in-builders'

/** One row of the tables: a scenario in which a code is found, or a near miss in which it is not. */
export interface Case {
  readonly title: string
  readonly scenario: Scenario
  /** Null: a near miss, the code must not be found. */
  readonly severity: Severity | null
}

/** At least one hit and one near miss: a code with only one of them does not compile. */
export type Cases = readonly [
  hit: Case & { readonly severity: Severity },
  miss: Case & { readonly severity: null },
  ...Case[],
]

export const found = <S extends Severity>(severity: S, title: string, scenario: Scenario) => ({
  title,
  scenario,
  severity,
})
export const absent = (title: string, scenario: Scenario) => ({ title, scenario, severity: null })
