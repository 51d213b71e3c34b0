/** Every finding code with its cases: a code without a hit and a near miss does not compile. */
import type { FindingCode } from '#contract/finding-codes'
import type { Case, Cases } from './case'
import { EVIDENCE_CASES } from './evidence'
import { IDENTITY_CASES } from './identity'
import { PLACE_CASES } from './place'
import { RISK_CASES } from './risk'
import { TIME_CASES } from './time'

export const CASES = {
  ...IDENTITY_CASES,
  ...TIME_CASES,
  ...PLACE_CASES,
  ...EVIDENCE_CASES,
  ...RISK_CASES,
} as const satisfies Record<FindingCode, Cases>

export const ALL_CASES: readonly { readonly code: FindingCode; readonly entry: Case }[] = (
  Object.keys(CASES) as FindingCode[]
).flatMap((code) => (CASES[code] as readonly Case[]).map((entry) => ({ code, entry })))
